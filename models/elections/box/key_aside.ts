import { answerAside } from '../../core/aside.ts'
import { combineFitting, combineSlips, readShare, slipField, slipNumber } from './key_slips.ts'
import { openerOf, type Opener } from './opener.ts'
import { newBoxKey, sealingReady, sealTo, unsealBy, wipe } from './sealing.ts'
import type { BoxKeyRow } from './tables.ts'

// The process in which slips are read and the box's key is put together. Nothing of them is left when it exits.

type Key = Pick<BoxKeyRow, 'public_key' | 'threshold'>

let own: Awaited<ReturnType<typeof newBoxKey>> | undefined
let opener: Opener | undefined

answerAside({
  /** The key's row, and all slips as typed. */
  check: async ([key, ...slips]) => {
    wipe(await combineSlips(keyFrom(key), slips.map(String)))
    return []
  },
  /** Begins a sitting: what is typed from now on is sealed to this process. */
  begin: async () => {
    own = await newBoxKey()
    return [own.publicKey]
  },
  /** The key's row, whom to seal it to, and one slip as typed. */
  seal: async ([key, publicKey = Buffer.alloc(0), slip]) => {
    await sealingReady()
    const share = readShare(keyFrom(key), String(slip), slipField(0))
    return [sealTo(publicKey, share), Buffer.from(`${slipNumber(share)}`)]
  },
  /** The key's row, and the sealed shares. Answers which of them fit; none when too few do. */
  combine: async ([key, ...sealed]) => {
    const pair = own
    if (!pair) throw new Error('the sitting has not begun')
    const shares = sealed.map((one) => unsealBy(pair, one))
    const found = await combineFitting(keyFrom(key), shares)
    if (found) opener = await openerOf(found.secret)
    return [Buffer.from(JSON.stringify(found?.fitting ?? []))]
  },
  /** The most marks of a ballot, and the sealed ballots. */
  open: async ([most, ...sealed]) => {
    if (!opener) throw new Error('the slips have not been put together')
    const contents = await opener.open(sealed, Number(String(most)))
    return [Buffer.from(JSON.stringify(contents.map((content) => content ?? null)))]
  },
})

function keyFrom(row: Buffer | undefined): Key {
  return JSON.parse(String(row)) as Key
}
