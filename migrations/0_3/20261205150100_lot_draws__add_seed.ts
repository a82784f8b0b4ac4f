import type { Schema } from './guards.ts'

/**
 * The seed of a draw, in clear once the words are said. Before, it stands in draws.seed alone, locked by a key that the
 * database never holds. A draw from before has it in clear there.
 */
export async function up(knex: Schema): Promise<void> {
  await knex.raw('alter table lot_draws add column seed text')
}

/** Fails where a lot could no longer be checked: its seed stands nowhere else. */
export async function down(knex: Schema): Promise<void> {
  const sealed = await knex('lot_draws').whereNotNull('seed').first()
  if (sealed) throw new Error('lot_draws has a seed that stands nowhere else')
  await knex.raw('alter table lot_draws drop column seed')
}
