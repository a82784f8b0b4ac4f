import type { Db } from '../../../models/core/db.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import { addVoter, chooseRollKind, type RollKind } from '../../../models/elections/roll/roll.ts'
import { listEntries } from '../../../models/elections/roll/rows.ts'
import { openPolling } from '../../../models/elections/polling/opening.ts'
import type { Official } from '../../../models/elections/reach.ts'
import type { RollEntryRow } from '../../../models/elections/roll/tables.ts'
import type { PollingTallyRow } from '../../../models/elections/polling/tables.ts'
import type { TestApp } from '../app.ts'
import { aListedElection, DAYS, official, type Given } from './elections.ts'
import { remembered } from '../databases/remembered.ts'

/** Voters who play no other part in the tests. */
export const VOTERS: readonly (readonly [name: string, note?: string])[] = [
  ['Maja Lund'],
  ['Maja Lundgaard', 'kaldet Bette'],
  ['Ole Bæk'],
  ['Søren Ørsted', '1961'],
  ['Søren Ørsted', '1984'],
]

export const NOON = `${DAYS.polling}T11:00:00Z`

export const aNamedRoll = remembered(async function aNamedRoll(
  db: Db,
  by: Official,
  id: ElectionId,
  voters = VOTERS,
): Promise<void> {
  await chooseRollKind(db, by, id, { roll_kind: 'named', sure: false })
  for (const [name, note] of voters) await addVoter(db, by, id, { name, note })
})

/** An election with open polls and a roll of this kind; the clock stands at noon on the polling day. */
export const anOpenTable = remembered(async function anOpenTable(
  house: TestApp,
  kind: RollKind = 'named',
  given: Given = {},
): Promise<ElectionId> {
  const id = await aListedElection(house, given)
  const by = await official(house, 'signe')
  if (kind === 'named') await aNamedRoll(house.db, by, id)
  else await chooseRollKind(house.db, by, id, { roll_kind: kind, sure: false })
  house.clock.set(NOON)
  const witnesses = { first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
  await openPolling(house.db, by, id, { opened_at: '11.00', ...witnesses })
  return id
})

export async function entryOf(
  house: TestApp,
  id: ElectionId,
  name: string,
  note?: string,
): Promise<RollEntryRow> {
  const found = (await listEntries(house.db, id)).find(
    (entry) => entry.name === name && (note === undefined || entry.note === note),
  )
  if (!found) throw new Error(`${name} is not on the roll`)
  return found
}

export async function tallyOf(house: TestApp, id: ElectionId): Promise<Omit<PollingTallyRow, 'election_id'>> {
  const tally = await house.db('polling_tallies').where({ election_id: id }).first()
  if (!tally) throw new Error(`election ${id} has no tally`)
  const { open, handed_out, exchanged, not_returned, marked } = tally
  return { open, handed_out, exchanged, not_returned, marked }
}
