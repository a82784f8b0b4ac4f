import { day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('people', (table) => {
    table.increments('id')
    table.text('name').notNullable()
    table.text('email')
    table.text('phone')
    table.text('postal_address')
    oneOf(table, 'contact_by', ['place', 'email', 'phone', 'post', 'digital_post']).notNullable()
    table.integer('contact_place_id').references('bodies.id')
    table.boolean('protected_address').notNullable().defaultTo(false)
    day(table, 'registered_on').notNullable()
    table.check("contact_by <> 'place' or contact_place_id is not null", [], 'people_contact_place')
  })
  // What a person has agreed to have published. The newest row for a field counts; the older ones show what was.
  await knex.schema.createTable('person_publications', (table) => {
    table.increments('id')
    table.integer('person_id').notNullable().references('people.id')
    oneOf(table, 'field', ['name', 'email', 'phone']).notNullable()
    table.boolean('published').notNullable()
    day(table, 'decided_on').notNullable()
    table.index(['person_id', 'field', 'id'])
  })
  await insertOnly(knex, 'person_publications')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('person_publications')
  await dropInsertOnly(knex, 'person_publications')
  await knex.schema.dropTable('people')
}
