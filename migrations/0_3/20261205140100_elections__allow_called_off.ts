import { day, dropInsertOnly, insertOnly, replaceCheck, type Schema } from './guards.ts'

const BEFORE = `status in ('planned', 'nominating', 'listed', 'polling', 'closed', 'counted', 'lot_required', 'uncontested', 'unfilled', 'certified', 'final', 'annulled', 'rerun')`
const AFTER = BEFORE.replace("'rerun')", "'rerun', 'called_off')")

const CHECK = { table: 'elections', constraint: 'elections_status_check' }

/** An election that is called off before anyone could vote: who decided it, when and why. */
export async function up(knex: Schema): Promise<void> {
  await replaceCheck(knex, { ...CHECK, before: BEFORE, after: AFTER })
  await knex.schema.createTable('election_call_offs', (table) => {
    table.integer('election_id').primary().references('elections.id')
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  await insertOnly(knex, 'election_call_offs')
}

/** Fails, and leaves everything as it is, when an election has been called off. */
export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('election_call_offs')
  await dropInsertOnly(knex, 'election_call_offs')
  await replaceCheck(knex, { ...CHECK, before: AFTER, after: BEFORE })
}
