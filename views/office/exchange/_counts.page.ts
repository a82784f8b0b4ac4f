import type { ImportCounts } from '../../../models/exchange/import/plan/counts.ts'

export interface CountsPart {
  options: { counts: ImportCounts; heading?: string }
}
