import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { PersonLife } from '../../../models/privacy/person_life.ts'
import type { PersonNomination } from '../../../models/renewal/nominations/of_person.ts'
import type { Statutes } from '../../../models/statutes/document.ts'
import { atArea } from '../../partials/council/seat_words.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import type { Reading } from './reading.ts'

export interface PersonElection {
  name: string
  href: string
  outcome: string
  about: string
}

/** Before the approval of the list, and after a withdrawal, only readers who work with the election are told. */
export function electionsOf(
  { t, lang }: Reader,
  statutes: Statutes,
  { candidacies }: PersonLife,
  { privately, elections }: Reading,
): PersonElection[] {
  return candidacies
    .filter(({ election, outcome }) => privately || elections || (election.listed && outcome !== 'withdrawn'))
    .map(({ election, outcome }) => ({
      name: t('elections.name', { at: atArea({ t }, statutes, election.area_slug, election.area_name) }),
      href: elections ? paths.election(election.id) : paths.publicElection(election.id),
      outcome: t(`insight.outcome.${outcome}`),
      about: `${t(`public_election.kind.${election.kind}`)}, ${formatDate(election.polling_on, lang)}`,
    }))
}

export interface PersonNominationLine {
  seat: string
  /** null for readers who may not see nominations. */
  href: string | null
  lines: string[]
}

/** A nomination that came to nothing is told to readers who work with nominations, and to the person. */
export function nominationsOf(
  reader: Reader,
  { nominations }: PersonLife,
  reading: Reading,
): PersonNominationLine[] {
  const all = reading.privately || reading.nominations
  return nominations
    .filter(({ appointment }) => all || appointment)
    .map((nomination) => ({
      seat: nomination.seat.label,
      href: reading.nominations ? paths.nomination(nomination.id) : null,
      lines: nominationLines(reader, nomination, all),
    }))
}

function nominationLines({ t, lang }: Reader, nomination: PersonNomination, all: boolean): string[] {
  const { answers, replies, appointment, status } = nomination
  const say = (key: string, date: IsoDate, name = '') =>
    t(`insight.life.${key}`, { name, date: formatDate(date, lang) })
  const named = answers.filter(({ replaced_on, refusal }) => all || (replaced_on === null && !refusal))
  return [
    ...named.flatMap(({ body, answered_on, replaced_on, refusal }) => [
      say('named', answered_on, body),
      ...(replaced_on === null ? [] : [say('replaced', replaced_on, body)]),
      ...(refusal ? [say('refused', refusal.answered_on, body)] : []),
    ]),
    ...(all ? replies.map(({ reply, replied_on }) => say(`reply.${reply}`, replied_on)) : []),
    ...(appointment
      ? [say('appointed', appointment.decided_on, appointment.appointing_body)]
      : [t(`insight.life.${status === 'open' ? 'not_decided' : 'not_appointed'}`)]),
  ]
}

export interface PersonSubstituteLine {
  place: string
  number: string | null
  /** The days on which the substitute was written down, withdrew, and stepped in. */
  story: string
  term: string
  notes: string[]
}

export function substitutesOf(
  { t, lang }: Reader,
  { substitutes }: PersonLife,
  { privately }: Reading,
): PersonSubstituteLine[] {
  const say = (key: string, on: IsoDate | null | undefined) =>
    on ? [t(`insight.life.${key}`, { date: formatDate(on, lang) })] : []
  return substitutes.map(({ place, position, term, substitution, ...one }) => ({
    place,
    number: position ? t('statutes_versions.substitutes.number', { number: position }) : null,
    story: [
      ...say('registered', one.registered_on),
      ...say('withdrawn', one.withdrawn_on),
      ...say('stepped_in', substitution?.recorded_on),
    ].join(' '),
    term: t('insight.life.term', {
      from: formatDate(term.starts_on, lang),
      to: formatDate(term.ends_on, lang),
    }),
    notes: privately
      ? [one.withdrawn_on === null ? null : one.withdrawn_note, substitution?.note ?? null].filter(
          (note) => note !== null,
        )
      : [],
  }))
}
