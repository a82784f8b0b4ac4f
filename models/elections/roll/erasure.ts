import { act, type By, type Done } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import { sweepOut } from '../../core/sweeping.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import type { RollErasureRow } from './tables.ts'
import { type Election, getAnyElection, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { countRoll } from './roll.ts'
import { deleteEntries } from './rows.ts'

const ROLL_TABLES: readonly string[] = ['roll_entries', 'roll_words']

/** Erases who has voted, for good. How many there were is kept. */
export async function eraseRoll(db: Db, by: Official, id: ElectionId): Promise<{ id: ElectionId }> {
  const done = await act(db, by, async (trx) => eraseIn(trx, by, await getElection(trx, by.user, id)))
  await sweepOut(db, ROLL_TABLES)
  return done
}

/** The rule says how long rolls are kept. The caller sweeps the files afterwards. */
export async function eraseRollByRule(db: Db, by: By, id: ElectionId): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => eraseIn(trx, by, await getAnyElection(trx, id)))
}

async function eraseIn(trx: Trx, by: By, election: Election): Promise<Done<{ id: ElectionId }>> {
  const { id } = election
  requireAct(election, 'eraseRoll')
  const { entries, marked } = await countRoll(trx, id)
  if (entries === 0) throw new Conflict('roll_is_erased')
  await deleteEntries(trx, id)
  const erased = { erased_by: by.name, erased_on: by.clock.today() }
  await trx('roll_erasures').insert({ election_id: id, entries, marked, ...erased })
  const details = { entries, marked }
  return { action: 'election.roll_erased', subject: subjectOf(election), details, result: { id } }
}

export async function findErasure(db: Db, electionId: ElectionId): Promise<RollErasureRow | undefined> {
  return db('roll_erasures').where({ election_id: electionId }).first()
}
