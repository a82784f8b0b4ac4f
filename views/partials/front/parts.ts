import type { SearchPage } from './search_page.ts'

export interface SearchPart {
  page: SearchPage
}
