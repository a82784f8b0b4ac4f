import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { investigationPage } from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage, withWho } from '../shared.ts'

const beginForm = fields.form(fields.text('reason', fields.LONGEST.text))
const findingsForm = fields.form(
  fields.text('findings', fields.LONGEST.text),
  fields.choice('figures', elections.FIGURES),
)
const signForm = fields.form()

export function investigationRoutes(router: Router): void {
  const path = '/kontor/valg/:id/undersoegelse'
  router.get(path, requires('elections.read'), shows(showInvestigation))
  router.post(
    path,
    requires('elections.certify'),
    submits(beginForm, {
      act: (req, typed) => elections.beginInvestigation(req.db, officialOf(req), electionId(req), typed),
      again: showInvestigation,
      done: (req) => paths.investigation(electionId(req)),
      notice: 'elections.investigation.begun_notice',
    }),
  )
  router.post(
    `${path}/fund`,
    requires('elections.certify'),
    submits(findingsForm, {
      act: (req, typed) => elections.writeFindings(req.db, officialOf(req), electionId(req), typed),
      again: showInvestigation,
      done: (req) => paths.investigation(electionId(req)),
      notice: 'elections.investigation.written_notice',
    }),
  )
  router.post(
    `${path}/underskrift`,
    requires('elections.certify'),
    submits(signForm, {
      act: (req) => elections.signFindings(req.db, officialOf(req), electionId(req)),
      again: showInvestigation,
      done: (req) => paths.investigation(electionId(req)),
      notice: 'elections.investigation.signed_notice',
    }),
  )
}

async function showInvestigation(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
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
  showPage(req, res, 'investigation/investigation', await withWho(req, election, page), again)
}
