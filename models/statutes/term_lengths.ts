import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { versionInForce } from '../rules/statutes/in_force.ts'
import type { TermLength } from '../rules/statutes/term.ts'
import { listStatutesVersions } from './versions.ts'

/** By the statutes in force on the first day; before the first version, by that one. */
export async function termLengths(db: Db): Promise<(startsOn: IsoDate) => TermLength> {
  const versions = await listStatutesVersions(db)
  return (startsOn) => {
    const version = versionInForce(versions, startsOn) ?? versions[0]
    return version?.statutes.rules.termLength?.value
  }
}
