import type { NextFunction, Request, Response, Router } from 'express'
import type { IsoDate } from '../../../models/dates.ts'
import {
  linkCandidacy,
  registerCandidacy,
  withdrawCandidacy,
  type CandidacyForm,
} from '../../../models/elections/candidacies.ts'
import { getCandidacy, listCandidacies } from '../../../models/elections/candidates.ts'
import type { Election } from '../../../models/elections/elections.ts'
import { listPeople } from '../../../models/register/people.ts'
import { sameName } from '../../../models/rules/certification.ts'
import type { CandidacyRow, EligibleAs } from '../../../models/tables.ts'
import { canOf, requires, userOf } from '../../access.ts'
import { choice, chosenId, date, LONGEST, optionalId, optionalText, text } from '../../fields.ts'
import { submit, type Again } from '../../forms.ts'
import { idFrom } from '../../ids.ts'
import { paths } from '../../paths.ts'
import {
  assumedAmong,
  electionOf,
  headOf,
  officialOf,
  showPage,
  type ElectionHead,
  type ElectionRequest,
} from './shared.ts'

type CandidacyRequest = Request<{ id: string; candidacy: string }>

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

/** office/elections/candidates */
export interface CandidatesPage {
  head: ElectionHead
  standing: CandidateCard[]
  withdrawn: { name: string; withdrawn_on: IsoDate }[]
  /** The form is there from the call until the list is approved. */
  mayRegister: boolean
  listHref: string
  /** The deadline is past: the list can be approved. */
  listIsDue: boolean
  /** People of the register to choose among; empty for whoever may not read it. */
  people: { value: string; text: string }[]
  grounds: readonly EligibleAs[]
  minimumAge: number | null
  today: IsoDate
  checker: string
  assumedRules: string[]
}

export interface CandidateCard {
  name: string
  contact: string | null
  consented_on: IsoDate
  eligible_as: EligibleAs
  checked_by: string
  checked_on: IsoDate
  position: number | null
  /** Somebody in the register has the same name, and nobody has said whether it is the same person. */
  personHref: string | null
  withdrawalHref: string | null
}

async function showCandidates(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { statutes } = election
  const candidacies = await listCandidacies(req.db, election.id)
  const mayRegister = election.status === 'nominating' && canOf(userOf(req))['elections.run']
  const people = canOf(userOf(req))['register.read'] ? await listPeople(req.db, req.clock.today()) : []
  const page: CandidatesPage = {
    head: headOf(req, election),
    standing: candidacies
      .filter(({ withdrawn_on }) => withdrawn_on === null)
      .map((candidacy) => card(req, election, candidacy, people)),
    withdrawn: candidacies.flatMap(({ name, withdrawn_on }) =>
      withdrawn_on ? [{ name, withdrawn_on }] : [],
    ),
    mayRegister,
    listHref: paths.candidateList(election.id),
    listIsDue: mayRegister && req.clock.today() > election.candidates_by,
    people: people.map((person) => ({ value: `${person.id}`, text: person.name })),
    grounds: statutes.rules.candidateEligibility.value.anyOf,
    minimumAge: statutes.rules.minimumAge.value,
    today: req.clock.today(),
    checker: userOf(req).name,
    assumedRules: assumedAmong(req, statutes, ['candidateEligibility', 'minimumAge']),
  }
  showPage(req, res, 'candidates', page, shown)
}

function card(
  req: Request,
  election: Election,
  candidacy: CandidacyRow,
  people: readonly { id: number; name: string }[],
): CandidateCard {
  const can = canOf(userOf(req))
  const open = election.status === 'nominating'
  const unknown = candidacy.person_id === null && !['certified', 'final'].includes(election.status)
  const namesake = people.some(({ name }) => sameName(name, candidacy.name))
  const { id } = candidacy
  return {
    name: candidacy.name,
    contact: can['elections.run'] || can['contacts.read'] ? candidacy.contact : null,
    consented_on: candidacy.consented_on,
    eligible_as: candidacy.eligible_as,
    checked_by: candidacy.eligibility_checked_by,
    checked_on: candidacy.eligibility_checked_on,
    position: candidacy.ballot_position,
    personHref: unknown && namesake && can['elections.plan'] ? paths.candidatePerson(election.id, id) : null,
    withdrawalHref: open && can['elections.run'] ? paths.candidateWithdrawal(election.id, id) : null,
  }
}

/** office/elections/withdrawal */
export interface WithdrawalPage {
  head: ElectionHead
  name: string
  action: string
  mayWithdraw: boolean
}

async function showWithdrawal(req: CandidacyRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const { id, name, withdrawn_on } = await getCandidacy(req.db, election, idFrom(req.params.candidacy))
  const page: WithdrawalPage = {
    head: headOf(req, election),
    name,
    action: paths.candidateWithdrawal(election.id, id),
    mayWithdraw: election.status === 'nominating' && withdrawn_on === null,
  }
  showPage(req, res, 'withdrawal', page)
}

/** office/elections/person */
export interface CandidatePersonPage {
  head: ElectionHead
  name: string
  action: string
  people: { value: string; text: string }[]
  /** The person of that name, if there is one. */
  likely: string
}

async function showPerson(req: CandidacyRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const { id, name, person_id } = await getCandidacy(req.db, election, idFrom(req.params.candidacy))
  const people = await listPeople(req.db, req.clock.today())
  const likely = person_id ?? people.find((person) => sameName(person.name, name))?.id
  const page: CandidatePersonPage = {
    head: headOf(req, election),
    name,
    action: paths.candidatePerson(election.id, id),
    people: people.map((person) => ({
      value: `${person.id}`,
      text: person.seat ? `${person.name} (${person.seat.label})` : person.name,
    })),
    likely: likely === undefined ? '' : `${likely}`,
  }
  showPage(req, res, 'person', page, shown)
}
