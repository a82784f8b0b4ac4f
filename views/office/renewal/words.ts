import { yearsOf, type Span } from '../../../models/rules/core/spans.ts'

/** "2030–2033", with the dash that people read. */
export function termInWords(term: Span): string {
  return yearsOf(term).replace('-', '–')
}
