import { act, type By } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import { Conflict } from '../../core/errors.ts'
import { parseStatutes } from '../../statutes/document.ts'
import { insertVersion } from '../../statutes/versions.ts'
import { installCouncil } from './installation.ts'

/** Fills an empty database; does nothing when statutes are loaded. Throws StatutesError naming the wrong path. */
export async function loadStatutes(db: Db, by: By, json: unknown): Promise<void> {
  const statutes = parseStatutes(json)
  if (await db('statutes_versions').first('id')) return
  await act(db, by, async (trx) => {
    if (await trx('statutes_versions').first('id')) throw new Conflict('statutes_loaded')
    const id = await insertVersion(trx, by, statutes, {
      reason: statutes.reference,
      rule_key: null,
      replaces_id: null,
    })
    await installCouncil(trx, statutes)
    const details = { council: statutes.council.key, in_force_from: statutes.inForceFrom }
    return { action: 'statutes.loaded', subject: `statutes:${id}`, details, result: { id } }
  })
}
