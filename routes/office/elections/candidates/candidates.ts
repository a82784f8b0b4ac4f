import type { Request, Response, Router } from 'express'
import { canOf } from '../../../../models/accounts/permissions.ts'
import {
  linkCandidacy,
  registerCandidacy,
  withdrawCandidacy,
} from '../../../../models/elections/candidates/candidacies.ts'
import { getCandidacy, listCandidacies } from '../../../../models/elections/candidates/candidates.ts'
import { listPhotographed } from '../../../../models/elections/candidates/portraits.ts'
import { listSeatsHeld } from '../../../../models/elections/candidates/seated.ts'
import { listBeyondTerms } from '../../../../models/elections/candidates/terms_sat.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import { candidatesPage } from '../../../../views/office/elections/candidates/candidates.page.ts'
import { personPage } from '../../../../views/office/elections/candidates/person.page.ts'
import { withdrawalPage } from '../../../../views/office/elections/candidates/withdrawal.page.ts'
import { paths } from '../../../../views/paths.ts'
import { requires, userOf } from '../../../web/access.ts'
import {
  choice,
  chosenId,
  date,
  dependent,
  form,
  LONGEST,
  optionalId,
  optionalText,
  text,
} from '../../../web/fields.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { readerOf } from '../../../web/reader.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'

export type CandidacyRequest = Request<{ id: string; candidacy: string }>

const candidacyForm = form(
  optionalText('name', LONGEST.name),
  optionalId('person_id'),
  optionalText('contact'),
  date('consented_on'),
  choice('eligible_as', ['resident', 'active']),
  text('eligibility_checked_by', LONGEST.name),
  date('eligibility_checked_on'),
  // The age is asked only when the statutes have a limit.
  dependent(async (req: ElectionRequest) => {
    const { statutes } = await electionOf(req)
    return statutes.rules.minimumAge.value === null ? undefined : form(choice('of_age', ['ja', 'nej']))
  }),
)

const personForm = form(chosenId('person_id'))

export function candidateRoutes(router: Router): void {
  router.get('/kontor/valg/:id/kandidater', requires('elections.read'), (req: ElectionRequest, res) =>
    showCandidates(req, res),
  )
  router.post(
    '/kontor/valg/:id/kandidater',
    requires('elections.run'),
    candidacyForm,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      // A reader who may not read the register cannot choose from it.
      const readsRegister = canOf(userOf(req))['register.read']
      await submit(req, res, candidacyForm, {
        act: ({ of_age, person_id, ...form }) =>
          registerCandidacy(req.db, officialOf(req), id, {
            ...form,
            person_id: readsRegister ? person_id : undefined,
            of_age: of_age && of_age === 'ja',
          }),
        again: (shown) => showCandidates(req, res, shown),
        done: () => paths.candidates(id),
        notice: 'elections.candidates.registered',
      })
    },
  )
  withdrawalRoutes(router)
  personRoutes(router)
}

async function showCandidates(
  req: ElectionRequest,
  res: Response,
  again: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const reader = readerOf(req)
  const candidacies = await listCandidacies(req.db, election.id)
  const candidates = {
    candidacies,
    photographed: await listPhotographed(req.db, election.id),
    seated: await listSeatsHeld(req.db, election, candidacies),
    beyond: await listBeyondTerms(req.db, election, candidacies),
    people: reader.can['register.read'] ? await listPeople(req.db, reader.today) : [],
  }
  const page = candidatesPage(reader, election, candidates, userOf(req).name)
  showPage(req, res, 'candidates/candidates', page, again)
}

function withdrawalRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/tilbagetraeden'
  router.get(path, requires('elections.run'), async (req: CandidacyRequest, res) => {
    const election = await electionOf(req)
    const candidacy = await getCandidacy(req.db, election, idFrom(req.params.candidacy))
    showPage(req, res, 'candidates/withdrawal', withdrawalPage(readerOf(req), election, candidacy))
  })
  router.post(path, requires('elections.run'), async (req: CandidacyRequest, res) => {
    const id = idFrom(req.params.id)
    await submit(req, res, form(), {
      act: () => withdrawCandidacy(req.db, officialOf(req), id, idFrom(req.params.candidacy)),
      again: (shown) => showCandidates(req, res, shown),
      done: () => paths.candidates(id),
      notice: 'elections.withdrawal.done',
    })
  })
}

function personRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/person'
  router.get(path, requires('elections.plan'), (req: CandidacyRequest, res) => showPerson(req, res))
  router.post(path, requires('elections.plan'), personForm, async (req: CandidacyRequest, res: Response) => {
    const id = idFrom(req.params.id)
    const candidacy = idFrom(req.params.candidacy)
    await submit(req, res, personForm, {
      act: ({ person_id }) => linkCandidacy(req.db, officialOf(req), id, candidacy, person_id),
      again: (shown) => showPerson(req, res, shown),
      done: () => paths.candidates(id),
      notice: 'elections.person.done',
    })
  })
}

async function showPerson(req: CandidacyRequest, res: Response, again: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const candidacy = await getCandidacy(req.db, election, idFrom(req.params.candidacy))
  const people = await listPeople(req.db, req.clock.today())
  showPage(req, res, 'candidates/person', personPage(readerOf(req), election, candidacy, people), again)
}
