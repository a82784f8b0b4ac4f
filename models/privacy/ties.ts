import { later, type IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { ElectionId, NominationId, PersonId, StatutesVersionId } from '../core/ids.ts'
import { groupedBy } from '../core/grouped.ts'
import { finderIn } from '../core/records.ts'
import { listOpenFlags } from '../council/grounds/flags.ts'
import { standing } from '../council/in_office.ts'
import { getStatutesVersion } from '../statutes/versions.ts'
import type { Ties } from '../rules/privacy/retention.ts'
import { substitutesOf } from '../rules/council/substitutes.ts'
import type { PersonRow } from '../people/tables.ts'
import { type ElectionState, facts } from '../rules/elections/state.ts'

/** By person id. A few queries, however many people. */
export async function tiesOf(
  db: Db,
  people: readonly Pick<PersonRow, 'id' | 'registered_on'>[],
): Promise<(personId: PersonId) => Ties> {
  const ids = people.map(({ id }) => id)
  const memberships = byPerson(await db('memberships').whereIn('person_id', ids).where(standing()))
  const elections = byPerson(await electionsOf(db, ids))
  const nominations = byPerson(await nominationsOf(db, ids))
  const substitutes = byPerson(await substitutesFor(db, ids))
  const accounts = byPerson(await db('accounts').whereIn('person_id', ids).select('person_id', 'closed_on'))
  const flags = await listOpenFlags(db)
  const found = people.map(({ id, registered_on }): [PersonId, Ties] => {
    const held = memberships(id)
    const ties: Ties = {
      registeredOn: registered_on,
      memberships: held,
      elections: elections(id),
      nominations: nominations(id),
      substitutes: substitutes(id),
      accounts: accounts(id).map(({ closed_on }) => ({ closedOn: closed_on })),
      openFlags: flags.filter((flag) => held.some((one) => one.id === flag.membership_id)).length,
    }
    return [id, ties]
  })
  return finderIn(new Map(found))
}

function byPerson<T extends { person_id: PersonId | null }>(rows: readonly T[]): (id: PersonId) => T[] {
  const grouped = groupedBy(rows, ({ person_id }) => person_id ?? 0)
  return (id) => grouped.get(id) ?? []
}

export interface OverElection {
  over: boolean
  endedOn: IsoDate
  /** A candidate who was not elected may have to step in until the term ends. */
  keptUntil: IsoDate | undefined
}

async function electionsOf(
  db: Db,
  ids: readonly PersonId[],
): Promise<(OverElection & { person_id: PersonId | null })[]> {
  const stood = await db('candidacies')
    .whereIn('person_id', ids)
    .whereNull('erased_on')
    .select('person_id', 'election_id')
  const ends = await electionEnds(
    db,
    stood.map(({ election_id }) => election_id),
  )
  return stood.flatMap(({ person_id, election_id }) => {
    const end = ends.get(election_id)
    return end ? [{ person_id, ...end }] : []
  })
}

/** An election is over on its last record's day, when complaints are closed; without one, when complaints end. */
export async function electionEnds(
  db: Db,
  ids: readonly ElectionId[],
): Promise<Map<ElectionId, OverElection>> {
  const rows = await db('elections')
    .join('areas', 'areas.id', 'elections.area_id')
    .join('terms', 'terms.id', 'elections.term_id')
    .whereIn('elections.id', [...new Set(ids)])
    .select<ElectionEnd[]>(
      'elections.id',
      'elections.status',
      'elections.complaints_until',
      'elections.statutes_version_id',
      'areas.slug as area',
      'terms.ends_on as term_ends_on',
    )
  const records = await db('records')
    .whereIn(
      'election_id',
      rows.map(({ id }) => id),
    )
    .select('election_id', 'made_on')
  const ends = new Map<ElectionId, OverElection>()
  for (const row of rows) {
    const made = records.filter(({ election_id }) => election_id === row.id).map(({ made_on }) => made_on)
    const { statutes } = await getStatutesVersion(db, row.statutes_version_id)
    const stepIn = substitutesOf(statutes, row.area) === 'vote_order'
    ends.set(row.id, {
      over: facts(row.status).over,
      endedOn: made.length > 0 ? made.reduce(later) : row.complaints_until,
      keptUntil: stepIn ? row.term_ends_on : undefined,
    })
  }
  return ends
}

interface ElectionEnd {
  id: ElectionId
  status: ElectionState
  complaints_until: IsoDate
  statutes_version_id: StatutesVersionId
  area: string
  term_ends_on: IsoDate
}

async function nominationsOf(
  db: Db,
  ids: readonly PersonId[],
): Promise<{ person_id: PersonId; open: boolean; endedOn: IsoDate }[]> {
  const named = await db('nomination_answers').whereIn('person_id', ids).select('person_id', 'nomination_id')
  const nominations = await db('nominations')
    .leftJoin('nomination_closings', 'nomination_closings.nomination_id', 'nominations.id')
    .leftJoin('appointments', 'appointments.nomination_id', 'nominations.id')
    .whereIn(
      'nominations.id',
      named.map(({ nomination_id }) => nomination_id),
    )
    .select<
      {
        id: NominationId
        status: string
        closed_on: IsoDate | null
        decided_on: IsoDate | null
        answer_by: IsoDate
      }[]
    >(
      'nominations.id',
      'nominations.status',
      'nominations.answer_by',
      'nomination_closings.closed_on',
      'appointments.decided_on',
    )
  const known = new Map(nominations.map((nomination) => [nomination.id, nomination]))
  return named.flatMap(({ person_id, nomination_id }) => {
    const found = known.get(nomination_id)
    if (!found) return []
    const endedOn = found.decided_on ?? found.closed_on ?? found.answer_by
    return [{ person_id, open: found.status === 'open', endedOn }]
  })
}

async function substitutesFor(
  db: Db,
  ids: readonly PersonId[],
): Promise<{ person_id: PersonId; until: IsoDate }[]> {
  const rows = await db('substitutes')
    .join('terms', 'terms.id', 'substitutes.term_id')
    .whereIn('substitutes.person_id', ids)
    .select<{ person_id: PersonId; withdrawn_on: IsoDate | null; ends_on: IsoDate }[]>(
      'substitutes.person_id',
      'substitutes.withdrawn_on',
      'terms.ends_on',
    )
  return rows.map(({ person_id, withdrawn_on, ends_on }) => ({ person_id, until: withdrawn_on ?? ends_on }))
}
