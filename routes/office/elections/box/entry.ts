import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { electionOf, type ElectionRequest, officialOf, showTitled } from '../shared.ts'
import * as web from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { type EntryAsked, paperEntryPage } from '../../../../views/office/elections/index.ts'

const AT = '/kontor/valg/:id/stemmekasse/sedler'
const LONG = fields.LONGEST.text

const plainForm = fields.form()
const paperForm = fields.form(
  fields.wholeNumber('number'),
  fields.chosenIds('marks', 'candidacy'),
  fields.choice('kind', ['crosses', 'blank', ...elections.INVALID_REASONS]),
)
const leaveForm = fields.form(fields.text('places'))
/** Both answers name the paper that the page showed. */
const answerForm = fields.form(fields.wholeNumber('number'), fields.text('mark'))
const anewForm = fields.form(fields.text('reason', LONG))
const endForm = fields.form(fields.wholeNumber('papers'), fields.optionalText('difference_reason', LONG))
/** Both answers name the end that the page showed. */
const markForm = fields.form(fields.text('mark'))
const moreForm = fields.form(fields.text('found', LONG))
/** The entry is opened again by two who have taken their places for it. */
const AGAIN = { asked: 'reopen' } as const
const PLACES = { ...AGAIN, to: web.paths.paperEntryAgain }

/** The few papers of an election on paper and tablet, entered into the tablet's box. */
export function paperEntryRoutes(router: Router): void {
  router.get(AT, web.requires('elections.read'), (req: ElectionRequest, res) => showEntry(req, res))
  router.get(`${AT}/tur`, web.requires('elections.read'), async (req: ElectionRequest, res: Response) => {
    const { id } = await electionOf(req)
    const mark = elections.markOfTurn(await elections.findTurn(req.db, req.clock, id))
    res.set('Cache-Control', 'no-store').json({ mark })
  })
  const may = web.requires('elections.count')
  router.get(`${AT}/slut`, may, (req: ElectionRequest, res) => showEntry(req, res, { asked: 'end' }))
  router.get(`${AT}/flere`, may, (req: ElectionRequest, res) => showEntry(req, res, { asked: 'reopen' }))
  router.post(`${AT}/plads`, may, plainForm, deed(plainForm, elections.joinEntry))
  router.post(`${AT}/flere/plads`, may, plainForm, deed(plainForm, elections.joinEntry, '', PLACES))
  router.post(`${AT}/fri`, may, leaveForm, deed(leaveForm, elections.leaveEntry, 'box.entry.left'))
  router.post(`${AT}/ny`, may, paperForm, deed(paperForm, elections.enterPaper))
  router.post(`${AT}/igen`, may, answerForm, deed(answerForm, elections.returnPaper))
  router.post(`${AT}/laeg-i`, may, answerForm, deed(answerForm, elections.confirmPaper))
  router.post(`${AT}/forfra`, may, anewForm, deed(anewForm, elections.beginAnew, 'box.entry.anew_done'))
  router.post(`${AT}/slut`, may, endForm, deed(endForm, elections.proposeEnd, '', { asked: 'end' }))
  router.post(`${AT}/slut/nej`, may, markForm, deed(markForm, elections.returnEnd))
  router.post(`${AT}/slut/ja`, may, markForm, deed(markForm, elections.confirmEnd, 'box.entry.ended'))
  router.post(`${AT}/flere`, may, moreForm, deed(moreForm, elections.reopenEntry, 'box.entry.more', AGAIN))
}

type Id = elections.Election['id']
type Typed<T> = T & { session: string }
type Act<T> = (db: ElectionRequest['db'], by: elections.Official, id: Id, typed: Typed<T>) => Promise<unknown>

/** The form that is shown again, and where it leads. */
type After = { asked?: EntryAsked; to?: (id: Id) => string }

/** What one of the two does, with the sign-in with which this one sits at the box. */
function deed<T extends object>(form: fields.Form<T>, act: Act<T>, notice = '', after: After = {}) {
  const { asked, to = web.paths.paperEntry } = after
  return async (req: ElectionRequest, res: Response): Promise<void> => {
    const id = web.idFrom('election', req.params.id)
    await web.submit(req, res, form, {
      act: (typed) => act(req.db, officialOf(req), id, { ...typed, session: req.sessionID }),
      again: (shown) => showEntry(req, res, { asked, ...shown }),
      done: () => to(id),
      ...(notice !== '' && { notice }),
    })
  }
}

type Shown = Partial<web.Again> & { asked?: EntryAsked | undefined }

async function showEntry(req: ElectionRequest, res: Response, { asked, ...shown }: Shown = {}) {
  const election = await electionOf(req)
  const rows = await elections.lookAtEntry(req.db, officialOf(req), election.id, req.sessionID)
  const page = paperEntryPage(web.readerOf(req), election, { ...rows, asked })
  res.set('Cache-Control', 'no-store')
  showTitled(req, res, 'box/paper_entry', req.t('box.entry.title'), page, shown)
}
