import type { BodyInFull } from '../../../models/bodies/body_in_full.ts'
import type { Merger } from '../../../models/bodies/mergers.ts'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { SeatToDecide } from '../../../models/council/places_over_time.ts'
import type { DecisionAboutBody } from '../../../models/council/seat_decisions.ts'
import { asOf, sameDay, type AsOf } from '../../as_of.ts'
import { paths } from '../../paths.ts'
import type { Fact } from '../../partials/parts.ts'
import type { Reader } from '../../reader.ts'
import { isOver, isToCome } from './bodies.page.ts'

export interface BodyPage {
  asOf: AsOf
  kind: string
  name: string
  toCome: string | null
  ends: { text: string; successor: { name: string; href: string } | null } | null
  /** Members who sit longer than the body lasts; only on today's page. */
  seats: { heading: string; text: string; decideHref: string | null }[]
  facts: Fact[]
  /** null once the end is written down, and for readers who may not write it. */
  endingHref: string | null
  story: {
    changes: { heading: string; reason: string; decided: string | null }[]
    mergers: { heading: string; href: string; outcome: string }[]
    decisions: { heading: string; outcome: string; why: string }[]
  } | null
}

export interface BodyOnDay {
  body: BodyInFull
  mergers: readonly Merger[]
  endings: readonly SeatToDecide[]
  decided: readonly DecisionAboutBody[]
}

/** The body with what had happened by the day; the acts are on today's page. */
export function bodyPage(reader: Reader, asked: IsoDate | undefined, world: BodyOnDay): BodyPage {
  const { t } = reader
  const { body } = world
  const then = asOf(reader, paths.body(body.slug), asked)
  const { day, isToday } = then
  const from = body.active_from
  const mayWrite = isToday && reader.can['register.write']
  const isEnded = body.changes.some(({ kind }) => kind !== 'renamed' && kind !== 'moved')
  return {
    asOf: then,
    kind: t(`bodies.kind.${body.kind}`),
    name: body.name,
    toCome:
      from !== null && !isToday && isToCome(body, day)
        ? t('as_of.no_such_body', { date: formatDate(from, reader.lang) })
        : null,
    ends: endOf(reader, body, then),
    seats: isToday ? seatsToDecide(reader, world) : [],
    facts: factsOf(reader, body, then, mayWrite),
    endingHref: mayWrite && !isEnded ? paths.bodyEnding(body.slug) : null,
    story: storyOf(reader, world, then),
  }
}

function endOf({ t, lang }: Reader, body: BodyInFull, then: AsOf): BodyPage['ends'] {
  const { active_until: until, successor } = body
  if (until === null) return null
  const ends = isOver(body, then.day) ? 'bodies.ended_on' : 'bodies.ends_on'
  return {
    text: t(ends, { date: formatDate(until, lang) }),
    successor: successor ? { name: successor.name, href: sameDay(paths.body(successor.slug), then) } : null,
  }
}

function seatsToDecide({ t, lang, can }: Reader, { body, endings, decided }: BodyOnDay): BodyPage['seats'] {
  const open = endings.filter(
    (one) => one.body.id === body.id && !decided.some(({ seat_id }) => seat_id === one.seat.id),
  )
  return open
    .filter((one, index) => open.findIndex(({ seat }) => seat.id === one.seat.id) === index)
    .sort((a, b) => a.seat.number - b.seat.number)
    .map(({ seat, member, mustDecide }) => ({
      heading: t('bodies.seat_longer', { seat: seat.label }),
      text: t('bodies.seat_longer_text', { name: member.person, date: formatDate(member.ends_on, lang) }),
      decideHref:
        can['register.write'] && mustDecide
          ? `${paths.seatDecision(seat.slug)}?organisation=${body.id}`
          : null,
    }))
}

function factsOf(reader: Reader, body: BodyInFull, then: AsOf, mayWrite: boolean): Fact[] {
  const { t, lang } = reader
  const list = new Intl.ListFormat(lang)
  const listed = (label: string, names: readonly string[]) =>
    names.length > 0 ? [{ label: t(`bodies.fact.${label}`), value: list.format(names) }] : []
  const change = (may: boolean, act: string, href: string) =>
    may ? { href, linkText: t(`bodies.act.${act}`) } : {}
  const addresses = body.addresses.map(
    ({ address, valid_from }) => `${address} ${t('bodies.from', { date: formatDate(valid_from, lang) })}`,
  )
  const contactRow = {
    label: t('bodies.fact.contact'),
    value: contactOf(body) ?? t('bodies.none'),
    ...change(mayWrite && !isOver(body, then.day), 'contact', paths.bodyContact(body.slug)),
  }
  return [
    ...listed(
      'area',
      body.areasThen.map(({ name }) => name),
    ),
    {
      label: t('bodies.fact.names'),
      value: namesOf(reader, body, then),
      ...change(mayWrite, 'name', paths.bodyName(body.slug)),
    },
    ...listed('aliases', body.aliases),
    {
      label: t('bodies.fact.active'),
      value:
        spanOf(reader, body.active_from, body.active_until).replace(/[()]/g, '') ||
        t('bodies.active_unknown'),
    },
    {
      label: t('bodies.fact.address'),
      value: then.isToday && addresses.length > 0 ? addresses : (body.addressThen ?? t('bodies.none')),
      ...change(mayWrite, 'address', paths.bodyAddress(body.slug)),
    },
    ...(reader.can['contacts.read'] ? [contactRow] : []),
    ...listed(
      'before',
      body.predecessors.map(({ name }) => name),
    ),
  ]
}

/** Today every name, earlier and coming ones too; on another day the name of that day. */
function namesOf(reader: Reader, { name, names }: BodyInFull, { isToday }: AsOf): string[] {
  if (!isToday) return [name]
  return names.map((one) =>
    [one.name, spanOf(reader, one.valid_from, one.valid_until)].filter((part) => part !== '').join(' '),
  )
}

function contactOf({ contact }: BodyInFull): string[] | null {
  if (!contact) return null
  const { name, phone, email, postal_address } = contact
  return [name, phone, email, postal_address].flatMap((one) => (one ? [one] : []))
}

/** "(fra 1. juni 2026)"; empty when neither day is known. */
function spanOf({ t, lang }: Reader, from: IsoDate | null, until: IsoDate | null): string {
  const [first, last] = [from && formatDate(from, lang), until && formatDate(until, lang)]
  if (first && last) return t('bodies.from_to', { from: first, until: last })
  if (first) return t('bodies.from', { date: first })
  return last ? t('bodies.until', { date: last }) : ''
}

function storyOf(reader: Reader, world: BodyOnDay, then: AsOf): BodyPage['story'] {
  const story = {
    changes: changesOf(reader, world, then),
    mergers: mergersOf(reader, world, then),
    decisions: decisionsOf(reader, world, then),
  }
  return Object.values(story).every((part) => part.length === 0) ? null : story
}

type Story = NonNullable<BodyPage['story']>

function changesOf(reader: Reader, { body }: BodyOnDay, { day, isToday }: AsOf): Story['changes'] {
  const { t, lang } = reader
  return body.changes
    .filter(({ effective_on }) => isToday || effective_on <= day)
    .map(({ kind, effective_on, into, reason, decided_by, decided_on }) => ({
      heading: t(`bodies.change.${kind}`, { date: formatDate(effective_on, lang), into: into ?? '' }),
      reason,
      decided: decided_by && decided_on ? decidedBy(reader, decided_by, decided_on) : null,
    }))
}

/** A decision that came after the day is left out. */
function mergersOf({ t, lang }: Reader, { body, mergers }: BodyOnDay, then: AsOf): Story['mergers'] {
  const known = (on: IsoDate) => then.isToday || on <= then.day
  return mergers
    .filter(({ bodies, proposed_on }) => bodies.some(({ id }) => id === body.id) && known(proposed_on))
    .map(({ id, proposed_on, decision }) => ({
      heading: t('bodies.merger.line', { date: formatDate(proposed_on, lang) }),
      href: paths.merger(id),
      outcome: t(
        `bodies.merger.outcome.${decision && known(decision.decided_on) ? decision.outcome : 'open'}`,
      ),
    }))
}

function decisionsOf(reader: Reader, { body, decided }: BodyOnDay, then: AsOf): Story['decisions'] {
  const { t } = reader
  return decided
    .filter(({ decided_on }) => then.isToday || decided_on <= then.day)
    .map(({ seat, choice, decided_by, decided_on, reason }) => ({
      heading: t('bodies.decision.about', { seat }),
      outcome: t(`bodies.decision.outcome.${choice}`, { name: body.name }),
      why: `${reason} ${decidedBy(reader, decided_by, decided_on)}`,
    }))
}

function decidedBy({ t, lang }: Reader, name: string, on: IsoDate): string {
  return t('bodies.decided', { name, date: formatDate(on, lang) })
}
