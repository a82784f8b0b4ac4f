import type { IsoDate } from '../../../../models/core/dates.ts'
import type { CandidacyId, PersonId } from '../../../../models/core/ids.ts'
import type {
  CandidacyRow,
  EligibleAs,
  ListReopeningRow,
  WithdrawnBecause,
} from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Params } from '../../../../models/rules/core/verdict.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { sameName } from '../../../../models/rules/elections/certification.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { shownSymbol, type ShownSymbol } from '../../../partials/elections/symbols.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { assumedAmong, headOf, type ElectionHead } from '../head.ts'

export interface CandidatesPage {
  head: ElectionHead
  standing: CandidateCard[]
  withdrawn: { name: string; withdrawn_on: IsoDate; because: WithdrawnBecause }[]
  /** The list was approved before, and is being put right. */
  reopened: ListReopeningRow | null
  mayRegister: boolean
  listHref: string
  listIsDue: boolean
  /** Empty for a reader who may not read the register. */
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
  /** Given when a person of the register has the same name, and it is undecided whether they are the same. */
  personHref: string | null
  withdrawalHref: string | null
  nameHref: string | null
  symbol: ShownSymbol | null
  statement: string | null
  photoHref: string | null
  portraitHref: string | null
  /** A seat that must be left before the candidate can take another. */
  holds: Holding | null
  beyond: Params | null
}

export interface Holding {
  seat: string
  until: IsoDate
}

export interface Candidates {
  candidacies: readonly CandidacyRow[]
  photographed: ReadonlySet<CandidacyId>
  seated: ReadonlyMap<CandidacyId, Holding>
  beyond: ReadonlyMap<CandidacyId, Params>
  /** Empty for a reader who may not read the register. */
  people: readonly { id: PersonId; name: string }[]
  reopened?: ListReopeningRow | undefined
}

/** `checker` is the name of the signed-in reader. */
export function candidatesPage(
  reader: Reader,
  election: Election,
  candidates: Candidates,
  checker: string,
): CandidatesPage {
  const { can, today } = reader
  const { statutes } = election
  const { candidacies, people } = candidates
  const mayRegister = allows(election.status, 'registerCandidate') && can['elections.run']
  return {
    head: headOf(reader, election),
    standing: candidacies
      .filter(({ withdrawn_on }) => withdrawn_on === null)
      .map((candidacy) => card(reader, election, candidates, candidacy)),
    withdrawn: candidacies.flatMap(({ name, withdrawn_on, withdrawn_because }) =>
      withdrawn_on ? [{ name, withdrawn_on, because: withdrawn_because ?? 'withdrew' }] : [],
    ),
    reopened: candidates.reopened ?? null,
    mayRegister,
    listHref: paths.candidateList(election.id),
    listIsDue: mayRegister && today > election.candidates_by,
    people: people.map((person) => ({ value: `${person.id}`, text: person.name })),
    grounds: statutes.rules.candidateEligibility.value.anyOf,
    minimumAge: statutes.rules.minimumAge.value,
    today,
    checker,
    assumedRules: assumedAmong(reader, statutes, ['candidateEligibility', 'minimumAge']),
  }
}

function card(
  { can }: Reader,
  election: Election,
  { photographed, seated, beyond, people }: Candidates,
  candidacy: CandidacyRow,
): CandidateCard {
  const { id, name } = candidacy
  const open = allows(election.status, 'registerCandidate')
  const unknown = candidacy.person_id === null && !facts(election.status).certified
  const namesake = people.some((person) => sameName(person.name, name))
  return {
    name,
    contact: can['elections.run'] || can['contacts.read'] ? candidacy.contact : null,
    consented_on: candidacy.consented_on,
    eligible_as: candidacy.eligible_as,
    checked_by: candidacy.eligibility_checked_by,
    checked_on: candidacy.eligibility_checked_on,
    position: candidacy.ballot_position,
    personHref: unknown && namesake && can['elections.plan'] ? paths.candidatePerson(election.id, id) : null,
    withdrawalHref: open && can['elections.run'] ? paths.candidateWithdrawal(election.id, id) : null,
    nameHref: open && can['elections.run'] ? paths.candidateName(election.id, id) : null,
    symbol: shownSymbol(candidacy.symbol),
    statement: candidacy.statement,
    photoHref: photographed.has(id) ? paths.candidatePhoto(election.id, id) : null,
    portraitHref: open && can['elections.run'] ? paths.candidatePortrait(election.id, id) : null,
    holds: seated.get(id) ?? null,
    beyond: beyond.get(id) ?? null,
  }
}
