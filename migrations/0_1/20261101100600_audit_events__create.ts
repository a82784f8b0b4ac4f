import { day, dropGuard, dropInsertOnly, insertOnly, refuseWhen, type Schema } from './guards.ts'

/** No foreign key to the account: the log outlives whoever is in it, and carries the name as it was. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('audit_events', (table) => {
    table.integer('sequence').primary()
    day(table, 'day').notNullable()
    table.text('actor').notNullable()
    table.text('action').notNullable()
    table.text('subject').notNullable()
    table.text('details').notNullable()
    table.text('previous_hash').notNullable()
    table.text('hash').notNullable().unique()
    table.index(['subject', 'sequence'])
  })
  await insertOnly(knex, 'audit_events')

  // One row: the newest link. Every act takes it first, so acts stand in line and the chain cannot fork.
  await knex.schema.createTable('audit_heads', (table) => {
    table.integer('id').primary()
    table.integer('sequence').notNullable()
    table.text('hash').notNullable()
    table.check('id = 1', [], 'audit_heads_one_row')
  })
  await knex('audit_heads').insert({ id: 1, sequence: 0, hash: '' })
  await refuseWhen(knex, {
    name: 'audit_heads_forward',
    table: 'audit_heads',
    event: 'update',
    when: 'new.sequence < old.sequence',
  })
  await refuseWhen(knex, {
    name: 'audit_heads_forward',
    table: 'audit_heads',
    event: 'delete',
    when: '1 = 1',
  })

  // What a form that was sent once has led to: a second click leads to the same, and does nothing again.
  await knex.schema.createTable('receipts', (table) => {
    table.text('key').primary()
    table.text('result').notNullable()
    day(table, 'day').notNullable().index()
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('receipts')
  await knex.schema.dropTable('audit_heads')
  await dropGuard(knex, 'audit_heads_forward', 'audit_heads', 'update', 'delete')
  await knex.schema.dropTable('audit_events')
  await dropInsertOnly(knex, 'audit_events')
}
