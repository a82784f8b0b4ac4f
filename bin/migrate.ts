import { readConfig } from '../config.ts'
import { bySystem } from '../models/core/audit.ts'
import { systemClock } from '../models/core/dates.ts'
import { openDatabase } from '../models/core/db.ts'
import { outsideKeysFrom } from '../models/core/keys.ts'
import { prepare } from '../models/front/preparation.ts'

/** Brings the configured database to the newest shape without starting the server. */
const config = readConfig()
const db = openDatabase(config.database)
try {
  const council = await prepare(
    db,
    config.statutesFile,
    bySystem(systemClock, outsideKeysFrom(config.sessionSecrets)),
  )
  process.stdout.write(`${council.name}: databasen er klar.\n`)
} finally {
  await db.destroy()
}
