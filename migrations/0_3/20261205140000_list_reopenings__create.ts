import { count, day, dropInsertOnly, insertOnly, oneOf, onPostgres, type Schema } from './guards.ts'

const TABLES = ['list_reopenings', 'void_papers']

/** An approved list that the board opens again while nobody has voted, and what became of the papers that carry it. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('list_reopenings', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    // The list that no longer holds.
    count(table, 'list_version').notNullable()
    oneOf(table, 'because', ['died', 'not_eligible', 'misspelt', 'other']).notNullable()
    table.text('reason').notNullable()
    table.text('reopened_by').notNullable()
    day(table, 'reopened_on').notNullable()
    table.unique(['election_id', 'list_version'])
  })
  await knex.schema.createTable('void_papers', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'list_version').notNullable()
    count(table, 'printed').notNullable()
    // Collected and put away.
    count(table, 'found').notNullable()
    table.text('difference_reason')
    table.text('counted_by').notNullable()
    day(table, 'counted_on').notNullable()
    table.unique(['election_id', 'list_version'])
    table.check('printed = found or difference_reason is not null', [], 'void_papers_reason')
  })
  for (const table of TABLES) await insertOnly(knex, table)
  // Why a name left the list. By hand: the builder would rebuild the table on SQLite.
  await knex.raw(`alter table candidacies add column withdrawn_because text
    check (withdrawn_because in ('withdrew', 'died', 'not_eligible'))`)
  // Polls that opened before the list was opened again open anew, once for each list.
  await knex.raw('alter table polling_openings add column list_version integer not null default 0')
  if (onPostgres(knex))
    await knex.raw('alter table polling_openings drop constraint polling_openings_election_id_unique')
  else await knex.raw('drop index polling_openings_election_id_unique')
  await knex.raw(`create unique index polling_openings_election_id_list_version_unique
    on polling_openings (election_id, list_version)`)
}

/** Fails, and leaves everything as it is, when polls have opened twice in an election. */
export async function down(knex: Schema): Promise<void> {
  await knex.raw('drop index polling_openings_election_id_list_version_unique')
  await knex.raw('alter table polling_openings drop column list_version')
  if (onPostgres(knex))
    await knex.raw(`alter table polling_openings
      add constraint polling_openings_election_id_unique unique (election_id)`)
  else
    await knex.raw(
      'create unique index polling_openings_election_id_unique on polling_openings (election_id)',
    )
  await knex.raw('alter table candidacies drop column withdrawn_because')
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
