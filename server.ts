import type { Server } from 'node:http'
import pino from 'pino'
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { removeOldSessions } from './models/accounts/sessions.ts'
import { type By, bySystem, removeOldReceipts } from './models/core/audit.ts'
import { addDays, systemClock } from './models/core/dates.ts'
import { openDatabase, type Db } from './models/core/db.ts'
import { outsideKeysFrom } from './models/core/keys.ts'
import { inBackground, settled } from './models/core/jobs.ts'
import { finishCompactions } from './models/elections/box/compaction.ts'
import { finishClosings } from './models/elections/polling/closing_job.ts'
import { finishDestructions } from './models/elections/record/destruction.ts'
import { sealingReady } from './models/elections/box/sealing.ts'
import { mailerFor } from './models/core/mail.ts'
import { firstAccountLink, prepare } from './models/front/preparation.ts'
import { keepHouseDaily } from './models/privacy/housekeeping.ts'
import type { Retention } from './models/rules/privacy/retention.ts'
import { StatutesError } from './models/statutes/document.ts'
import { translatorFor } from './routes/web/i18n.ts'
import { sendReminders } from './routes/office/front/reminders.ts'

const HOUR_MS = 3_600_000
/** Time enough for the operator to see that the server runs, and to stop it again. */
const FIRST_ROUND_MS = 60_000

async function start(): Promise<void> {
  const config = readConfig()
  const log = pino({ level: config.logLevel })
  const db = openDatabase(config.database)
  const by = bySystem(systemClock, outsideKeysFrom(config.sessionSecrets))
  const council = await prepare(db, config.statutesFile, by)
  await sealingReady()
  inBackground(
    db,
    finishCompactions(db, by)
      .then(() => finishDestructions(db))
      .then(() => finishClosings(db)),
  ).catch((error: unknown) => {
    log.error({ err: error }, 'a ballot box was opened and could not be cleared up after')
  })
  const app = createApp({ db, config, clock: systemClock, council, log })
  const server = app.listen(config.port, (error) => {
    if (error) fail(error)
  })
  const house = { council, baseUrl: config.baseUrl, mailer: mailerFor(config.mail) }
  const clean = () => {
    inBackground(db, sendReminders(db, systemClock, house)).catch((error: unknown) => {
      log.error({ err: error }, 'mails about what waits were not all sent')
    })
    inBackground(db, tidy(db, by, config.retention)).catch((error: unknown) => {
      log.error({ err: error }, 'what has been kept its time was not all removed')
    })
  }
  const firstRound = setTimeout(clean, FIRST_ROUND_MS)
  const cleaning = setInterval(clean, HOUR_MS)
  process.stdout.write(`${council.name}: ${config.baseUrl}\n`)
  const link = await firstAccountLink(db, systemClock, config.baseUrl)
  if (link !== undefined) {
    process.stdout.write(`\nLav den første konto her (linket virker én gang):\n${link}\n\n`)
  }
  const stop = () => {
    clearTimeout(firstRound)
    clearInterval(cleaning)
    close(server)
      .then(() => settled(db))
      .then(() => db.destroy())
      .then(() => process.exit(0), fail)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Runs every hour: the first process of the day makes the daily round, and a failed round is tried again. */
async function tidy(db: Db, by: By, retention: Retention): Promise<void> {
  await removeOldSessions(db)
  await removeOldReceipts(db, addDays(systemClock.today(), -7))
  await keepHouseDaily(db, by, { retention, nobody: translatorFor('da')('retention.nobody') })
}

/** Gives requests that are under way ten seconds to finish. */
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
