import { formatDate, later, type IsoDate } from '../../../../models/core/dates.ts'
import type { MembershipId, PersonId } from '../../../../models/core/ids.ts'
import type { ListedPerson } from '../../../../models/council/people_with_seats.ts'
import type { RosterLine } from '../../../../models/council/roster.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { Span } from '../../../../models/rules/core/spans.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export interface MembershipFormPage {
  heading: string
  action: string
  back: string
  newPersonHref: string
  people: { value: number; text: string }[]
  /** Chosen beforehand when the person was registered on the way. */
  person: PersonId | undefined
  starts_on: IsoDate | undefined
  due_on: IsoDate | undefined
  /** The newest membership that the page knows of: a newer one is a conflict. */
  seen: MembershipId
  holder: string | null
}

/** `line` is the seat today, and `term` the one that a vacant seat's new member begins in. */
export interface SeatToFill {
  seat: SeatInArea
  line: RosterLine | undefined
  term: Span | undefined
  people: readonly ListedPerson[]
  asked: unknown
  seen: MembershipId
}

export function membershipFormPage(reader: Reader, fill: SeatToFill): MembershipFormPage {
  const { t, today } = reader
  const { seat, line, term, people, seen } = fill
  return {
    heading: t('register.membership.heading', { seat: seat.label }),
    action: paths.newMembership(seat.slug),
    back: paths.seat(seat.slug),
    newPersonHref: `${paths.newPerson}?plads=${encodeURIComponent(seat.slug)}`,
    people: people.map(({ id, name, seat: held }) => ({
      value: id,
      text: held ? `${name} (${held.label})` : name,
    })),
    person: people.find(({ id }) => id === Number(fill.asked))?.id,
    // While the seat is held, only the secretary knows when the member stops.
    starts_on: line?.vacancy ? (term ? later(today, term.starts_on) : today) : undefined,
    due_on: line?.vacancy ? term?.ends_on : undefined,
    seen,
    holder: line?.member ? holderText(reader, line.member) : null,
  }
}

function holderText(
  { t, lang }: Reader,
  { person: name, ends_on }: { person: string; ends_on: IsoDate },
): string {
  return t('register.membership.holder', { name, date: formatDate(ends_on, lang) })
}
