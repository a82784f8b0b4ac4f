import {
  allowDeleteWhen,
  allowNoDelete,
  day,
  dropInsertOnly,
  insertOnly,
  oneOf,
  replaceGuard,
  type Schema,
} from './guards.ts'

const MEMBERSHIP_REWRITTEN = `new.seat_id <> old.seat_id or new.person_id <> old.person_id
  or new.starts_on <> old.starts_on or new.due_on <> old.due_on or new.ends_on > old.ends_on or new.origin <> old.origin`

/** Of what is struck out nothing changes, except that what was written about the person goes. */
const STRUCK_OUT_REWRITTEN = `old.voided_on is not null and (new.end_note is not null or new.voided_on is null
  or new.voided_on <> old.voided_on or new.ends_on <> old.ends_on or new.term_id <> old.term_id
  or new.end_private <> old.end_private or coalesce(new.candidacy_id, 0) <> coalesce(old.candidacy_id, 0)
  or coalesce(new.appointment_id, 0) <> coalesce(old.appointment_id, 0)
  or coalesce(new.end_reason, '') not in (coalesce(old.end_reason, ''), 'other'))`

const MEMBERSHIPS_KEPT = { name: 'memberships_kept', table: 'memberships', event: 'update' } as const

/**
 * That what was kept about a person has been erased, and why. Rows that are otherwise written once go with it, and only
 * then: the record of the erasure comes first.
 */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('erasures', (table) => {
    table.increments('id')
    table.integer('person_id').notNullable().references('people.id').index()
    // `contact`: how to reach them and what was noted; name, seat and days stay. `all`: the name as well.
    oneOf(table, 'scope', ['contact', 'all']).notNullable()
    oneOf(table, 'ground', ['request', 'rule']).notNullable()
    day(table, 'asked_on')
    table.text('reason')
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.check("(ground = 'request') = (asked_on is not null and reason is not null)", [], 'erasures_asked')
  })
  await insertOnly(knex, 'erasures')
  // By hand: the builder would rebuild the table on SQLite, and everything that hangs on it with it.
  await knex.raw(`alter table candidacies add column erased_on date
    check (erased_on is null or (date(erased_on) is not null and date(erased_on) = erased_on))`)
  await allowDeleteWhen(
    knex,
    'ground_flags',
    `exists (select 1 from memberships as held join erasures on erasures.person_id = held.person_id
      where held.id = old.membership_id)`,
  )
  await allowDeleteWhen(
    knex,
    'ground_flag_closings',
    `exists (select 1 from ground_flags as flag join memberships as held on held.id = flag.membership_id
      join erasures on erasures.person_id = held.person_id where flag.id = old.flag_id)`,
  )
  // Whom to write to at an organisation: only the newest is needed.
  await allowDeleteWhen(
    knex,
    'body_contacts',
    'exists (select 1 from body_contacts as newer where newer.body_id = old.body_id and newer.id > old.id)',
  )
  await replaceGuard(knex, {
    ...MEMBERSHIPS_KEPT,
    when: `${MEMBERSHIP_REWRITTEN} or (${STRUCK_OUT_REWRITTEN})`,
  })
}

export async function down(knex: Schema): Promise<void> {
  await replaceGuard(knex, {
    ...MEMBERSHIPS_KEPT,
    when: `${MEMBERSHIP_REWRITTEN} or (old.voided_on is not null)`,
  })
  for (const table of ['body_contacts', 'ground_flag_closings', 'ground_flags'])
    await allowNoDelete(knex, table)
  await knex.raw('alter table candidacies drop column erased_on')
  await knex.schema.dropTable('erasures')
  await dropInsertOnly(knex, 'erasures')
}
