import { act } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { BoothId, ElectionId } from '../../core/ids.ts'
import { Conflict, NotFound } from '../../core/errors.ts'
import type { BoothRow } from './tables.ts'
import { getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { computed } from '../../core/db.ts'

/** Lists only the booths that are paired now. */
export async function listBooths(db: Db, electionId: ElectionId): Promise<BoothRow[]> {
  return db('booths').where({ election_id: electionId }).whereNull('unpaired_on').orderBy('number')
}

async function getBooth(db: Db, electionId: ElectionId, boothId: BoothId): Promise<BoothRow> {
  const booth = await db('booths').where({ id: boothId, election_id: electionId }).first()
  if (!booth) throw new NotFound(`booth ${boothId}`)
  return booth
}

export interface Seen {
  /** The releases on the page: a button pressed twice, or by two people at once, releases once. */
  releases: number
}

/** Lets one voter vote on a booth. Only the number of releases is written down: no person, no act, no log line. */
export async function releaseBooth(
  db: Db,
  by: Official,
  id: ElectionId,
  boothId: BoothId,
  { releases }: Seen,
): Promise<void> {
  const election = await getElection(db, by.user, id)
  requireAct(election, 'takeVotes')
  const released = await db('booths')
    .where({ id: boothId, election_id: id, state: 'idle', releases })
    .whereNull('unpaired_on')
    .whereExists(db('polling_tallies').where({ election_id: id, open: 1 }).select(db.raw('1')))
    .update({ state: 'released', releases: releases + 1 })
  if (released === 1) return
  const booth = await getBooth(db, id, boothId)
  if (booth.state !== 'idle' && booth.releases === releases + 1) return
  throw new Conflict(await whyNotReleased(db, booth))
}

async function whyNotReleased(db: Db, booth: BoothRow) {
  if (booth.unpaired_on !== null) return 'booth_unpaired'
  if (booth.state !== 'idle') return 'booth_in_use'
  const tally = await db('polling_tallies').where({ election_id: booth.election_id }).first('open')
  return tally?.open === 1 ? 'booth_changed' : 'booth_polling_paused'
}

/** Takes back an unused release: the ballot on the screen is void, and the voter can be let in again. */
export async function takeBackRelease(
  db: Db,
  by: Official,
  id: ElectionId,
  boothId: BoothId,
  { releases }: Seen,
): Promise<void> {
  await getElection(db, by.user, id)
  const taken = await voidReleases(db, { id: boothId, election_id: id, releases })
  if (taken === 1) return
  const booth = await getBooth(db, id, boothId)
  if (booth.releases === releases && booth.last_outcome === 'voided') return
  throw new Conflict(booth.releases === releases ? 'booth_cast_meanwhile' : 'booth_changed')
}

/** Runs inside the act that closes polling. Returns how many releases it took back. */
export async function closeBooths(trx: Trx, electionId: ElectionId): Promise<number> {
  return voidReleases(trx, { election_id: electionId })
}

/** The booth's row counts the voided releases, so that released = cast + voided. */
export async function voidReleases(db: Db, which: Partial<BoothRow>): Promise<number> {
  return db('booths')
    .where(which)
    .whereNot({ state: 'idle' })
    .update({
      state: 'idle',
      voided: computed(db.raw('voided + 1')),
      last_hash: computed(db.ref('release_hash')),
      last_outcome: 'voided',
      release_hash: null,
    })
}

/** A release that is out is taken back too. */
export async function unpairBooth(
  db: Db,
  by: Official,
  id: ElectionId,
  boothId: BoothId,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    await voidReleases(trx, { id: boothId, election_id: id })
    const unpaired = await trx('booths')
      .where({ id: boothId, election_id: id })
      .whereNull('unpaired_on')
      .update({ unpaired_on: by.clock.today() })
    const { number } = await getBooth(trx, id, boothId)
    if (unpaired !== 1) throw new Conflict('booth_unpaired')
    const details = { number }
    return { action: 'election.booth_unpaired', subject: subjectOf(election), details, result: { id } }
  })
}
