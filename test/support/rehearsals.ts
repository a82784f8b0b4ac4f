import type { Config } from '../../config.ts'
import { type Outcome, rehearse, type Scenario, type Wishes } from '../../rehearsal/kit/play.ts'
import { testConfig } from './app.ts'
import { aMigratedDatabase, anEmptyDatabase } from './database.ts'
import { onPostgres } from './databases/server.ts'

/** Where a front page leads is the same on both engines, and is asked on one. */
export async function aRehearsal(
  scenario: Scenario,
  config: Config,
  { printLine, ...wishes }: Wishes & { printLine?: (line: string) => void } = {},
): Promise<Outcome> {
  return rehearse(scenario, config, printLine, { leadsOn: !onPostgres, ...wishes })
}

/** For a play that begins with a database without tables, which takes longer. */
export async function anUnmigratedHouse(): Promise<Config> {
  return houseOn(await anEmptyDatabase())
}

/** For all other plays. */
export async function anEmptyHouse(): Promise<Config> {
  return houseOn(await aMigratedDatabase())
}

async function houseOn({
  db,
  config: database,
}: Awaited<ReturnType<typeof anEmptyDatabase>>): Promise<Config> {
  await db.destroy()
  return { ...testConfig({ NODE_ENV: 'production' }), database }
}
