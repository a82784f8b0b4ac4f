import { answerAside } from '../../core/aside.ts'
import { combineSlips } from './key_slips.ts'
import { openerOf, type Opener } from './opener.ts'
import type { BoxKeyRow } from './tables.ts'

// The process in which the box's key is put together. It holds one key, and nothing is left of it when it exits.

let opener: Opener | undefined

answerAside({
  /** The key's row as JSON, and the slips as typed. */
  combine: async ([key, ...slips]) => {
    const row = JSON.parse(String(key)) as Pick<BoxKeyRow, 'public_key' | 'threshold'>
    opener = await openerOf(await combineSlips(row, slips.map(String)))
    return []
  },
  /** The most marks of a ballot, and the sealed ballots. */
  open: async ([most, ...sealed]) => {
    if (!opener) throw new Error('the slips have not been put together')
    const contents = await opener.open(sealed, Number(String(most)))
    return [Buffer.from(JSON.stringify(contents.map((content) => content ?? null)))]
  },
})
