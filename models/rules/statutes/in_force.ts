/** @article inForceFrom */

import type { IsoDate } from '../../core/dates.ts'
import type { StatutesVersionId } from '../../core/ids.ts'

/**
 * The version in force on the day: the one with the latest date that has come. Of several with the same date the newest
 * holds, since it corrects the others. Returns undefined before the first one.
 */
export function versionInForce<V extends { id: StatutesVersionId; in_force_from: IsoDate }>(
  versions: readonly V[],
  on: IsoDate,
): V | undefined {
  return versions
    .filter((version) => version.in_force_from <= on)
    .sort((a, b) => a.id - b.id)
    .reduce<V | undefined>(
      (best, version) => (best && version.in_force_from < best.in_force_from ? best : version),
      undefined,
    )
}
