import path from 'node:path'
import { startChild } from './child.ts'
import { row, type Row } from './row.ts'

const MOST_MEMORY_MB = 400

/** Milliseconds, and megabytes at the most. */
export interface BoxTimes {
  opened: number
  library: number
  memory: number
}

/** 100,000 sealed ballots, beside the sealing library opening the same in a loop. */
export async function measureBox(folder: string): Promise<Row[]> {
  const child = await startChild('box_child', { filename: path.join(folder, 'box.sqlite') })
  const { opened, library, memory } = await child.ask<BoxTimes>('times')
  await child.stop()
  return [
    row('open_and_count_100000', { value: 1 / opened, baseline: 1 / library }, 0.5, 'higher'),
    row('memory_count_100000_mb', { value: Math.round(memory), baseline: MOST_MEMORY_MB }, 1, 'lower'),
  ]
}
