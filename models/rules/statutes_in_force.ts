import type { IsoDate } from '../dates.ts'

/**
 * The version that is in force on the day: the one with the latest date that has come. Of several with the
 * same date the last made holds, since it corrects the others. Undefined before the first one.
 */
export function versionInForce<V extends { id: number; in_force_from: IsoDate }>(
  versions: readonly V[],
  on: IsoDate,
): V | undefined {
  return versions
    .filter((version) => version.in_force_from <= on)
    .reduce<V | undefined>(
      (best, version) => (best && !supersedes(version, best) ? best : version),
      undefined,
    )
}

function supersedes(
  a: { id: number; in_force_from: IsoDate },
  b: { id: number; in_force_from: IsoDate },
): boolean {
  return a.in_force_from === b.in_force_from ? a.id > b.id : a.in_force_from > b.in_force_from
}
