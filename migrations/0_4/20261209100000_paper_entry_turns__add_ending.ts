import type { Schema } from './guards.ts'

const COLUMNS = [
  // Which of the two said that all papers are in.
  "ending_by text check (ending_by in ('first', 'second'))",
  'ending_papers integer check (ending_papers >= 0 and cast(ending_papers as integer) = ending_papers)',
  'ending_reason text',
  // Null again when it was sent back: then the reason stays, to be shown in the form.
  `ending_mark text check (ending_mark is null
    or (waiting is null and ending_by is not null and ending_papers is not null))`,
]

/** That all papers are in waits for the other one, as a paper does. Never both at the same time. */
export async function up(knex: Schema): Promise<void> {
  for (const column of COLUMNS) await knex.raw(`alter table paper_entry_turns add column ${column}`)
}

export async function down(knex: Schema): Promise<void> {
  const names = COLUMNS.map((column) => column.split(' ')[0] ?? '')
  for (const name of names.reverse()) await knex.raw(`alter table paper_entry_turns drop column ${name}`)
}
