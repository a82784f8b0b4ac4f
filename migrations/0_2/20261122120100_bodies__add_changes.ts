import {
  day,
  dropGuard,
  dropInsertOnly,
  insertOnly,
  oneOf,
  onPostgres,
  refuseWhen,
  type Schema,
} from './guards.ts'

const INSERT_ONLY = [
  'body_addresses',
  'body_contacts',
  'body_changes',
  'merger_proposals',
  'merger_bodies',
  'merger_decisions',
  'seat_decisions',
]

/** What happens to places and organisations inside a term, and what was decided about the seats that hang on them. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('body_addresses', (table) => {
    table.increments('id')
    table.integer('body_id').notNullable().references('bodies.id').index()
    table.text('address').notNullable()
    day(table, 'valid_from').notNullable()
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('body_contacts', (table) => {
    table.increments('id')
    table.integer('body_id').notNullable().references('bodies.id').index()
    table.text('name').notNullable()
    table.text('email')
    table.text('phone')
    table.text('postal_address')
    day(table, 'valid_from').notNullable()
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('body_changes', (table) => {
    table.increments('id')
    table.integer('body_id').notNullable().references('bodies.id').index()
    oneOf(table, 'kind', ['renamed', 'moved', 'closed', 'replaced', 'merged']).notNullable()
    // The first day of the new name or address; the last day of a body that ends.
    day(table, 'effective_on').notNullable()
    table.integer('into_body_id').references('bodies.id')
    table.text('decided_by')
    day(table, 'decided_on')
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.check("(kind in ('replaced', 'merged')) = (into_body_id is not null)", [], 'body_changes_into')
    table.check("kind in ('renamed', 'moved') or (decided_by is not null and decided_on is not null)")
  })
  await createMergers(knex)
  await knex.schema.createTable('seat_decisions', (table) => {
    table.increments('id')
    table.integer('seat_id').notNullable().references('seats.id').index()
    // The place or organisation that ends, and because of which there is something to decide.
    table.integer('body_id').notNullable().references('bodies.id')
    oneOf(table, 'choice', ['keep', 'renew', 'vacant']).notNullable()
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
    table.unique(['seat_id', 'body_id'])
  })
  for (const table of INSERT_ONLY) await insertOnly(knex, table)
  for (const event of ['insert', 'update'] as const) {
    await refuseWhen(knex, {
      name: 'bodies_succeed_others',
      table: 'bodies',
      event,
      when: 'new.successor_id = new.id',
    })
  }
}

/** A merger that is only proposed stands apart from the places: rejected, it has changed nothing. */
async function createMergers(knex: Schema): Promise<void> {
  await knex.schema.createTable('merger_proposals', (table) => {
    table.increments('id')
    table.text('proposed_by').notNullable()
    day(table, 'proposed_on').notNullable()
    table.text('text').notNullable()
    table.text('recorded_by').notNullable()
  })
  await knex.schema.createTable('merger_bodies', (table) => {
    table.integer('proposal_id').notNullable().references('merger_proposals.id')
    table.integer('body_id').notNullable().references('bodies.id')
    table.primary(['proposal_id', 'body_id'])
  })
  await knex.schema.createTable('merger_decisions', (table) => {
    table.integer('proposal_id').notNullable().references('merger_proposals.id').primary()
    oneOf(table, 'outcome', ['rejected', 'adopted']).notNullable()
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('case_number')
    table.text('note')
    table.text('recorded_by').notNullable()
  })
}

export async function down(knex: Schema): Promise<void> {
  await dropGuard(knex, 'bodies_succeed_others', 'bodies', 'insert', 'update')
  // The table stays, so SQLite does not take its triggers away with it.
  if (!onPostgres(knex)) {
    for (const event of ['insert', 'update'])
      await knex.raw(`drop trigger bodies_succeed_others__bodies_${event}`)
  }
  for (const table of [...INSERT_ONLY].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
