import { type IsoDate, LAST_DAY } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { BodyId, PersonId } from '../../core/ids.ts'
import { publicationsOf } from '../../people/publications.ts'
import { listAreas } from '../../council/areas.ts'
import { listSeats } from '../../council/seats.ts'
import { listOffices, statutesOn, type CouncilName } from '../../statutes/versions.ts'
import type { OfficeKey } from '../../statutes/offices.ts'
import { bodyNamer } from '../../bodies/names.ts'
import { groupedBy } from '../../core/grouped.ts'
import { history, type HistoryEntry } from '../export/history.ts'
import { knownPeople } from '../../people/known_people.ts'
import type { Audience } from '../export/vcards.ts'
import { byKind, isNominatedSeat } from '../../rules/core/by_kind.ts'
import { popoloEvents } from './popolo_events.ts'

const PEOPLE_CHUNK = 500

export interface PopoloOptions {
  audience: Audience
  today: IsoDate
  office: (office: OfficeKey) => string
}

/** Pieces of one JSON object. Contact data and public names need consent. A lasting membership has no end date. */
export async function* popoloOf(db: Db, options: PopoloOptions): AsyncGenerator<string> {
  const { statutes } = await statutesOn(db, options.today)
  const { council } = statutes
  yield '{'
  yield* list('organizations', organizations(db, council))
  yield ','
  yield* list('areas', areas(db))
  yield ','
  yield* list('posts', posts(db, council, options))
  yield ','
  yield* list('persons', persons(db, options))
  yield ','
  yield* list('memberships', memberships(db, council, options))
  yield ','
  yield* list('events', popoloEvents(db, ids.council(council), options.audience))
  yield '}\n'
}

async function* list(name: string, things: AsyncIterable<object>): AsyncGenerator<string> {
  yield `"${name}":[`
  let separator = ''
  for await (const thing of things) {
    yield `${separator}${JSON.stringify(thing)}`
    separator = ','
  }
  yield ']'
}

const ids = {
  council: ({ key }: CouncilName) => `council/${key}`,
  body: (id: BodyId) => `organization/${id}`,
  group: (slug: string) => `group/${slug}`,
  area: (slug: string) => `area/${slug}`,
  seat: (slug: string) => `post/${slug}`,
  office: (office: OfficeKey) => `post/${office}`,
  person: (id: PersonId) => `person/${id}`,
}

/** The council, every place and organisation, and each nominating group. */
async function* organizations(db: Db, council: CouncilName): AsyncGenerator<object> {
  yield { id: ids.council(council), name: council.name, classification: 'council' }
  for (const { slug, name, kind } of await listAreas(db)) {
    if (!isNominatedSeat({ area_kind: kind })) continue
    yield { id: ids.group(slug), name, classification: 'nominating group', area_id: ids.area(slug) }
  }
  const names = groupedBy(await db('body_names').orderBy('id'), ({ body_id }) => body_id)
  const nameOf = await bodyNamer(db)
  for (const body of await db('bodies').orderBy('id')) {
    const { id, active_from, active_until } = body
    const name = nameOf(id, active_until ?? LAST_DAY)
    const otherNames = (names.get(id) ?? []).filter((one) => one.name !== name)
    yield {
      id: ids.body(id),
      name,
      classification: byKind(body, { place: () => 'drop-in centre', organisation: () => 'organisation' }),
      ...(active_from && { founding_date: active_from }),
      ...(active_until && { dissolution_date: active_until }),
      ...(otherNames.length > 0 && {
        other_names: otherNames.map((one) => ({
          name: one.name,
          ...(one.valid_from && { start_date: one.valid_from }),
          ...(one.valid_until && { end_date: one.valid_until }),
        })),
      }),
    }
  }
}

async function* areas(db: Db): AsyncGenerator<object> {
  for (const area of await listAreas(db)) {
    const classification = byKind(area, {
      place: () => 'drop-in centre',
      organisations: () => 'organisations',
    })
    yield { id: ids.area(area.slug), name: area.name, classification }
  }
}

async function* posts(
  db: Db,
  council: CouncilName,
  { office: title }: PopoloOptions,
): AsyncGenerator<object> {
  const organization_id = ids.council(council)
  for (const { slug, label, area_slug, starts_on, ends_on } of await listSeats(db))
    yield {
      id: ids.seat(slug),
      label,
      role: 'member',
      organization_id,
      area_id: ids.area(area_slug),
      start_date: starts_on,
      ...(ends_on && { end_date: ends_on }),
    }
  for (const { key } of await listOffices(db))
    yield { id: ids.office(key), label: title(key), role: key, organization_id }
}

async function* persons(db: Db, { audience }: PopoloOptions): AsyncGenerator<object> {
  for (let last = 0; ;) {
    const chunk = await db('people')
      .where('people.id', '>', last)
      .where(knownPeople(db))
      .whereIn('people.id', db('memberships').whereNull('voided_on').select('person_id'))
      .orderBy('people.id')
      .limit(PEOPLE_CHUNK)
    const published = await publicationsOf(
      db,
      chunk.map(({ id }) => id),
    )
    for (const { id, name, email, phone } of chunk) {
      const may = published.get(id)
      const contact_details = [
        ...(may?.email.published && email ? [{ type: 'email', value: email }] : []),
        ...(may?.phone.published && phone ? [{ type: 'voice', value: phone }] : []),
      ]
      yield {
        id: ids.person(id),
        name: audience === 'office' || may?.name.published ? name : null,
        ...(contact_details.length > 0 && { contact_details }),
      }
    }
    if (chunk.length < PEOPLE_CHUNK) return
    last = chunk.at(-1)?.id ?? 0
  }
}

async function* memberships(db: Db, council: CouncilName, { today }: PopoloOptions): AsyncGenerator<object> {
  for await (const entry of history(db)) {
    const { held, seat, offices } = entry
    const shared = {
      person_id: ids.person(held.person_id),
      organization_id: ids.council(council),
      area_id: ids.area(seat.area_slug),
      ...onBehalfOf(entry),
    }
    yield {
      id: `membership/${held.id}`,
      role: 'member',
      post_id: ids.seat(seat.slug),
      ...shared,
      ...dates(held, today),
    }
    for (const { office, ...days } of offices)
      yield {
        id: `membership/${held.id}/${office}/${days.starts_on}`,
        role: office,
        post_id: ids.office(office),
        ...shared,
        ...dates(days, today),
      }
  }
}

/** One organisation by itself; several as their nominating group. */
function onBehalfOf({ seat, nominators }: HistoryEntry): { on_behalf_of_id?: string } {
  const [only] = nominators.ids
  if (only === undefined || !isNominatedSeat(seat)) return {}
  return { on_behalf_of_id: nominators.ids.length === 1 ? ids.body(only) : ids.group(seat.area_slug) }
}

function dates({ starts_on, ends_on }: { starts_on: IsoDate; ends_on: IsoDate }, today: IsoDate) {
  const over = ends_on.localeCompare(today) < 0
  return { start_date: starts_on, ...(over && { end_date: ends_on }) }
}
