import type { Db } from '../../core/db.ts'
import type { BoothId, ElectionId } from '../../core/ids.ts'
import type { BoothRow } from './tables.ts'
import { listBooths } from './booths.ts'

export interface PanelBooth {
  id: BoothId
  number: number
  state: BoothRow['state']
  releases: number
  cast: number
  voided: number
}

export interface BoothPanel {
  electionId: ElectionId
  /** Polling is open and not in a break. */
  mayRelease: boolean
  booths: PanelBooth[]
  /** Of all booths, also of those taken away meanwhile. */
  releases: number
  cast: number
  voided: number
}

/** The panel is read anew each time: it changes with every voter, and without an act. */
export async function boothPanel(db: Db, electionId: ElectionId): Promise<BoothPanel> {
  const tally = await db('polling_tallies').where({ election_id: electionId }).first('open')
  const booths = await listBooths(db, electionId)
  return {
    electionId,
    mayRelease: tally?.open === 1,
    booths: booths.map(({ id, number, state, releases, ballots_cast, voided }) => {
      return { id, number, state, releases, cast: ballots_cast, voided }
    }),
    ...(await boothAccount(db, electionId)),
  }
}

/** Counts over all booths that the election has had. */
export async function boothAccount(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<BoothPanel, 'releases' | 'cast' | 'voided'>> {
  const sums = await db('booths')
    .where({ election_id: electionId })
    .sum({ releases: 'releases', cast: 'ballots_cast', voided: 'voided' })
    .first<Record<'releases' | 'cast' | 'voided', number | string | null>>()
  const { releases, cast, voided } = sums
  return { releases: Number(releases ?? 0), cast: Number(cast ?? 0), voided: Number(voided ?? 0) }
}
