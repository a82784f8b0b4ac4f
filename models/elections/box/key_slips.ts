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
  const parts = typed.map((text, index) => readShare(key, text, slipField(index)))
  try {
    const [first] = parts
    const twice = parts.findIndex((part, index) => parts.findIndex((other) => sameSlip(part, other)) < index)
    if (twice >= 0) throw new Refused('slip_twice', {}, slipField(twice))
    if (!first || parts.length < key.threshold)
      throw new Refused('slips_too_few', { count: key.threshold }, slipField(parts.length))
    const secret = await secretOf(key, parts.slice(0, key.threshold))
    if (secret) return secret
    throw new Refused('slips_do_not_fit', {}, slipField(0))
  } finally {
    wipe(...parts)
  }
}

/**
 * Finds shares that fit among some that were typed, and sets wrong ones aside. Returns undefined when too few fit. The caller
 * wipes the secret half.
 */
export async function combineFitting(
  key: Pick<BoxKeyRow, 'public_key' | 'threshold'>,
  shares: readonly Uint8Array[],
): Promise<{ secret: Uint8Array; fitting: number[] } | undefined> {
  for (const some of choices(shares.length, key.threshold)) {
    const secret = await secretOf(key, sharesAt(shares, some))
    if (!secret) continue
    const others = [...shares.keys()].filter((index) => !some.includes(index))
    const fitting = [...some]
    for (const index of others) {
      const again = await secretOf(key, sharesAt(shares, [...some.slice(1), index]))
      if (again) fitting.push(index)
      wipe(...(again ? [again] : []))
    }
    return { secret, fitting: fitting.sort((a, b) => a - b) }
  }
  return undefined
}

function sharesAt(shares: readonly Uint8Array[], places: readonly number[]): Uint8Array[] {
  return places.flatMap((place) => shares[place] ?? [])
}

/** Every choice of `size` among the first `count` numbers. */
function choices(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]]
  const all: number[][] = []
  for (let first = from; first <= count - size; first += 1)
    for (const rest of choices(count, size - 1, first + 1)) all.push([first, ...rest])
  return all
}

async function secretOf(
  { public_key, threshold }: Pick<BoxKeyRow, 'public_key' | 'threshold'>,
  shares: Uint8Array[],
): Promise<Uint8Array | undefined> {
  const [first] = shares
  if (!first || shares.length < threshold) return undefined
  const secret = threshold === 1 ? first.slice(0, -1) : await combine(shares)
  if (Buffer.from(public_key, 'hex').equals(await publicKeyOf(secret))) return secret
  wipe(secret)
  return undefined
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

/** Refuses an unreadable slip, and one of another box. */
export function readShare(key: Pick<BoxKeyRow, 'public_key'>, typed: string, field: string): Uint8Array {
  const read = readSlip(typed)
  if (!read.ok) {
    if (read.wrong === 'unknown_word')
      throw new Refused('slip_unknown_word', { number: read.number, word: read.word }, field)
    if (read.wrong === 'word_count')
      throw new Refused('slip_word_count', { typed: read.count, needed: SLIP_WORDS }, field)
    throw new Refused('slip_checksum', {}, field)
  }
  if (!Buffer.from(read.box).equals(nameOf(Buffer.from(key.public_key, 'hex'))))
    throw new Refused('slip_of_another_box', {}, field)
  return read.share
}

function sameSlip(a: Uint8Array, b: Uint8Array): boolean {
  return slipNumber(a) === slipNumber(b)
}

/** The last byte of a share tells the slips apart. */
export function slipNumber(share: Uint8Array): number {
  return share[SHARE_BYTES - 1] ?? 0
}
