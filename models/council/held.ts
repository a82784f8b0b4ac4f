import type { Knex } from 'knex'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { type AppointmentId, type CandidacyId, type ElectionId, storedIds } from '../core/ids.ts'
import type { MembershipRow } from './tables.ts'

/** How a member got the seat. `registered`: the secretary placed the member by hand. */
export type Chosen =
  | { how: 'elected' | 'uncontested' | 'by_lot'; on: IsoDate; by: string | null; electionId: ElectionId }
  | { how: 'appointed'; on: IsoDate; by: string; appointmentId: AppointmentId }
  | { how: 'registered' }

export interface Held extends MembershipRow {
  person: string
  chosen: Chosen
}

interface HeldRow extends MembershipRow {
  person: string
  election_id: ElectionId | null
  polling_on: IsoDate | null
  uncontested_on: IsoDate | null
  uncontested_body: string | null
  /** JSON list of the candidacies that the lot behind the certified result chose. */
  lot_chosen: string | null
  appointing_body: string | null
  appointed_on: IsoDate | null
}

/** Runs one query: `which` filters and orders it, and so decides the index. */
export async function listHeld(db: Db, which: (memberships: Knex.QueryBuilder) => void): Promise<Held[]> {
  const memberships = heldRows(db)
  which(memberships)
  const rows = (await memberships) as HeldRow[]
  return rows.map((row) => ({ ...row, chosen: chosenFrom(row) }))
}

function heldRows(db: Db): Knex.QueryBuilder {
  const certifiedRound = db('certifications').where('election_id', db.ref('elections.id')).max('round')
  const lotThatCounted = db('lots')
    .where('lots.election_id', db.ref('elections.id'))
    .where('lots.about', 'tie')
    .where('lots.round', certifiedRound)
    .orderBy('lots.id', 'desc')
    .limit(1)
    .select('chosen')
  return db('memberships')
    .join('people', 'people.id', 'memberships.person_id')
    .leftJoin('candidacies', 'candidacies.id', 'memberships.candidacy_id')
    .leftJoin('elections', 'elections.id', 'candidacies.election_id')
    .leftJoin('appointments', 'appointments.id', 'memberships.appointment_id')
    .select(
      'memberships.*',
      'people.name as person',
      'elections.id as election_id',
      'elections.polling_on',
      'elections.uncontested_on',
      'elections.uncontested_body',
      'appointments.appointing_body',
      'appointments.decided_on as appointed_on',
    )
    .select(lotThatCounted.as('lot_chosen'))
}

function chosenFrom(row: HeldRow): Chosen {
  if (row.election_id !== null && row.polling_on !== null) {
    const electionId = row.election_id
    if (row.uncontested_on !== null)
      return { how: 'uncontested', on: row.uncontested_on, by: row.uncontested_body, electionId }
    const chosenByLot = storedIds<CandidacyId>(row.lot_chosen ?? '[]')
    const byLot = row.candidacy_id !== null && chosenByLot.includes(row.candidacy_id)
    return { how: byLot ? 'by_lot' : 'elected', on: row.polling_on, by: null, electionId }
  }
  if (row.appointment_id !== null && row.appointed_on !== null)
    return {
      how: 'appointed',
      on: row.appointed_on,
      by: row.appointing_body ?? '',
      appointmentId: row.appointment_id,
    }
  return { how: 'registered' }
}
