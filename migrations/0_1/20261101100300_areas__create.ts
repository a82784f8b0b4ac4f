import { count, day, oneOf, type Schema } from './guards.ts'

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('areas', (table) => {
    table.increments('id')
    table.text('slug').notNullable().unique()
    oneOf(table, 'kind', ['place', 'organisations']).notNullable()
    table.text('name').notNullable()
    count(table, 'position').notNullable()
  })
  await knex.schema.createTable('area_bodies', (table) => {
    table.increments('id')
    table.integer('area_id').notNullable().references('areas.id')
    table.integer('body_id').notNullable().references('bodies.id')
    day(table, 'starts_on')
    day(table, 'ends_on')
    table.unique(['area_id', 'body_id'])
  })
  await knex.schema.createTable('seats', (table) => {
    table.increments('id')
    table.integer('area_id').notNullable().references('areas.id').index()
    table.integer('number').notNullable().unique()
    table.text('slug').notNullable().unique()
    day(table, 'starts_on').notNullable()
    day(table, 'ends_on')
    table.check('number > 0', [], 'seats_number')
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('seats')
  await knex.schema.dropTable('area_bodies')
  await knex.schema.dropTable('areas')
}
