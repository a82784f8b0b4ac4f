import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import { assumedBehind } from '../../../models/council/assumed.ts'
import type { HeldOffice } from '../../../models/council/offices/offices.ts'
import type { RosterLine, RosterMember } from '../../../models/council/roster.ts'
import type { SeatInArea } from '../../../models/council/seats.ts'
import type { VacantChair } from '../../../models/meetings/vacant_chair.ts'
import { AREA_KINDS, type AreaKind } from '../../../models/rules/core/by_kind.ts'
import type { Span } from '../../../models/rules/core/spans.ts'
import { officeSlots } from '../../../models/rules/council/officeholding.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { officesOf } from '../../../models/statutes/offices.ts'
import { asOf, sameDay, type AsOf } from '../../as_of.ts'
import { assumedTitles, chosenText, fillingLines } from '../../partials/council/seat_words.ts'
import type { Fact } from '../../partials/parts.ts'
import { officeName, officesHeading } from '../../partials/statutes/office_words.ts'
import { ruleSentence } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { balanceLines } from './balance.ts'

export interface CouncilPage {
  asOf: AsOf
  heading: string
  /** How many seats are filled, and which are not; null when there are no seats. */
  sum: string | null
  term: string
  /** Seats of a term that is over, with what is known of the members who go on. */
  interregnum: { heading: string; text: string[] } | null
  balance: string[]
  none: string
  groups: { kind: AreaKind; heading: string; count: string; seats: CouncilSeat[] }[]
  assumedRules: string[]
  officesHeading: string
  offices: Fact[]
  acting: string | null
}

export interface CouncilSeat {
  label: string
  href: string
  member: {
    name: string
    href: string
    office: string | null
    days: string
    early: boolean
    chosen: string
  } | null
  vacancy: { since: string; previous: string | null; next: string } | null
}

export interface CouncilOnDay {
  statutes: Statutes
  lines: readonly RosterLine[]
  term: Span | undefined
  officers: readonly HeldOffice[]
  /** Only on today's page. */
  vacantChair: VacantChair | undefined
}

/** The page is alike for every reader of the office, so that it can be kept. */
export function councilPage(reader: Omit<Reader, 'can'>, day: IsoDate, world: CouncilOnDay): CouncilPage {
  const { t, lang } = reader
  const { statutes, lines } = world
  const then = asOf(reader, paths.council, day)
  const date = formatDate(day, lang)
  const seats = lines.map((line) => ({
    kind: line.seat.area_kind,
    ...councilSeat(reader, statutes, line, then),
  }))
  return {
    asOf: then,
    heading: then.isToday ? t('register.council.heading') : t('register.council.heading_on', { date }),
    sum: lines.length === 0 ? null : sumOf(reader, lines),
    term: [...(then.isToday ? [`${date}.`] : []), termText(reader, world.term)].join(' '),
    interregnum: interregnumOf(reader, statutes, lines),
    balance: balanceLines(reader, statutes, lines),
    none: t('front.no_seats', { date }),
    groups: AREA_KINDS.map((kind) => ({ kind, seats: seats.filter((seat) => seat.kind === kind) }))
      .filter((group) => group.seats.length > 0)
      .map((group) => ({
        ...group,
        heading: t(`register.council.group.${group.kind}`),
        count: t('front.group_seats', { count: group.seats.length }),
      })),
    assumedRules: assumedTitles(reader, assumedBehind(statutes, lines)),
    ...officesOn(reader, world),
    acting: actingText(reader, world.vacantChair),
  }
}

type Words = Pick<Reader, 't' | 'lang'>

function sumOf({ t, lang }: Words, lines: readonly RosterLine[]): string {
  const vacant = lines.filter(({ vacancy }) => vacancy).map(({ seat }) => seat.label)
  const filled = t('front.filled', { filled: lines.length - vacant.length, count: lines.length })
  if (vacant.length === 0) return filled
  const seats = new Intl.ListFormat(lang).format(vacant)
  return `${filled} ${t('register.council.vacant', { count: vacant.length, seats })}`
}

function termText({ t, lang }: Words, term: Span | undefined): string {
  if (!term) return t('register.council.no_term')
  return t('front.term', { from: formatDate(term.starts_on, lang), to: formatDate(term.ends_on, lang) })
}

function councilSeat(
  reader: Words,
  statutes: Statutes,
  { seat, member, vacancy }: RosterLine,
  then: AsOf,
): CouncilSeat {
  return {
    label: seat.label,
    href: sameDay(paths.seat(seat.slug), then),
    member: member ? memberOn(reader, statutes, seat, member) : null,
    vacancy: vacancy ? vacancyOn(reader, statutes, vacancy) : null,
  }
}

function memberOn(
  reader: Words,
  statutes: Statutes,
  seat: SeatInArea,
  member: RosterMember,
): CouncilSeat['member'] {
  const { lang } = reader
  return {
    name: member.person,
    href: paths.person(member.person_id),
    office: member.office === undefined ? null : officeName(reader, officesOf(statutes), member.office),
    days: `${formatDate(member.starts_on, lang)} – ${formatDate(member.ends_on, lang)}`,
    early: member.end_reason !== null,
    chosen: chosenText(reader, statutes, seat, member.chosen),
  }
}

function vacancyOn(
  reader: Words,
  statutes: Statutes,
  { neverFilled, vacantSince, previous, next, filling, substitutes }: NonNullable<RosterLine['vacancy']>,
): CouncilSeat['vacancy'] {
  const { t, lang } = reader
  const since = neverFilled ? undefined : vacantSince
  return {
    since: since
      ? t('register.since', { date: formatDate(since, lang) })
      : t('register.council.never_filled'),
    previous: previous
      ? t('register.council.previous', { name: previous.person, date: formatDate(previous.ends_on, lang) })
      : null,
    next: next
      ? t('front.next', { name: next.person, date: formatDate(next.starts_on, lang) })
      : fillingLines(reader, statutes, filling, substitutes !== 'none').join(' '),
  }
}

function officesOn(
  reader: Words,
  { statutes, officers }: CouncilOnDay,
): Pick<CouncilPage, 'officesHeading' | 'offices'> {
  const { t, lang } = reader
  const offices = officesOf(statutes)
  return {
    officesHeading: officesHeading(reader, offices),
    offices: officeSlots(offices).map(({ office, number }) => {
      const held = officers.find((officer) => officer.office === office && officer.number === number)
      return {
        label: officeName(reader, offices, office),
        value: held
          ? [held.person, t('register.since', { date: formatDate(held.starts_on, lang) })]
          : t('register.offices.nobody'),
      }
    }),
  }
}

function actingText({ t }: Words, vacant: VacantChair | undefined): string | null {
  if (!vacant) return null
  const left = vacant.left.person
  return vacant.acting
    ? t('vacancy.chair.acts', { name: vacant.acting.person, left })
    : t('vacancy.chair.nobody_acts', { left })
}

/** The end of a term puts no member out silently: the page says who sat last, and what is not known. */
function interregnumOf(
  { t, lang }: Words,
  statutes: Statutes,
  lines: readonly RosterLine[],
): CouncilPage['interregnum'] {
  const waiting = lines.flatMap(({ vacancy }) =>
    vacancy?.previous?.end_reason === null ? [vacancy.previous.ends_on] : [],
  )
  const endedOn = waiting.sort().at(-1)
  if (endedOn === undefined) return null
  return {
    heading: t('register.council.interregnum', { date: formatDate(endedOn, lang) }),
    text: [
      t('register.council.interregnum_seats', { count: waiting.length }),
      ruleSentence(t, 'holdover', statutes.rules.holdover.value),
    ],
  }
}
