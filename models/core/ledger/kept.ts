/** Tables whose rows change without an act, each with the reason and with what holds it instead. */
export const FREE_TABLES = {
  audit_events: 'the log itself: the chain holds it',
  audit_heads: 'the head of the log: its seal holds it',
  audit_rows: 'the marks themselves: the log holds their hash',
  ballots: 'opened by the thousand: the log of the opening holds their hash',
  box_mixings: 'a part of the box, as `envelopes`: on PostgreSQL the blocks of a large one',
  box_codes: 'listed by the thousand: the log of the closing and of the opening holds their hash',
  booth_pairings: 'a code for ten minutes',
  booth_reports: 'what a tablet said of itself before polling: nothing rests on it',
  box_sitting_slips: 'slips typed in the last ten minutes, sealed to a process',
  box_sittings: 'an opening that is under way, for ten minutes',
  envelopes:
    'no act may tell when anybody voted: each carries a proof, and the log of the closing holds their codes',
  entered_papers: 'each carries a proof, and the log of the end of the entering holds their codes',
  help_given: 'counted at the table without an act: the log of the closing has its proof',
  housekeeping_runs: 'the notes of a round of erasing, which goes on after a stop; erasing itself is an act',
  import_jobs: 'the progress of an import',
  paper_entry_turns: 'the paper or the end that waits for a yes just now, and the two who are there',
  polling_sweeps:
    'whether the files were written anew after polls closed: the next start does it where nothing says so',
  polling_tallies: 'counted at the table without an act: the log of the closing has its proof',
  receipts: 'forms sent in the last week',
  reminders: 'whom a mail went to, and of what: what the next round goes by',
  roll_entries: 'no act may tell when anybody came; erased after the election',
  roll_words: 'the words of the roll, for searching',
  sessions: 'who is signed in just now: the session itself is sealed',
  sign_in_links: 'links that end after a week',
} as const

/** Columns of other tables that change without an act. */
export const FREE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  // No act may tell when anybody voted: the sums are held against the log of the closing and of the opening.
  booths: ['state', 'release_hash', 'last_hash', 'last_outcome', 'releases', 'ballots_cast', 'voided'],
}

export function isKept(table: string): boolean {
  return !(table in FREE_TABLES) && !/^(knex|sqlite)_/.test(table)
}

/** A file on its way in is answered and thrown away without an act. */
export function isKeptRow(table: string, row: Readonly<Record<string, unknown>>): boolean {
  return !(table === 'imports' && row.state === 'draft')
}

export function keptColumns(table: string, row: Readonly<Record<string, unknown>>): string[] {
  const free = FREE_COLUMNS[table] ?? []
  return Object.keys(row)
    .filter((column) => !free.includes(column))
    .sort()
}
