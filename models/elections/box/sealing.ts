import { createHash } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import {
  ballotLength,
  ballotText,
  readBallot,
  type BallotContent,
} from '../../rules/elections/ballot_content.ts'

/** A sealed ballot, and the code that a voter may note to see later that it is in the box. */
export interface Sealed {
  sealed: Buffer
  /** SHA-256 of the sealed ballot, as hex. It says nothing of what is inside. */
  code: string
}

/** The library is ready to seal and open. Await it once before the first ballot. */
export async function sealingReady(): Promise<void> {
  await sodium.ready
}

/** A new pair of keys for a box. The caller wipes the secret half. */
export async function newBoxKey(): Promise<{ publicKey: Buffer; secretKey: Uint8Array }> {
  await sodium.ready
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { publicKey: Buffer.from(publicKey), secretKey: privateKey }
}

/** The public half that belongs to a secret one. */
export async function publicKeyOf(secretKey: Uint8Array): Promise<Buffer> {
  await sodium.ready
  return Buffer.from(sodium.crypto_scalarmult_base(secretKey))
}

/** Overwrites a secret in memory, so that it is not left behind. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0)
}

/**
 * Seals a ballot to the box: made equally long as every other of the election, then put in a libsodium sealed box that
 * nobody opens without the key slips, not even who sealed it.
 */
export function sealBallot(content: BallotContent, publicKey: Uint8Array, marksMax: number): Sealed {
  const text = Buffer.from(ballotText(content), 'utf8')
  const length = ballotLength(marksMax)
  if (text.length >= length) throw new RangeError('a ballot longer than its election allows')
  const padded = sodium.pad(text, length)
  const sealed = Buffer.from(sodium.crypto_box_seal(padded, publicKey))
  wipe(text, padded)
  return { sealed, code: codeOf(sealed) }
}

/** What a sealed ballot says. Returns undefined when this key does not open it, or it cannot be read. */
export function openSealed(
  sealed: Uint8Array,
  { publicKey, secretKey }: { publicKey: Uint8Array; secretKey: Uint8Array },
  marksMax: number,
): BallotContent | undefined {
  try {
    const padded = sodium.crypto_box_seal_open(sealed, publicKey, secretKey)
    return readBallot(Buffer.from(sodium.unpad(padded, ballotLength(marksMax))).toString('utf8'))
  } catch {
    return undefined
  }
}

function codeOf(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('hex')
}
