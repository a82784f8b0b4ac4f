import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { ElectionId, MembershipId, PersonId } from '../core/ids.ts'
import type { Held } from './held.ts'
import { findTermOn } from './terms.ts'
import { publicationsOf } from '../people/publications.ts'
import { rosterOn, type RosterLine } from './roster.ts'
import { assumedBehind, type AssumedRule } from './assumed.ts'
import { statutesOn } from '../statutes/versions.ts'
import { nominatorsOf } from './nominators.ts'
import type { TermRow } from './tables.ts'
import type { OfficeKey } from '../statutes/offices.ts'
import type { AreaKind } from '../rules/core/by_kind.ts'

// The one way out to the public: never an address; name, phone and e-mail only when the person agreed.
// The past leaves by models/council/history/publication.ts on the same terms.

/** `name`, `email` and `phone` are null unless the person has agreed to show them. */
export interface PublicMember {
  name: string | null
  email: string | null
  phone: string | null
  office: OfficeKey | null
  starts_on: IsoDate
  due_on: IsoDate
  ends_on: IsoDate
  chosen: Held['chosen']['how']
  chosen_on: IsoDate | null
  electionId: ElectionId | null
  nominatedBy: string[]
}

export interface PublicVacancy {
  since: IsoDate | null
  filling: 'election' | 'nomination' | 'substitute' | 'council' | 'nobody' | 'unknown'
  organisations: string[]
  hasSubstitutes: boolean
  next: { name: string | null; starts_on: IsoDate } | null
}

export interface PublicSeat {
  slug: string
  area: string
  kind: AreaKind
  member: PublicMember | null
  vacancy: PublicVacancy | null
}

export interface PublicCouncil {
  seats: PublicSeat[]
  term: Pick<TermRow, 'starts_on' | 'ends_on'> | null
  /** The assumed rules that the page relies on. */
  assumed: AssumedRule[]
}

export async function publicCouncilOn(db: Db, day: IsoDate): Promise<PublicCouncil> {
  const lines = await rosterOn(db, day)
  const shown = lines.flatMap(({ member, vacancy }) => member ?? vacancy?.next ?? [])
  const published = await publishedDetails(db, shown)
  const nominators = await nominatorsOf(db, shown)
  const { statutes } = await statutesOn(db, day)
  const term = await findTermOn(db, day)
  return {
    seats: lines.map((line) => publicSeat(line, published, nominators)),
    term: term ? { starts_on: term.starts_on, ends_on: term.ends_on } : null,
    assumed: assumedBehind(statutes, lines),
  }
}

export type PublishedDetails = Pick<PublicMember, 'name' | 'email' | 'phone'>

/** By person id; name, phone and e-mail are null unless the person has agreed to show them. */
export async function publishedDetails(
  db: Db,
  members: readonly Pick<Held, 'person_id'>[],
): Promise<Map<PersonId, PublishedDetails>> {
  const ids = [...new Set(members.map(({ person_id }) => person_id))]
  const people = await db('people').whereIn('id', ids).select('id', 'name', 'email', 'phone')
  const published = await publicationsOf(db, ids)
  return new Map(
    people.map(({ id, name, email, phone }) => {
      const may = published.get(id)
      const face = {
        name: may?.name.published ? name : null,
        email: may?.email.published ? email : null,
        phone: may?.phone.published ? phone : null,
      }
      return [id, face]
    }),
  )
}

/** By person id; people who have not agreed to be named are left out. */
export async function listPublicNames(db: Db): Promise<Map<PersonId, string>> {
  // The newest answer counts, as in `publicationsOf`.
  const answers = await db('person_publications')
    .join('people', 'people.id', 'person_id')
    .where({ field: 'name' })
    .orderBy('person_publications.id')
    .select<{ person_id: PersonId; published: number | boolean; name: string }[]>(
      'person_id',
      'published',
      'name',
    )
  const names = new Map<PersonId, string>()
  for (const { person_id, published, name } of answers) {
    if (published) names.set(person_id, name)
    else names.delete(person_id)
  }
  return names
}

const NOTHING_PUBLISHED: PublishedDetails = { name: null, email: null, phone: null }

function publicSeat(
  { seat, member, vacancy }: RosterLine,
  published: Map<PersonId, PublishedDetails>,
  nominators: Map<MembershipId, string[]>,
): PublicSeat {
  const { slug, label: area, area_kind: kind } = seat
  if (member) {
    const { office = null, starts_on, due_on, ends_on, chosen, id, person_id } = member
    const face = published.get(person_id) ?? NOTHING_PUBLISHED
    const how = {
      chosen: chosen.how,
      chosen_on: chosen.how === 'registered' ? null : chosen.on,
      electionId: 'electionId' in chosen ? chosen.electionId : null,
      nominatedBy: nominators.get(id) ?? [],
    }
    const days = { starts_on, due_on, ends_on }
    return { slug, area, kind, member: { ...face, office, ...days, ...how }, vacancy: null }
  }
  return { slug, area, kind, member: null, vacancy: vacancy ? publicVacancy(vacancy, published) : null }
}

function publicVacancy(
  { vacantSince, neverFilled, filling, substitutes, next }: NonNullable<RosterLine['vacancy']>,
  published: Map<PersonId, PublishedDetails>,
): PublicVacancy {
  return {
    // The register has a beginning: a seat without a known holder may have had one before.
    since: neverFilled ? null : (vacantSince ?? null),
    filling: filling.by,
    organisations: filling.by === 'nomination' ? filling.bodies.map(({ name }) => name) : [],
    hasSubstitutes: substitutes !== 'none',
    next: next ? { name: published.get(next.person_id)?.name ?? null, starts_on: next.starts_on } : null,
  }
}
