import type { Db, Trx } from '../../core/db.ts'
import { emptyLogSoon } from '../../core/sweeping.ts'
import type { ElectionId } from '../../core/ids.ts'
import { facts } from '../../rules/elections/state.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { hasPaper } from '../means.ts'
import type { PollingTallyRow } from './tables.ts'
import { type Election, getElection, requireAct } from '../elections.ts'
import type { Official } from '../reach.ts'
import { computed } from '../../core/db.ts'

/** A change says how much each figure goes up; it is negative when a step is undone. */
export type Change = Partial<Record<'handed_out' | 'exchanged' | 'not_returned' | 'marked', number>>

export interface Table {
  election: Election
  tally: PollingTallyRow
}

/**
 * No line in the log: read beside the roll, its order would tell who came when. Locks the tally first, as a pause and
 * the closing do, so nothing slips in after them. A form sent twice counts once. Throws Conflict unless polls are open.
 */
export async function atTheTable(
  db: Db,
  by: Official,
  electionId: ElectionId,
  write: (trx: Trx, table: Table) => Promise<Change>,
): Promise<void> {
  await db.transaction(async (trx) => {
    const table = await takeTally(trx, by, electionId)
    const { once } = by
    if (once !== undefined && (await trx('receipts').where({ key: once }).first('key'))) return
    requireOpen(table)
    await changeTally(trx, table, await write(trx, table))
    if (once !== undefined) await trx('receipts').insert({ key: once, result: 'null', day: by.clock.today() })
  })
  // Before the voter gets to a tablet, so that the mark never stands beside the ballot.
  await emptyLogSoon(db)
}

/** The tally stays locked until the transaction ends. */
export async function takeTally(trx: Trx, by: Official, electionId: ElectionId): Promise<Table> {
  // Through the user first: an election out of reach is not found.
  const before = await getElection(trx, by.user, electionId)
  const tally = (await lockTally(trx, electionId)) ?? (await makeTally(trx, before))
  // The official who held the lock may have closed the polls.
  const now = await trx('elections').where({ id: electionId }).first('status')
  const election = { ...before, status: now?.status ?? before.status }
  if (!tally) requireAct(election, 'takeVotes')
  return { election, tally: tally ?? noTally(electionId) }
}

async function lockTally(trx: Trx, electionId: ElectionId): Promise<PollingTallyRow | undefined> {
  const [tally] = await trx('polling_tallies')
    .where({ election_id: electionId })
    .update({ open: computed(trx.ref('open')) })
    .returning('*')
  return tally
}

/** A poll that was opened before there were tallies gets its own when it is first needed. */
async function makeTally(trx: Trx, { id, status }: Election): Promise<PollingTallyRow | undefined> {
  if (!facts(status).takesVotes) return undefined
  await startTally(trx, id)
  return lockTally(trx, id)
}

/** Does nothing when there is a tally. */
export async function startTally(trx: Trx, electionId: ElectionId): Promise<void> {
  await trx('polling_tallies').insert({ election_id: electionId, open: 1 }).onConflict('election_id').ignore()
}

function noTally(election_id: ElectionId): PollingTallyRow {
  return { election_id, open: 0, handed_out: 0, exchanged: 0, not_returned: 0, marked: 0 }
}

function requireOpen({ election, tally }: Table): void {
  requireAct(election, 'takeVotes')
  if (tally.open !== 1) throw new Conflict('polling_is_paused')
}

/** Refuses figures that could not all be true: more papers back than were given out. */
export async function changeTally(trx: Trx, { election, tally }: Table, change: Change): Promise<void> {
  const { handed_out = 0, exchanged = 0, not_returned = 0, marked = 0 } = change
  if (handed_out > 0 && !hasPaper(election)) throw new Conflict('no_paper_here')
  const figures = {
    handed_out: tally.handed_out + handed_out,
    exchanged: tally.exchanged + exchanged,
    not_returned: tally.not_returned + not_returned,
    marked: tally.marked + marked,
  }
  const possible = Object.values(figures).every((figure) => figure >= 0)
  if (!possible || figures.exchanged + figures.not_returned > figures.handed_out)
    throw new Refused('tally_too_low')
  await trx('polling_tallies').where({ election_id: election.id }).update(figures)
}
