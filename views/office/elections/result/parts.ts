import type { LotRow } from '../../../../models/elections/result/tables.ts'
import type { ElectionHead } from '../head.ts'
import type { ShownResult } from './shown.ts'

export interface LotFieldsPart {
  options: { methods: readonly LotRow['method'][] }
}

export interface VerdictPart {
  options: { result: ShownResult; head: ElectionHead }
}
