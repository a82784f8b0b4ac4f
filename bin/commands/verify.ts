import { existsSync } from 'node:fs'
import { ConfigError } from '../../config.ts'
import { bySystem, sealAnew } from '../../models/core/audit.ts'
import { systemClock } from '../../models/core/dates.ts'
import { openDatabase } from '../../models/core/db.ts'
import { outsideKeysFrom } from '../../models/core/keys.ts'
import { verifyAll, type Verification } from '../../models/front/verification.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import type { Terminal } from './terminal.ts'

const t = translatorFor('da')

/**
 * Holds the log, the rows, the guards and every election against each other, and names what was changed past the program.
 * `--json` as data. Ends with 1 when anything was. `--seal-anew` first sets a new seal on a whole log whose seal is not this
 * server's, once people have looked into why.
 */
export async function verify({ args, readConfig, print }: Terminal): Promise<number> {
  const { database, sessionSecrets } = readConfig()
  // Opening a file that is not there would make an empty one, which proves nothing.
  if (database.client !== 'pg' && !existsSync(database.filename)) {
    throw new ConfigError(t('audit.command.no_database', { file: database.filename }))
  }
  const db = openDatabase(database)
  try {
    const keys = outsideKeysFrom(sessionSecrets)
    if (args.includes('--seal-anew')) {
      const isSealed = await sealAnew(db, bySystem(systemClock, keys))
      print(`${t(isSealed ? 'verify.sealed_anew' : 'verify.seal_kept')}\n`)
    }
    const found = await verifyAll(db, keys)
    const wrong = sentencesOf(found)
    if (args.includes('--json')) print(`${JSON.stringify({ ok: wrong.length === 0, wrong, ...found })}\n`)
    else for (const line of [...chainLine(found), ...wrong, ...sumOf(found, wrong.length)]) print(`${line}\n`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    await db.destroy()
  }
}

function chainLine({ chain }: Verification): string[] {
  if (!chain?.whole) return []
  return [
    `${t('audit.chain.whole', { count: chain.sequence })} ${t('audit.command.last', { hash: chain.hash })}`,
  ]
}

/** One sentence for each place where something is not as the program left it. */
export function sentencesOf({
  behind,
  chain,
  head,
  rows,
  sessions,
  guards,
  elections,
  stopped,
}: Verification): string[] {
  return [
    ...(chain && !chain.whole
      ? [`${t('audit.chain.broken')}: ${t(`audit.chain.${chain.fault}`, { sequence: chain.sequence })}`]
      : []),
    ...(behind ? [t('verify.behind')] : []),
    ...(head === undefined || head === 'ours' ? [] : [t(`verify.head.${head}`)]),
    ...rows.map((one) =>
      t(`verify.rows.${one.kind}`, {
        ...one,
        ...('columns' in one && { columns: one.columns.join(', ') }),
      }),
    ),
    ...elections.flatMap(({ electionId: id, faults, differs = [] }) => [
      ...(faults.length > 0
        ? [
            t('elections.record.command.wrong', {
              id,
              faults: faults.map((fault) => t(`elections.record.fault.${fault}`)).join(' '),
            }),
          ]
        : []),
      ...differs.map((place) => t('verify.differs', { id, place })),
    ]),
    ...sessions.map((session) => t('verify.session', { session })),
    ...guards.map(({ kind, name }) => t(`verify.guards.${kind}`, { name })),
    ...stopped.map(({ part, reason }) => t('verify.stopped', { part: t(`verify.part.${part}`), reason })),
  ]
}

function sumOf({ elections }: Verification, wrong: number): string[] {
  if (wrong > 0) return [t('verify.found', { count: wrong })]
  const count = elections.reduce((sum, { records }) => sum + records, 0)
  return count > 0 ? [t('elections.record.command.whole', { count })] : []
}
