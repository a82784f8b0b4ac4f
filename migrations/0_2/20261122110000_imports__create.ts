import { count, day, oneOf, type Schema } from './guards.ts'

/** Old rosters read from files: the file as it was read, how its questions were answered, and what came of it. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('imports', (table) => {
    table.increments('id')
    table.text('file_name').notNullable()
    table.text('sha256').notNullable()
    // JSON: the cells of the file, and the answers. Emptied when the import is stored or thrown away.
    table.text('content').notNullable()
    table.text('answers').notNullable()
    oneOf(table, 'state', ['draft', 'stored', 'undone']).notNullable()
    table.text('made_by').notNullable()
    day(table, 'made_on').notNullable()
    table.text('counts')
    table.text('stored_by')
    day(table, 'stored_on')
    table.text('undone_by')
    day(table, 'undone_on')
    table.check("(state = 'draft') = (stored_on is null)", [], 'imports_stored_on')
    table.check("(state = 'undone') = (undone_on is not null)", [], 'imports_undone_on')
  })
  // Beside the import and written outside its transaction, so that others can see how far it is.
  await knex.schema.createTable('import_jobs', (table) => {
    table.integer('import_id').primary().references('imports.id')
    oneOf(table, 'state', ['running', 'failed', 'done']).notNullable()
    count(table, 'done').notNullable()
    count(table, 'total').notNullable()
    table.text('started_at').notNullable()
    table.text('failure')
  })
  await knex.schema.createTable('imported_memberships', (table) => {
    table.integer('membership_id').primary().references('memberships.id')
    table.integer('import_id').notNullable().references('imports.id').index()
    count(table, 'line').notNullable()
    // As it was written in: another last day since then means that somebody has built on it.
    day(table, 'ends_on').notNullable()
    table.text('organisation')
    table.text('bodies').notNullable()
  })
  await knex.schema.createTable('imported_people', (table) => {
    table.integer('person_id').primary().references('people.id')
    table.integer('import_id').notNullable().references('imports.id').index()
  })
  await knex.schema.createTable('imported_terms', (table) => {
    table.integer('term_id').primary().references('terms.id')
    table.integer('import_id').notNullable().references('imports.id').index()
  })
  await knex.schema.createTable('imported_seats', (table) => {
    table.integer('import_id').notNullable().references('imports.id')
    table.integer('seat_id').notNullable().references('seats.id')
    day(table, 'starts_on_before').notNullable()
    table.primary(['import_id', 'seat_id'])
  })
}

export async function down(knex: Schema): Promise<void> {
  for (const table of ['imported_seats', 'imported_terms', 'imported_people', 'imported_memberships'])
    await knex.schema.dropTable(table)
  await knex.schema.dropTable('import_jobs')
  await knex.schema.dropTable('imports')
}
