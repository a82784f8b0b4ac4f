import type { Insight } from '../../../../models/privacy/insight/insight.ts'
import type { InsightEvent } from '../../../../models/privacy/insight/log.ts'
import type { PersonPublicationRow } from '../../../../models/people/tables.ts'
import type { ErasureRow } from '../../../../models/privacy/tables.ts'
import type { InsightFact, InsightRow } from '../../../paper/privacy/insight.ts'
import { subjectInWords } from '../subject_words.ts'
import type { Words } from './words.ts'

/** A protected address is shown: it is the person's own. */
export function contactFacts(words: Words, { person, contactPlace, erasures }: Insight): InsightFact[] {
  const { t, day, facts } = words
  const none = t('register.person.none')
  return [
    ...facts(
      ['name', person.name],
      ['contact_by', t(`register.contact_by.${person.contact_by}`, { place: contactPlace ?? none })],
      ['phone', person.phone ?? none],
      ['email', person.email ?? none],
      ['postal_address', person.postal_address ?? none],
      ['protected', t(person.protected_address ? 'common.yes' : 'common.no')],
      ['registered_on', day(person.registered_on)],
      ...erasures.map((erasure) => ['erased', erasureText(words, erasure)] as const),
    ),
  ]
}

function erasureText({ t, day, by }: Words, erasure: ErasureRow): string {
  const { ground, recorded_on, recorded_by, asked_on, reason } = erasure
  return [
    t(`retention.erasure.was_${ground}`, { date: day(recorded_on) }),
    ...(reason === null ? [] : [`${reason}.`]),
    ...(asked_on === null ? [] : [t('insight.erasure_asked', { date: day(asked_on) })]),
    ...(reason === null ? [] : [by(recorded_by, recorded_on)]),
  ].join(' ')
}

/** The oldest answer first; the last one about a field is the one that counts. */
export function publicationFacts(
  { t, day }: Words,
  publications: readonly PersonPublicationRow[],
): InsightFact[] {
  return publications.map(({ field, published, decided_on }) => [
    t(`register.publication.field.${field}`),
    t(`insight.answer.${published ? 'yes' : 'no'}`, { date: day(decided_on) }),
  ])
}

export function logRows(words: Words, log: readonly InsightEvent[]): InsightRow[] {
  return log.map((event) => ({
    day: words.day(event.day),
    who: event.actor,
    what: whatOf(words, event),
  }))
}

/** "Rettede oplysninger om en person. Maja Lund (telefon, e-mail)" */
function whatOf({ reader, t }: Words, { action, subject, changed }: InsightEvent): string {
  const name = subjectInWords(reader, subject)
  const fields = action === 'person.changed' ? changed.map((field) => t(`insight.field.${field}`)) : []
  const list = fields.length > 0 ? ` (${fields.join(', ')})` : ''
  return `${t(`audit.actions.${action}`)}${name === null ? '' : ` ${name}`}${list}`
}
