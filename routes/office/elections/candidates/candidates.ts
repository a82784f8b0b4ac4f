import type { NextFunction, Response, Router } from 'express'
import {
  linkCandidacy,
  registerCandidacy,
  withdrawCandidacy,
  type CandidacyForm,
} from '../../../../models/elections/candidates/candidacies.ts'
import { requires, userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { choice, chosenId, date, LONGEST, optionalId, optionalText, text } from '../../../web/fields.ts'
import { submit } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { showCandidates, showPerson, showWithdrawal, type CandidacyRequest } from './candidates_pages.ts'
import { electionOf, officialOf, type ElectionRequest } from '../shared.ts'

type TypedCandidacy = Omit<CandidacyForm, 'of_age'> & { of_age?: 'ja' | 'nej' }

/** Candidates: written down with their consent and the ground for standing, taken off at their own wish. */
export function candidateRoutes(router: Router): void {
  router.get('/kontor/valg/:id/kandidater', requires('elections.read'), (req: ElectionRequest, res) =>
    showCandidates(req, res),
  )
  router.post(
    '/kontor/valg/:id/kandidater',
    requires('elections.run'),
    optionalText('name', LONGEST.name),
    optionalId('person_id'),
    optionalText('contact'),
    date('consented_on'),
    choice('eligible_as', ['resident', 'active']),
    text('eligibility_checked_by', LONGEST.name),
    date('eligibility_checked_on'),
    checkAge,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<TypedCandidacy, unknown>(req, res, {
        act: (form) => registerCandidacy(req.db, officialOf(req), id, candidacyFrom(req, form)),
        again: (shown) => showCandidates(req, res, shown),
        done: () => paths.candidates(id),
        notice: 'elections.candidates.registered',
      })
    },
  )
  withdrawalRoutes(router)
  personRoutes(router)
}

/** The age is asked only where the statutes have a limit. */
async function checkAge(req: ElectionRequest, _res: Response, next: NextFunction): Promise<void> {
  const { statutes } = await electionOf(req)
  if (statutes.rules.minimumAge.value !== null) await choice('of_age', ['ja', 'nej']).run(req)
  next()
}

/** Whoever may not read the register cannot choose from it either. */
function candidacyFrom(req: ElectionRequest, { of_age, person_id, ...form }: TypedCandidacy): CandidacyForm {
  const known = canOf(userOf(req))['register.read'] ? person_id : undefined
  return { ...form, person_id: known, of_age: of_age === undefined ? undefined : of_age === 'ja' }
}

function withdrawalRoutes(router: Router): void {
  const path = '/kontor/valg/:id/kandidater/:candidacy/tilbagetraeden'
  router.get(path, requires('elections.run'), (req: CandidacyRequest, res) => showWithdrawal(req, res))
  router.post(path, requires('elections.run'), async (req: CandidacyRequest, res) => {
    const id = idFrom(req.params.id)
    await submit<object, unknown>(req, res, {
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
  router.post(path, requires('elections.plan'), chosenId('person_id'), async (req: CandidacyRequest, res) => {
    const id = idFrom(req.params.id)
    const candidacy = idFrom(req.params.candidacy)
    await submit<{ person_id: number }, unknown>(req, res, {
      act: ({ person_id }) => linkCandidacy(req.db, officialOf(req), id, candidacy, person_id),
      again: (shown) => showPerson(req, res, shown),
      done: () => paths.candidates(id),
      notice: 'elections.person.done',
    })
  })
}
