import { createHash } from 'node:crypto'
import { combine } from 'shamir-secret-sharing'
import { Refused } from '../../core/errors.ts'
import { choices, openShare, type SealedShare } from './custody/slip_key.ts'
import { BOX_BYTES, readOldSlip, SHARE_BYTES } from './custody/key_words.ts'
import { requireRead } from './reading.ts'
import type { BoxKeyRow } from './tables.ts'
import { publicKeyOf, wipe } from './sealing.ts'

/** The key that locks a box. `slips` is empty when its slips are from before they had named holders. */
export interface LockingKey extends Pick<BoxKeyRow, 'public_key' | 'threshold'> {
  slips: readonly SealedShare[]
}

/** What a typed slip gives: a share of the box's key, and the slip's number. */
interface Given {
  share: Uint8Array
  number: number
}

/** Refuses unreadable, foreign, repeated, too few and wrong slips. The caller wipes the returned secret half. */
export async function combineSlips(key: LockingKey, typed: readonly string[]): Promise<Uint8Array> {
  const given: Given[] = []
  for (const [index, text] of typed.entries()) given.push(await readShare(key, text, slipField(index)))
  const numbers = given.map(({ number }) => number)
  const parts = given.map(({ share }) => share)
  try {
    const [first] = parts
    const twice = numbers.findIndex((number, index) => numbers.indexOf(number) < index)
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
  key: Pick<LockingKey, 'public_key' | 'threshold'>,
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

function nameOf(publicKey: Uint8Array): Uint8Array {
  return createHash('sha256').update(publicKey).digest().subarray(0, BOX_BYTES)
}

/** Refuses an unreadable slip, and one of another box. */
export async function readShare(key: LockingKey, typed: string, field: string): Promise<Given> {
  if (key.slips.length > 0) return openShare(key.slips, typed, field)
  const { box, share } = requireRead(readOldSlip(typed), field)
  if (!Buffer.from(box).equals(nameOf(Buffer.from(key.public_key, 'hex'))))
    throw new Refused('slip_of_another_box', {}, field)
  // The last byte of a share tells old slips apart.
  return { share, number: share[SHARE_BYTES - 1] ?? 0 }
}
