import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { correctionPage, reopeningPage } from '../../../../views/office/elections/index.ts'
import { paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import { choice, form, LONGEST, mustTick, text, wholeNumber } from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage, withWho } from '../shared.ts'
import { candidacyId, type CandidacyRequest } from './candidates.ts'

const reopeningForm = form(
  choice('because', elections.REOPENED_BECAUSE),
  text('reason', LONGEST.text),
  wholeNumber('list_version'),
  mustTick('sure'),
)

const correctionForm = form(text('name', LONGEST.name))

export function reopeningRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidatliste/genaabning'
  router.get(path, requires('elections.read'), shows(showReopening))
  router.post(
    path,
    requires('elections.certify'),
    submits(reopeningForm, {
      act: (req, typed) => elections.reopenList(req.db, officialOf(req), electionId(req), typed),
      again: showReopening,
      done: (req) => paths.candidates(electionId(req)),
      notice: 'elections.reopening.done',
    }),
  )
  correctionRoutes(router)
}

async function showReopening(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = {
    may: await elections.mayReopen(req.db, election, userOf(req)),
    printed: await elections.printedCopies(req.db, election),
  }
  const page = reopeningPage(readerOf(req), election, rows)
  showPage(req, res, 'candidates/reopening', await withWho(req, election, page), again)
}

function correctionRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/navn'
  router.get(path, requires('elections.run'), shows(showCorrection))
  router.post(
    path,
    requires('elections.run'),
    submits(correctionForm, {
      act: (req, { name }) =>
        elections.correctName(req.db, officialOf(req), electionId(req), candidacyId(req), name),
      again: showCorrection,
      done: (req) => paths.candidates(electionId(req)),
      notice: 'elections.correction.done',
    }),
  )
}

async function showCorrection(req: CandidacyRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await elections.getCandidacy(req.db, election, candidacyId(req))
  showPage(req, res, 'candidates/correction', correctionPage(readerOf(req), election, candidacy), again)
}
