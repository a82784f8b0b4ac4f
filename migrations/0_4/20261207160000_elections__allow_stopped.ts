import { replaceCheck, type Schema } from './guards.ts'

const BEFORE = `status in ('planned', 'nominating', 'listed', 'polling', 'closed', 'counted', 'lot_required', 'uncontested', 'unfilled', 'certified', 'final', 'annulled', 'rerun', 'called_off')`
const AFTER = BEFORE.replace("'polling',", "'polling', 'stopped',")

const CHECK = { table: 'elections', constraint: 'elections_status_check' }

/** A vote that stops while polls are open. */
export async function up(knex: Schema): Promise<void> {
  await replaceCheck(knex, { ...CHECK, before: BEFORE, after: AFTER })
}

/** Fails, and leaves everything as it is, while a vote is stopped and not accounted for. */
export async function down(knex: Schema): Promise<void> {
  await replaceCheck(knex, { ...CHECK, before: AFTER, after: BEFORE })
}
