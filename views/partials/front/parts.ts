import type { SearchPage } from './search_page.ts'

/** What the partial of this folder takes. */
export interface SearchPart {
  page: SearchPage
}
