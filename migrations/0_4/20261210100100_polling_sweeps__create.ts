import type { Schema } from './guards.ts'

/** The closed elections after which the files are known to have been written anew: never when, nor in what order. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('polling_sweeps', (table) => {
    table.integer('election_id').primary().references('elections.id')
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('polling_sweeps')
}
