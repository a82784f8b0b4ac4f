import { formatDate, type Locale } from '../../../models/core/dates.ts'
import type { Letter } from '../../../models/renewal/letters.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'

/** The same words on paper, in an e-mail and on the page. */
export interface LetterText {
  /** The lines of an address. */
  to: string[]
  subject: string
  greeting: string
  paragraphs: string[]
  from: string[]
}

export interface Sender {
  name: string
  council: string
  municipality: string
  contact: { email: string | null; phone: string | null }
}

export function letterText(t: Translate, lang: Locale, letter: Letter, sender: Sender): LetterText {
  const { to, seat } = letter
  const { council } = sender
  const attention = to.attention === null ? [] : [t('letters.attention', { name: to.attention })]
  const address = to.address === null ? [] : to.address.split('\n')
  const place = to.place === null ? [] : [t('letters.at_place', { place: to.place })]
  const contact = [sender.contact.phone, sender.contact.email].filter((one) => one !== null)
  const ask = letter.appointment ? 'ask_me' : 'answer_to'
  const how =
    contact.length > 0
      ? t(`letters.${ask}_contact`, { name: sender.name, contact: contact.join(', ') })
      : t(`letters.${ask}`, { name: sender.name })
  return {
    to: [to.name, ...attention, ...address, ...place],
    subject: t(`letters.subject.${letter.kind}`, { seat, council }),
    greeting: t('letters.greeting', { name: to.attention ?? to.name }),
    paragraphs: [
      ...(letter.request ? requestText(t, lang, letter, letter.request, sender) : []),
      ...(letter.appointment ? appointmentText(t, lang, letter, letter.appointment, sender) : []),
      how,
    ],
    from: [sender.name, t('letters.signed'), council],
  }
}

function requestText(
  t: Translate,
  lang: Locale,
  { kind, date, seat, term, to }: Letter,
  request: NonNullable<Letter['request']>,
  { council, municipality }: Sender,
): string[] {
  const { answerBy, agreement, others, grounds } = request
  const list = new Intl.ListFormat(lang)
  const days = { from: formatDate(term.starts_on, lang), until: formatDate(term.ends_on, lang) }
  const by = formatDate(answerBy, lang)
  const together =
    agreement === 'joint' && others.length > 0 ? 'joint' : agreement === 'one_each' ? 'one_each' : 'single'
  // A day that is past is no deadline to keep.
  const past = answerBy < date ? '_past' : ''
  const who = grounds.length > 1 ? 'both' : (grounds[0] ?? 'both')
  return [
    ...(kind === 'reminder' ? [t(`letters.reminder${past}`, { date: by })] : []),
    t('letters.request', { name: to.name, seat, council, ...days }),
    t(`letters.together.${together}`, { others: list.format(others) }),
    t(`letters.who.${who}`, { municipality }),
    t(`letters.deadline${past}`, { date: by }),
  ]
}

function appointmentText(
  t: Translate,
  lang: Locale,
  { seat }: Letter,
  appointment: NonNullable<Letter['appointment']>,
  { council }: Sender,
): string[] {
  const { by, on, from, until, nominatedBy, caseNumber } = appointment
  const day = (date: typeof on) => formatDate(date, lang)
  return [
    t('letters.appointed', { body: by, date: day(on), seat, council }),
    ...(nominatedBy.length > 0
      ? [t('letters.nominated_by', { names: new Intl.ListFormat(lang).format(nominatedBy) })]
      : []),
    t('letters.member', { from: day(from), until: day(until) }),
    ...(caseNumber === null ? [] : [t('letters.case', { number: caseNumber })]),
    t('letters.first_meeting'),
  ]
}

/** The text of an e-mail. */
export function plainLetter({ greeting, paragraphs, from }: LetterText): string {
  return [greeting, ...paragraphs, from.join('\n')].join('\n\n')
}
