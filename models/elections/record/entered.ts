import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { type End, findEntry, type Reopening } from '../box/entering/entry.ts'
import type {
  BoxInvalidLineRow,
  PaperEntryPairRow,
  PaperEntryRestartRow,
  PaperEntryRow,
} from '../box/entering/tables.ts'
import { without } from './without.ts'

/** The papers that were entered into the tablet's box: who saw them and how many they were, never what stood on them. */
export type RecordedEntered = Omit<PaperEntryRow, 'election_id'> &
  RecordedEnd & {
    /** Those who looked at the papers together. */
    pairs: Pick<PaperEntryPairRow, 'first_counter' | 'second_counter' | 'began_on'>[]
    restarts: Omit<PaperEntryRestartRow, 'id' | 'election_id'>[]
    /** Left out where no paper was found afterwards. Each with the end that does not hold any more. */
    reopenings?: (Omit<Reopening, 'end'> & { end: RecordedEnd })[]
    /** In the opened box, by what makes them so. */
    invalid: Omit<BoxInvalidLineRow, 'election_id'>[]
  }

/** `confirmed_by` is left out of an end from before there had to be two. */
type RecordedEnd = Omit<End, 'number' | 'confirmed_by'> & { confirmed_by?: string }

/** Returns undefined when the papers were counted by hand, or were never all entered. */
export async function recordedEntered(db: Db, electionId: ElectionId): Promise<RecordedEntered | undefined> {
  const entry = await findEntry(db, electionId)
  if (!entry?.end) return undefined
  const { end, pairs, restarts, reopenings, ...decided } = entry
  const invalid = await db('box_invalid_lines').where({ election_id: electionId }).orderBy('reason')
  return {
    ...{ ...decided, ...recordedEnd(end), restarts },
    ...(reopenings.length > 0 && {
      reopenings: reopenings.map((one) => ({ ...one, end: recordedEnd(one.end) })),
    }),
    pairs: pairs.map(({ first_counter, second_counter, began_on }) => {
      return { first_counter, second_counter, began_on }
    }),
    invalid: invalid.map((line) => without(line, 'election_id')),
  }
}

function recordedEnd({ number, confirmed_by, ...end }: End): RecordedEnd {
  return { ...end, ...(confirmed_by !== null && { confirmed_by }) }
}
