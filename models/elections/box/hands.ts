import { askAside, startAside } from '../../core/aside.ts'
import type { SignedBallot } from '../../rules/elections/ballot_content.ts'
import { combineSlips } from './key_slips.ts'
import { openerOf, type Opener } from './opener.ts'
import { wipe } from './sealing.ts'
import type { BoxKeyRow } from './tables.ts'

type Key = Pick<BoxKeyRow, 'public_key' | 'threshold'>

/** What is done with slips. They come as they were typed, in bytes that the caller wipes. */
export interface Hands {
  /** Refuses slips that do not put the key together. */
  check(key: Key, slips: readonly Uint8Array[]): Promise<void>
  unlock(key: Key, slips: readonly Uint8Array[]): Promise<Opener>
}

const KEY_ASIDE = import.meta.resolve(import.meta.url.endsWith('.ts') ? './key_aside.ts' : './key_aside.js')

/** In a process of its own, so that neither the key nor a slip is ever in the server's memory as more than typed bytes. */
export const handsAside: Hands = {
  check: async ({ public_key, threshold }, slips) => {
    await askAside(KEY_ASIDE, 'combine', [jsonOf({ public_key, threshold }), ...slips])
  },
  unlock: async ({ public_key, threshold }, slips) => {
    const aside = startAside(KEY_ASIDE)
    try {
      await aside.ask('combine', [jsonOf({ public_key, threshold }), ...slips])
    } catch (error) {
      aside.end()
      throw error
    }
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
  },
}

/** In this process, where no secret needs to be kept from it: tests and measurements. */
export const handsHere: Hands = {
  check: async (key, slips) => {
    wipe(await combineSlips(key, slips.map(textOf)))
  },
  unlock: async (key, slips) => openerOf(await combineSlips(key, slips.map(textOf))),
}

function jsonOf(value: object): Buffer {
  return Buffer.from(JSON.stringify(value))
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}
