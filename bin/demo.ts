import { createServer } from 'node:http'
import { createApp } from '../app.ts'
import { listAccounts } from '../models/accounts/accounts.ts'
import { bySystem } from '../models/core/audit.ts'
import { systemClock } from '../models/core/dates.ts'
import { openDatabase, type Db } from '../models/core/db.ts'
import { outsideKeysFrom } from '../models/core/keys.ts'
import { prepare } from '../models/front/preparation.ts'
import { listBodies } from '../models/bodies/bodies.ts'
import { translatorFor } from '../routes/web/i18n.ts'
import { beginningOf, fillCouncil } from './demo/council.ts'
import { earlierCouncils } from './demo/past.ts'
import { PASSWORD } from './demo/staff.ts'
import { movableClock } from '../rehearsal/kit/clock.ts'
import { scratchSqlite } from '../rehearsal/kit/scratch.ts'
import { readStatutesFile } from '../rehearsal/kit/statutes_file.ts'

/** An invented council, whose database is gone when the program ends. */
async function main(): Promise<void> {
  const { config, remove } = scratchSqlite()
  const db = openDatabase(config.database)
  const today = systemClock.today()
  const clock = movableClock(beginningOf(await readStatutesFile(config.statutesFile), today))
  const keys = outsideKeysFrom(config.sessionSecrets)
  const council = await prepare(db, config.statutesFile, bySystem(clock, keys))
  await fillCouncil({ db, clock, keys }, today, earlierCouncils)
  const server = createServer(createApp({ db, config, clock: systemClock, council }))
  // The password is publicly known, so only this machine can reach the server.
  server.listen(config.port, '127.0.0.1', () => {
    void accountTable(db).then((table) => {
      process.stdout.write(`\n${table}\n\n${council.name}: ${config.baseUrl}\nStop med Ctrl+C.\n`)
    })
  })
  const stop = () => {
    server.closeAllConnections()
    server.close(() => {
      void db
        .destroy()
        .then(remove)
        .then(() => process.exit(0))
    })
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

async function accountTable(db: Db): Promise<string> {
  const t = translatorFor('da')
  const places = new Map((await listBodies(db, systemClock.today())).map(({ id, name }) => [id, name]))
  const rows = (await listAccounts(db))
    .filter(({ closed_on }) => closed_on === null)
    .map(({ name, email, role, places: at }) => [
      name,
      [t(`roles.${role}`), ...at.map((id) => places.get(id) ?? '')].join(', '),
      email,
    ])
    .sort(([, a = ''], [, b = '']) => a.localeCompare(b, 'da'))
  const all = [['Navn', 'Rolle', 'E-mail'], ...rows]
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map(([name = '', role = '', email = '']) =>
    [name.padEnd(widths[0] ?? 0), role.padEnd(widths[1] ?? 0), email].join('  '),
  )
  return [...lines, '', `Alle har adgangskoden: ${PASSWORD}`].join('\n')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
