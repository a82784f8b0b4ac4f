import type { Response, Router } from 'express'
import { body } from 'express-validator'
import { listBoard } from '../../../../models/elections/board.ts'
import { countUndecided } from '../../../../models/elections/complaints/complaints.ts'
import {
  certifyResult,
  checkCertifier,
  finishElection,
  listCertifications,
} from '../../../../models/elections/result/certification.ts'
import { findResult } from '../../../../models/elections/result/loading.ts'
import { listOpenSeats } from '../../../../models/elections/result/seating.ts'
import { certificationPage } from '../../../../views/office/elections/result/certification.page.ts'
import { finalPage } from '../../../../views/office/elections/result/final.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires, userOf } from '../../../web/access.ts'
import { field, form } from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const certificationForm = form(
  field<{ result_hash: string }>(body('result_hash').isString().bail().withMessage('invalid.required')),
)
const finalForm = form()

export function certificationRoutes(router: Router): void {
  router.get('/kontor/valg/:id/godkendelse', requires('elections.read'), (req: ElectionRequest, res) =>
    showCertification(req, res),
  )
  router.post(
    '/kontor/valg/:id/godkendelse',
    requires('elections.certify'),
    certificationForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, certificationForm, {
        act: ({ result_hash }) => certifyResult(req.db, officialOf(req), id, result_hash),
        again: (shown) => showCertification(req, res, shown),
        done: () => paths.result(id),
        notice: 'elections.certification.done',
      })
    },
  )
  router.get('/kontor/valg/:id/afslutning', requires('elections.read'), (req: ElectionRequest, res) =>
    showFinal(req, res),
  )
  router.post(
    '/kontor/valg/:id/afslutning',
    requires('elections.plan'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit(req, res, finalForm, {
        act: () => finishElection(req.db, officialOf(req), id),
        again: (shown) => showFinal(req, res, shown),
        done: () => paths.election(id),
        notice: 'elections.final.done',
      })
    },
  )
}

async function showCertification(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { id, area_id, term } = election
  const result = await findResult(req.db, election)
  const page = certificationPage(readerOf(req), election, {
    result,
    certifications: result ? await listCertifications(req.db, result) : [],
    board: await listBoard(req.db, id),
    verdict: result && (await checkCertifier(req.db, userOf(req), election, result)),
    openSeat: (await listOpenSeats(req.db, area_id, term, req.clock.today()))[0],
  })
  showPage(req, res, 'result/certification', page, shown)
}

async function showFinal(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const undecided = await countUndecided(req.db, election.id)
  showPage(req, res, 'result/final', finalPage(readerOf(req), election, undecided), shown)
}
