import { replaceCheck, type Schema } from './guards.ts'

const REASONS = [
  'no_cross',
  'unclear_candidate',
  'too_many_marks',
  'recognisable',
  'not_official_ballot',
  'other',
]

/** Where the statutes ask for more than one cross, a ballot can have too few. */
export async function up(knex: Schema): Promise<void> {
  await replaceReasons(knex, REASONS, [...REASONS, 'too_few_marks'])
}

/** Fails, and leaves everything as it is, when a count has a ballot with too few crosses. */
export async function down(knex: Schema): Promise<void> {
  await replaceReasons(knex, [...REASONS, 'too_few_marks'], REASONS)
}

async function replaceReasons(
  knex: Schema,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const table = 'invalid_ballots'
  const constraint = 'invalid_ballots_reason_check'
  await replaceCheck(knex, { table, constraint, before: within(before), after: within(after) })
}

function within(reasons: readonly string[]): string {
  return `reason in (${reasons.map((reason) => `'${reason}'`).join(', ')})`
}
