import type { Response, Router } from 'express'
import * as elections from '../../../../models/elections/index.ts'
import { correctionPage, reopeningPage } from '../../../../views/office/elections/index.ts'
import { type Again, idFrom, paths, readerOf, requires, submit, userOf } from '../../../web/index.ts'
import { choice, form, LONGEST, mustTick, text, wholeNumber } from '../../../web/fields.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import type { CandidacyRequest } from './candidates.ts'

const reopeningForm = form(
  choice('because', elections.REOPENED_BECAUSE),
  text('reason', LONGEST.text),
  wholeNumber('list_version'),
  mustTick('sure'),
)

const correctionForm = form(text('name', LONGEST.name))

export function reopeningRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidatliste/genaabning'
  router.get(path, requires('elections.read'), (req: ElectionRequest, res) => showReopening(req, res))
  router.post(
    path,
    requires('elections.certify'),
    reopeningForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      await submit(req, res, reopeningForm, {
        act: (typed) => elections.reopenList(req.db, officialOf(req), id, typed),
        again: (shown) => showReopening(req, res, shown),
        done: () => paths.candidates(id),
        notice: 'elections.reopening.done',
      })
    },
  )
  correctionRoutes(router)
}

async function showReopening(req: ElectionRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const rows = {
    may: await elections.mayReopen(req.db, election, userOf(req)),
    printed: await elections.printedCopies(req.db, election),
  }
  showPage(req, res, 'candidates/reopening', reopeningPage(readerOf(req), election, rows), again)
}

function correctionRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/navn'
  router.get(path, requires('elections.run'), (req: CandidacyRequest, res) => showCorrection(req, res))
  router.post(
    path,
    requires('elections.run'),
    correctionForm,
    async (req: CandidacyRequest, res: Response) => {
      const id = idFrom('election', req.params.id)
      const candidacy = idFrom('candidacy', req.params.candidacy)
      await submit(req, res, correctionForm, {
        act: ({ name }) => elections.correctName(req.db, officialOf(req), id, candidacy, name),
        again: (shown) => showCorrection(req, res, shown),
        done: () => paths.candidates(id),
        notice: 'elections.correction.done',
      })
    },
  )
}

async function showCorrection(
  req: CandidacyRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await elections.getCandidacy(req.db, election, idFrom('candidacy', req.params.candidacy))
  showPage(req, res, 'candidates/correction', correctionPage(readerOf(req), election, candidacy), again)
}
