import type { PreparedDraw } from '../../../../models/elections/result/draws.ts'

/** What each part of this folder takes. */

export interface DrawCodePart {
  /** The names that are drawn between. */
  options: { draw: PreparedDraw; names: readonly string[] }
}

export interface DrawPreparePart {
  options: { action: string; about: 'tie' | 'ballot_order' }
}
