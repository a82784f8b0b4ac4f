import { act } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import { type CandidacyId, type ElectionId, storedIds } from '../../core/ids.ts'
import { Refused, require } from '../../core/errors.ts'
import { checkLot } from '../../rules/elections/plurality.ts'
import type { LotRow } from './tables.ts'
import { listBoard, sitsOn } from '../board.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { getResult } from './loading.ts'
import { countVotes, roundOf, totalsOf, type Result } from './result.ts'

export interface LotForm {
  /** The candidacies that the page said were equal, and the ones that the lot fell on. */
  among: CandidacyId[]
  chosen: CandidacyId[]
  method: LotRow['method']
  witnesses: string
}

/** The lot must be between exactly those who are equal; the count is run again with it. */
export async function recordLot(
  db: Db,
  by: Official,
  id: ElectionId,
  form: LotForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'drawLot')
    await requireBoard(trx, by, election)
    const result = await getResult(trx, election)
    const among = [...form.among].sort((a, b) => a - b)
    const chosen = [...form.chosen].sort((a, b) => a - b)
    require(checkLot(countOf(result), { among, chosen }))
    const round = roundOf(result)
    const { method, witnesses } = form
    await trx('lots').insert({
      election_id: id,
      about: 'tie',
      round,
      among: JSON.stringify(among),
      chosen: JSON.stringify(chosen),
      method,
      witnesses,
      drawn_by: by.name,
      drawn_on: by.clock.today(),
    })
    await moveElection(trx, election, 'drawLot')
    const details = { round, among, chosen, method }
    return { action: 'election.lot_drawn', subject: subjectOf(election), details, result: { id } }
  })
}

/** Lots are drawn before the electoral board alone. */
export async function requireBoard(trx: Trx, by: Official, election: Election): Promise<void> {
  if (!sitsOn(await listBoard(trx, election.id), by.user)) throw new Refused('lot_by_board')
}

/** A tie that comes again after a recount keeps its lot: no one draws until it suits them. Returns whether it did. */
export async function carryLot(trx: Trx, election: Election, result: Result): Promise<boolean> {
  const among = JSON.stringify([...result.among].sort((a, b) => a - b))
  const { id: election_id } = election
  const earlier = await trx('lots')
    .where({ election_id, about: 'tie', among })
    .where('round', '<', roundOf(result))
    .orderBy('id', 'desc')
    .first()
  if (!earlier || storedIds<CandidacyId>(earlier.chosen).length !== result.seatsLeft) return false
  const { id: _, ...lot } = earlier
  await trx('lots').insert({ ...lot, round: roundOf(result) })
  return true
}

function countOf(result: Result) {
  return countVotes(result, totalsOf(result), [])
}
