import type { Body } from '../../../models/bodies/bodies.ts'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import { PUBLIC_FIELDS, type PublicField } from '../../../models/people/fields.ts'
import type { Publication } from '../../../models/people/publications.ts'
import type { PersonRow } from '../../../models/people/tables.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import type { ErasureRow } from '../../../models/privacy/tables.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { asOf, type AsOf } from '../../as_of.ts'
import { officeName } from '../../partials/statutes/office_words.ts'
import type { Fact, LinkTo } from '../../partials/parts.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { attendanceOf, groundsOf, type PersonGroundLine } from './person_notes.ts'
import { membershipsOf, officesOf, type PersonMembership, type PersonOfficeLine } from './person_seats.ts'
import {
  electionsOf,
  nominationsOf,
  substitutesOf,
  type PersonElection,
  type PersonNominationLine,
  type PersonSubstituteLine,
} from './person_ways.ts'
import { readingOf, type Reading } from './reading.ts'

export interface PersonPage {
  name: string
  asOf: AsOf
  holds: string
  offices: string[]
  /** On another day than today: that the page says what was known then, or what is planned. */
  knownBy: string | null
  memberships: PersonMembership[]
  noMemberships: string
  life: PersonLifeParts
  nothing: string | null
  mayWrite: boolean
  /** null for readers who may not see contact data, and for another day: it is known only as it is now. */
  contact: { facts: Fact[]; erasures: string[]; href: string } | null
  /** null for another day. */
  publications: { facts: Fact[]; href: string } | null
  links: LinkTo[]
}

export interface PersonLifeParts {
  offices: PersonOfficeLine[]
  elections: PersonElection[]
  nominations: PersonNominationLine[]
  substitutes: PersonSubstituteLine[]
  attendance: Fact[]
  grounds: PersonGroundLine[]
}

export interface PersonOnDay {
  person: PersonRow
  life: PersonLife
  /** The statutes of the day; `known` are the offices of all versions, for their names. */
  statutes: Statutes
  known: readonly Office[]
  publications: Record<PublicField, Publication> | undefined
  erasures: readonly ErasureRow[]
  places: readonly Body[]
  isOwn: boolean
}

export function personPage(reader: Reader, asked: IsoDate | undefined, world: PersonOnDay): PersonPage {
  const { t, can, lang } = reader
  const { person, life, isOwn } = world
  const then = asOf(reader, paths.person(person.id), asked)
  const when = whenIs(then)
  const date = formatDate(then.day, lang)
  const reading = readingOf(reader, isOwn)
  const parts = lifeParts(reader, world, reading)
  return {
    ...{ name: person.name, asOf: then },
    holds: life.held
      ? t(`insight.life.holds.${when}`, { seat: life.held.membership.seat.label, date })
      : t(`insight.life.holds_not.${when}`, { date }),
    offices: (life.held?.offices ?? []).map(({ office }) => officeName(reader, world.known, office)),
    knownBy: then.isToday ? null : t(`insight.life.known_by.${when}`, { date }),
    memberships: membershipsOf(reader, world.statutes, life, { ...reading, day: then.day }),
    noMemberships: t(then.isToday ? 'register.person.no_memberships' : 'insight.life.no_memberships_by'),
    life: parts,
    nothing: nothingOf(reader, parts, reading),
    mayWrite: then.isToday && can['register.write'],
    contact: reading.privately && then.isToday ? contactOf(reader, world) : null,
    publications: then.isToday ? publicationsShown(reader, world) : null,
    links: [
      ...(reading.privately ? [{ href: paths.insight(person.id), text: t('insight.link') }] : []),
      ...(can['register.write']
        ? [{ href: paths.personErasure(person.id), text: t('retention.erasure.link') }]
        : []),
    ],
  }
}

function whenIs({ isToday, isPast }: AsOf): 'past' | 'today' | 'future' {
  if (isToday) return 'today'
  return isPast ? 'past' : 'future'
}

function lifeParts(
  reader: Reader,
  { life, statutes, known }: PersonOnDay,
  reading: Reading,
): PersonLifeParts {
  return {
    offices: officesOf(reader, known, life, reading),
    elections: electionsOf(reader, statutes, life, reading),
    nominations: nominationsOf(reader, life, reading),
    substitutes: substitutesOf(reader, life, reading),
    attendance: attendanceOf(reader, life),
    grounds: reading.privately ? groundsOf(reader, life) : [],
  }
}

/** In the order of the page; the memberships have a sentence of their own. */
const PARTS = ['offices', 'elections', 'nominations', 'substitutes', 'attendance', 'grounds'] as const

function nothingOf({ t, lang }: Reader, parts: PersonLifeParts, reading: Reading): string | null {
  const empty = PARTS.filter((part) => parts[part].length === 0 && isToldOf(part, reading))
  if (empty.length === 0) return null
  const names = empty.map((part) => t(`insight.life.part.${part}`))
  return t('insight.life.nothing', { parts: new Intl.ListFormat(lang).format(names) })
}

/** An empty part is not named when the reader would not be told of it in any case. */
function isToldOf(part: (typeof PARTS)[number], reading: Reading): boolean {
  if (part === 'grounds') return reading.privately
  if (part === 'nominations') return reading.privately || reading.nominations
  return part !== 'elections' || reading.privately || reading.elections
}

function contactOf({ t, lang }: Reader, { person, places, erasures }: PersonOnDay): PersonPage['contact'] {
  const none = t('register.person.none')
  const place = places.find(({ id }) => id === person.contact_place_id)?.name ?? ''
  const tag = { text: t('register.person.protected_tag'), variant: 'warning' as const }
  return {
    facts: [
      {
        label: t('register.contact_by.label'),
        value: t(`register.contact_by.${person.contact_by}`, { place }),
      },
      { label: t('common.phone'), value: person.phone ?? none },
      { label: t('common.email'), value: person.email ?? none },
      {
        label: t('register.person.postal_address'),
        value: person.postal_address ?? none,
        ...(person.protected_address ? { tag } : {}),
      },
    ],
    erasures: erasures.map(({ ground, recorded_on }) =>
      t(`retention.erasure.was_${ground}`, { date: formatDate(recorded_on, lang) }),
    ),
    href: paths.editPerson(person.id),
  }
}

function publicationsShown({ t, lang }: Reader, { person, publications }: PersonOnDay) {
  const facts = PUBLIC_FIELDS.map((field) => {
    const { published = false, decided_on } = publications?.[field] ?? {}
    const said = published ? 'yes_since' : 'no_since'
    return {
      label: t(`register.publication.field.${field}`),
      value: decided_on
        ? t(`register.publication.${said}`, { date: formatDate(decided_on, lang) })
        : t('register.publication.not_asked'),
    }
  })
  return { facts, href: paths.personPublication(person.id) }
}
