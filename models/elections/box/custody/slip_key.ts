import { hkdfSync, randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers'
import { combine, split } from 'shamir-secret-sharing'
import { Refused } from '../../../core/errors.ts'
import { readSeed, SEED_BYTES, wordsFor } from './key_words.ts'
import { requireRead } from '../reading.ts'
import { newBoxKey, sealTo, unsealBy, wipe } from '../sealing.ts'

// The words of a slip are a seed, and the slip's own key pair is derived from it. A share of the box's key is sealed to that
// pair: the words open the share, and what is stored opens nothing. Only processes aside come here.

/** Never changed: slips on paper could not be read. */
const LABEL = 'raadsbogen key slip 1'

/** What the server knows of a slip. Keys are hex. */
export interface SlipKey {
  number: number
  public_key: string
}

export interface SealedShare extends SlipKey {
  /** As hex. */
  sealed: string
}

/** A new slip, for one holder. Its words exist only here. */
export async function newSlip(): Promise<{ publicKey: Buffer; words: string[] }> {
  const seed = randomBytes(SEED_BYTES)
  const pair = await pairFrom(seed)
  const words = wordsFor(seed)
  wipe(seed, pair.privateKey)
  return { publicKey: Buffer.from(pair.publicKey), words }
}

/** A box's key that any `threshold` of these slips open. Tries each choice of them before the key is forgotten. */
export async function newSharedKey(
  threshold: number,
  slipKeys: readonly Uint8Array[],
): Promise<{ publicKey: Buffer; sealed: Buffer[] }> {
  const { publicKey, secretKey } = await newBoxKey()
  const shares = await split(secretKey, slipKeys.length, threshold)
  for (const some of choices(shares.length, threshold)) {
    const again = await combine(some.flatMap((place) => shares[place] ?? []))
    if (!Buffer.from(again).equals(secretKey)) throw new Error('the shares do not give the key')
    wipe(again)
  }
  const sealed = shares.map((share, place) => sealTo(slipKeys[place] ?? share, share))
  wipe(secretKey, ...shares)
  return { publicKey, sealed }
}

/** Every choice of `size` among the first `count` numbers. */
export function choices(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]]
  const all: number[][] = []
  for (let first = from; first <= count - size; first += 1)
    for (const rest of choices(count, size - 1, first + 1)) all.push([first, ...rest])
  return all
}

/** Returns which of the slips the words are of. Refuses unreadable words, and those of no slip here. */
export async function findTyped(
  slips: readonly (SlipKey & { sealed?: string })[],
  typed: string,
  field: string,
): Promise<number> {
  const found = await pairOf(slips, typed, field)
  const { sealed, number } = found.slip
  if (sealed !== undefined) wipe(shareOf(found.pair, sealed, field))
  wipe(found.pair.secretKey)
  return number
}

/** Opens the share that the words of a slip open. */
export async function openShare(
  slips: readonly SealedShare[],
  typed: string,
  field: string,
): Promise<{ share: Uint8Array; number: number }> {
  const { slip, pair } = await pairOf(slips, typed, field)
  const share = shareOf(pair, slip.sealed, field)
  wipe(pair.secretKey)
  return { share, number: slip.number }
}

interface Pair {
  publicKey: Uint8Array
  secretKey: Uint8Array
}

/** Refuses what has been changed past the program: the others may still open the box. */
function shareOf(pair: Pair, sealed: string, field: string): Uint8Array {
  try {
    return unsealBy(pair, Buffer.from(sealed, 'hex'))
  } catch {
    throw new Refused('slip_share_changed', {}, field)
  }
}

async function pairOf<Slip extends SlipKey>(
  slips: readonly Slip[],
  typed: string,
  field: string,
): Promise<{ slip: Slip; pair: Pair }> {
  const { seed } = requireRead(readSeed(typed), field)
  const { publicKey, privateKey } = await pairFrom(seed)
  wipe(seed)
  const name = Buffer.from(publicKey).toString('hex')
  const slip = slips.find(({ public_key }) => public_key === name)
  if (!slip) throw new Refused('slip_of_another_box', {}, field)
  return { slip, pair: { publicKey, secretKey: privateKey } }
}

async function pairFrom(seed: Uint8Array) {
  await sodium.ready
  const derived = new Uint8Array(hkdfSync('sha256', seed, '', LABEL, sodium.crypto_box_SEEDBYTES))
  const pair = sodium.crypto_box_seed_keypair(derived)
  wipe(derived)
  return pair
}
