import {
  count,
  day,
  dropGuard,
  dropInsertOnly,
  insertOnly,
  onPostgres,
  refuseWhen,
  replaceGuard,
  type Schema,
} from './guards.ts'

const PAPERS = { name: 'entered_papers_guarded', table: 'entered_papers' } as const
const ENDS = { name: 'paper_entry_ends_in_turn', table: 'paper_entry_ends' } as const
const REOPENINGS = { name: 'paper_entry_reopenings_in_turn', table: 'paper_entry_reopenings' } as const

const CLOSED = "(select status from elections where id = new.election_id) = 'closed'"
const OPENED = 'exists (select 1 from box_openings where election_id = old.election_id)'
const DESTROYED = `(exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun'))`

/** The two keep their places until the box is opened. The number of the turn is 0 while all papers are in. */
const isOpen = (row: 'new' | 'old') =>
  `exists (select 1 from paper_entry_turns where election_id = ${row}.election_id and number > 0)`

const isThere = (row: 'new' | 'old') =>
  `exists (select 1 from paper_entry_turns where election_id = ${row}.election_id)`

/**
 * A paper was found after all were said to be in: the entry is opened again, with a reason, until the box is opened. The end
 * that does not hold any more stays.
 */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('paper_entry_reopenings', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('paper_entries.election_id')
    // Of the end that is taken back.
    count(table, 'number').notNullable()
    // How many had been entered; they stay in the box.
    count(table, 'papers').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.unique(['election_id', 'number'])
    table.foreign(['election_id', 'number']).references(['election_id', 'number']).inTable('paper_entry_ends')
  })
  await insertOnly(knex, 'paper_entry_reopenings')
  const opened = 'exists (select 1 from box_openings where election_id = new.election_id)'
  await refuseWhen(knex, { ...REOPENINGS, event: 'insert', when: opened })
  const before = `exists (select 1 from paper_entry_reopenings
    where election_id = new.election_id and number = new.number - 1)`
  await refuseWhen(knex, { ...ENDS, event: 'insert', when: `new.number <> 1 and not ${before}` })
  await knex.raw(`insert into paper_entry_turns (election_id, number)
    select election_id, 0 from paper_entry_ends ended
    where not exists (select 1 from box_openings where election_id = ended.election_id)
      and not exists (select 1 from ballot_destructions where election_id = ended.election_id)
      and not exists (select 1 from paper_entry_turns where election_id = ended.election_id)`)
  await replaceGuard(knex, { ...PAPERS, event: 'insert', when: `not (${isOpen('new')} and ${CLOSED})` })
  const mayGo = `${isOpen('old')} or ${OPENED} or ${DESTROYED}`
  await replaceGuard(knex, { ...PAPERS, event: 'delete', when: `not (${mayGo})` })
}

/** Fails, and leaves everything as it is, when an entry has been opened again. */
export async function down(knex: Schema): Promise<void> {
  const [reopened] = await knex('paper_entry_reopenings').limit(1).select('id')
  if (reopened) throw new Error('papers were entered after all had been said to be in')
  await knex.raw('delete from paper_entry_turns where number = 0')
  await replaceGuard(knex, { ...PAPERS, event: 'insert', when: `not (${isThere('new')} and ${CLOSED})` })
  const mayGo = `${isThere('old')} or ${OPENED} or ${DESTROYED}`
  await replaceGuard(knex, { ...PAPERS, event: 'delete', when: `not (${mayGo})` })
  if (!onPostgres(knex)) await knex.raw(`drop trigger ${ENDS.name}__${ENDS.table}_insert`)
  await dropGuard(knex, ENDS.name, ENDS.table, 'insert')
  await knex.schema.dropTable('paper_entry_reopenings')
  await dropInsertOnly(knex, 'paper_entry_reopenings')
  await dropGuard(knex, REOPENINGS.name, REOPENINGS.table, 'insert')
}
