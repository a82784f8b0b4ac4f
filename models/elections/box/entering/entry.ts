import type { Db, Trx } from '../../../core/db.ts'
import type { ElectionId } from '../../../core/ids.ts'
import { checkEntered } from '../../../rules/elections/box/entering.ts'
import type { Actor } from '../../../rules/elections/certification.ts'
import type { Official } from '../../reach.ts'
import type {
  PaperEntryEndRow,
  PaperEntryPairRow,
  PaperEntryReopeningRow,
  PaperEntryRestartRow,
  PaperEntryRow,
} from './tables.ts'
import { NOTHING_WAITS } from './turn.ts'

// In an election on paper and tablet with few papers, the papers are entered into the tablet's box under the eyes of two
// people, and counted with its ballots: nobody sees the figures of the papers alone. The sealed papers lie beside the
// sealed ballots, so that the codes that hang on the wall stay those of the tablet, and both are opened and mixed as one.

export interface Entry extends Omit<PaperEntryRow, 'election_id'> {
  pairs: Omit<PaperEntryPairRow, 'id' | 'election_id'>[]
  restarts: Omit<PaperEntryRestartRow, 'id' | 'election_id'>[]
  /** Each with the end that does not hold any more. */
  reopenings: Reopening[]
  /** Undefined while papers are entered. */
  end: End | undefined
}

export type End = Omit<PaperEntryEndRow, 'id' | 'election_id'>
export type Reopening = Omit<PaperEntryReopeningRow, 'id' | 'election_id'> & { end: End }

/** Returns undefined when the papers are counted by hand. */
export async function findEntry(db: Db, electionId: ElectionId): Promise<Entry | undefined> {
  const of = { election_id: electionId }
  const entry = await db('paper_entries').where(of).first()
  if (!entry) return undefined
  const pairs = await db('paper_entry_pairs').where(of).orderBy('number')
  const restarts = await db('paper_entry_restarts').where(of).orderBy('number')
  const reopenings = await db('paper_entry_reopenings').where(of).orderBy('number')
  const ends = (await db('paper_entry_ends').where(of).orderBy('number')).map(numbered)
  return {
    ...{ decided_by: entry.decided_by, decided_on: entry.decided_on },
    pairs: pairs.map(numbered),
    restarts: restarts.map(numbered),
    reopenings: reopenings.map(numbered).flatMap((one) => {
      const end = ends.find(({ number }) => number === one.number)
      return end ? [{ ...one, end }] : []
    }),
    end: ends.find(({ number }) => number > reopenings.length),
  }
}

/** Without what ties the row to others: those of one election are told apart by their number. */
function numbered<Row extends { id: number; election_id: ElectionId }>({
  id,
  election_id,
  ...row
}: Row): Omit<Row, 'id' | 'election_id'> {
  return row
}

/** Decided as polls close. */
export async function decideEntry(trx: Trx, by: Official, id: ElectionId): Promise<void> {
  const decided = { decided_by: by.name, decided_on: by.clock.today() }
  await trx('paper_entries').insert({ election_id: id, ...decided })
  const free = { first_account_id: null, first_session: null, second_account_id: null, second_session: null }
  await trx('paper_entry_turns').insert({ election_id: id, number: 1, ...free, ...NOTHING_WAITS })
}

/** Whether the papers of an election are entered into the tablet's box, so that no sheet is filled in. */
export async function isEntered(db: Db, electionId: ElectionId): Promise<boolean> {
  return (await db('paper_entries').where({ election_id: electionId }).first('election_id')) !== undefined
}

/** Whether papers are still to be entered, before the box can be opened. */
export function waitsForPapers(entry: Entry | undefined): boolean {
  return !checkEntered(entry).ok
}

/** Those who have seen the papers, or the tablet's ballots as they were printed, do not certify what comes of them. */
export async function countersAtBox(db: Db, electionId: ElectionId): Promise<Actor[]> {
  const pairs = await db('paper_entry_pairs').where({ election_id: electionId })
  const prints = await db('box_prints').where({ election_id: electionId }).pluck('account_id')
  const ids = [
    ...pairs.flatMap(({ first_account_id, second_account_id }) => [first_account_id, second_account_id]),
    ...prints.filter((account) => account !== null),
  ]
  return db('accounts').whereIn('id', ids).orderBy('id').select('id', 'name', 'person_id')
}
