import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { PersonId } from '../../core/ids.ts'
import { publishedDetails, type PublicMember } from '../publication.ts'
import { councilHistory, type HeldInFull } from './council_history.ts'
import type { HeldOfficeDays } from './seat_story.ts'
import { compareDays, type SeatThen, type TwoDays } from './two_days.ts'
import type { OfficeDifference, SeatDifference } from './roster_difference.ts'
import type { Empty, Stretch } from '../../rules/council/seat_stretches.ts'
import type { AreaRow } from '../../bodies/tables.ts'
import type { TermRow } from '../tables.ts'
import type { OfficeKey } from '../../statutes/offices.ts'

// Names only by consent, never why a member left, and nothing that links an unnamed person's seats.

/** `name` is null unless the person has agreed to be named. */
export interface PublicHeld extends Pick<
  PublicMember,
  'name' | 'starts_on' | 'ends_on' | 'chosen' | 'chosen_on' | 'nominatedBy'
> {
  early: boolean
  offices: HeldOfficeDays[]
}

export interface PublicSeatHistory {
  slug: string
  area: string
  kind: AreaRow['kind']
  starts_on: IsoDate
  ends_on: IsoDate | null
  /** Oldest first. */
  stretches: ({ kind: 'held'; held: PublicHeld } | Empty)[]
}

export interface PublicHistory {
  seats: PublicSeatHistory[]
  terms: Pick<TermRow, 'starts_on' | 'ends_on'>[]
}

/** Up to today, with booked members. */
export async function publicHistory(db: Db, today: IsoDate, day: IsoDate = today): Promise<PublicHistory> {
  const { seats, terms } = await councilHistory(db, today, day)
  const held = seats.flatMap(({ stretches }) =>
    stretches.flatMap((one) => (one.kind === 'held' ? one.held : [])),
  )
  const published = await publishedDetails(db, held)
  const shown = (stretch: Stretch<HeldInFull>) =>
    stretch.kind === 'held'
      ? { kind: 'held' as const, held: publicHeld(stretch.held, published.get(stretch.held.person_id)?.name) }
      : stretch
  return {
    seats: seats.map(({ seat, stretches }) => ({
      ...{ slug: seat.slug, area: seat.label, kind: seat.area_kind },
      ...{ starts_on: seat.starts_on, ends_on: seat.ends_on },
      stretches: stretches.map(shown),
    })),
    terms: terms.map(({ starts_on, ends_on }) => ({ starts_on, ends_on })),
  }
}

function publicHeld(held: HeldInFull, name: string | null | undefined): PublicHeld {
  const { starts_on, ends_on, chosen, offices, nominatedBy } = held
  return {
    ...{ name: name ?? null, starts_on, ends_on, offices, nominatedBy },
    early: held.end_reason !== null,
    chosen: chosen.how,
    chosen_on: chosen.how === 'registered' ? null : chosen.on,
  }
}

/** `name` is null for a member who has not agreed to be named. */
export type PublicState = { is: 'held'; name: string | null } | { is: 'vacant' } | { is: 'unknown' }

export interface PublicSeatThen {
  slug: string
  area: string
  kind: AreaRow['kind']
  state: PublicState
}

export interface PublicTwoDays extends Pick<TwoDays, 'names' | 'statutes'> {
  seats: SeatDifference<PublicSeatThen>[]
  people: {
    came: PublicSeatThen[]
    left: PublicSeatThen[]
    moved: { before: PublicSeatThen; after: PublicSeatThen }[]
  }
  offices: OfficeDifference<{ office: OfficeKey; number: number; name: string | null }>[]
}

/** What differs on the later of two days, as the public may see it. */
export async function publicDifference(db: Db, from: IsoDate, until: IsoDate): Promise<PublicTwoDays> {
  const { seats, people, offices, names, statutes } = await compareDays(db, from, until)
  const then = seats.flatMap(({ before, after }) => [before, after])
  const members = then.flatMap((seat) => (seat?.state.is === 'held' ? seat.state.member : []))
  const published = await publishedDetails(db, members)
  const shown = (seat: SeatThen) => publicSeatThen(seat, published)
  const officer = ({
    office,
    number,
    person_id,
  }: {
    office: OfficeKey
    number: number
    person_id: PersonId
  }) => ({
    ...{ office, number, name: published.get(person_id)?.name ?? null },
  })
  return {
    seats: seats.map(({ change, before, after }) => ({
      ...{ change, before: before && shown(before), after: after && shown(after) },
    })),
    people: {
      came: people.came.map(shown),
      left: people.left.map(shown),
      moved: people.moved
        .map(({ before, after }) => ({ before: shown(before), after: shown(after) }))
        .filter(({ after }) => after.state.is === 'held' && after.state.name !== null),
    },
    offices: offices.map(({ before, after }) => ({
      ...{ before: before && officer(before), after: after && officer(after) },
    })),
    ...{ names, statutes },
  }
}

function publicSeatThen(
  { seat, state }: SeatThen,
  published: Awaited<ReturnType<typeof publishedDetails>>,
): PublicSeatThen {
  const shown: PublicState =
    state.is === 'held'
      ? { is: 'held', name: published.get(state.member.person_id)?.name ?? null }
      : { is: state.is }
  return { slug: seat.slug, area: seat.label, kind: seat.area_kind, state: shown }
}
