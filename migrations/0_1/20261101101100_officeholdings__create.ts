import { day, dropGuard, noOverlap, oneOf, onPostgres, refuseWhen, type Schema } from './guards.ts'

const OUTSIDE_MEMBERSHIP = `new.voided_on is null and not exists (select 1 from memberships as held
  where held.id = new.membership_id and held.voided_on is null
  and held.starts_on <= new.starts_on and held.ends_on >= new.ends_on)`

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('officeholdings', (table) => {
    table.increments('id')
    oneOf(table, 'office', ['chair', 'vice_chair']).notNullable()
    // Numbered, since some councils have two vice chairs.
    table.integer('number').notNullable().defaultTo(1)
    table.integer('membership_id').notNullable().references('memberships.id').index()
    day(table, 'starts_on').notNullable()
    day(table, 'ends_on').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('decided_by').notNullable()
    table.text('end_note')
    day(table, 'voided_on')
    table.check('starts_on <= ends_on', [], 'officeholdings_days_in_order')
  })
  await noOverlap(knex, 'officeholdings_no_overlap', 'officeholdings', ['office', 'number'])
  await noOverlap(knex, 'officeholdings_membership_no_overlap', 'officeholdings', ['membership_id'])
  for (const event of ['insert', 'update'] as const) {
    await refuseWhen(knex, {
      name: 'officeholdings_within_membership',
      table: 'officeholdings',
      event,
      when: OUTSIDE_MEMBERSHIP,
    })
  }
  await refuseWhen(knex, {
    name: 'officeholdings_within_membership',
    table: 'memberships',
    event: 'update',
    when: `exists (select 1 from officeholdings as office where office.membership_id = new.id
      and office.voided_on is null and (office.ends_on > new.ends_on or new.voided_on is not null))`,
  })
  await refuseWhen(knex, {
    name: 'officeholdings_kept',
    table: 'officeholdings',
    event: 'delete',
    when: '1 = 1',
  })
}

export async function down(knex: Schema): Promise<void> {
  const on = onPostgres(knex) ? 'on memberships' : ''
  await knex.raw(`drop trigger if exists officeholdings_within_membership__memberships_update ${on}`)
  await knex.schema.dropTable('officeholdings')
  await dropGuard(knex, 'officeholdings_within_membership', 'officeholdings', 'insert', 'update')
  await dropGuard(knex, 'officeholdings_within_membership', 'memberships', 'update')
  await dropGuard(knex, 'officeholdings_kept', 'officeholdings', 'delete')
}
