import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { investigationPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

const beginForm = fields.form(fields.text('reason', fields.LONGEST.text))
const findingsForm = fields.form(
  fields.text('findings', fields.LONGEST.text),
  fields.choice('figures', elections.FIGURES),
)
const signForm = fields.form()

export function investigationRoutes(router: Router): void {
  const path = '/kontor/valg/:id/undersoegelse'
  router.get(path, requires('elections.read'), (req: ElectionRequest, res) => showInvestigation(req, res))
  router.post(path, requires('elections.certify'), beginForm, async (req: ElectionRequest, res: Response) => {
    const id = idFrom('election', req.params.id)
    await submit(req, res, beginForm, {
      act: (typed) => elections.beginInvestigation(req.db, officialOf(req), id, typed),
      again: (shown) => showInvestigation(req, res, shown),
      done: () => paths.investigation(id),
      notice: 'elections.investigation.begun_notice',
    })
  })
  router.post(
    `${path}/fund`,
    requires('elections.certify'),
    findingsForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, findingsForm, {
        act: (typed) => elections.writeFindings(req.db, officialOf(req), id, typed),
        again: (shown) => showInvestigation(req, res, shown),
        done: () => paths.investigation(id),
        notice: 'elections.investigation.written_notice',
      })
    },
  )
  router.post(
    `${path}/underskrift`,
    requires('elections.certify'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, signForm, {
        act: () => elections.signFindings(req.db, officialOf(req), id),
        again: (shown) => showInvestigation(req, res, shown),
        done: () => paths.investigation(id),
        notice: 'elections.investigation.signed_notice',
      })
    },
  )
}

async function showInvestigation(
  req: ElectionRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const all = await elections.listInvestigations(req.db, election.id)
  const open = all.find(({ closing }) => closing === null)
  const corrections = await elections.correctionsSoFar(req.db, election)
  const page = investigationPage(readerOf(req), election, {
    investigations:
      (await elections.recordedInvestigations(req.db, election.id, corrections)).investigations ?? [],
    candidacies: await elections.listCandidacies(req.db, election.id),
    mayBegin: (await elections.checkInvestigator(req.db, userOf(req), election)).ok,
    isOpen: open !== undefined,
    maySign: open !== undefined && (await elections.checkSigner(req.db, userOf(req), election, open)).ok,
  })
  showPage(req, res, 'investigation/investigation', page, again)
}
