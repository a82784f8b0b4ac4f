import type { Request, Response } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { getCandidacy, listCandidacies } from '../../../../models/elections/candidates/candidates.ts'
import { listSeatsHeld } from '../../../../models/elections/candidates/seated.ts'
import { listBeyondTerms } from '../../../../models/elections/candidates/terms_sat.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { listPhotographed } from '../../../../models/elections/candidates/portraits.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import { sameName } from '../../../../models/rules/elections/certification.ts'
import type { Params } from '../../../../models/rules/core/verdict.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { CandidacyRow, EligibleAs } from '../../../../models/elections/candidates/tables.ts'
import { shownSymbol, type ShownSymbol } from '../../../../views/partials/elections/symbols.ts'
import { userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import type { Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { electionOf, showPage, type ElectionRequest } from '../shared.ts'
import { assumedAmong, headOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

export type CandidacyRequest = Request<{ id: string; candidacy: string }>

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
  symbol: ShownSymbol | null
  statement: string | null
  photoHref: string | null
  portraitHref: string | null
  /** The person sits on the council already: a seat that must be left before another can be taken. */
  holds: { seat: string; until: IsoDate } | null
  /** The person has sat in as many terms as the statutes allow: which. */
  beyond: Params | null
}

/** Shows the page, after a refusal with what was typed. */
export async function showCandidates(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { statutes } = election
  const candidacies = await listCandidacies(req.db, election.id)
  const photographed = await listPhotographed(req.db, election.id)
  const seated = await listSeatsHeld(req.db, election, candidacies)
  const beyond = await listBeyondTerms(req.db, election, candidacies)
  const mayRegister = allows(election.status, 'registerCandidate') && canOf(userOf(req))['elections.run']
  const people = canOf(userOf(req))['register.read'] ? await listPeople(req.db, req.clock.today()) : []
  const page: CandidatesPage = {
    head: headOf(req, election),
    standing: candidacies
      .filter(({ withdrawn_on }) => withdrawn_on === null)
      .map((candidacy) => ({
        ...card(req, election, candidacy, people),
        photoHref: photographed.has(candidacy.id) ? paths.candidatePhoto(election.id, candidacy.id) : null,
        holds: seated.get(candidacy.id) ?? null,
        beyond: beyond.get(candidacy.id) ?? null,
      })),
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
  showPage(req, res, 'candidates/candidates', page, shown)
}

function card(
  req: Request,
  election: Election,
  candidacy: CandidacyRow,
  people: readonly { id: number; name: string }[],
): Omit<CandidateCard, 'photoHref' | 'holds' | 'beyond'> {
  const can = canOf(userOf(req))
  const open = allows(election.status, 'registerCandidate')
  const unknown = candidacy.person_id === null && !facts(election.status).certified
  const namesake = people.some(({ name }) => sameName(name, candidacy.name))
  const { id, statement } = candidacy
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
    symbol: shownSymbol(candidacy.symbol),
    statement,
    portraitHref: open && can['elections.run'] ? paths.candidatePortrait(election.id, id) : null,
  }
}

/** office/elections/withdrawal */
export interface WithdrawalPage {
  head: ElectionHead
  name: string
  action: string
  mayWithdraw: boolean
}

/** Shows the page, after a refusal with what was typed. */
export async function showWithdrawal(req: CandidacyRequest, res: Response): Promise<void> {
  const election = await electionOf(req)
  const { id, name, withdrawn_on } = await getCandidacy(req.db, election, idFrom(req.params.candidacy))
  const page: WithdrawalPage = {
    head: headOf(req, election),
    name,
    action: paths.candidateWithdrawal(election.id, id),
    mayWithdraw: allows(election.status, 'withdrawCandidate') && withdrawn_on === null,
  }
  showPage(req, res, 'candidates/withdrawal', page)
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

/** Shows the page, after a refusal with what was typed. */
export async function showPerson(
  req: CandidacyRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
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
  showPage(req, res, 'candidates/person', page, shown)
}
