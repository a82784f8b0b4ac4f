import { randomBytes } from 'node:crypto'
import { isPostgres } from '../../models/core/db.ts'
import { codeOf } from '../../models/elections/box/sealing.ts'
import type { TestApp } from '../support/app.ts'
import { type Attacked, readCopy } from './attack.ts'
import { itemsOf } from './heap_pages.ts'
import { aPollingDay, type PollingDay, vote } from './polling_day.ts'
import { copyPostgres } from './postgres_copy.ts'

/** So many lie in the box before, more than PostgreSQL lays down anew whole. */
export const LAID = 2300
/** So many cast the last ballots: 5.1 standard deviations of an order of 200 are less than 0.25. */
export const LAST = 200
const TABLETS = 3
/** Laid between the last ones, so that a block is taken out of the pile when half of them have voted. */
export const LAID_BETWEEN = 410

/** What a copy tells; `blocks` on PostgreSQL alone. */
export interface LargeBox {
  copy: Attacked
  blocks: Block[]
}

export async function attackLargeBox(house: TestApp): Promise<LargeBox> {
  const day = await aPollingDay(house, LAST, TABLETS)
  await lay(day, LAID)
  await vote(day, LAST / 2, 'acts')
  await lay(day, LAID_BETWEEN)
  await vote(day, LAST, 'acts')
  const copy = { moment: 'voted', cast: day.happened.cast.length, ...(await readCopy(day)) } as const
  return { copy, blocks: isPostgres(house.db) ? await blocksOf(day) : [] }
}

/** Ballots that nobody can open, under random keys. */
async function lay({ house, id }: PollingDay, ballots: number): Promise<void> {
  const rows = Array.from({ length: ballots }, () => {
    const sealed = randomBytes(320)
    return { id: randomBytes(16).toString('hex'), election_id: id, sealed, code: codeOf(sealed) }
  })
  rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  await house.db.batchInsert('envelopes', rows, 200)
}

/** Sealed ballots in one file of PostgreSQL that one transaction wrote: they cannot be told from each other. */
export interface Block {
  ballots: number
  /** Whose turns are known, in the order in which they lie there. */
  turns: number[]
}

/** In the order in which they were written. Rows that are no longer there count as well. */
async function blocksOf({ house, happened }: PollingDay): Promise<Block[]> {
  const { files } = await copyPostgres(house.db)
  const codes = new Set(await house.db('envelopes').pluck('code'))
  const turns = new Map(happened.cast.map(({ code }, turn) => [code, turn]))
  const blocks = new Map<string, Block & { xmin: number }>()
  for (const { name, bytes } of files)
    for (const item of itemsOf(bytes).filter(({ isHeap }) => isHeap)) {
      const code = item.bytes
        .toString('latin1')
        .match(/[0-9a-f]{64}/g)
        ?.find((text) => codes.has(text))
      if (code === undefined) continue
      const { xmin } = item
      const block = blocks.get(`${name} ${xmin}`) ?? { xmin, ballots: 0, turns: [] }
      blocks.set(`${name} ${xmin}`, block)
      block.ballots += 1
      const turn = turns.get(code)
      if (turn !== undefined) block.turns.push(turn)
    }
  return [...blocks.values()]
    .sort((a, b) => a.xmin - b.xmin)
    .map(({ ballots, turns }) => ({ ballots, turns }))
}
