import {
  count,
  day,
  dropGuard,
  dropInsertOnly,
  insertOnly,
  onPostgres,
  oneOf,
  refuseWhen,
  type Schema,
} from './guards.ts'

const ONCE = [
  'paper_entries',
  'paper_entry_pairs',
  'paper_entry_restarts',
  'paper_entry_ends',
  'box_invalid_lines',
]
const REASONS = [
  ...['no_cross', 'unclear_candidate', 'too_many_marks', 'too_few_marks', 'recognisable'],
  ...['not_official_ballot', 'other'],
]

/**
 * The few papers of an election on paper and tablet, entered into the tablet's box under the eyes of two people: the
 * decision at the closing, who the two were, each time they began anew, the end, and the sealed papers until the box is
 * opened. What is entered just now waits in `paper_entry_turns` for the other one, under a key outside the database.
 */
export async function up(knex: Schema): Promise<void> {
  const [bytes, unordered] = onPostgres(knex) ? ['bytea', ''] : ['blob', 'without rowid']
  await knex.schema.createTable('paper_entries', (table) => {
    table.integer('election_id').primary().references('elections.id')
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
  })
  await knex.schema.createTable('paper_entry_pairs', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    for (const place of ['first', 'second']) {
      table.integer(`${place}_account_id`).notNullable().references('accounts.id')
      table.text(`${place}_counter`).notNullable()
    }
    day(table, 'began_on').notNullable()
    table.unique(['election_id', 'number'])
    table.check('first_account_id <> second_account_id', [], 'paper_entry_pairs_two_people')
  })
  await knex.schema.createTable('paper_entry_restarts', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    // How many had been entered; they are entered anew.
    count(table, 'papers').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.unique(['election_id', 'number'])
  })
  await knex.schema.createTable('paper_entry_turns', (table) => {
    table.integer('election_id').primary().references('paper_entries.election_id')
    // Of the paper that is entered next or waits.
    count(table, 'number').notNullable()
    for (const place of ['first', 'second']) {
      table.integer(`${place}_account_id`).references('accounts.id')
      table.text(`${place}_session`)
    }
    table.text('waiting')
    table.check('first_account_id <> second_account_id', [], 'paper_entry_turns_two_people')
  })
  await knex.schema.createTable('paper_entry_ends', (table) => {
    table.integer('election_id').primary().references('paper_entries.election_id')
    count(table, 'papers').notNullable()
    table.text('difference_reason')
    table.text('codes_hash').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  await knex.schema.createTable('box_invalid_lines', (table) => {
    table.integer('election_id').notNullable().references('elections.id')
    oneOf(table, 'reason', REASONS).notNullable()
    count(table, 'ballots').notNullable()
    table.primary(['election_id', 'reason'])
  })
  await knex.raw(`create table entered_papers (
    id text not null primary key,
    election_id integer not null references paper_entries (election_id),
    sealed ${bytes} not null,
    code text not null unique
  ) ${unordered}`)
  await knex.raw('create index entered_papers_election on entered_papers (election_id)')
  for (const table of ONCE) await insertOnly(knex, table)
  const guard = { name: 'entered_papers_guarded', table: 'entered_papers' } as const
  const turn = (row: string) =>
    `exists (select 1 from paper_entry_turns where election_id = ${row}.election_id)`
  const closed = "(select status from elections where id = new.election_id) = 'closed'"
  await refuseWhen(knex, { ...guard, event: 'insert', when: `not (${turn('new')} and ${closed})` })
  await refuseWhen(knex, { ...guard, event: 'update', when: '1 = 1' })
  // While they are entered they are laid down anew with each, or all of them are entered again.
  const opened = 'exists (select 1 from box_openings where election_id = old.election_id)'
  await refuseWhen(knex, { ...guard, event: 'delete', when: `not (${turn('old')} or ${opened})` })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('entered_papers')
  await dropGuard(knex, 'entered_papers_guarded', 'entered_papers', 'insert', 'update', 'delete')
  await knex.schema.dropTable('paper_entry_turns')
  for (const table of [...ONCE].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
