import { count, day, dropInsertOnly, insertOnly, oneOf, onPostgres, type Schema } from './guards.ts'

const WRITTEN_ONCE = [
  'polling_pauses',
  'polling_resumptions',
  'roll_corrections',
  'roll_erasures',
  'ballot_destructions',
]

/**
 * The polling day: who has voted, and how many papers went where. Nothing here has a time, a number in a row or a key
 * that tells in which order people came.
 */
export async function up(knex: Schema): Promise<void> {
  // Compared byte by byte on both engines, so that a search for the beginning of a word can use the index.
  const bytes = onPostgres(knex) ? 'text collate "C"' : 'text'
  const unordered = onPostgres(knex) ? '' : 'without rowid'
  await knex.raw(`create table roll_entries (
    id text not null primary key,
    election_id integer not null references elections (id),
    name text not null,
    note text,
    marked integer not null default 0 check (marked in (0, 1))
  ) ${unordered}`)
  await knex.raw('create index roll_entries_election on roll_entries (election_id)')
  await knex.raw(`create table roll_words (
    election_id integer not null references elections (id),
    word ${bytes} not null,
    entry_id text not null references roll_entries (id) on delete cascade,
    primary key (election_id, word, entry_id)
  ) ${unordered}`)
  await knex.raw('create index roll_words_entry on roll_words (entry_id)')
  await knex.schema.createTable('polling_tallies', (table) => {
    table.integer('election_id').primary().references('elections.id')
    // Nothing is handed out or marked while it is 0: before the opening, in a break, and after the closing.
    count(table, 'open').notNullable()
    for (const name of ['handed_out', 'exchanged', 'not_returned', 'marked'])
      count(table, name).notNullable().defaultTo(0)
    table.check('open in (0, 1)', [], 'polling_tallies_open')
    table.check('exchanged + not_returned <= handed_out', [], 'polling_tallies_within')
  })
  await knex.schema.createTable('help_given', (table) => {
    table.integer('election_id').notNullable().references('elections.id')
    oneOf(table, 'kind', ['officials', 'own_helper', 'helper_alone', 'outside_room']).notNullable()
    count(table, 'officials').notNullable()
    count(table, 'times').notNullable()
    table.primary(['election_id', 'kind', 'officials'])
  })
  await knex.schema.createTable('polling_pauses', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    day(table, 'paused_on').notNullable()
    table.text('paused_at').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('polling_resumptions', (table) => {
    table.integer('pause_id').primary().references('polling_pauses.id')
    day(table, 'resumed_on').notNullable()
    table.text('resumed_at').notNullable()
    table.text('recorded_by').notNullable()
  })
  // That something on the roll or in the tally was put right, and why. Never whose line it was.
  await knex.schema.createTable('roll_corrections', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    oneOf(table, 'kind', ['unmarked', 'handed_out', 'exchanged', 'not_returned', 'help']).notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  await knex.schema.createTable('roll_erasures', (table) => {
    table.integer('election_id').primary().references('elections.id')
    count(table, 'entries').notNullable()
    count(table, 'marked').notNullable()
    table.text('erased_by').notNullable()
    day(table, 'erased_on').notNullable()
  })
  await knex.schema.createTable('ballot_destructions', (table) => {
    table.integer('election_id').primary().references('elections.id')
    table.text('first_witness').notNullable()
    table.text('second_witness').notNullable()
    day(table, 'destroyed_on').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.check('first_witness <> second_witness', [], 'ballot_destructions_two_witnesses')
  })
  for (const table of WRITTEN_ONCE) await insertOnly(knex, table)
  await knex.raw('alter table polling_closings add column late_reason text')
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('alter table polling_closings drop column late_reason')
  for (const table of [
    'ballot_destructions',
    'roll_erasures',
    'roll_corrections',
    'polling_resumptions',
    'polling_pauses',
  ]) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
  for (const table of ['help_given', 'polling_tallies', 'roll_words', 'roll_entries'])
    await knex.schema.dropTable(table)
}
