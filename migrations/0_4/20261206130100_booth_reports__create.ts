import { count, day, type Schema } from './guards.ts'

/** What a paired tablet has said of itself before polling: nothing is written here while people vote. */
export async function up(knex: Schema): Promise<void> {
  await knex.schema.createTable('booth_reports', (table) => {
    table.integer('booth_id').primary().references('booths.id')
    table.text('answered_at').notNullable()
    // In seconds; negative when the tablet's clock is behind. Null when its browser runs no script.
    table.integer('clock_off')
    // In percent; null when the browser does not tell.
    count(table, 'battery')
    count(table, 'charging')
    // The day on which somebody went through the trial and said that the screen works.
    day(table, 'tried_on')
    table.check('battery <= 100')
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.schema.dropTable('booth_reports')
}
