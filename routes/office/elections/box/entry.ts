import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showTitled, withWho } from '../shared.ts'
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
  router.get(AT, web.requires('elections.read'), web.shows(showEntry))
  router.get(`${AT}/tur`, web.requires('elections.read'), async (req: ElectionRequest, res: Response) => {
    const { id } = await electionOf(req)
    const mark = elections.markOfTurn(await elections.findTurn(req.db, req.clock, id))
    res.set('Cache-Control', 'no-store').json({ mark })
  })
  const may = web.requires('elections.count')
  router.get(`${AT}/slut`, may, (req: ElectionRequest, res) => showEntry(req, res, { asked: 'end' }))
  router.get(`${AT}/flere`, may, (req: ElectionRequest, res) => showEntry(req, res, { asked: 'reopen' }))
  router.post(`${AT}/plads`, may, deed(plainForm, elections.joinEntry))
  router.post(`${AT}/flere/plads`, may, deed(plainForm, elections.joinEntry, '', PLACES))
  router.post(`${AT}/fri`, may, deed(leaveForm, elections.leaveEntry, 'box.entry.left'))
  router.post(`${AT}/ny`, may, deed(paperForm, elections.enterPaper))
  router.post(`${AT}/igen`, may, deed(answerForm, elections.returnPaper))
  router.post(`${AT}/laeg-i`, may, deed(answerForm, elections.confirmPaper))
  router.post(`${AT}/forfra`, may, deed(anewForm, elections.beginAnew, 'box.entry.anew_done'))
  router.post(`${AT}/slut`, may, deed(endForm, elections.proposeEnd, '', { asked: 'end' }))
  router.post(`${AT}/slut/nej`, may, deed(markForm, elections.returnEnd))
  router.post(`${AT}/slut/ja`, may, deed(markForm, elections.confirmEnd, 'box.entry.ended'))
  router.post(`${AT}/flere`, may, deed(moreForm, elections.reopenEntry, 'box.entry.more', AGAIN))
}

type Id = elections.Election['id']
type Typed<T> = T & { session: string }
type Act<T> = (db: ElectionRequest['db'], by: elections.Official, id: Id, typed: Typed<T>) => Promise<unknown>

/** The form that is shown again, and where it leads. */
type After = { asked?: EntryAsked; to?: (id: Id) => string }

/** What one of the two does, with the sign-in with which this one sits at the box. */
function deed<T extends object>(form: fields.Form<T>, act: Act<T>, notice = '', after: After = {}) {
  const { asked, to = web.paths.paperEntry } = after
  return web.submits(form, {
    act: (req: ElectionRequest, typed) =>
      act(req.db, officialOf(req), electionId(req), { ...typed, session: req.sessionID }),
    again: (req, res, shown) => showEntry(req, res, { asked, ...shown }),
    done: (req) => to(electionId(req)),
    ...(notice !== '' && { notice }),
  })
}

type Shown = web.Shown & { asked?: EntryAsked | undefined }

async function showEntry(req: ElectionRequest, res: Response, { asked, ...shown }: Shown = {}) {
  const election = await electionOf(req)
  const rows = await elections.lookAtEntry(req.db, officialOf(req), election.id, req.sessionID)
  const page = paperEntryPage(web.readerOf(req), election, { ...rows, asked })
  res.set('Cache-Control', 'no-store')
  const asking = await withWho(req, election, page)
  showTitled(req, res, 'box/paper_entry', req.t('box.entry.title'), asking, shown)
}
