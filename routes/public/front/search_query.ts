import { query } from 'express-validator'
import { LONGEST_SEARCH } from '../../../models/front/finding.ts'

/** `?q=` of a page that searches: nothing, or a text that is not too long. */
export const searchQuery = query('q')
  .custom((typed: unknown) => searchText(typed).length <= LONGEST_SEARCH)
  .withMessage(`invalid.too_long|most=${LONGEST_SEARCH}`)

/** What `?q=` says; where it is there twice, both. */
export function searchText(typed: unknown): string {
  return [typed]
    .flat()
    .filter((one) => typeof one === 'string')
    .join(' ')
    .trim()
}
