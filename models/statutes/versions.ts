import type { By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import { NotFound } from '../core/errors.ts'
import type { StatutesVersionId } from '../core/ids.ts'
import { insertOne } from '../core/insert.ts'
import { versionInForce } from '../rules/statutes/in_force.ts'
import type { TermLength } from '../rules/statutes/term.ts'
import { parseStatutes, type RuleKey, type Statutes } from './document.ts'
import { type Office, officesOfAll } from './offices.ts'
import type { StatutesVersionRow } from './tables.ts'

export type CouncilName = Statutes['council']

export interface StatutesVersion extends Omit<StatutesVersionRow, 'document'> {
  statutes: Statutes
}

const parsed = new Map<string, Statutes>()

function parseDocument(document: string): Statutes {
  const known = parsed.get(document)
  if (known) return known
  const statutes = parseStatutes(JSON.parse(document))
  parsed.set(document, statutes)
  return statutes
}

function versionOf({ document, ...row }: StatutesVersionRow): StatutesVersion {
  return { ...row, statutes: parseDocument(document) }
}

/** By the date in force, then by the order in which they were made. */
export async function listStatutesVersions(db: Db): Promise<StatutesVersion[]> {
  const rows = await db('statutes_versions').orderBy('in_force_from').orderBy('id')
  return rows.map(versionOf)
}

export async function getStatutesVersion(db: Db, id: StatutesVersionId): Promise<StatutesVersion> {
  const row = await db('statutes_versions').where({ id }).first()
  if (!row) throw new NotFound(`statutes version ${id}`)
  return versionOf(row)
}

/** Before the first version, the first. Throws when no statutes are loaded. */
export async function statutesOn(db: Db, on: IsoDate): Promise<StatutesVersion> {
  const versions = await db('statutes_versions')
    .orderBy('in_force_from')
    .orderBy('id')
    .select('id', 'in_force_from')
  const inForce = versionInForce(versions, on) ?? versions[0]
  if (!inForce) throw new Error('no statutes are loaded')
  return getStatutesVersion(db, inForce.id)
}

/** The version last in force, even if its day is to come: a further change starts from it. */
export async function latestStatutes(db: Db): Promise<StatutesVersion> {
  const row = await db('statutes_versions').orderBy('in_force_from', 'desc').orderBy('id', 'desc').first()
  if (!row) throw new Error('no statutes are loaded')
  return versionOf(row)
}

/** Offices of every version: former holders keep their title. */
export async function listOffices(db: Db): Promise<Office[]> {
  return officesOfAll(await listStatutesVersions(db))
}

/** The caller's act has checked the version. */
export async function insertVersion(
  trx: Trx,
  by: By,
  statutes: Statutes,
  made: { reason: string; rule_key: RuleKey | null; replaces_id: StatutesVersionId | null },
): Promise<StatutesVersionId> {
  return insertOne(trx, 'statutes_versions', {
    in_force_from: statutes.inForceFrom,
    document: JSON.stringify(statutes),
    made_by: by.name,
    made_on: by.clock.today(),
    ...made,
  })
}

/** By the statutes in force on the first day; before the first version, by that one. */
export async function termLengths(db: Db): Promise<(startsOn: IsoDate) => TermLength> {
  const versions = await listStatutesVersions(db)
  return (startsOn) => {
    const version = versionInForce(versions, startsOn) ?? versions[0]
    return version?.statutes.rules.termLength?.value
  }
}
