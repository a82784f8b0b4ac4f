import { stateAfter } from '../../rules/elections/acts.ts'
import { act } from '../../core/audit.ts'
import { isTaken, type Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { IsoDate } from '../../core/dates.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { hasBooth } from '../means.ts'
import { getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { isEntered } from './entering/entry.ts'
import { enteredIn } from './entering/storing.ts'
import { findOpenedBox } from './record.ts'
import type { Official } from '../reach.ts'
import { storeRecord } from '../record/record.ts'

export interface BoxLossForm {
  decided_by: string
  decided_on: IsoDate
  reason: string
}

/** Too few key slips are left: the sealed ballots stay sealed, and the annulled election is to be held again. */
export async function declareBoxLost(
  db: Db,
  by: Official,
  id: ElectionId,
  form: BoxLossForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    if (!hasBooth(election)) throw new Conflict('no_booth_here')
    requireAct(election, 'loseBox')
    if ((await findOpenedBox(trx, id)).opening) throw new Conflict('box_is_open')
    const { decided_by, decided_on, reason } = form
    if (decided_on > by.clock.today()) throw new Refused('decided_in_future', {}, 'decided_on')
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    // Once the sealed papers are destroyed, nobody can count them any more.
    const papers = (await isEntered(trx, id)) ? (await enteredIn(trx, id)).papers : null
    await trx('box_losses')
      .insert({ election_id: id, decided_by, decided_on, reason, papers, ...recorded })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('election_is_annulled') : error
      })
    const annulled = await moveElection(trx, election, 'loseBox')
    const made = await storeRecord(trx, by, annulled, stateAfter('loseBox'))
    const details = { decided_by, decided_on, ...made }
    return { action: 'election.box_lost', subject: subjectOf(election), details, result: { id } }
  })
}
