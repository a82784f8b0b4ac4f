import { isStandardOffice, type Office, type OfficeKey } from '../../../models/statutes/offices.ts'
import type { Reader } from '../../reader.ts'

type Words = Pick<Reader, 't' | 'lang'>

/** As on a badge: "Næstformand", "Kasserer". */
export function officeName(reader: Words, offices: readonly Office[], key: OfficeKey): string {
  const own = ownTitle(reader, offices, key)
  return own === undefined ? reader.t(`front.office.${key}`) : capitalised(own, reader)
}

/** In the middle of a sentence: "næstformand", "kasserer". */
export function officeInSentence(reader: Words, offices: readonly Office[], key: OfficeKey): string {
  return ownTitle(reader, offices, key) ?? reader.t(`register.office_word.${key}`)
}

/** For drawings. */
export function officeLetter(reader: Words, offices: readonly Office[], key: OfficeKey): string {
  const own = ownTitle(reader, offices, key)
  return own === undefined ? reader.t(`history.letter.${key}`) : capitalised(own, reader).slice(0, 1)
}

/** Returns undefined when the words are the program's own. An office that no statutes know goes by its key. */
function ownTitle({ lang }: Words, offices: readonly Office[], key: OfficeKey): string | undefined {
  const title = offices.find((office) => office.key === key)?.title?.[lang]
  return title ?? (isStandardOffice(key) ? undefined : key)
}

function capitalised(text: string, { lang }: Words): string {
  return text.slice(0, 1).toLocaleUpperCase(lang) + text.slice(1)
}

/** The heading over all offices of a council. */
export function officesHeading({ t }: Words, offices: readonly Office[]): string {
  const hasOthers = offices.some(({ key }) => !isStandardOffice(key))
  return t(hasOthers ? 'register.offices.all' : 'register.offices.title')
}
