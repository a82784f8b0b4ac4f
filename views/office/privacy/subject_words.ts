import { formatDate } from '../../../models/core/dates.ts'
import type { SubjectName } from '../../../models/privacy/log_subjects.ts'
import { officeName } from '../../partials/statutes/office_words.ts'
import { ruleTitle } from '../../partials/statutes/statutes_text.ts'
import type { Reader } from '../../reader.ts'

type Words = Pick<Reader, 't' | 'lang'>

/** null when the subject has no name here. */
export function subjectInWords(reader: Words, subject: SubjectName | undefined): string | null {
  if (!subject) return null
  const { kind, rule, name, seat = '', office, area, day } = subject
  return reader.t(`audit.subjects.${rule ? 'rule' : kind}`, {
    name: rule ? ruleTitle(reader.t, rule, area) : name,
    seat,
    office: office ? officeName(reader, [office], office.key) : '',
    day: day ? formatDate(day, reader.lang) : '',
  })
}
