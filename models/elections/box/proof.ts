import { randomBytes } from 'node:crypto'
import type { Authorship, OutsideKeys } from '../../core/keys.ts'
import type { BallotContent, SignedBallot } from '../../rules/elections/box/ballot_content.ts'

/** Where a ballot came from: left out for a tablet. `papers`: how often the papers had been begun anew when it was entered. */
export interface BallotSource {
  papers?: number
}

/** In bytes. */
const NONCE_BYTES = 16

/**
 * Adds the proof that this server sealed the ballot, for this box and no other. The random mark tells two alike ballots
 * apart, so that one put in twice is seen; it tells nothing of when.
 */
export function signBallot(
  keys: OutsideKeys,
  content: BallotContent,
  publicKey: Uint8Array,
  source: BallotSource = {},
): SignedBallot {
  const signed = { ...content, nonce: randomBytes(NONCE_BYTES).toString('base64url') }
  return { ...signed, proof: keys.prove('ballot', textOf(signed, publicKey, source)) }
}

export function authorOfBallot(
  keys: OutsideKeys,
  ballot: SignedBallot,
  publicKey: Uint8Array,
  source: BallotSource = {},
): Authorship {
  return keys.authorOf('ballot', textOf(ballot, publicKey, source), ballot.proof)
}

function textOf(
  { election, marks, nonce }: Omit<SignedBallot, 'proof'>,
  publicKey: Uint8Array,
  { papers }: BallotSource,
): string {
  const sorted = [...marks].sort((a, b) => a - b)
  const source = papers === undefined ? [] : [`papers ${papers}`]
  return [election, Buffer.from(publicKey).toString('hex'), nonce, ...source, ...sorted].join(' ')
}
