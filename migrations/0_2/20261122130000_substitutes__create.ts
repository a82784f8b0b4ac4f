import { day, dropGuard, dropInsertOnly, insertOnly, onPostgres, refuseWhen, type Schema } from './guards.ts'

/** Who stands ready to take a seat, who has done so, and which terms are for some of the areas only. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('substitutes', (table) => {
    table.increments('id')
    table.integer('term_id').notNullable().references('terms.id')
    table.integer('area_id').notNullable().references('areas.id').index()
    // Only where each member has a substitute of their own.
    table.integer('seat_id').references('seats.id')
    table.integer('person_id').notNullable().references('people.id')
    // The order by votes, from 1; the same for those whose votes were equal.
    table.integer('position')
    table.text('registered_by').notNullable()
    day(table, 'registered_on').notNullable()
    day(table, 'withdrawn_on')
    table.text('withdrawn_note')
    table.check('position is null or position > 0', [], 'substitutes_position')
    table.check('withdrawn_note is null or withdrawn_on is not null', [], 'substitutes_withdrawn')
  })
  await knex.raw(
    'create unique index substitutes_one_place on substitutes (term_id, person_id) where withdrawn_on is null',
  )
  await knex.raw(
    'create unique index substitutes_one_personal on substitutes (term_id, seat_id) where withdrawn_on is null and seat_id is not null',
  )
  await refuseWhen(knex, { name: 'substitutes_kept', table: 'substitutes', event: 'delete', when: '1 = 1' })
  await knex.schema.createTable('substitutions', (table) => {
    table.integer('membership_id').notNullable().references('memberships.id').primary()
    table.integer('substitute_id').notNullable().references('substitutes.id').unique()
    // How it was decided where the statutes leave a choice: a lot, or whom the group asked.
    table.text('note')
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  await insertOnly(knex, 'substitutions')
  await knex.schema.createTable('term_areas', (table) => {
    table.integer('term_id').notNullable().references('terms.id')
    table.integer('area_id').notNullable().references('areas.id')
    table.primary(['term_id', 'area_id'])
  })
  // Where half the seats are renewed at a time, two terms of different lengths may begin on one day.
  if (onPostgres(knex)) await knex.raw('alter table terms drop constraint terms_starts_on_unique')
  else await knex.raw('drop index terms_starts_on_unique')
}

export async function down(knex: Schema): Promise<void> {
  if (onPostgres(knex))
    await knex.raw('alter table terms add constraint terms_starts_on_unique unique (starts_on)')
  else await knex.raw('create unique index `terms_starts_on_unique` on `terms` (`starts_on`)')
  await knex.schema.dropTable('term_areas')
  await knex.schema.dropTable('substitutions')
  await dropInsertOnly(knex, 'substitutions')
  await knex.schema.dropTable('substitutes')
  await dropGuard(knex, 'substitutes_kept', 'substitutes', 'delete')
}
