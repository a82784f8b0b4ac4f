import { onPostgres, replaceCheck, type Schema } from './guards.ts'

const KINDS = ['valid', 'blank', 'invalid', 'exchanged', 'returned', 'handed_out_list', 'roll']

/** Of other tables, which the table that is made anew would else be taken for. */
const INDEXES = [
  'create index destroyed_packages_election_id_index on destroyed_packages (election_id)',
  'create index opened_packages_opening_id_index on opened_packages (opening_id)',
]

/** Papers that were entered into the tablet's box are sealed as one pile: nobody sorts them by what stands on them. */
export async function up(knex: Schema): Promise<void> {
  await replaceKinds(knex, KINDS, [...KINDS, 'entered'])
}

/** Fails, and leaves everything as it is, when there is a package of such papers. */
export async function down(knex: Schema): Promise<void> {
  await replaceKinds(knex, [...KINDS, 'entered'], KINDS)
}

async function replaceKinds(
  knex: Schema,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const aside = onPostgres(knex) ? [] : INDEXES
  for (const sql of aside) await knex.raw(`drop index ${sql.split(' ')[2] ?? ''}`)
  const check = { table: 'packages', constraint: 'packages_kind_check' }
  await replaceCheck(knex, { ...check, before: within(before), after: within(after) })
  for (const sql of aside) await knex.raw(sql)
}

function within(kinds: readonly string[]): string {
  return `kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`
}
