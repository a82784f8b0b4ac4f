import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { paperEntryPage } from '../../../../views/office/elections/index.ts'

const AT = '/kontor/valg/:id/stemmekasse/sedler'

const plainForm = fields.form()
const paperForm = fields.form(
  fields.wholeNumber('number'),
  fields.chosenIds('marks', 'candidacy'),
  fields.choice('kind', ['crosses', 'blank', ...elections.INVALID_REASONS]),
)
const leaveForm = fields.form(fields.text('places'))
/** Both answers name the paper that the page showed. */
const answerForm = fields.form(fields.wholeNumber('number'), fields.text('mark'))
const anewForm = fields.form(fields.text('reason', fields.LONGEST.text))
const endForm = fields.form(
  fields.wholeNumber('papers'),
  fields.optionalText('difference_reason', fields.LONGEST.text),
)

/** The few papers of an election on paper and tablet, entered into the tablet's box. */
export function paperEntryRoutes(router: Router): void {
  router.get(AT, web.requires('elections.read'), (req: ElectionRequest, res) => showEntry(req, res))
  router.get(`${AT}/tur`, web.requires('elections.read'), async (req: ElectionRequest, res: Response) => {
    const { id } = await electionOf(req)
    const mark = elections.markOfTurn(await elections.findTurn(req.db, req.clock, id))
    res.set('Cache-Control', 'no-store').json({ mark })
  })
  const may = web.requires('elections.count')
  router.post(`${AT}/plads`, may, plainForm, deed(plainForm, elections.joinEntry))
  router.post(`${AT}/fri`, may, leaveForm, deed(leaveForm, elections.leaveEntry, 'box.entry.left'))
  router.post(`${AT}/ny`, may, paperForm, deed(paperForm, elections.enterPaper))
  router.post(`${AT}/igen`, may, answerForm, deed(answerForm, elections.returnPaper))
  router.post(`${AT}/laeg-i`, may, answerForm, deed(answerForm, elections.confirmPaper))
  router.post(`${AT}/forfra`, may, anewForm, deed(anewForm, elections.beginAnew, 'box.entry.anew_done'))
  router.post(`${AT}/slut`, may, endForm, deed(endForm, elections.endEntry, 'box.entry.ended'))
}

type Act<Typed> = (
  db: ElectionRequest['db'],
  by: elections.Official,
  id: elections.Election['id'],
  typed: Typed & { session: string },
) => Promise<unknown>

/** What one of the two does, with the sign-in with which this one sits at the box. */
function deed<Typed extends object>(form: fields.Form<Typed>, act: Act<Typed>, notice?: string) {
  return async (req: ElectionRequest, res: Response): Promise<void> => {
    const id = web.idFrom('election', req.params.id)
    await web.submit(req, res, form, {
      act: (typed) => act(req.db, officialOf(req), id, { ...typed, session: req.sessionID }),
      again: (shown) => showEntry(req, res, shown),
      done: () => web.paths.paperEntry(id),
      ...(notice !== undefined && { notice }),
    })
  }
}

async function showEntry(req: ElectionRequest, res: Response, shown: Partial<web.Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const { id } = election
  const user = web.userOf(req)
  const turn = await elections.findTurn(req.db, req.clock, id)
  const isMine = await elections.isAtTheBox(req.db, id, user.id, req.sessionID)
  const page = paperEntryPage(web.readerOf(req), election, {
    entry: await elections.findEntry(req.db, id),
    papers: await elections.findPaperAccount(req.db, id),
    standing: await elections.listStanding(req.db, id),
    ...{ turn, user: user.id, isMine },
    // For nobody but the two.
    seen: turn && isMine ? elections.readWaiting(req.house.keys, id, turn) : undefined,
  })
  res.set('Cache-Control', 'no-store')
  showTitled(req, res, 'box/paper_entry', req.t('box.entry.title'), page, shown)
}
