import { day, oneOf, type Schema } from './guards.ts'

/** When what is kept too long was erased, and how it went. One run at a time, and one a day by itself, in all processes. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('housekeeping_runs', (table) => {
    table.increments('id')
    day(table, 'day').notNullable()
    // 1: the daily run; 0: somebody asked for it.
    table.integer('daily').notNullable()
    oneOf(table, 'state', ['running', 'done', 'failed', 'lost']).notNullable()
    table.text('started_by').notNullable()
    table.text('started_at').notNullable()
    // JSON: how many of each kind.
    table.text('erased').notNullable()
    table.check('daily in (0, 1)', [], 'housekeeping_runs_daily')
  })
  await knex.raw(
    "create unique index housekeeping_one_running on housekeeping_runs (state) where state = 'running'",
  )
  await knex.raw(`create unique index housekeeping_one_daily on housekeeping_runs (day)
    where daily = 1 and state in ('running', 'done')`)
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('housekeeping_runs')
}
