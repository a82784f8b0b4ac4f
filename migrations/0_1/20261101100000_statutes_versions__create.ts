import { day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('statutes_versions', (table) => {
    table.increments('id')
    day(table, 'in_force_from').notNullable()
    table.text('document').notNullable()
    table.text('reason').notNullable()
    table.text('rule_key')
    table.text('made_by').notNullable()
    day(table, 'made_on').notNullable()
    table.integer('replaces_id').references('statutes_versions.id')
    table.index(['in_force_from', 'id'])
  })
  await insertOnly(knex, 'statutes_versions')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('statutes_versions')
  await dropInsertOnly(knex, 'statutes_versions')
}
