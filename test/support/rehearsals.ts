import type { Config } from '../../config.ts'
import { testConfig } from './app.ts'
import { aMigratedDatabase, anEmptyDatabase } from './database.ts'

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
