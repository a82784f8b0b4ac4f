import type { Db } from '../../core/db.ts'
import type { ElectionId, PackageId } from '../../core/ids.ts'
import { crossesIn } from '../../rules/elections/marks.ts'
import {
  openPiles,
  pileDifferences,
  pilesOf,
  type Pile,
  type PileDifference,
} from '../../rules/elections/protocol/packages.ts'
import { listStanding } from '../candidates/candidates.ts'
import { findEntry } from '../box/entering/entry.ts'
import { loadCounting } from '../count/rounds.ts'
import type { Election } from '../elections.ts'
import { hasPaper } from '../means.ts'
import { findPaperAccount } from '../polling/paper_accounts.ts'
import type { PackageOpeningRow, PackageRow, PackageSealingRow } from './tables.ts'

export interface Sealing extends PackageSealingRow {
  packages: PackageRow[]
}

export interface PackageOpening extends PackageOpeningRow {
  /** The numbers of the packages that were opened. */
  packages: number[]
}

export interface Material {
  /** The first one comes first. */
  sealings: Sealing[]
  openings: PackageOpening[]
  /** The packages whose seals are whole, by number. */
  sealed: PackageRow[]
  /** What still lies open. Empty when there was no vote on paper and there is no roll. */
  open: Pile[]
  /** Where the sealed packages differ from the account and the count as they are now. */
  differences: PileDifference[]
}

export async function loadMaterial(db: Db, election: Election): Promise<Material> {
  const { id } = election
  const rows = await listPackages(db, id)
  const sealed = await listSealed(db, id)
  const piles = await listPiles(db, election)
  const open = openPiles(piles, sealed)
  return {
    sealings: await listSealings(db, id, rows),
    openings: await listOpenings(db, id, rows),
    sealed,
    open,
    differences: pileDifferences(
      piles.filter((pile) => !open.includes(pile)),
      sealed,
    ),
  }
}

export async function listPackages(db: Db, electionId: ElectionId): Promise<PackageRow[]> {
  return db('packages').where({ election_id: electionId }).orderBy('number')
}

/** Leaves out the packages that were opened again. */
export async function listSealed(db: Db, electionId: ElectionId): Promise<PackageRow[]> {
  const opened = db('opened_packages').select('package_id')
  return db('packages').where({ election_id: electionId }).whereNotIn('id', opened).orderBy('number')
}

export async function listSealedWithSealing(
  db: Db,
  electionId: ElectionId,
): Promise<(PackageRow & { sealing: PackageSealingRow })[]> {
  const sealings = await db('package_sealings').where({ election_id: electionId })
  return (await listSealed(db, electionId)).flatMap((row) =>
    sealings.filter(({ id }) => id === row.sealing_id).map((sealing) => ({ ...row, sealing })),
  )
}

/** Returns the numbers on the labels. */
export async function listDestroyed(db: Db, electionId: ElectionId): Promise<number[]> {
  const ids = db('destroyed_packages').where({ election_id: electionId }).select('package_id')
  return db('packages').whereIn('id', ids).orderBy('number').pluck('number')
}

/** Returns no pile of papers until they are counted: what is in the box is not known before. */
export async function listPiles(db: Db, election: Election): Promise<Pile[]> {
  if (election.uncontested_on !== null) return []
  const papers = hasPaper(election) ? await findPaperAccount(db, election.id) : undefined
  const { agreed } = papers ? await loadCounting(db, election.id) : {}
  return pilesOf({
    papers,
    count: agreed,
    entered: (await findEntry(db, election.id))?.end?.papers,
    candidates: (await listStanding(db, election.id)).map(({ id }) => id),
    mostCrosses: crossesIn(election).max,
    hasRoll: election.roll_kind !== 'counted',
  })
}

async function listSealings(db: Db, electionId: ElectionId, rows: readonly PackageRow[]): Promise<Sealing[]> {
  const sealings = await db('package_sealings').where({ election_id: electionId }).orderBy('number')
  return sealings.map((sealing) => {
    return { ...sealing, packages: rows.filter(({ sealing_id }) => sealing_id === sealing.id) }
  })
}

async function listOpenings(
  db: Db,
  electionId: ElectionId,
  rows: readonly PackageRow[],
): Promise<PackageOpening[]> {
  const openings = await db('package_openings').where({ election_id: electionId }).orderBy('id')
  const opened = await db('opened_packages').whereIn(
    'opening_id',
    openings.map(({ id }) => id),
  )
  const numberOf = (id: PackageId) => rows.find((row) => row.id === id)?.number ?? 0
  return openings.map((opening) => {
    const numbers = opened.filter(({ opening_id }) => opening_id === opening.id)
    return {
      ...opening,
      packages: numbers.map(({ package_id }) => numberOf(package_id)).sort((a, b) => a - b),
    }
  })
}
