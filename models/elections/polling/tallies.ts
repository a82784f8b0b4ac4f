import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { facts } from '../../rules/elections/state.ts'
import { Conflict } from '../../core/errors.ts'
import type { HelpGivenRow, HelpKind, PollingTallyRow } from './tables.ts'
import { atTheTable } from './at_the_table.ts'
import { boothAccount } from '../booth/panel.ts'
import { hasBooth, hasPaper } from '../means.ts'
import type { Election } from '../elections.ts'
import type { Official } from '../reach.ts'
import { computed } from '../../core/db.ts'

/** The figures are plain numbers, and say nothing of who or when. */
export interface TableFigures extends Omit<PollingTallyRow, 'election_id'> {
  /** Ballots cast on a tablet. */
  cast: number
  /** Papers that should be in the box, and ballots on a tablet. */
  voted: number
}

/** Returns undefined when polling never opened, or opened before there were tallies. */
async function findTally(db: Db, electionId: ElectionId): Promise<PollingTallyRow | undefined> {
  return db('polling_tallies').where({ election_id: electionId }).first()
}

/** The tally is read anew each time: it changes with every voter, and without an act. */
export async function tableFigures(
  db: Db,
  election: Pick<Election, 'id' | 'means' | 'status'>,
): Promise<TableFigures> {
  const tally = await findTally(db, election.id)
  const { handed_out = 0, exchanged = 0, not_returned = 0, marked = 0 } = tally ?? {}
  const open = tally?.open ?? (facts(election.status).takesVotes ? 1 : 0)
  const cast = hasBooth(election) ? (await boothAccount(db, election.id)).cast : 0
  const onPaper = hasPaper(election) ? handed_out - exchanged - not_returned : 0
  return { open, handed_out, exchanged, not_returned, marked, cast, voted: onPaper + cast }
}

/** Without a roll, only papers are counted. */
export async function handOutPaper(db: Db, by: Official, electionId: ElectionId): Promise<void> {
  await atTheTable(db, by, electionId, (_trx, { election }) => {
    if (election.roll_kind !== 'counted') throw new Conflict('roll_is_kept')
    return Promise.resolve({ handed_out: 1 })
  })
}

export async function exchangePaper(db: Db, by: Official, electionId: ElectionId): Promise<void> {
  await atTheTable(db, by, electionId, () => Promise.resolve({ handed_out: 1, exchanged: 1 }))
}

/** The voter left with a paper instead of putting it in the box. */
export async function noteNotReturned(db: Db, by: Official, electionId: ElectionId): Promise<void> {
  await atTheTable(db, by, electionId, () => Promise.resolve({ not_returned: 1 }))
}

export const HELP_KINDS: readonly HelpKind[] = ['officials', 'own_helper', 'helper_alone', 'outside_room']

export type Help = {
  kind: HelpKind
  officials: number
}

/** The note says in what way a voter was helped and by how many officials, never who or with what. */
export async function noteHelp(db: Db, by: Official, electionId: ElectionId, help: Help): Promise<void> {
  await atTheTable(db, by, electionId, async (trx) => {
    await countHelp(trx, electionId, help)
    return {}
  })
}

async function countHelp(trx: Trx, election_id: ElectionId, help: Help): Promise<void> {
  const more = { times: computed(trx.raw('help_given.times + 1')) }
  await trx('help_given')
    .insert({ election_id, ...help, times: 1 })
    .onConflict(['election_id', 'kind', 'officials'])
    .merge(more)
}

export async function listHelp(db: Db, electionId: ElectionId): Promise<HelpGivenRow[]> {
  return db('help_given')
    .where({ election_id: electionId })
    .where('times', '>', 0)
    .orderBy(['kind', 'officials'])
}
