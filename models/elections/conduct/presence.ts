import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import { isTaken, type Db } from '../../core/db.ts'
import { Conflict, require } from '../../core/errors.ts'
import type { ElectionId, PresenceId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import { checkPresence, type Phase } from '../../rules/elections/protocol/conduct.ts'
import { getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import type { PresenceRow } from './tables.ts'

export interface PresenceForm {
  phase: Phase
  name: string
  present_on: IsoDate
  from_at: string
  until_at?: string | undefined
  /** The spell that this one takes the place of. */
  replaces_id?: PresenceId | undefined
}

/** The spells that hold, in the order of days and times. */
export async function listPresences(db: Db, electionId: ElectionId): Promise<PresenceRow[]> {
  const rows = await db('presences').where({ election_id: electionId })
  const replaced = rows.map(({ replaces_id }) => replaces_id)
  const order = ({ present_on, from_at, id }: PresenceRow) => `${present_on} ${from_at} ${1e9 + id}`
  return rows.filter(({ id }) => !replaced.includes(id)).sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

export async function recordPresence(
  db: Db,
  by: Official,
  id: ElectionId,
  form: PresenceForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'recordConduct')
    const { phase, name, present_on, from_at, until_at = null, replaces_id = null } = form
    const standing = await listPresences(trx, id)
    if (replaces_id !== null && !standing.some((one) => one.id === replaces_id))
      throw new Conflict('presence_changed')
    const others = standing.filter((one) => one.id !== replaces_id)
    const spell = { name, present_on, from_at, until_at }
    require(checkPresence(spell, others, { today: by.clock.today(), time: by.clock.time() }))
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const presence = await insertOne(trx, 'presences', {
      ...{ election_id: id, phase, ...spell, replaces_id },
      ...recorded,
    }).catch((error: unknown) => {
      throw isTaken(error) ? new Conflict('presence_changed') : error
    })
    const details = { presence, phase, ...spell, ...(replaces_id !== null && { replaces: replaces_id }) }
    return { action: 'election.presence_recorded', subject: subjectOf(election), details, result: { id } }
  })
}
