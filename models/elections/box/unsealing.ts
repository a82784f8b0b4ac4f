import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../core/db.ts'
import { type ElectionId, NO_ID } from '../../core/ids.ts'
import { Refused } from '../../core/errors.ts'
import type { OutsideKeys } from '../../core/keys.ts'
import type { Marks } from '../../rules/elections/tally.ts'
import type { BoothBallot } from '../booth/ballot.ts'
import type { ClosedBox } from './closed_box.ts'
import { findEntry } from './entering/entry.ts'
import { type Inspected, type Inspector, inspectorOf } from './inspection.ts'
import type { Opener } from './opener.ts'
import { codeOf } from './sealing.ts'

/** How many sealed ballots are read at a time, and how many are opened before other requests get their turn. */
const READ_AT_ONCE = 1000
const OPENED_AT_ONCE = 100

/** No voter can have set this mark, so that every recount finds the ballot invalid. */
const UNREADABLE: Marks = [NO_ID]

interface Unsealing {
  opener: Opener
  onProgress?: (done: number, of: number) => void
}

export interface Opened extends Inspected {
  marks: Marks[]
  codes: string[]
}

/** Has the tablet's ballots opened, and the papers that were entered beside them. `onProgress` is called as they are. */
export async function openBoth(
  db: Db,
  keys: OutsideKeys,
  ballot: BoothBallot,
  { hasProofs }: ClosedBox,
  { opener, onProgress }: Unsealing,
): Promise<{ sealed: Opened; papers: Opened }> {
  const { electionId, longest } = ballot
  const { publicKey } = opener
  if (!ballot.publicKey?.equals(publicKey)) throw new Refused('slips_do_not_fit', {}, 'slip_1')
  const entry = await findEntry(db, electionId)
  const cast = await countEnvelopes(db, electionId)
  const of = cast + (entry?.end?.papers ?? 0)
  const about = { electionId, publicKey, keys }
  const box = { opener, electionId, longest }
  const sealed = await openAll(db, box, {
    table: 'envelopes',
    inspector: inspectorOf({ ...about, hasProofs }),
    onProgress: (done) => onProgress?.(done, of),
  })
  const papers = await openAll(db, box, {
    table: 'entered_papers',
    inspector: inspectorOf({ ...about, hasProofs: true }, { papers: entry?.restarts.length ?? 0 }),
    onProgress: (done) => onProgress?.(cast + done, of),
  })
  return { sealed, papers }
}

interface Source {
  table: 'envelopes' | 'entered_papers'
  inspector: Inspector
  onProgress: (done: number) => void
}

async function openAll(
  db: Db,
  { opener, electionId, longest }: Pick<Unsealing, 'opener'> & Pick<BoothBallot, 'electionId' | 'longest'>,
  { table, inspector, onProgress }: Source,
): Promise<Opened> {
  const marks: Marks[] = []
  const codes: string[] = []
  let reading = readAfter(db, table, electionId, '')
  for (;;) {
    const envelopes = await reading
    const isLast = envelopes.length < READ_AT_ONCE
    // The next are read while these are opened.
    if (!isLast) reading = readAfter(db, table, electionId, envelopes.at(-1)?.id ?? '')
    for (let from = 0; from < envelopes.length; from += OPENED_AT_ONCE) {
      const some = envelopes.slice(from, from + OPENED_AT_ONCE)
      const sealed = some.map((envelope) => envelope.sealed)
      const contents = await opener.open(sealed, longest)
      for (const [index, { sealed, code }] of some.entries()) {
        const content = contents[index]
        marks.push(content?.election === electionId ? content.marks : UNREADABLE)
        codes.push(code)
        inspector.look(content, codeOf(sealed) === code)
      }
      onProgress(marks.length)
      await nextTurn()
    }
    if (isLast) return { marks, codes, ...inspector.found }
  }
}

async function readAfter(db: Db, table: Source['table'], electionId: ElectionId, last: string) {
  return db(table)
    .where({ election_id: electionId })
    .where('id', '>', last)
    .orderBy('id')
    .limit(READ_AT_ONCE)
    .select('id', 'sealed', 'code')
}

export async function countEnvelopes(db: Db, electionId: ElectionId): Promise<number> {
  const [row] = await db('envelopes')
    .where({ election_id: electionId })
    .count<{ count: number | string }[]>('* as count')
  return Number(row?.count ?? 0)
}
