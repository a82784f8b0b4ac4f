import { count, day, dropInsertOnly, insertOnly, onPostgres, type Schema } from './guards.ts'

const SAME = 'papers, difference_reason, codes_hash, recorded_by, recorded_on'

/** An entry that is opened again ends anew. Each end is a row of its own, with who said yes to it. */
export async function up(knex: Schema): Promise<void> {
  await remake(knex, async () => {
    await knex.schema.createTable('paper_entry_ends', (table) => {
      table.increments('id')
      table.integer('election_id').notNullable().references('paper_entries.election_id')
      count(table, 'number').notNullable()
      count(table, 'papers').notNullable()
      table.text('difference_reason')
      table.text('codes_hash').notNullable()
      table.text('recorded_by').notNullable()
      // Null for an end from when one of the two could end it alone.
      table.text('confirmed_by')
      day(table, 'recorded_on').notNullable()
      table.unique(['election_id', 'number'])
    })
    // The id of the election, so that the log still knows the row.
    await knex.raw(`insert into paper_entry_ends (id, election_id, number, ${SAME})
      select election_id, election_id, 1, ${SAME} from paper_entry_ends_before`)
    if (onPostgres(knex))
      await knex.raw(`select setval(pg_get_serial_sequence('paper_entry_ends', 'id'), max(id))
        from paper_entry_ends having count(*) > 0`)
  })
}

/** Fails, and leaves everything as it is, when an entry has ended twice. */
export async function down(knex: Schema): Promise<void> {
  await remake(knex, async () => {
    await knex.schema.createTable('paper_entry_ends', (table) => {
      table.integer('election_id').primary().references('paper_entries.election_id')
      count(table, 'papers').notNullable()
      table.text('difference_reason')
      table.text('codes_hash').notNullable()
      table.text('recorded_by').notNullable()
      day(table, 'recorded_on').notNullable()
    })
    await knex.raw(`insert into paper_entry_ends (election_id, ${SAME})
      select election_id, ${SAME} from paper_entry_ends_before`)
  })
}

async function remake(knex: Schema, make: () => Promise<void>): Promise<void> {
  await knex.raw('create table paper_entry_ends_before as select * from paper_entry_ends')
  await knex.schema.dropTable('paper_entry_ends')
  await dropInsertOnly(knex, 'paper_entry_ends')
  await make()
  await knex.schema.dropTable('paper_entry_ends_before')
  await insertOnly(knex, 'paper_entry_ends')
}
