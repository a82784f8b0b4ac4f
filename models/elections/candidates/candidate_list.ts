import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { byName, checkUncontested, drawsOrder } from '../../rules/elections/candidate_list.ts'
import { complaintDeadline } from '../../rules/elections/complaint_period.ts'
import { checkListTime } from '../../rules/elections/timetable.ts'
import type { CandidacyRow } from './tables.ts'
import type { LotRow } from '../result/tables.ts'
import { listStanding } from './candidates.ts'
import { drawBallotOrder, findPreparedDraw } from '../result/draws.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'

export interface ListForm {
  /** The candidacies on the page that was approved, ascending. */
  seen: CandidacyId[]
  /** By candidacy, when the statutes let lots decide the order. */
  positions?: ReadonlyMap<CandidacyId, number> | undefined
  method?: LotRow['method'] | undefined
  witnesses?: string | undefined
  /** What was said in the room after the app had shown its code. */
  words?: string | undefined
}

/** From now on the list is fixed, in the order of the ballot. */
export async function approveList(
  db: Db,
  by: Official,
  id: ElectionId,
  form: ListForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'approveList')
    const standing = await requireSeen(trx, by, election, form.seen)
    if (standing.length === 0) throw new Conflict('no_candidates')
    const drawn = drawsOrder(election, standing.length)
    const order = drawn ? await drawnOrder(trx, by, election, standing, form) : byName(standing)
    for (const [index, candidacy] of order.entries()) {
      await trx('candidacies')
        .where({ id: candidacy.id })
        .update({ ballot_position: index + 1 })
    }
    const list_version = election.list_version + 1
    await moveElection(trx, election, 'approveList', { list_version })
    const details = { list_version, candidates: order.map((candidacy) => candidacy.id), drawn }
    return { action: 'election.list_approved', subject: subjectOf(election), details, result: { id } }
  })
}

/** A candidate may have come or withdrawn since the page was made. */
async function requireSeen(
  trx: Trx,
  by: Official,
  election: Election,
  seen: readonly CandidacyId[],
): Promise<CandidacyRow[]> {
  require(checkListTime(election.candidates_by, by.clock.today()))
  const standing = await listStanding(trx, election.id)
  const same = standing.length === seen.length && standing.every((candidacy) => seen.includes(candidacy.id))
  if (!same) throw new Conflict('candidates_changed')
  return standing
}

/** The app draws the order when a draw was prepared; otherwise people have drawn it. */
async function drawnOrder(
  trx: Trx,
  by: Official,
  election: Election,
  standing: readonly CandidacyRow[],
  form: ListForm,
): Promise<CandidacyRow[]> {
  if (!(await findPreparedDraw(trx, by.keys, election, 'ballot_order')))
    return recordOrder(trx, by, election, standing, form)
  const { words = '', witnesses } = form
  if (!witnesses?.trim()) throw new Refused('lot_details_missing', {}, 'seen_by')
  const { order } = await drawBallotOrder(trx, by, election, standing, { words, witnesses })
  return [...standing].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

async function recordOrder(
  trx: Trx,
  by: Official,
  election: Election,
  standing: readonly CandidacyRow[],
  { positions, method, witnesses }: ListForm,
): Promise<CandidacyRow[]> {
  const order = [...standing].sort((a, b) => placeOf(a) - placeOf(b))
  function placeOf({ id }: CandidacyRow): number {
    return positions?.get(id) ?? 0
  }
  if (order.some((candidacy, index) => placeOf(candidacy) !== index + 1)) {
    throw new Refused('ballot_order_incomplete', { count: standing.length }, 'positions')
  }
  if (!method || !witnesses?.trim()) throw new Refused('lot_details_missing', {}, 'witnesses')
  await trx('lots').insert({
    election_id: election.id,
    about: 'ballot_order',
    round: 0,
    among: JSON.stringify(standing.map(({ id }) => id).sort((a, b) => a - b)),
    chosen: JSON.stringify(order.map(({ id }) => id)),
    method,
    witnesses: witnesses.trim(),
    drawn_by: by.name,
    drawn_on: by.clock.today(),
  })
  return order
}

/** Returns undefined when no lot decided the order. */
export async function findOrderLot(db: Db, electionId: ElectionId): Promise<LotRow | undefined> {
  return db('lots').where({ election_id: electionId, about: 'ballot_order' }).orderBy('id', 'desc').first()
}

/** The list is closed empty, the seat stays vacant, and a new call can be made. */
export async function declareUnfilled(db: Db, by: Official, id: ElectionId): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'declareUnfilled')
    await requireSeen(trx, by, election, [])
    const list_version = election.list_version + 1
    const listed = await moveElection(trx, election, 'approveList', { list_version })
    await moveElection(trx, listed, 'leaveUnfilled')
    const details = { candidates_by: election.candidates_by }
    return { action: 'election.unfilled', subject: subjectOf(election), details, result: { id } }
  })
}

/** A body decides that there is no vote, with no more candidates than seats. It never comes by itself. */
export async function decideUncontested(
  db: Db,
  by: Official,
  id: ElectionId,
  form: { decided_by: string; decided_on: IsoDate },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'decideUncontested')
    const { decided_by, decided_on } = form
    require(
      checkUncontested({
        candidates: (await listStanding(trx, id)).length,
        seats: election.seats,
        uncontested: election.statutes.rules.uncontested.value,
        decidedBy: decided_by,
        decidedOn: decided_on,
      }),
    )
    if (decided_on > by.clock.today()) throw new Refused('decided_in_future', {}, 'decided_on')
    await moveElection(trx, election, 'decideUncontested', {
      uncontested_body: decided_by,
      uncontested_on: decided_on,
      // Without a vote, complaints are counted from the decision.
      complaints_until: complaintDeadline(decided_on, election.statutes.rules.complaintDays.value),
    })
    const details = { decided_by, decided_on }
    return { action: 'election.uncontested', subject: subjectOf(election), details, result: { id } }
  })
}
