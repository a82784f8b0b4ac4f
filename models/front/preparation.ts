import { readFile } from 'node:fs/promises'
import { hasAccounts } from '../accounts/accounts.ts'
import { issueLink } from '../accounts/links.ts'
import type { By } from '../core/audit.ts'
import type { Clock } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { isUnmarked, markMigrated, wrongRows } from '../core/ledger/beginning.ts'
import { isBehind, migrate } from '../core/migrate.ts'
import { latestStatutes, type CouncilName } from '../statutes/versions.ts'
import { loadStatutes } from '../council/statutes/loading.ts'
import { StatutesError } from '../statutes/document.ts'

/** Brings the database to the newest shape and loads the statutes. Safe to repeat. */
export async function prepare(db: Db, statutesFile: string, by: By): Promise<CouncilName> {
  if (await isBehind(db)) {
    const before = await wrongRows(db)
    await migrate(db)
    await markMigrated(db, by, before)
  } else if (await isUnmarked(db)) await markMigrated(db, by, undefined)
  await loadStatutes(db, by, await readStatutes(statutesFile))
  return (await latestStatutes(db)).statutes.council
}

async function readStatutes(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new StatutesError([{ path: file, message: (error as Error).message, code: 'bad_form', params: {} }])
  }
}

/** Returns undefined once an account exists. Each start makes a new link. */
export async function firstAccountLink(db: Db, clock: Clock, baseUrl: string): Promise<string | undefined> {
  if (await hasAccounts(db)) return undefined
  return `${baseUrl}/start/${await issueLink(db, 'first_account', clock, null)}`
}
