import { addDays, formatDate, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { officesOf } from '../../../models/statutes/offices.ts'
import type { BodyChange } from '../../../models/rules/council/statutes_body_changes.ts'
import type { Consequences } from '../../../models/rules/council/statutes_consequences.ts'
import type { TermChange } from '../../../models/rules/council/statutes_term_changes.ts'
import { officeInSentence } from './office_words.ts'
import { inLanguageOf, type Translate } from './statutes_text.ts'

/** What a new version does, or does not do by itself, with the people it is about. */
export interface ConsequenceLine {
  text: string
  more: string[]
  /** A person loses a seat or a right, or an act must be done. */
  isGrave: boolean
}

/** What the version does to seats and memberships from its day, in the order people ask. */
export function consequenceLines(
  t: Translate,
  lang: Locale,
  { before, after, consequences }: { before: Statutes; after: Statutes; consequences: Consequences },
): ConsequenceLine[] {
  const { from, seatsAdded, seatsEnded, membersEnded, officersEnded } = consequences
  const say = sayer(t, lang)
  const on = say.day(from)
  return [
    ...seatsAdded.map(({ area, count, isNew }) =>
      line(say.text(isNew ? 'area_added' : 'seats_added', { date: on, area: area.name, count }), [
        say.text('seats_vacant', { count }),
      ]),
    ),
    ...seatsEnded.map((seat) => {
      const member = membersEnded.find(({ seat_id }) => seat_id === seat.id)
      const until = say.day(addDays(from, -1))
      const text = say.text('seat_ended', { date: on, number: seat.number, seat: seat.label })
      return line(text, member ? [say.text('member_ends', { person: member.person, until })] : [], true)
    }),
    ...consequences.bodies.map((change) => bodyLine(say, change)),
    ...consequences.terms.map((change) => termLine(say, change)),
    ...officersEnded.map(({ person, office }) => {
      const words = {
        person,
        office: officeInSentence({ t, lang }, officesOf(before), office),
        until: say.day(addDays(from, -1)),
      }
      return line(say.text('officer_ends', words), [], true)
    }),
    ...consequences.quotasBroken.map(({ quota, have, members }) =>
      line(
        say.text(`quota_${quota.force}`, {
          who: inLanguageOf(t, quota.name, quota.nameEn).text,
          have,
          count: members,
        }),
        [],
        quota.force === 'hard',
      ),
    ),
    ...(consequences.membersLacking > 0
      ? [line(say.text('members_lacking', { count: consequences.membersLacking, title: after.title }))]
      : []),
  ]
}

function sayer(t: Translate, lang: Locale) {
  const list = new Intl.ListFormat(lang)
  return {
    text: (key: string, params: Record<string, unknown> = {}) =>
      t(`statutes_versions.consequence.${key}`, params),
    day: (day: IsoDate) => formatDate(day, lang),
    list: (names: readonly string[]) => list.format(names),
  }
}

type Sayer = ReturnType<typeof sayer>

function line(text: string, more: string[] = [], isGrave = false): ConsequenceLine {
  return { text, more, isGrave }
}

/** "Fra 1. august 2025 mister plads 7 (Boligsocial) sin indstillende organisation." */
function bodyLine(say: Sayer, change: BodyChange): ConsequenceLine {
  const { body, area, seats, on, nobodyLeft, successor, members } = change
  const words = { date: say.day(on), seats: say.list(seats), count: seats.length, body, area }
  if (change.change === 'added') return line(say.text('body_added', words))
  const stay = members.map(({ person, until }) => say.text('member_stays', { person, until: say.day(until) }))
  const next = successor === undefined ? [] : [say.text('successor', { successor })]
  return line(say.text(nobodyLeft ? 'body_lost_all' : 'body_lost', words), [...next, ...stay], true)
}

function termLine(say: Sayer, change: TermChange): ConsequenceLine {
  const { term } = change
  const days = { from: say.day(term.startsOn), until: say.day(term.endsOn) }
  if (change.change === 'added') return line(say.text('term_added', days))
  const { shortened, notExtended, wasUntil } = change
  return line(
    say.text('term_moved', { ...days, was: say.day(wasUntil) }),
    [
      ...shortened.map(({ person }) => say.text('member_ends', { person, until: days.until })),
      ...notExtended.map(({ person }) => say.text('member_not_longer', { person, until: say.day(wasUntil) })),
    ],
    shortened.length > 0,
  )
}
