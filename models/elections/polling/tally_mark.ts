import type { PollingTallyRow } from './tables.ts'

/** The mark holds the figures that go into the account of the papers, for comparing. */
export function tallyMark({
  handed_out,
  exchanged,
  not_returned,
}: Pick<PollingTallyRow, 'handed_out' | 'exchanged' | 'not_returned'>): string {
  return `${handed_out}.${exchanged}.${not_returned}`
}
