import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, require } from '../../core/errors.ts'
import { checkReopening, type Begun } from '../../rules/elections/reopening.ts'
import { facts } from '../../rules/elections/state.ts'
import { listBoard, sitsOn } from '../board.ts'
import { boothAccount } from '../booth/panel.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { hasBooth } from '../means.ts'
import { takeTally } from '../polling/at_the_table.ts'
import type { Official } from '../reach.ts'
import type { ListReopeningRow, ReopenedBecause } from './tables.ts'

export const REOPENED_BECAUSE: readonly ReopenedBecause[] = ['died', 'not_eligible', 'misspelt', 'other']

export interface ReopeningForm {
  because: ReopenedBecause
  reason: string
  /** The list on the page: a list that was approved meanwhile is looked at first. */
  list_version: number
}

/** The list is no longer approved: names can be corrected or taken out, and papers that carry it are void. */
export async function reopenList(
  db: Db,
  by: Official,
  id: ElectionId,
  { because, reason, list_version }: ReopeningForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getOpenable(trx, by, id)
    requireAct(election, 'reopenList')
    const onBoard = sitsOn(await listBoard(trx, id), by.user)
    require(checkReopening({ onBoard, begun: await begun(trx, election), hasTablets: hasBooth(election) }))
    if (election.list_version !== list_version) throw new Conflict('candidates_changed')
    await moveElection(trx, election, 'reopenList')
    // The order is made anew, so that no place on the ballot is taken by a name that is out.
    await trx('candidacies').where({ election_id: id }).update({ ballot_position: null })
    await trx('polling_tallies').where({ election_id: id }).delete()
    const reopened = { reopened_by: by.name, reopened_on: by.clock.today() }
    await trx('list_reopenings').insert({ election_id: id, list_version, because, reason, ...reopened })
    // The text by its hash: it is kept from the public, and the log is for ever.
    const details = { list_version, because, reason_hash: sha256(reason) }
    return { action: 'election.list_reopened', subject: subjectOf(election), details, result: { id } }
  })
}

/** While polling is open, the tally is locked first, so that no paper is given out meanwhile. */
async function getOpenable(trx: Trx, by: Official, id: ElectionId): Promise<Election> {
  const election = await getElection(trx, by.user, id)
  return facts(election.status).takesVotes ? (await takeTally(trx, by, id)).election : election
}

/** Returns undefined before polling opens. */
async function begun(db: Db, { id, status }: Election): Promise<Begun | undefined> {
  if (!facts(status).takesVotes) return undefined
  return begunIn(db, id)
}

export async function begunIn(db: Db, id: ElectionId): Promise<Begun> {
  const tally = await db('polling_tallies').where({ election_id: id }).first('handed_out', 'marked')
  const { releases } = await boothAccount(db, id)
  return { handed_out: tally?.handed_out ?? 0, marked: tally?.marked ?? 0, releases }
}

/** Whether the list may be opened again by this user now, as far as the page can tell. */
export async function mayReopen(db: Db, election: Election, user: Official['user']) {
  const onBoard = sitsOn(await listBoard(db, election.id), user)
  return checkReopening({ onBoard, begun: await begun(db, election), hasTablets: hasBooth(election) })
}

/** The newest first. */
export async function listReopenings(db: Db, electionId: ElectionId): Promise<ListReopeningRow[]> {
  return db('list_reopenings').where({ election_id: electionId }).orderBy('id', 'desc')
}

/** What readers are told of the newest reopening: the list is being put right and nobody more can stand (`open`), or not. */
export interface ToldReopening {
  open: boolean
  on: IsoDate
  because: ReopenedBecause
}

/** Returns null when the list was never opened again. */
export async function toldReopening(
  db: Db,
  election: Pick<Election, 'id' | 'status' | 'list_version' | 'candidates_by'>,
): Promise<ToldReopening | null> {
  const [newest] = await listReopenings(db, election.id)
  if (!newest) return null
  const { reopened_on: on, because } = newest
  const isPutRight = (await findOpenReopening(db, election)) !== undefined
  return { open: isPutRight && election.candidates_by < on, on, because }
}

/** Returns the reopening after which the list is being put right now, or undefined when it is not. */
export async function findOpenReopening(
  db: Db,
  { id, status, list_version }: Pick<Election, 'id' | 'status' | 'list_version'>,
): Promise<ListReopeningRow | undefined> {
  if (facts(status).awaits !== 'candidates') return undefined
  return db('list_reopenings').where({ election_id: id, list_version }).first()
}
