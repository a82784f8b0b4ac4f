import type { ShownPapers, ShownResult } from '../result/shown.ts'
import type { PollingPage } from './polling.page.ts'
import type { TablePage } from './polling_table.ts'

export type { TablePage } from './polling_table.ts'

export interface PapersPart {
  options: { papers: ShownPapers; reasons: ShownResult['reasons'] }
}

export interface PollingHitsPart {
  options: { table: TablePage }
}

export interface PollingTablePart {
  page: PollingPage
  options: { table: TablePage }
}
