import type { Instant } from '../../../models/core/dates.ts'
import type { TestApp } from '../app.ts'

/** Another process makes the daily round, since now or since a moment given. */
export async function aRoundElsewhere(
  { db, clock }: Pick<TestApp, 'db' | 'clock'>,
  started_at: Instant = clock.now(),
): Promise<void> {
  const row = { day: clock.today(), daily: 1 as const, started_by: 'Rådsbogen', started_at, erased: '{}' }
  await db('housekeeping_runs').insert({ ...row, state: 'running' })
}
