import { day, oneOf, type Schema } from './guards.ts'

/** Places and organisations live the same life (dated names, an active period, a successor), so they share a table. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('bodies', (table) => {
    table.increments('id')
    table.text('slug').notNullable().unique()
    oneOf(table, 'kind', ['place', 'organisation']).notNullable()
    day(table, 'active_from')
    day(table, 'active_until')
    table.integer('successor_id').references('bodies.id')
    table.text('address')
    table.check('active_until >= active_from', [], 'bodies_end_after_start')
  })
  await knex.schema.createTable('body_names', (table) => {
    table.increments('id')
    table.integer('body_id').notNullable().references('bodies.id').index()
    table.text('name').notNullable()
    oneOf(table, 'kind', ['official', 'alias']).notNullable()
    day(table, 'valid_from')
    day(table, 'valid_until')
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('body_names')
  await knex.schema.dropTable('bodies')
}
