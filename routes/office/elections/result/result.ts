import type { Response, Router } from 'express'
import { listBoard, sitsOn } from '../../../../models/elections/board.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { findRecord } from '../../../../models/elections/record/record.ts'
import { listCertifications } from '../../../../models/elections/result/certification.ts'
import { findResult } from '../../../../models/elections/result/loading.ts'
import { recordLot } from '../../../../models/elections/result/lots.ts'
import { LOT_METHODS } from '../../../../models/elections/result/result.ts'
import { lotPage } from '../../../../views/office/elections/result/lot.page.ts'
import { resultPage } from '../../../../views/office/elections/result/result.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires, userOf } from '../../../web/access.ts'
import { choice, chosenIds, form, text } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const lotForm = form(
  choice('method', LOT_METHODS),
  text('witnesses'),
  chosenIds('among'),
  chosenIds('chosen'),
)

export function resultRoutes(router: Router): void {
  router.get('/kontor/valg/:id/resultat', requires('elections.read'), async (req: ElectionRequest, res) => {
    const election = await electionOf(req)
    // The result changes by acts alone.
    const page = await req.answers.get(`office_result:${election.id}:${req.lang}`, async () =>
      resultPage(readerOf(req), election, await resultRows(req, election)),
    )
    showPage(req, res, 'result/result', page)
  })
  router.get('/kontor/valg/:id/lodtraekning', requires('elections.read'), (req: ElectionRequest, res) =>
    showLot(req, res),
  )
  router.post(
    '/kontor/valg/:id/lodtraekning',
    requires('elections.certify'),
    lotForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, lotForm, {
        act: (form) => recordLot(req.db, officialOf(req), id, form),
        again: (shown) => showLot(req, res, shown),
        done: () => paths.result(id),
        notice: 'elections.lot.done',
      })
    },
  )
}

async function resultRows(req: ElectionRequest, election: Election) {
  const result = await findResult(req.db, election)
  return {
    result,
    certifications: result ? await listCertifications(req.db, result) : [],
    record: await findRecord(req.db, election.id),
  }
}

async function showLot(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const result = await findResult(req.db, election)
  const isOnBoard = sitsOn(await listBoard(req.db, election.id), userOf(req))
  showPage(req, res, 'result/lot', lotPage(readerOf(req), election, result, isOnBoard), shown)
}
