import { type Aside, askAside, startAside } from '../../core/aside.ts'
import type { SignedBallot } from '../../rules/elections/box/ballot_content.ts'
import { combineSlips } from './key_slips.ts'
import { openerOf, type Opener } from './opener.ts'
import { wipe } from './sealing.ts'
import type { BoxKeyRow } from './tables.ts'

// What the server has done with slips. They come as they were typed, in bytes that the caller wipes, and go to a process of
// their own: neither the key nor a share is ever in the server's memory.

type Key = Pick<BoxKeyRow, 'public_key' | 'threshold'>

const KEY_ASIDE = new URL(import.meta.url.endsWith('.ts') ? 'key_aside.ts' : 'key_aside.js', import.meta.url)
  .href

/** Refuses slips that do not put the key together. */
export type CheckSlips = (key: Key, slips: readonly Uint8Array[]) => Promise<void>

export const checkAside: CheckSlips = async (key, slips) => {
  await askAside(KEY_ASIDE, 'check', [jsonOf(key), ...slips])
}

/** Seals what one person typed to the process of the sitting. Refuses an unreadable slip, and one of another box. */
export async function sealSlip(
  key: Key,
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
  combine(key: Key, sealed: readonly string[]): Promise<number[]>
  opener(key: Key): Opener
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

function openerOn(aside: Aside, { public_key }: Key): Opener {
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

/** In this process, where no secret needs to be kept from it: tests and measurements. */
export const checkHere: CheckSlips = async (key, slips) => {
  wipe(await combineSlips(key, slips.map(textOf)))
}

export async function unlockHere(key: Key, slips: readonly Uint8Array[]): Promise<Opener> {
  return openerOf(await combineSlips(key, slips.map(textOf)))
}

function jsonOf({ public_key, threshold }: Key): Buffer {
  return Buffer.from(JSON.stringify({ public_key, threshold }))
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
