import type { Server } from 'node:http'
import pino from 'pino'
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { removeOldSessions } from './models/accounts/sessions.ts'
import { removeOldReceipts } from './models/audit.ts'
import { addDays, systemClock } from './models/dates.ts'
import { openDatabase, type Db } from './models/db.ts'
import { finishCompactions } from './models/elections/box_compaction.ts'
import { sealingReady } from './models/elections/sealing.ts'
import { firstAccountLink, prepare } from './models/preparation.ts'
import { StatutesError } from './models/rules/statutes.ts'

const HOUR_MS = 3_600_000

/** Reads the settings, opens and migrates the database, listens, and shuts down cleanly. */
async function start(): Promise<void> {
  const config = readConfig()
  const log = pino({ level: config.logLevel })
  const db = openDatabase(config.database)
  const council = await prepare(db, config.statutesFile, systemClock)
  await sealingReady()
  finishCompactions(db, systemClock).catch((error: unknown) => {
    log.error({ err: error }, 'a ballot box was opened and could not be cleared up after')
  })
  const app = createApp({ db, config, clock: systemClock, council, log })
  const server = app.listen(config.port, (error) => {
    if (error) fail(error)
  })
  const cleaning = setInterval(() => {
    tidy(db).catch((error: unknown) => {
      log.error({ err: error }, 'old sessions and receipts not removed')
    })
  }, HOUR_MS)
  process.stdout.write(`${council.name}: ${config.baseUrl}\n`)
  const link = await firstAccountLink(db, systemClock, config.baseUrl)
  if (link !== undefined) {
    process.stdout.write(`\nLav den første konto her (linket virker én gang):\n${link}\n\n`)
  }
  const stop = () => {
    clearInterval(cleaning)
    close(server)
      .then(() => db.destroy())
      .then(() => process.exit(0), fail)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

async function tidy(db: Db): Promise<void> {
  await removeOldSessions(db)
  await removeOldReceipts(db, addDays(systemClock.today(), -7))
}

/** Lets what is under way finish, for ten seconds at most. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeIdleConnections()
    setTimeout(() => {
      server.closeAllConnections()
    }, 10_000).unref()
  })
}

function fail(error: unknown): never {
  const expected = error instanceof ConfigError || error instanceof StatutesError
  const text =
    error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

start().catch(fail)
