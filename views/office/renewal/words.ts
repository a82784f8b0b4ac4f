import { yearsOf, type Span } from '../../../models/rules/core/spans.ts'

/** "2030–2033", with a dash. */
export function termInWords(term: Span): string {
  return yearsOf(term).replace('-', '–')
}
