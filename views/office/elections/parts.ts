import type { FormPageTopPart } from '../../partials/form/parts.ts'
import type { Duty } from '../../../models/rules/elections/board/duties.ts'
import type { WhoShown } from '../../partials/elections/who.ts'
import type { ElectionHead } from './head.ts'
import type { Next } from './next.ts'

export interface NextPart {
  options: { next: Next; head: ElectionHead }
}

export interface TopPart extends FormPageTopPart {
  page?: { head?: ElectionHead; whoMay?: WhoShown | null }
}

/** A page on which the reader may not be the one to go on: the route adds who may. */
export interface Asking {
  asks: Duty | null
  whoMay?: WhoShown | null
}
