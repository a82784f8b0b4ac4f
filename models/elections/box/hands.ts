import { type Aside, askAside, startAside } from '../../core/aside.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { SignedBallot } from '../../rules/elections/box/ballot_content.ts'
import { findTyped, newSharedKey, newSlip, type SlipKey } from './custody/slip_key.ts'
import { combineSlips, type LockingKey, slipField } from './key_slips.ts'
import { openerOf, type Opener } from './opener.ts'

// What the server has done with slips. They are made, and come as they were typed, in bytes that the caller wipes, and all else is
// done in a process of its own: neither the key nor a share is ever in the server's memory.

const KEY_ASIDE = new URL(import.meta.url.endsWith('.ts') ? 'key_aside.ts' : 'key_aside.js', import.meta.url)
  .href

/** A slip on its way to the page of its holder: bytes that the caller wipes. */
export interface MadeSlip {
  /** As hex. */
  publicKey: string
  words: Buffer[]
  /** The same words as a code to scan: a path of unit squares. */
  qr: { path: Buffer; side: number }
}

export type MakeSlip<Made extends { publicKey: string }> = () => Promise<Made>

export function slipAside(election: ElectionId, number: number): MakeSlip<MadeSlip> {
  return async () => {
    const none = Buffer.alloc(0)
    const about = Buffer.from(JSON.stringify({ election, number }))
    const [key = none, path = none, side, ...words] = await askAside(KEY_ASIDE, 'slip', [about])
    return { publicKey: key.toString('hex'), words, qr: { path, side: Number(String(side)) } }
  }
}

/** Makes the box's key, and seals a share of it to each slip. Keys and shares are hex. */
export type MakeKey = (
  threshold: number,
  slipKeys: readonly string[],
) => Promise<{ publicKey: string; sealed: string[] }>

export const keyAside: MakeKey = async (threshold, slipKeys) => {
  const parts = [Buffer.from(`${threshold}`), ...slipKeys.map((key) => Buffer.from(key, 'hex'))]
  const made = await askAside(KEY_ASIDE, 'lock', parts)
  const [publicKey = '', ...sealed] = made.map((one) => one.toString('hex'))
  return { publicKey, sealed }
}

/** Returns the number of the slip that was typed. Refuses an unreadable one, and one that is none of these. */
export type FindSlip = (
  slips: readonly (SlipKey & { sealed?: string })[],
  typed: Uint8Array,
) => Promise<number>

export const findAside: FindSlip = async (slips, typed) => {
  const [number] = await askAside(KEY_ASIDE, 'find', [Buffer.from(JSON.stringify(slips)), typed])
  return Number(String(number))
}

/** Seals what one person typed to the process of the sitting. Refuses an unreadable slip, and one of another box. */
export async function sealSlip(
  key: LockingKey,
  publicKey: string,
  slip: Uint8Array,
): Promise<{ sealed: string; number: number }> {
  const to = Buffer.from(publicKey, 'hex')
  const [sealed, number] = await askAside(KEY_ASIDE, 'seal', [jsonOf(key), to, slip])
  return { sealed: (sealed ?? to).toString('hex'), number: Number(String(number)) }
}

/** The process in which the slips of one sitting are put together. */
export interface KeyProcess {
  /** As hex. */
  publicKey: string
  /** Returns the places of those that fit: then `opener` opens. None when too few fit. */
  combine(key: LockingKey, sealed: readonly string[]): Promise<number[]>
  opener(key: LockingKey): Opener
  end(): void
}

export async function beginKeyProcess(): Promise<KeyProcess> {
  const aside = startAside(KEY_ASIDE)
  const [publicKey] = await aside.ask('begin')
  return {
    publicKey: (publicKey ?? Buffer.alloc(0)).toString('hex'),
    combine: async (key, sealed) => {
      const parts = sealed.map((one) => Buffer.from(one, 'hex'))
      const [fitting] = await aside.ask('combine', [jsonOf(key), ...parts])
      return JSON.parse(String(fitting)) as number[]
    },
    opener: (key) => openerOn(aside, key),
    end: () => {
      aside.end()
    },
  }
}

function openerOn(aside: Aside, { public_key }: LockingKey): Opener {
  return {
    publicKey: Buffer.from(public_key, 'hex'),
    open: async (sealed, marksMax) => {
      const [contents] = await aside.ask('open', [Buffer.from(`${marksMax}`), ...sealed])
      const read = JSON.parse(String(contents)) as (SignedBallot | null)[]
      return read.map((content) => content ?? undefined)
    },
    end: () => {
      aside.end()
    },
  }
}

function jsonOf({ public_key, threshold, slips }: LockingKey): Buffer {
  return Buffer.from(JSON.stringify({ public_key, threshold, slips }))
}

// In this process, where no secret needs to be kept from it: tests and measurements.

export async function slipHere(): Promise<{ publicKey: string; words: string }> {
  const { publicKey, words } = await newSlip()
  return { publicKey: publicKey.toString('hex'), words: words.join(' ') }
}

export const keyHere: MakeKey = async (threshold, slipKeys) => {
  const keys = slipKeys.map((key) => Buffer.from(key, 'hex'))
  const { publicKey, sealed } = await newSharedKey(threshold, keys)
  return { publicKey: publicKey.toString('hex'), sealed: sealed.map((one) => one.toString('hex')) }
}

export const findHere: FindSlip = (slips, typed) => findTyped(slips, textOf(typed), slipField(0))

export async function unlockHere(key: LockingKey, slips: readonly Uint8Array[]): Promise<Opener> {
  return openerOf(await combineSlips(key, slips.map(textOf)))
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
