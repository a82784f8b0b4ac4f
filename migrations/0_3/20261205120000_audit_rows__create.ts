import { dropGuard, refuseWhen, type Schema } from './guards.ts'

/**
 * The rows that each act left, as a mark for each column: what is changed past the program is found, and named. A mark
 * needs the salt of its row to be checked; the next change of the row takes the salt away, and the mark tells nothing more.
 */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('audit_rows', (table) => {
    table.integer('sequence').notNullable()
    table.text('table_name').notNullable()
    table.text('row_key').notNullable()
    table.text('marks').notNullable()
    table.text('salt').notNullable()
    table.primary(['sequence', 'table_name', 'row_key'])
    table.index(['table_name', 'row_key'])
  })
  const guard = { name: 'audit_rows_kept', table: 'audit_rows' }
  await refuseWhen(knex, { ...guard, event: 'delete', when: '1 = 1' })
  const same = ['sequence', 'table_name', 'row_key', 'marks'].map((column) => `new.${column} = old.${column}`)
  await refuseWhen(knex, { ...guard, event: 'update', when: `not (${same.join(' and ')} and new.salt = '')` })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('audit_rows')
  await dropGuard(knex, 'audit_rows_kept', 'audit_rows', 'update', 'delete')
}
