import { count, day, dropInsertOnly, insertOnly, replaceGuard, type Schema } from './guards.ts'

const TABLES = ['box_mergers', 'box_prints', 'box_mixes']
const GUARD = { name: 'ballots_guarded', table: 'ballots', event: 'delete' } as const
const OVER = "(select status from elections where id = old.election_id) not in ('final', 'annulled', 'rerun')"

/**
 * The ballots of a tablet, printed as papers and mixed with the papers when one of two boxes has few: the decision at
 * the closing, each time they were printed, and that they were mixed. Written once, all of it.
 */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('box_mergers', (table) => {
    table.integer('election_id').primary().references('elections.id')
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
  })
  await knex.schema.createTable('box_prints', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id')
    count(table, 'number').notNullable()
    count(table, 'sheets').notNullable()
    // Why they were printed again; the sheets of before are then destroyed.
    table.text('reason')
    table.text('printed_by').notNullable()
    day(table, 'printed_on').notNullable()
    table.unique(['election_id', 'number'])
    table.check('number = 1 or reason is not null', [], 'box_prints_again_for_a_reason')
  })
  await knex.schema.createTable('box_mixes', (table) => {
    table.integer('election_id').primary().references('elections.id')
    count(table, 'sheets').notNullable()
    table.text('first_witness').notNullable()
    table.text('second_witness').notNullable()
    day(table, 'mixed_on').notNullable()
    table.text('recorded_by').notNullable()
    table.check('first_witness <> second_witness', [], 'box_mixes_two_people')
  })
  for (const table of TABLES) await insertOnly(knex, table)
  // What lies among the papers is no longer kept here, where it would tell of one box alone.
  const mixed = 'exists (select 1 from box_mixes where election_id = old.election_id)'
  await replaceGuard(knex, { ...GUARD, when: `${OVER} and not ${mixed}` })
}

export async function down(knex: Schema): Promise<void> {
  await replaceGuard(knex, { ...GUARD, when: OVER })
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
