import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { findEntry } from '../box/entering/entry.ts'
import type {
  BoxInvalidLineRow,
  PaperEntryEndRow,
  PaperEntryPairRow,
  PaperEntryRestartRow,
  PaperEntryRow,
} from '../box/entering/tables.ts'
import { without } from './without.ts'

/** The papers that were entered into the tablet's box: who saw them and how many they were, never what stood on them. */
export type RecordedEntered = Omit<PaperEntryRow, 'election_id'> &
  Omit<PaperEntryEndRow, 'election_id'> & {
    /** Those who looked at the papers together. */
    pairs: Pick<PaperEntryPairRow, 'first_counter' | 'second_counter' | 'began_on'>[]
    restarts: Omit<PaperEntryRestartRow, 'id' | 'election_id'>[]
    /** In the opened box, by what makes them so. */
    invalid: Omit<BoxInvalidLineRow, 'election_id'>[]
  }

/** Returns undefined when the papers were counted by hand, or were never all entered. */
export async function recordedEntered(db: Db, electionId: ElectionId): Promise<RecordedEntered | undefined> {
  const entry = await findEntry(db, electionId)
  if (!entry?.end) return undefined
  const { end, pairs, restarts, ...decided } = entry
  const invalid = await db('box_invalid_lines').where({ election_id: electionId }).orderBy('reason')
  return {
    ...{ ...decided, ...end, restarts },
    pairs: pairs.map(({ first_counter, second_counter, began_on }) => {
      return { first_counter, second_counter, began_on }
    }),
    invalid: invalid.map((line) => without(line, 'election_id')),
  }
}
