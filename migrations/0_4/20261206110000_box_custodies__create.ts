import { count, day, dropInsertOnly, insertOnly, oneOf, type Schema } from './guards.ts'

const TABLES = [
  'box_custodies',
  'box_slips',
  'box_slip_keys',
  'box_slip_copies',
  'box_slip_trials',
  'box_shares',
  'box_opening_slips',
]

/**
 * Who holds which slip of a box's key. Each slip has a key pair of its own, whose secret half is its words alone; the share of the
 * box's key is stored sealed to the other half. So no row opens anything, and no one sees the words of two slips.
 */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('box_custodies', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    count(table, 'threshold').notNullable()
    count(table, 'shares').notNullable()
    table.text('made_by').notNullable()
    // Whoever names the holders does not try the slips.
    table.integer('account_id').notNullable().references('accounts.id')
    day(table, 'made_on').notNullable()
    table.check('threshold >= 2 and threshold < shares', [], 'box_custodies_threshold')
  })
  await knex.schema.createTable('box_slips', (table) => {
    table.increments('id')
    table.integer('custody_id').notNullable().references('box_custodies.id')
    count(table, 'number').notNullable()
    table.text('holder').notNullable()
    // Null for a holder without an account: the slip is printed, and folded with the name outside.
    table.integer('account_id').references('accounts.id')
    table.unique(['custody_id', 'number'])
    table.unique(['custody_id', 'holder'])
    table.unique(['custody_id', 'account_id'])
  })
  // The newest of a slip counts: one that was shown and not written down is made anew.
  await knex.schema.createTable('box_slip_keys', (table) => {
    table.increments('id')
    table.integer('slip_id').notNullable().references('box_slips.id').index()
    table.text('public_key').notNullable().unique()
    table.text('shown_to').notNullable()
    table.integer('account_id').notNullable().references('accounts.id')
    day(table, 'shown_on').notNullable()
  })
  await knex.schema.createTable('box_slip_copies', (table) => {
    table.integer('slip_key_id').primary().references('box_slip_keys.id')
    table.text('copied_by').notNullable()
    table.integer('account_id').notNullable().references('accounts.id')
    day(table, 'copied_on').notNullable()
  })
  await knex.schema.createTable('box_slip_trials', (table) => {
    table.integer('slip_key_id').notNullable().references('box_slip_keys.id')
    table.integer('account_id').notNullable().references('accounts.id')
    table.text('tried_by').notNullable()
    day(table, 'tried_on').notNullable()
    table.primary(['slip_key_id', 'account_id'])
  })
  await knex.schema.createTable('box_shares', (table) => {
    // One key only of the same slips.
    table.integer('slip_key_id').primary().references('box_slip_keys.id')
    table.integer('box_key_id').notNullable().references('box_keys.id').index()
    table.text('sealed').notNullable()
  })
  await knex.schema.createTable('box_opening_slips', (table) => {
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'place').notNullable()
    table.text('typed_by').notNullable()
    // Null for a slip from before slips had named holders, and for a witness without a slip.
    count(table, 'number')
    table.text('holder')
    oneOf(table, 'became', ['counted', 'set_aside', 'witness']).notNullable()
    table.primary(['election_id', 'place'])
  })
  for (const table of TABLES) await insertOnly(knex, table)
}

export async function down(knex: Schema): Promise<void> {
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
