import { act } from '../../core/audit.ts'
import { sha256 } from '../../core/canonical.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused } from '../../core/errors.ts'
import { foldName } from '../../rules/elections/roll_names.ts'
import { atTheTable, changeTally, takeTally, type Change, type Table } from './at_the_table.ts'
import { requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { getEntry } from '../roll/roll.ts'
import type { Means } from '../roll/marks.ts'
import type { Help } from './tallies.ts'
import { computed } from '../../core/db.ts'

export type TableDeed =
  | { kind: 'marked'; entry: string; means: Means }
  | { kind: 'handed_out' }
  | { kind: 'exchanged' }
  | { kind: 'not_returned' }
  | { kind: 'help'; help: Help }

/** Undoes a slip of the finger and keeps no trace. `once` is the key of the form that did it: it is undone once. */
export async function undoAtTable(
  db: Db,
  by: Official,
  electionId: ElectionId,
  deed: TableDeed & { once: string },
): Promise<void> {
  const official = { ...by, once: sha256(`undo:${deed.once}`) }
  await atTheTable(db, official, electionId, (trx, table) => reverse(trx, table, deed))
}

/** Keeps a reason. A reason that names the voter is refused: nothing may say whose line it was. */
export async function correctTable(
  db: Db,
  by: Official,
  electionId: ElectionId,
  deed: TableDeed,
  reason: string,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const table = await takeTally(trx, by, electionId)
    requireAct(table.election, 'takeVotes')
    if (deed.kind === 'marked') await refuseName(trx, electionId, deed.entry, reason)
    await changeTally(trx, table, await reverse(trx, table, deed))
    const kind = deed.kind === 'marked' ? 'unmarked' : deed.kind
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await trx('roll_corrections').insert({
      election_id: electionId,
      kind,
      reason: reason.trim(),
      ...recorded,
    })
    return {
      action: 'election.table_corrected',
      subject: subjectOf(table.election),
      details: { kind },
      result: { id: electionId },
    }
  })
}

async function reverse(trx: Trx, { election }: Table, deed: TableDeed): Promise<Change> {
  switch (deed.kind) {
    case 'marked': {
      await unmark(trx, election.id, deed.entry, election.roll_kind === 'alias')
      return deed.means === 'paper' ? { marked: -1, handed_out: -1 } : { marked: -1 }
    }
    case 'handed_out':
      // With a roll, a paper goes with a mark, and is taken back with it.
      if (election.roll_kind !== 'counted') throw new Conflict('roll_is_kept')
      return { handed_out: -1 }
    case 'exchanged':
      return { handed_out: -1, exchanged: -1 }
    case 'not_returned':
      return { not_returned: -1 }
    case 'help':
      return takeHelpBack(trx, election.id, deed.help)
  }
}

/** A voter known by an alias is on the roll because they voted: without the mark there is nothing to keep. */
async function unmark(trx: Trx, election_id: ElectionId, id: string, isAlias: boolean): Promise<void> {
  const marked = trx('roll_entries').where({ id, election_id, marked: 1 })
  if (isAlias) await trx('roll_words').where({ entry_id: id, election_id }).delete()
  const changed = isAlias ? await marked.delete() : await marked.update({ marked: 0 })
  if (changed !== 1) throw new Conflict('not_marked')
}

async function takeHelpBack(trx: Trx, election_id: ElectionId, help: Help): Promise<Change> {
  const taken = await trx('help_given')
    .where({ election_id, ...help })
    .where('times', '>', 0)
    .update({ times: computed(trx.raw('times - 1')) })
  if (taken !== 1) throw new Conflict('no_such_help')
  await trx('help_given')
    .where({ election_id, ...help, times: 0 })
    .delete()
  return {}
}

async function refuseName(trx: Trx, electionId: ElectionId, entryId: string, reason: string): Promise<void> {
  const { name } = await getEntry(trx, electionId, entryId)
  if (` ${foldName(reason)} `.includes(` ${foldName(name)} `))
    throw new Refused('reason_names_voter', {}, 'reason')
}
