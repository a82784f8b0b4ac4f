import type { Pile } from '../../../../models/rules/elections/protocol/packages.ts'
import { figureOf, type Typed } from '../typed.ts'

/** A pile that needs more is bound in larger packages. */
const MOST_PACKAGES = 20

/** `valid_12`, `blank` */
export function pileKey({ kind, candidacy_id }: Pick<Pile, 'kind' | 'candidacy_id'>): string {
  return candidacy_id === null ? kind : `${kind}_${candidacy_id}`
}

export function packagesField(pile: Pick<Pile, 'kind' | 'candidacy_id'>): `packages_${string}` {
  return `packages_${pileKey(pile)}`
}

export function piecesField(pile: Pick<Pile, 'kind' | 'candidacy_id'>, row: number): `pieces_${string}` {
  return `pieces_${pileKey(pile)}_${row}`
}

export function sealField(pile: Pick<Pile, 'kind' | 'candidacy_id'>, row: number): `seal_${string}` {
  return `seal_${pileKey(pile)}_${row}`
}

/** How many packages the pile is bound in, as typed; a pile with nothing in it needs none. */
export function packageCount(pile: Pile, typed: Typed): number {
  const entered = figureOf(typed[packagesField(pile)])
  return Math.min(Math.max(entered ?? (pile.expected === 0 ? 0 : 1), 0), MOST_PACKAGES)
}

export function packageRows(pile: Pile, typed: Typed): number[] {
  return Array.from({ length: packageCount(pile, typed) }, (_row, index) => index + 1)
}
