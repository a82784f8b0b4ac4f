import type { ElectionId } from '../../core/ids.ts'
import type { OutsideKeys } from '../../core/keys.ts'
import type { SignedBallot } from '../../rules/elections/box/ballot_content.ts'
import { authorOfBallot, type BallotSource } from './proof.ts'

export interface Inspected {
  genuine: number
  foreign: number
  /** Those of the foreign that may have been sealed with a secret that the server no longer has. */
  unknown: number
}

export interface Inspection {
  electionId: ElectionId
  publicKey: Uint8Array
  keys: OutsideKeys
  /** False for a box from before ballots carried proofs: then only the codes can tell. */
  hasProofs: boolean
}

export interface Inspector {
  found: Inspected
  /** `hasItsCode`: the stored code is that of the sealed ballot. */
  look: (content: SignedBallot | undefined, hasItsCode: boolean) => void
}

/** Looks at each opened ballot of a box, and counts those that this server did not put in. */
export function inspectorOf(
  { electionId, publicKey, keys, hasProofs }: Inspection,
  source: BallotSource = {},
): Inspector {
  const found: Inspected = { genuine: 0, foreign: 0, unknown: 0 }
  const seen = new Set<string>()
  const isGenuine = (content: SignedBallot | undefined): boolean => {
    if (content?.election !== electionId) return false
    const author = authorOfBallot(keys, content, publicKey, source)
    if (author === 'unknown_secret') found.unknown += 1
    if (author !== 'ours' || seen.has(content.nonce)) return false
    seen.add(content.nonce)
    return true
  }
  return {
    found,
    look: (content, hasItsCode) => {
      if (hasItsCode && (!hasProofs || isGenuine(content))) found.genuine += 1
      else found.foreign += 1
    },
  }
}
