import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { type End, type Entry, findEntry, type Reopening } from '../box/entering/entry.ts'
import type {
  BoxInvalidLineRow,
  PaperEntryPairRow,
  PaperEntryRestartRow,
  PaperEntryRow,
} from '../box/entering/tables.ts'
import { findBoxLoss } from '../box/record.ts'
import { without } from './without.ts'

/** The papers that were entered into the tablet's box: who saw them and how many they were, never what stood on them. */
export type RecordedEntered = RecordedEntry | UnendedEntry

interface Begun extends Omit<PaperEntryRow, 'election_id'> {
  /** Those who looked at the papers together. */
  pairs: Pick<PaperEntryPairRow, 'first_counter' | 'second_counter' | 'began_on'>[]
  restarts: Omit<PaperEntryRestartRow, 'id' | 'election_id'>[]
  /** Left out where no paper was found afterwards. Each with the end that does not hold any more. */
  reopenings?: (Omit<Reopening, 'end'> & { end: RecordedEnd })[]
}

export type RecordedEntry = Begun &
  RecordedEnd & {
    /** In the opened box, by what makes them so. */
    invalid: Omit<BoxInvalidLineRow, 'election_id'>[]
  }

/** The box was given up while papers were still entered into it. */
export type UnendedEntry = Begun & {
  /** How many lay in the box, which was never opened; left out where it was given up before that was kept. */
  given_up: { papers?: number }
}

/** `confirmed_by` is left out of an end from before there had to be two. */
type RecordedEnd = Omit<End, 'number' | 'confirmed_by'> & { confirmed_by?: string }

/** Returns undefined when the papers were counted by hand, or are still entered. */
export async function recordedEntered(db: Db, electionId: ElectionId): Promise<RecordedEntered | undefined> {
  const entry = await findEntry(db, electionId)
  if (!entry) return undefined
  const { end } = entry
  if (!end) {
    const loss = await findBoxLoss(db, electionId)
    return loss && { ...begun(entry), given_up: { ...(loss.papers !== null && { papers: loss.papers }) } }
  }
  const invalid = await db('box_invalid_lines').where({ election_id: electionId }).orderBy('reason')
  return {
    ...begun(entry),
    ...recordedEnd(end),
    invalid: invalid.map((line) => without(line, 'election_id')),
  }
}

/** Returns undefined where papers were never all entered, and so never counted. */
export function endedEntry(entered: RecordedEntered | undefined): RecordedEntry | undefined {
  return entered === undefined || 'given_up' in entered ? undefined : entered
}

function begun({ decided_by, decided_on, pairs, restarts, reopenings }: Entry): Begun {
  return {
    ...{ decided_by, decided_on, restarts },
    ...(reopenings.length > 0 && {
      reopenings: reopenings.map((one) => ({ ...one, end: recordedEnd(one.end) })),
    }),
    pairs: pairs.map(({ first_counter, second_counter, began_on }) => {
      return { first_counter, second_counter, began_on }
    }),
  }
}

function recordedEnd({ number, confirmed_by, ...end }: End): RecordedEnd {
  return { ...end, ...(confirmed_by !== null && { confirmed_by }) }
}
