import type { PreparedDraw } from '../../../../models/elections/result/draws.ts'

export interface DrawCodePart {
  options: { draw: PreparedDraw; names: readonly string[] }
}

export interface DrawPreparePart {
  options: { action: string; about: 'tie' | 'ballot_order' }
}
