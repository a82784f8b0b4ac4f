import { existsSync } from 'node:fs'
import { ConfigError } from '../../config.ts'
import { verifyChain } from '../../models/core/audit.ts'
import { openDatabase, type Db } from '../../models/core/db.ts'
import { verifyRecords } from '../../models/elections/record/check.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import type { Terminal } from './terminal.ts'

/** Walks the log and works every certified result out again. Ends with 1 when the chain or a record does not fit. */
export async function verify({ readConfig, print }: Terminal): Promise<number> {
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
    print(`${line}\n`)
    return (await verifyElections(db, print)) && chain.whole ? 0 : 1
  } finally {
    await db.destroy()
  }
}

async function verifyElections(db: Db, print: Terminal['print']): Promise<boolean> {
  const t = translatorFor('da')
  const checks = await verifyRecords(db)
  const wrong = checks.filter(({ faults }) => faults.length > 0)
  for (const { electionId, faults } of wrong) {
    const said = faults.map((fault) => t(`elections.record.fault.${fault}`)).join(' ')
    print(`${t('elections.record.command.wrong', { id: electionId, faults: said })}\n`)
  }
  const count = checks.reduce((sum, { records }) => sum + records, 0)
  if (wrong.length === 0 && count > 0) print(`${t('elections.record.command.whole', { count })}\n`)
  return wrong.length === 0
}
