import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { AreaId, BodyId } from '../../core/ids.ts'
import { standing } from '../../council/in_office.ts'
import { listAreas } from '../../council/areas.ts'
import { listSeats, type SeatInArea } from '../../council/seats.ts'
import { listTermsWithAreas } from '../../council/terms.ts'
import { listStatutesVersions } from '../../statutes/versions.ts'
import { officesOf } from '../../statutes/offices.ts'
import { termLengths } from '../../statutes/versions.ts'
import { soundKey } from '../reading/names.ts'
import type { Held } from './plan/overlaps.ts'
import type { Known } from './plan/plan.ts'
import { versionInForce } from '../../rules/statutes/in_force.ts'
import { knownPeople } from '../../people/known_people.ts'

/** `reasonNames`: the reasons as the interface writes them. */
export async function knownBy(
  db: Db,
  today: IsoDate,
  reasonNames: readonly (readonly [reason: string, name: string])[],
): Promise<Known> {
  const seats = await listSeats(db)
  const versions = await listStatutesVersions(db)
  const { statutes } = versionInForce(versions, today) ?? versions[0] ?? {}
  const terms = await listTermsWithAreas(db)
  const lengthOn = await termLengths(db)
  const memberships = await db('memberships')
    .join('people', 'people.id', 'memberships.person_id')
    .where(standing())
    .select<Omit<Held, 'seat'>[]>('seat_id', 'person_id', 'starts_on', 'ends_on', 'people.name as person')
  const labels = new Map(seats.map(({ id, label }) => [id, label]))
  return {
    areas: await areasWith(db, seats),
    organisations: await organisationNames(db),
    terms: terms.map(({ id: _id, ...term }) => term),
    termLength: lengthOn(terms[0]?.startsOn ?? today),
    reelection: statutes?.rules.reelection.value ?? 'unlimited',
    people: await db('people').where(knownPeople(db)).orderBy('id').select('id', 'name'),
    memberships: memberships.map((held) => ({ ...held, seat: labels.get(held.seat_id) ?? '' })),
    officeholdings: await db('officeholdings')
      .join('memberships', 'memberships.id', 'officeholdings.membership_id')
      .join('people', 'people.id', 'memberships.person_id')
      .where(standing('officeholdings'))
      .select('office', 'officeholdings.starts_on', 'officeholdings.ends_on', 'people.name as person'),
    offices: statutes ? officesOf(statutes) : [],
    reasonNames,
    today,
  }
}

/** Areas with every name of theirs, their places and their organisations, in any version. */
async function areasWith(db: Db, seats: readonly SeatInArea[]): Promise<Known['areas']> {
  const versions = await listStatutesVersions(db)
  const areas = await listAreas(db)
  const bodies = await db('area_bodies')
    .join('body_names', 'body_names.body_id', 'area_bodies.body_id')
    .select<{ area_id: AreaId; name: string }[]>('area_id', 'body_names.name')
  return areas.map(({ id, slug, name }) => {
    const written = versions.flatMap(({ statutes }) => statutes.areas.filter(({ key }) => key === slug))
    return {
      names: [
        name,
        slug,
        ...written.flatMap((area) => [area.name, ...area.aliases]),
        ...bodies.filter(({ area_id }) => area_id === id).map((body) => body.name),
      ],
      seats: seats
        .filter(({ area_id }) => area_id === id)
        .map((seat) => ({
          id: seat.id,
          slug: seat.slug,
          area: slug,
          label: seat.label,
          starts_on: seat.starts_on,
          ends_on: seat.ends_on,
        })),
    }
  })
}

async function organisationNames(db: Db): Promise<Map<string, BodyId>> {
  const names = await db('body_names').orderBy('id').select('body_id', 'name')
  const found = new Map<string, BodyId>()
  for (const { body_id, name } of names) if (!found.has(soundKey(name))) found.set(soundKey(name), body_id)
  return found
}
