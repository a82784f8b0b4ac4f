import { existsSync } from 'node:fs'
import { ConfigError } from '../../config.ts'
import { type By, bySystem } from '../../models/core/audit.ts'
import { systemClock } from '../../models/core/dates.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'
import { Conflict } from '../../models/core/errors.ts'
import { outsideKeysFrom } from '../../models/core/keys.ts'
import { migrate } from '../../models/core/migrate.ts'
import { recordFrom } from '../../models/core/records.ts'
import { listDue, RETENTION_RULES } from '../../models/privacy/due.ts'
import { keepHouse, type Counts } from '../../models/privacy/housekeeping.ts'
import type { Retention } from '../../models/rules/privacy/retention.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import type { Terminal } from './terminal.ts'

const t = translatorFor('da')

/** Erases as the server does once a day; `--try` only says what is due, `--json` as data. Ends with 1 after a fault. */
export async function housekeeping(terminal: Terminal): Promise<number> {
  const { database, retention, sessionSecrets } = terminal.readConfig()
  // Opening a file that is not there would make an empty one.
  if (database.client !== 'pg' && !existsSync(database.filename))
    throw new ConfigError(t('audit.command.no_database', { file: database.filename }))
  const db = openDatabase(database)
  try {
    await migrate(db)
    if (terminal.args.includes('--try')) printCounts(terminal, await dueNow(db, retention), 'would')
    else
      printCounts(
        terminal,
        await cleanUp(db, bySystem(systemClock, outsideKeysFrom(sessionSecrets)), retention),
        'done',
      )
    return 0
  } finally {
    await db.destroy()
  }
}

async function cleanUp(db: Db, by: By, retention: Retention): Promise<Counts> {
  try {
    return await keepHouse(db, by, { retention, nobody: t('retention.nobody') })
  } catch (error) {
    if (error instanceof Conflict) throw new Error(t('retention.command.running'), { cause: error })
    throw error
  }
}

async function dueNow(db: Db, retention: Retention): Promise<Counts> {
  const today = systemClock.today()
  const counts = recordFrom(RETENTION_RULES, () => 0)
  for (const rule of RETENTION_RULES) {
    const due = await listDue(db, rule, { today, retention })
    counts[rule] = due.filter(({ from }) => from <= today).length
  }
  return counts
}

function printCounts({ args, print }: Terminal, counts: Counts, what: 'would' | 'done'): void {
  if (args.includes('--json')) {
    print(`${JSON.stringify({ [what]: counts })}\n`)
    return
  }
  const lines = RETENTION_RULES.filter((rule) => counts[rule] > 0).map((rule) =>
    t(`retention.erased.${rule}`, { count: counts[rule] }),
  )
  const text =
    lines.length > 0 ? [t(`retention.command.${what}`), ...lines] : [t('retention.command.nothing')]
  print(`${text.join('\n')}\n`)
}
