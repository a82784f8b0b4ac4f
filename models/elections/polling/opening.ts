import { act } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { require } from '../../core/errors.ts'
import { checkOpening } from '../../rules/elections/timetable.ts'
import { startTally } from './at_the_table.ts'
import { requireBoxReady } from '../box/keys.ts'
import { hasBooth } from '../means.ts'
import { getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { listSittings } from '../planning/sittings.ts'

export interface OpeningForm {
  opened_at: string
  first_witness: string
  second_witness: string
}

/** Two named people have seen that the box is empty. */
export async function openPolling(
  db: Db,
  by: Official,
  id: ElectionId,
  form: OpeningForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'openPolling')
    const { opened_at, first_witness, second_witness } = form
    const [firstSitting] = await listSittings(trx, election)
    require(
      checkOpening({
        pollingOn: firstSitting.held_on,
        openedAt: opened_at,
        witnesses: [first_witness, second_witness],
        today: by.clock.today(),
        now: by.clock.time(),
      }),
    )
    await requireBoxReady(trx, election)
    await moveElection(trx, election, 'openPolling')
    await startTally(trx, id)
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await trx('polling_openings').insert({
      election_id: id,
      list_version: election.list_version,
      ...form,
      ...recorded,
    })
    const { list_version } = election
    const details = {
      ...{ opened_at, witnesses: [first_witness, second_witness] },
      ...(list_version > 1 && { list_version }),
      ...(hasBooth(election) && { proofs: true }),
    }
    return { action: 'election.opened', subject: subjectOf(election), details, result: { id } }
  })
}
