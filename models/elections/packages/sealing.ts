import { act } from '../../core/audit.ts'
import { canonicalOf, sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import type { ElectionId, PackageSealingId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import {
  checkPackageOpening,
  checkSealing,
  openPiles,
  type EnteredPackage,
  type Package,
  type Pile,
} from '../../rules/elections/protocol/packages.ts'
import { getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { listPackages, listPiles, listSealed } from './packages.ts'

export interface SealingForm {
  packages: EnteredPackage[]
  first_sealer: string
  second_sealer: string
  sealed_on: IsoDate
  sealed_at: string
  difference_reason?: string | undefined
}

/** Binds what lies open. At a recount that is what was opened, and its packages get new numbers and new seals. */
export async function sealPackages(
  db: Db,
  by: Official,
  id: ElectionId,
  form: SealingForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'sealPackages')
    await requireKept(trx, id)
    const before = await listPackages(trx, id)
    const piles = openPiles(await listPiles(trx, election), await listSealed(trx, id))
    if (form.packages.some((one) => !pileOf(piles, one))) throw new Conflict('packages_changed')
    require(
      checkSealing({
        piles,
        packages: form.packages,
        usedSeals: before.flatMap(({ seal_number }) => (seal_number === null ? [] : [seal_number])),
        sealers: [form.first_sealer, form.second_sealer],
        sealedOn: form.sealed_on,
        today: by.clock.today(),
        reason: form.difference_reason,
      }),
    )
    const { first_sealer, second_sealer, sealed_on, sealed_at } = form
    const number = (await trx('package_sealings').where({ election_id: id }).select('id')).length + 1
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const sealing_id = await insertOne(trx, 'package_sealings', {
      ...{ election_id: id, number, first_sealer, second_sealer, sealed_on, sealed_at },
      difference_reason: form.difference_reason?.trim() || null,
      ...recorded,
    })
    const packages_hash = await insertPackages(trx, { id, sealing_id, piles, form, after: before.length })
    const details = {
      ...{ sealing: number, packages: form.packages.length, packages_hash, sealed_on },
      witnesses: [first_sealer, second_sealer],
    }
    return { action: 'election.packages_sealed', subject: subjectOf(election), details, result: { id } }
  })
}

interface Binding {
  id: ElectionId
  sealing_id: PackageSealingId
  piles: readonly Pile[]
  form: SealingForm
  /** The packages before. */
  after: number
}

/** Returns the SHA-256 of the rows, which the log keeps: the figures themselves are for the record. */
async function insertPackages(trx: Trx, { id, sealing_id, piles, form, after }: Binding): Promise<string> {
  const rows = form.packages.map((one, index) => ({
    ...{ election_id: id, sealing_id, number: after + index + 1, kind: one.kind },
    candidacy_id: one.candidacy_id,
    pieces: (one as Package).pieces,
    expected: pileOf(piles, one)?.expected ?? null,
    seal_number: one.seal_number,
  }))
  for (const row of rows) await insertOne(trx, 'packages', row)
  return packagesHash(rows)
}

export function packagesHash(rows: readonly object[]): string {
  return sha256(canonicalOf(rows))
}

export interface PackageOpeningForm {
  /** The numbers on the labels. */
  packages: number[]
  first_opener: string
  second_opener: string
  opened_on: IsoDate
  opened_at: string
  reason: string
}

/** Breaks the seals before a recount, or when something is examined. What was sealed before stays in the book. */
export async function openPackages(
  db: Db,
  by: Official,
  id: ElectionId,
  form: PackageOpeningForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'openPackages')
    await requireKept(trx, id)
    const { first_opener, second_opener, opened_on, opened_at, reason } = form
    require(
      checkPackageOpening({
        packages: form.packages.length,
        openers: [first_opener, second_opener],
        openedOn: opened_on,
        today: by.clock.today(),
      }),
    )
    const sealed = await listSealed(trx, id)
    const opened = sealed.filter(({ number }) => form.packages.includes(number))
    if (opened.length !== form.packages.length) throw new Conflict('packages_changed')
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const row = { election_id: id, first_opener, second_opener, opened_on, opened_at, reason, ...recorded }
    const opening_id = await insertOne(trx, 'package_openings', row)
    await trx('opened_packages').insert(opened.map((one) => ({ package_id: one.id, opening_id })))
    const details = {
      ...{ packages: opened.map(({ number }) => number), opened_on, reason },
      witnesses: [first_opener, second_opener],
    }
    return { action: 'election.packages_opened', subject: subjectOf(election), details, result: { id } }
  })
}

async function requireKept(trx: Trx, election_id: ElectionId): Promise<void> {
  const destroyed = await trx('ballot_destructions').where({ election_id }).first('election_id')
  if (destroyed) throw new Refused('ballots_already_destroyed')
}

function pileOf(piles: readonly Pile[], one: Pick<Package, 'kind' | 'candidacy_id'>): Pile | undefined {
  return piles.find((pile) => pile.kind === one.kind && pile.candidacy_id === one.candidacy_id)
}
