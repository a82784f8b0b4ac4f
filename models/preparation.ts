import { readFile } from 'node:fs/promises'
import { hasAccounts } from './accounts/accounts.ts'
import { issueLink } from './accounts/links.ts'
import type { Clock } from './dates.ts'
import type { Db } from './db.ts'
import { migrate } from './migrate.ts'
import { latestStatutes, loadStatutes, type CouncilName } from './register/statutes.ts'

/** Brings a database to where the app can run on it: the newest shape, and statutes. Safe to repeat. */
export async function prepare(db: Db, statutesFile: string, clock: Clock): Promise<CouncilName> {
  await migrate(db)
  const json: unknown = JSON.parse(await readFile(statutesFile, 'utf8'))
  await loadStatutes(db, { accountId: null, name: 'Rådsbogen', clock }, json)
  return (await latestStatutes(db)).statutes.council
}

/** A link with which the first account is made, as long as there is none. Each start makes a new one. */
export async function firstAccountLink(db: Db, clock: Clock, baseUrl: string): Promise<string | undefined> {
  if (await hasAccounts(db)) return undefined
  return `${baseUrl}/start/${await issueLink(db, 'first_account', clock, null)}`
}
