import type { SearchPage } from '../../page_types.ts'

/** What the partial of this folder takes. */
export interface SearchPart {
  page: SearchPage
}
