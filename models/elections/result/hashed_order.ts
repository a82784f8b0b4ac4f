import { sha256 } from '../../core/canonical.ts'
import { drawOrder, type Drawn, type DrawInputs, type DrawLine } from '../../rules/elections/draw.ts'

/** Each name goes with its hash, for anyone who wants to check the order. */
export function hashedOrder(among: readonly Drawn[], inputs: DrawInputs): DrawLine[] {
  return drawOrder(among, inputs, sha256)
}
