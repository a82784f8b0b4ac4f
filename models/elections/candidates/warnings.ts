import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { type CandidacyId, NO_ID } from '../../core/ids.ts'
import { standing } from '../../council/in_office.ts'
import { listSeats } from '../../council/seats.ts'
import { listTermsSat } from '../../council/terms_sat.ts'
import type { CandidacyRow } from './tables.ts'
import type { Election } from '../elections.ts'
import type { Params } from '../../rules/core/verdict.ts'
import { candidacyRefusals, seatsInTheWay } from '../../rules/elections/candidacy.ts'

/** Warns, by candidacy, of seats to be left before certification. Candidates outside the register are not known. */
export async function listSeatsHeld(
  db: Db,
  election: Election,
  candidacies: readonly CandidacyRow[],
): Promise<ReadonlyMap<CandidacyId, { seat: string; until: IsoDate }>> {
  const { term, polling_on } = election
  const people = candidacies.flatMap(({ person_id }) => person_id ?? [])
  const memberships = await db('memberships').whereIn('person_id', people).where(standing())
  const holding = seatsInTheWay(memberships, { term, polling_on }, candidacies)
  const seats = holding.length > 0 ? await listSeats(db) : []
  const held = holding.map(({ person_id, seat_id, ends_on }) => {
    const seat = seats.find(({ id }) => id === seat_id)?.label ?? ''
    return { person_id, seat, until: ends_on }
  })
  return new Map(
    candidacies.flatMap(({ id, person_id }) => {
      const found = held.find((one) => one.person_id === person_id)
      return found ? [[id, { seat: found.seat, until: found.until }] as const] : []
    }),
  )
}

/** Warns, by candidacy, and stops no result. This election's seat and people outside the register do not count. */
export async function listBeyondTerms(
  db: Db,
  { statutes, term_id }: Election,
  candidacies: readonly CandidacyRow[],
): Promise<ReadonlyMap<CandidacyId, Params>> {
  const people = candidacies.flatMap(({ person_id }) => person_id ?? [])
  const sat = await listTermsSat(
    db,
    people,
    candidacies.map(({ id }) => id),
  )
  return new Map(
    candidacies.flatMap(({ id, person_id }) => {
      const terms = { sat: sat.get(person_id ?? NO_ID) ?? [], termId: term_id }
      return candidacyRefusals({ statutes, terms }).map(({ params = {} }) => [id, params] as const)
    }),
  )
}
