import { day, dropInsertOnly, insertOnly, type Schema } from './guards.ts'

/** Which bodies have appointed members who were elected. A member is appointed once. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('formal_appointments', (table) => {
    table.integer('membership_id').notNullable().references('memberships.id').primary()
    table.text('appointing_body').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('case_number')
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.check("trim(appointing_body) <> ''", [], 'formal_appointments_body_named')
    table.check('decided_on <= recorded_on', [], 'formal_appointments_decided_first')
  })
  await insertOnly(knex, 'formal_appointments')
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('formal_appointments')
  await dropInsertOnly(knex, 'formal_appointments')
}
