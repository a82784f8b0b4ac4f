import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import { assumedBehind } from '../../../../models/council/assumed.ts'
import type { Chapter } from '../../../../models/council/history/seat_story.ts'
import type { SeatToDecide } from '../../../../models/council/places_over_time.ts'
import type { RosterLine } from '../../../../models/council/roster.ts'
import type { DecisionAboutSeat } from '../../../../models/council/seat_decisions.ts'
import type { ReadySubstitute } from '../../../../models/council/substitutes/ready.ts'
import type { UnderWay } from '../../../../models/renewal/under_way.ts'
import { asOf, type AsOf } from '../../../as_of.ts'
import { assumedTitles } from '../../../partials/council/seat_words.ts'
import { ruleTitle, sentenceIn } from '../../../partials/statutes/statutes_text.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { storyChapter, type SeatStoryWorld, type StoryChapter } from './seat_story.ts'
import { vacancyOf, type SeatVacancy } from './seat_vacancy.ts'

export interface SeatPage {
  label: string
  kind: string
  asOf: AsOf
  holder: string | null
  isMissing: boolean
  vacancy: SeatVacancy | null
  endings: { heading: string; text: string[]; decideHref: string | null }[]
  decisions: { outcome: string; reason: string }[]
  assumedRules: string[]
  /** The newest first. */
  story: StoryChapter[]
  /** null when the statutes have no substitutes for the seat. */
  substitutes: { rule: string; names: string[]; href: string | null } | null
  /** null for readers who may not place a person by hand. */
  newMembershipHref: string | null
}

export interface SeatOnDay extends SeatStoryWorld {
  /** undefined when the seat was not there on the day. */
  line: RosterLine | undefined
  /** Only on today's page: the seat from the day on which it becomes vacant. */
  ahead: RosterLine | undefined
  story: readonly Chapter[]
  underWay: UnderWay | undefined
  decisions: readonly DecisionAboutSeat[]
  /** Only on today's page. */
  endings: readonly SeatToDecide[]
  undecided: readonly SeatToDecide[]
  /** Only on today's page, and when the statutes have substitutes for the seat. */
  substitutes: readonly ReadySubstitute[] | undefined
}

/** The seat with its story up to the day; the acts are on today's page. */
export function seatPage(reader: Reader, asked: IsoDate | undefined, world: SeatOnDay): SeatPage {
  const { t, can } = reader
  const { seat, statutes, line, ahead } = world
  const then = asOf(reader, paths.seat(seat.slug), asked)
  const { day, isToday, isPast } = then
  const mayWrite = isToday && can['register.write']
  const holder = isToday ? undefined : line?.member
  const empty = line?.vacancy ?? ahead?.vacancy
  const vacancy = empty ? vacancyOf(reader, statutes, { seat, vacancy: empty }, then, world.underWay) : null
  return {
    label: seat.label,
    kind: t(`register.seat.kind.${seat.area_kind}`),
    asOf: then,
    holder: holder ? t(isPast ? 'as_of.sat' : 'as_of.sits', { name: holder.person }) : null,
    isMissing: !isToday && !holder && !vacancy,
    vacancy,
    endings: world.endings.map((ending) => endingOf(reader, world, ending)),
    decisions: decisionsOf(reader, world, then),
    assumedRules: assumedOf(reader, world),
    story: world.story
      .filter((chapter) => isToday || beginningOf(chapter) <= day)
      .map((chapter) => storyChapter(reader, world, chapter, then)),
    substitutes: world.substitutes
      ? {
          rule: sentenceIn(t, statutes, 'substitutes'),
          names: world.substitutes.map(({ person }) => person),
          href: mayWrite ? paths.substitutes(seat.slug) : null,
        }
      : null,
    newMembershipHref: mayWrite ? paths.newMembership(seat.slug) : null,
  }
}

function assumedOf(reader: Reader, { statutes, line, formal, absence }: SeatOnDay): string[] {
  const assumed = line
    ? [
        ...assumedBehind(statutes, [line]),
        ...(line.member ? (formal.get(line.member.id)?.assumed ?? []) : []),
      ]
    : []
  return [
    ...assumedTitles(reader, assumed),
    ...(absence && !absence.rule.confirmed ? [ruleTitle(reader.t, 'absenceLoss')] : []),
  ]
}

function beginningOf(chapter: Chapter): IsoDate {
  return chapter.kind === 'held' ? chapter.held.starts_on : chapter.from
}

/** A body may end while its member sits: nothing changes by itself, but the reader must know. */
function endingOf(
  { t, lang, can, today }: Reader,
  { seat, undecided }: SeatOnDay,
  { body, endsOn, successor }: SeatToDecide,
): SeatPage['endings'][number] {
  const key = endsOn < today ? 'register.seat.body_ended' : 'register.seat.body_ends'
  const isOpen = undecided.some((one) => one.seat.id === seat.id && one.body.id === body.id)
  return {
    heading: t(key, { name: body.name, date: formatDate(endsOn, lang) }),
    text: [
      t('register.seat.body_ended_text'),
      ...(successor ? [t('register.seat.body_successor', { name: successor.name })] : []),
    ],
    decideHref:
      isOpen && can['register.write'] ? `${paths.seatDecision(seat.slug)}?organisation=${body.id}` : null,
  }
}

function decisionsOf(
  { t, lang }: Reader,
  { decisions }: SeatOnDay,
  { day, isToday }: AsOf,
): SeatPage['decisions'] {
  return decisions
    .filter(({ decided_on }) => isToday || decided_on <= day)
    .map(({ body, choice, decided_by, decided_on, reason }) => {
      const outcome = t(`bodies.decision.outcome.${choice}`, { name: body })
      const decided = t('bodies.decided', { name: decided_by, date: formatDate(decided_on, lang) })
      return { outcome: `${outcome} ${decided}`, reason }
    })
}
