import { createHash } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import { Refused } from '../../core/errors.ts'
import { BOX_BYTES, readSlip, SHARE_BYTES, SLIP_WORDS, slipWords } from './key_words.ts'
import type { BoxKeyRow } from './tables.ts'
import { newBoxKey, publicKeyOf, wipe } from './sealing.ts'

/** A slip exists in the answer that is printed, and nowhere else. */
export interface Slip {
  number: number
  of: number
  threshold: number
  words: string[]
}

/** Any `threshold` slips give the secret half of the key back; fewer tell nothing. */
export async function makeSlips(
  threshold: number,
  shares: number,
): Promise<{ publicKey: string; slips: Slip[] }> {
  const { publicKey, secretKey } = await newBoxKey()
  const parts = await divide(secretKey, threshold, shares)
  const box = nameOf(publicKey)
  const slips = parts.map((share, index) => {
    return { number: index + 1, of: shares, threshold, words: slipWords({ box, share }) }
  })
  wipe(secretKey, ...parts)
  return { publicKey: publicKey.toString('hex'), slips }
}

/** Refuses unreadable, foreign, repeated, too few and wrong slips. The caller wipes the returned secret half. */
export async function combineSlips(
  key: Pick<BoxKeyRow, 'public_key' | 'threshold'>,
  typed: readonly string[],
): Promise<Uint8Array> {
  const publicKey = Buffer.from(key.public_key, 'hex')
  const parts = typed.map((text, index) => readPart(text, publicKey, slipField(index)))
  try {
    const [first] = parts
    const twice = parts.findIndex((part, index) => parts.findIndex((other) => sameSlip(part, other)) < index)
    if (twice >= 0) throw new Refused('slip_twice', {}, slipField(twice))
    if (!first || parts.length < key.threshold)
      throw new Refused('slips_too_few', { count: key.threshold }, slipField(parts.length))
    const secret = key.threshold === 1 ? first.slice(0, -1) : await combine(parts.slice(0, key.threshold))
    if (publicKey.equals(await publicKeyOf(secret))) return secret
    wipe(secret)
    throw new Refused('slips_do_not_fit', {}, slipField(0))
  } finally {
    wipe(...parts)
  }
}

export function slipField(index: number): `slip_${number}` {
  return `slip_${index + 1}`
}

/** The library divides among two at least: a single slip is the key itself. */
async function divide(secretKey: Uint8Array, threshold: number, shares: number): Promise<Uint8Array[]> {
  if (threshold > 1) return split(secretKey, shares, threshold)
  return Array.from({ length: shares }, (_part, index) => Uint8Array.from([...secretKey, index + 1]))
}

function nameOf(publicKey: Uint8Array): Uint8Array {
  return createHash('sha256').update(publicKey).digest().subarray(0, BOX_BYTES)
}

function readPart(typed: string, publicKey: Uint8Array, field: string): Uint8Array {
  const read = readSlip(typed)
  if (!read.ok) {
    if (read.wrong === 'unknown_word')
      throw new Refused('slip_unknown_word', { number: read.number, word: read.word }, field)
    if (read.wrong === 'word_count')
      throw new Refused('slip_word_count', { typed: read.count, needed: SLIP_WORDS }, field)
    throw new Refused('slip_checksum', {}, field)
  }
  if (!Buffer.from(read.box).equals(nameOf(publicKey))) throw new Refused('slip_of_another_box', {}, field)
  return read.share
}

/** The last byte of a share tells which slip it is. */
function sameSlip(a: Uint8Array, b: Uint8Array): boolean {
  return a[SHARE_BYTES - 1] === b[SHARE_BYTES - 1]
}
