import { sha256 } from '../../core/canonical.ts'
import { drawOrder, type Drawn, type DrawInputs, type DrawLine } from '../../rules/elections/draw.ts'

/** The order that a seed and words give, each name with its hash, for anybody who wants to check it. */
export function hashedOrder(among: readonly Drawn[], inputs: DrawInputs): DrawLine[] {
  return drawOrder(among, inputs, sha256)
}
