import { replaceCheck, type Schema } from './guards.ts'

const check = (words: string) => `made_at in (${words})`
const BEFORE = check(`'certified', 'final', 'annulled'`)
const AFTER = check(`'certified', 'final', 'annulled', 'corrected', 'destroyed'`)

/** A record is made again when it is corrected, and when the papers behind it are destroyed. */
export async function up(knex: Schema): Promise<void> {
  await replaceCheck(knex, { ...RECORDS, before: BEFORE, after: AFTER })
}

/** Fails, and leaves everything as it is, when there is a record of the new kinds. */
export async function down(knex: Schema): Promise<void> {
  await replaceCheck(knex, { ...RECORDS, before: AFTER, after: BEFORE })
}

const RECORDS = { table: 'records', constraint: 'records_made_at_check' }
