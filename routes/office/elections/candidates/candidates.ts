import type { Request, Response, Router } from 'express'
import { canOf } from '../../../../models/accounts/index.ts'
import * as elections from '../../../../models/elections/index.ts'
import { listPeople } from '../../../../models/council/index.ts'
import { candidatesPage, personPage, withdrawalPage } from '../../../../views/office/elections/index.ts'
import { idFrom, paths, readerOf, requires, type Shown, shows, submits, userOf } from '../../../web/index.ts'
import * as fields from '../../../web/fields.ts'
import { electionId, electionOf, type ElectionRequest, officialOf, showPage } from '../shared.ts'

export type CandidacyRequest = Request<{ id: string; candidacy: string }>

export function candidacyId(req: CandidacyRequest) {
  return idFrom('candidacy', req.params.candidacy)
}

const candidacyForm = fields.form(
  fields.optionalText('name', fields.LONGEST.name),
  fields.optionalId('person_id'),
  fields.optionalText('contact'),
  fields.date('consented_on', 'past'),
  fields.choice('eligible_as', ['resident', 'active']),
  fields.text('eligibility_checked_by', fields.LONGEST.name),
  fields.date('eligibility_checked_on', 'past'),
  // The age is asked only when the statutes have a limit.
  fields.dependent(async (req: ElectionRequest) => {
    const { statutes } = await electionOf(req)
    return statutes.rules.minimumAge.value === null
      ? undefined
      : fields.form(fields.choice('of_age', ['ja', 'nej']))
  }),
)

const withdrawalForm = fields.form(fields.choice('because', elections.WITHDRAWN_BECAUSE))

const personForm = fields.form(fields.chosenId('person_id'))

export function candidateRoutes(router: Router): void {
  router.get('/kontor/valg/:id/kandidater', requires('elections.read'), shows(showCandidates))
  router.post(
    '/kontor/valg/:id/kandidater',
    requires('elections.run'),
    submits(candidacyForm, {
      act: (req, { of_age, person_id, ...form }) =>
        elections.registerCandidacy(req.db, officialOf(req), electionId(req), {
          ...form,
          // A reader who may not read the register cannot choose from it.
          person_id: canOf(userOf(req))['register.read'] ? person_id : undefined,
          of_age: of_age && of_age === 'ja',
        }),
      again: showCandidates,
      done: (req) => paths.candidates(electionId(req)),
      notice: 'elections.candidates.registered',
    }),
  )
  withdrawalRoutes(router)
  personRoutes(router)
}

async function showCandidates(req: ElectionRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const reader = readerOf(req)
  const candidacies = await elections.listCandidacies(req.db, election.id)
  const candidates = {
    candidacies,
    photographed: await elections.listPhotographed(req.db, election.id),
    seated: await elections.listSeatsHeld(req.db, election, candidacies),
    beyond: await elections.listBeyondTerms(req.db, election, candidacies),
    people: reader.can['register.read'] ? await listPeople(req.db, reader.today) : [],
    reopened: await elections.findOpenReopening(req.db, election),
  }
  const page = candidatesPage(reader, election, candidates, userOf(req).name)
  showPage(req, res, 'candidates/candidates', page, again)
}

function withdrawalRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/tilbagetraeden'
  router.get(path, requires('elections.run'), shows(showWithdrawal))
  router.post(
    path,
    requires('elections.run'),
    submits(withdrawalForm, {
      act: (req, { because }) =>
        elections.withdrawCandidacy(req.db, officialOf(req), electionId(req), candidacyId(req), because),
      again: showWithdrawal,
      done: (req) => paths.candidates(electionId(req)),
      notice: 'elections.withdrawal.done',
    }),
  )
}

async function showWithdrawal(req: CandidacyRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await elections.getCandidacy(req.db, election, candidacyId(req))
  showPage(req, res, 'candidates/withdrawal', withdrawalPage(readerOf(req), election, candidacy), again)
}

function personRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/person'
  router.get(path, requires('elections.plan'), shows(showPerson))
  router.post(
    path,
    requires('elections.plan'),
    submits(personForm, {
      act: (req, { person_id }) =>
        elections.linkCandidacy(req.db, officialOf(req), electionId(req), candidacyId(req), person_id),
      again: showPerson,
      done: (req) => paths.candidates(electionId(req)),
      notice: 'elections.person.done',
    }),
  )
}

async function showPerson(req: CandidacyRequest, res: Response, again: Shown = {}): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await elections.getCandidacy(req.db, election, candidacyId(req))
  const people = await listPeople(req.db, req.clock.today())
  showPage(req, res, 'candidates/person', personPage(readerOf(req), election, candidacy, people), again)
}
