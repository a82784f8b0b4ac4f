import { existsSync } from 'node:fs'
import { ConfigError, readConfig } from '../config.ts'
import { verifyChain } from '../models/audit.ts'
import { openDatabase } from '../models/db.ts'
import { translatorFor } from '../routes/i18n.ts'

/** Walks the log of the database that the settings name. Prints one line; exits 1 where the chain is broken. */
async function verify(): Promise<boolean> {
  const { database } = readConfig()
  const t = translatorFor('da')
  // Opening a file that is not there would make an empty one, which proves nothing.
  if (database.client !== 'pg' && !existsSync(database.filename)) {
    throw new ConfigError(t('audit.command.no_database', { file: database.filename }))
  }
  const db = openDatabase(database)
  try {
    const chain = await verifyChain(db)
    const line = chain.whole
      ? `${t('audit.chain.whole', { count: chain.sequence })} ${t('audit.command.last', { hash: chain.hash })}`
      : `${t('audit.chain.broken')}: ${t(`audit.chain.${chain.fault}`, { sequence: chain.sequence })}`
    process.stdout.write(`${line}\n`)
    return chain.whole
  } finally {
    await db.destroy()
  }
}

verify().then(
  (whole) => {
    process.exitCode = whole ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
