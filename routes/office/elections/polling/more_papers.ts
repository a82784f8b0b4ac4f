import type { Response, Router } from 'express'
import { ballotBatch, batchPage, sizesThatFit } from '../../../../views/paper/elections/batch.ts'
import * as elections from '../../../../models/elections/index.ts'
import { morePapersPage } from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits, translatorFor } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { sourceOf } from '../record/record.ts'
import { electionId, electionOf, type ElectionRequest, inlineAs, officialOf, showPage } from '../shared.ts'

const moreForm = fields.form(
  fields.wholeNumber('sheets'),
  fields.choice('per_sheet', ['1', '2', '4']),
  fields.wholeNumber('list_version'),
)

const offForm = fields.form(
  fields.chosenId('print_id', 'ballot_print'),
  fields.wholeNumber('copies'),
  fields.text('reason', fields.LONGEST.text),
)

export function morePapersRoutes(router: Router): void {
  router.get('/kontor/valg/:id/papirer/flere', requires('elections.read'), shows(showMorePapers))
  router.post(
    '/kontor/valg/:id/papirer/flere',
    requires('elections.run'),
    submits(moreForm, {
      act: (req, form) => printBatch(req, { ...form, per_sheet: Number(form.per_sheet) }),
      again: showMorePapers,
      answer: (req, res, { file, batch }) => {
        const name = `${req.t('elections.more.file', { batch: batch.number })}.pdf`
        res.set('Cache-Control', 'no-store')
        res.set('Content-Disposition', inlineAs(name, `stemmesedler-${batch.number}.pdf`, 'attachment'))
        res.type('application/pdf').send(file)
      },
    }),
  )
  router.post(
    '/kontor/valg/:id/papirer/fratraekning',
    requires('elections.run'),
    submits(offForm, {
      act: (req, form) => elections.takeOffPapers(req.db, officialOf(req), electionId(req), form),
      again: showMorePapers,
      done: (req) => paths.morePapers(electionId(req)),
      notice: 'elections.more.off_done',
    }),
  )
}

/** The papers are counted first, so that none are handed over that are not. */
async function printBatch(req: ElectionRequest, form: elections.MorePapersForm) {
  const election = await electionOf(req)
  const batch = await elections.printMore(req.db, officialOf(req), election.id, form)
  const page = await batchPage(sourceOf(req, election), translatorFor('da'), { ...form, batch: batch.number })
  return { batch, file: await ballotBatch(page, translatorFor('da'), 'da') }
}

async function showMorePapers(req: ElectionRequest, res: Response, shown: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const page = morePapersPage(readerOf(req), election, {
    prints: await elections.listPrints(req.db, election.id),
    sizes: await sizesThatFit(sourceOf(req, election)),
  })
  showPage(req, res, 'polling/more_papers', page, shown)
}
