import { day, dropGuard, noOverlap, oneOf, refuseWhen, type Schema } from './guards.ts'

const END_REASONS = [
  'resigned',
  'died',
  'moved',
  'lost_eligibility',
  'organisation_withdrew',
  'election_annulled',
  'other',
]

export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('memberships', (table) => {
    table.increments('id')
    table.integer('seat_id').notNullable().references('seats.id')
    table.integer('person_id').notNullable().references('people.id')
    table.integer('term_id').notNullable().references('terms.id')
    day(table, 'starts_on').notNullable()
    day(table, 'due_on').notNullable()
    day(table, 'ends_on').notNullable()
    oneOf(table, 'end_reason', END_REASONS)
    table.text('end_note')
    oneOf(table, 'origin', ['election', 'appointment', 'registration']).notNullable()
    table.integer('candidacy_id').references('candidacies.id').unique()
    table.integer('appointment_id').references('appointments.id').unique()
    // Registered by mistake: kept for the log, and counted nowhere.
    day(table, 'voided_on')
    table.index(['person_id', 'starts_on'])
    table.check('starts_on <= ends_on and ends_on <= due_on', [], 'memberships_days_in_order')
    table.check('(end_reason is null) = (ends_on = due_on)', [], 'memberships_early_end_has_reason')
    table.check("(origin = 'election') = (candidacy_id is not null)", [], 'memberships_elected_by_candidacy')
    table.check(
      "(origin = 'appointment') = (appointment_id is not null)",
      [],
      'memberships_appointed_by_appointment',
    )
  })
  // The newest membership of a seat by a day: read backwards from the day, so it costs the same however many there were.
  await knex.raw(
    'create index memberships_seat_newest on memberships (seat_id, starts_on) where voided_on is null',
  )
  await noOverlap(knex, 'memberships_seat_no_overlap', 'memberships', ['seat_id'])
  await noOverlap(knex, 'memberships_person_no_overlap', 'memberships', ['person_id'])
  await refuseWhen(knex, { name: 'memberships_kept', table: 'memberships', event: 'delete', when: '1 = 1' })
  // An end may be moved forward once and a mistake struck out; who sat where, from when, is never rewritten.
  await refuseWhen(knex, {
    name: 'memberships_kept',
    table: 'memberships',
    event: 'update',
    when: `new.seat_id <> old.seat_id or new.person_id <> old.person_id or new.starts_on <> old.starts_on
      or new.due_on <> old.due_on or new.ends_on > old.ends_on or new.origin <> old.origin
      or (old.voided_on is not null)`,
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('memberships')
  await dropGuard(knex, 'memberships_kept', 'memberships', 'update', 'delete')
}
