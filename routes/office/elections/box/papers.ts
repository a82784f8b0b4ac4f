import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showTitled, withWho } from '../shared.ts'
import * as web from '../../../web/index.ts'
import { choice, form, LONGEST, optionalText, text } from '../../../web/fields.ts'
import * as electionsPages from '../../../../views/office/elections/index.ts'
import { castBallots } from '../../../../views/paper/elections/ballots.ts'
import { ballotPage } from '../../../../views/paper/elections/documents_data.ts'
import { sourceOf } from '../record/record.ts'

const printForm = form(optionalText('reason', LONGEST.text), choice('per_sheet', ['1', '2', '4']))
const mixForm = form(text('first_witness', LONGEST.name), text('second_witness', LONGEST.name))

export function boxPaperRoutes(router: Router): void {
  router.get('/kontor/valg/:id/stemmekasse/papir', web.requires('elections.read'), web.shows(showPapers))
  router.post(
    '/kontor/valg/:id/stemmekasse/papir/print',
    web.requires('elections.count'),
    web.submits(printForm, {
      act: async (req, { reason, per_sheet }) => {
        await elections.printBox(req.db, officialOf(req), electionId(req), { reason })
        return per_sheet
      },
      again: showPapers,
      answer: sendSheets,
    }),
  )
  router.post(
    '/kontor/valg/:id/stemmekasse/papir/blandet',
    web.requires('elections.count'),
    web.submits(mixForm, {
      act: (req, typed) => elections.recordMix(req.db, officialOf(req), electionId(req), typed),
      again: showPapers,
      done: (req) => web.paths.boxPapers(electionId(req)),
      notice: 'box.papers.mixed',
    }),
  )
}

async function showPapers(req: ElectionRequest, res: Response, shown: web.Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const merger = await elections.findMerger(req.db, election.id)
  const may = await elections.checkAtPrinter(req.db, officialOf(req).user, election.id)
  const page = electionsPages.boxPapersPage(web.readerOf(req), election, merger, may.ok)
  showTitled(req, res, 'box/box_papers', req.t('box.papers.title'), await withWho(req, election, page), shown)
}

/** The file is made for the one who printed, may not be kept by anybody on the way, and is stored nowhere. */
async function sendSheets(req: ElectionRequest, res: Response, perSheet: '1' | '2' | '4'): Promise<void> {
  const election = await electionOf(req)
  const sheets = await elections.sheetsToPrint(req.db, officialOf(req), election.id)
  const t = web.translatorFor('da')
  const page = await ballotPage(sourceOf(req, election), t)
  const per = perSheet === '1' ? 1 : perSheet === '2' ? 2 : 4
  const pdf = await castBallots(page, { sheets, perSheet: per }, t, 'da')
  res.set('Cache-Control', 'no-store').attachment('stemmesedler.pdf').type('pdf').send(pdf)
}
