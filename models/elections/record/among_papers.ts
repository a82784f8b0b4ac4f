import type { Merger } from '../box/papers/merging.ts'
import type { BoxOpeningRow } from '../box/tables.ts'
import type { RecordedBooth } from './counted.ts'

/** The account of a tablet's box whose ballots lie among the papers: never a figure of it alone. */
export type RecordedMixedIn = Pick<
  BoxOpeningRow,
  'releases' | 'voided' | 'envelopes' | 'codes_hash' | 'opened_by' | 'opened_on'
> &
  Pick<RecordedBooth, 'slips' | 'tablets' | 'key'> &
  Pick<Merger, 'decided_by' | 'decided_on' | 'prints'> & { mix: Merger['mix'] | null }
