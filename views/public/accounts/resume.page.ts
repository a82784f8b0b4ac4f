import { formatDate, parseDate } from '../../../models/core/dates.ts'
import type { Reader } from '../../reader.ts'

/** The session ran out, or the form held control characters, which have been taken out. */
export type Reason = 'session' | 'controls'

/** A form once more before it is sent. */
export interface ResumePage {
  heading: string
  lead: string
  action: string
  /** Only words and days, as a reader knows them. */
  typed: string[]
  /** Sent again as they came. */
  fields: Field[]
}

interface Field {
  name: string
  text: string
}

export function resumePage(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  resume: { path: string; fields: Record<string, string | string[]> },
  reason: Reason,
): ResumePage {
  const fields = Object.entries(resume.fields)
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([name, value]) => [value].flat().map((text): Field => ({ name, text })))
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDate(text) : undefined)
  return {
    heading: t(reason === 'controls' ? 'resume.controls.heading' : 'resume.heading'),
    lead: t(reason === 'controls' ? 'resume.controls.lead' : 'resume.lead'),
    action: resume.path,
    typed: fields.flatMap(({ text }) => {
      const known = day(text)
      return isCode(text) ? [] : [known ? formatDate(known, lang) : text]
    }),
    fields,
  }
}

/** Choices and numbers are codes to a reader. */
function isCode(text: string): boolean {
  return /^[a-z0-9_]*$/.test(text.trim())
}
