import type { Db } from '../../core/db.ts'
import type { Election } from '../elections.ts'
import { loadMaterial } from '../packages/packages.ts'
import type { RecordedPackages } from './document.ts'
import { without } from './without.ts'

/** Returns undefined when nothing was sealed, so that records from before are the same text as ever. */
export async function recordedPackages(db: Db, election: Election): Promise<RecordedPackages | undefined> {
  const { sealings, openings } = await loadMaterial(db, election)
  if (sealings.length === 0) return undefined
  return {
    sealings: sealings.map(({ packages, ...sealing }) => ({
      ...without(sealing, 'id', 'election_id'),
      packages: packages.map(({ number, kind, candidacy_id, pieces, expected, seal_number }) => {
        return { number, kind, candidacy_id, pieces, expected, seal_number }
      }),
    })),
    openings: openings.map((opening) => without(opening, 'id', 'election_id')),
  }
}
