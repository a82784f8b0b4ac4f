import { createHash } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import {
  ballotLength,
  ballotText,
  readBallot,
  type SignedBallot,
} from '../../rules/elections/box/ballot_content.ts'

export interface Sealed {
  sealed: Buffer
  /** SHA-256 of the sealed ballot, as hex. It says nothing of the content. */
  code: string
}

/** The program awaits the library once, before the first ballot. */
export async function sealingReady(): Promise<void> {
  await sodium.ready
}

/** The caller wipes the secret half. */
export async function newBoxKey(): Promise<{ publicKey: Buffer; secretKey: Uint8Array }> {
  await sodium.ready
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { publicKey: Buffer.from(publicKey), secretKey: privateKey }
}

export async function publicKeyOf(secretKey: Uint8Array): Promise<Buffer> {
  await sodium.ready
  return Buffer.from(sodium.crypto_scalarmult_base(secretKey))
}

export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0)
}

/** For bytes that go to one process alone. */
export function sealTo(publicKey: Uint8Array, bytes: Uint8Array): Buffer {
  return Buffer.from(sodium.crypto_box_seal(bytes, publicKey))
}

/** Throws when it was sealed to another key. */
export function unsealBy(
  { publicKey, secretKey }: { publicKey: Uint8Array; secretKey: Uint8Array },
  sealed: Uint8Array,
): Uint8Array {
  return sodium.crypto_box_seal_open(sealed, publicKey, secretKey)
}

/** All sealed ballots of an election are equally long. No one opens them without the key slips, not even the sender. */
export function sealBallot(content: SignedBallot, publicKey: Uint8Array, marksMax: number): Sealed {
  const text = Buffer.from(ballotText(content), 'utf8')
  const length = ballotLength(marksMax)
  if (text.length >= length) throw new RangeError('a ballot longer than its election allows')
  const padded = sodium.pad(text, length)
  const sealed = Buffer.from(sodium.crypto_box_seal(padded, publicKey))
  wipe(text, padded)
  return { sealed, code: codeOf(sealed) }
}

/** Returns undefined when this key does not open the ballot, or when it cannot be read. */
export function openSealed(
  sealed: Uint8Array,
  { publicKey, secretKey }: { publicKey: Uint8Array; secretKey: Uint8Array },
  marksMax: number,
): SignedBallot | undefined {
  try {
    const padded = sodium.crypto_box_seal_open(sealed, publicKey, secretKey)
    return readBallot(Buffer.from(sodium.unpad(padded, ballotLength(marksMax))).toString('utf8'))
  } catch {
    return undefined
  }
}

export function codeOf(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('hex')
}
