import { formatDate } from '../../../../models/core/dates.ts'
import type { MembershipId } from '../../../../models/core/ids.ts'
import type { FormalAppointment } from '../../../../models/council/formal/formal_appointments.ts'
import type { GroundFlag } from '../../../../models/council/grounds/flags.ts'
import type { Held } from '../../../../models/council/held.ts'
import type { Chapter } from '../../../../models/council/history/seat_story.ts'
import type { SeatInArea } from '../../../../models/council/seats.ts'
import type { AbsentMember } from '../../../../models/meetings/absences.ts'
import { includesDay, type Span } from '../../../../models/rules/core/spans.ts'
import type { Office } from '../../../../models/statutes/offices.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import type { AsOf } from '../../../as_of.ts'
import { formalLine } from '../../../partials/council/formal_words.ts'
import { chosenText } from '../../../partials/council/seat_words.ts'
import type { Tone } from '../../../partials/parts.ts'
import { officeName } from '../../../partials/statutes/office_words.ts'
import { inLanguageOf } from '../../../partials/statutes/statutes_text.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'

export type StoryChapter = { kind: 'empty'; heading: string; days: string } | ({ kind: 'held' } & HeldChapter)

interface HeldChapter {
  name: string
  href: string
  isNow: boolean
  /** null for a member whose time was over. */
  badge: { text: string; tone: Tone } | null
  days: string
  chosen: string
  /** null when the statutes ask for no appointment after the election. */
  formal: { text: string; waits: boolean } | null
  /** null once it is written down, and for readers who may not write it. */
  formalHref: string | null
  offices: string[]
  left: string | null
  /** Empty for readers who may not see grounds. */
  flags: string[]
  /** null for readers who may not see absence. */
  absence: string | null
  /** null when there is none, and for readers who may not see it. */
  note: string | null
  /** A ground can be noted until the time is over. */
  acts: { groundHref: string | null; leavingHref: string | null; voidHref: string } | null
}

export interface SeatStoryWorld {
  seat: SeatInArea
  statutes: Statutes
  /** The offices of all versions of the statutes, for their names. */
  known: readonly Office[]
  stepped: ReadonlySet<MembershipId>
  formal: ReadonlyMap<MembershipId, FormalAppointment>
  /** Only on today's page. */
  flags: readonly GroundFlag[]
  absence: AbsentMember | undefined
}

export function storyChapter(
  reader: Reader,
  world: SeatStoryWorld,
  chapter: Chapter,
  then: AsOf,
): StoryChapter {
  if (chapter.kind === 'held') return { kind: 'held', ...heldChapter(reader, world, chapter, then) }
  const { t, lang } = reader
  const { kind, from, until } = chapter
  return {
    kind: 'empty',
    heading: t(`register.story.${kind}`),
    days: until
      ? spanText(reader, { starts_on: from, ends_on: until })
      : t('register.since', { date: formatDate(from, lang) }),
  }
}

function heldChapter(
  reader: Reader,
  world: SeatStoryWorld,
  { held, offices }: Extract<Chapter, { kind: 'held' }>,
  then: AsOf,
): HeldChapter {
  const { t, can } = reader
  const { day, isToday } = then
  const mayRead = can['contacts.read']
  const mayWrite = isToday && can['register.write']
  const formal = formalLine(reader, world.formal.get(held.id), { until: held.ends_on, day })
  return {
    name: held.person,
    href: paths.person(held.person_id),
    ...standingOf(reader, held, then),
    days: spanText(reader, held),
    chosen: world.stepped.has(held.id)
      ? t('statutes_versions.substitutes.stepped_in')
      : chosenText(reader, world.statutes, world.seat, held.chosen),
    formal,
    formalHref: mayWrite && formal?.waits ? paths.formalAppointment(held.id) : null,
    offices: offices.map((one) => `${officeName(reader, world.known, one.office)} ${spanText(reader, one)}`),
    left: leftText(reader, held),
    flags: mayRead
      ? world.flags
          .filter(({ membership_id }) => membership_id === held.id)
          .map(({ lost }) => t(`vacancy.ground.lost.${lost}`))
      : [],
    absence: world.absence?.member.id === held.id ? absenceText(reader, world.absence) : null,
    note: mayRead ? held.end_note : null,
    acts: mayWrite
      ? {
          groundHref: day <= held.ends_on ? paths.groundFlag(held.id) : null,
          leavingHref: held.end_reason === null && day < held.due_on ? paths.leaving(held.id) : null,
          voidHref: paths.voidMembership(held.id),
        }
      : null,
  }
}

function standingOf({ t }: Reader, held: Span, { day, isToday }: AsOf): Pick<HeldChapter, 'isNow' | 'badge'> {
  if (includesDay(held, day))
    return {
      isNow: true,
      badge: { text: t(isToday ? 'register.story.now' : 'as_of.badge'), tone: 'success' },
    }
  const isComing = day < held.starts_on
  return { isNow: false, badge: isComing ? { text: t('register.story.coming'), tone: 'info' } : null }
}

function leftText({ t, can }: Reader, { end_private, end_reason }: Held): string | null {
  if (end_private && !can['contacts.read']) return t('vacancy.left_private')
  if (end_reason === null) return null
  return t('register.story.left_early', { reason: t(`end_reasons.${end_reason}`) })
}

function absenceText({ t, lang }: Reader, { since, meetings, rule }: AbsentMember): string {
  const source = inLanguageOf(t, rule.source, rule.sourceEn).text
  return t('meetings.absence.line', {
    ...{ meetings, source, since: formatDate(since, lang), count: rule.value.months },
  })
}

function spanText({ t, lang }: Reader, { starts_on, ends_on }: Span): string {
  return t('register.story.from_to', { from: formatDate(starts_on, lang), to: formatDate(ends_on, lang) })
}
