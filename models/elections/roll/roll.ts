import { act } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused, require } from '../../core/errors.ts'
import { checkRollEntry, foldName, sameOnRoll } from '../../rules/elections/roll_names.ts'
import type { RollEntryRow } from './tables.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { deleteEntries, indexEntry, insertEntries } from './rows.ts'

export type RollKind = Election['roll_kind']
export const ROLL_KINDS: readonly RollKind[] = ['named', 'alias', 'counted']

export interface RollCount {
  entries: number
  marked: number
}

export async function countRoll(db: Db, electionId: ElectionId): Promise<RollCount> {
  const counted = await db('roll_entries')
    .where({ election_id: electionId })
    .count({ entries: '*' })
    .sum({ marked: 'marked' })
    .first<Record<keyof RollCount, number | string | null>>()
  return { entries: Number(counted.entries ?? 0), marked: Number(counted.marked ?? 0) }
}

export async function getEntry(db: Db, electionId: ElectionId, entryId: string): Promise<RollEntryRow> {
  const entry = await db('roll_entries').where({ id: entryId, election_id: electionId }).first()
  if (!entry) throw new NotFound('roll entry')
  return entry
}

/** The kind can change until polling opens. `sure`: the names that are there may be taken off. */
export async function chooseRollKind(
  db: Db,
  by: Official,
  id: ElectionId,
  form: { roll_kind: RollKind; sure: boolean },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'changeRoll')
    const { roll_kind } = form
    const { entries } = await countRoll(trx, id)
    const loses = roll_kind !== election.roll_kind && entries > 0
    if (loses && !form.sure) throw new Refused('roll_has_names', { count: entries }, 'sure')
    if (loses) await deleteEntries(trx, id)
    await trx('elections').where({ id }).update({ roll_kind })
    const details = { roll_kind, ...(loses && { entries }) }
    return { action: 'election.roll_chosen', subject: subjectOf(election), details, result: { id } }
  })
}

export interface VoterForm {
  name: string
  note?: string | undefined
}

/** A voter is added on the polling day too: there is always one who was forgotten. */
export async function addVoter(
  db: Db,
  by: Official,
  id: ElectionId,
  form: VoterForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireNames(election, 'addVoter')
    const entry = await checked(trx, id, form)
    await insertEntries(trx, id, [{ ...entry, marked: 0 }])
    const details = { change: 'added' }
    return { action: 'election.roll_changed', subject: subjectOf(election), details, result: { id } }
  })
}

export async function changeVoter(
  db: Db,
  by: Official,
  id: ElectionId,
  entryId: string,
  form: VoterForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireNames(election, 'changeRoll')
    const old = await getEntry(trx, id, entryId)
    const entry = await checked(trx, id, form, entryId)
    await trx('roll_entries').where({ id: entryId }).update(entry)
    await indexEntry(trx, { ...old, ...entry })
    const details = { change: 'changed' }
    return { action: 'election.roll_changed', subject: subjectOf(election), details, result: { id } }
  })
}

export async function removeVoter(
  db: Db,
  by: Official,
  id: ElectionId,
  entryId: string,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireNames(election, 'changeRoll')
    await trx('roll_words').where({ entry_id: entryId, election_id: id }).delete()
    const removed = await trx('roll_entries').where({ id: entryId, election_id: id }).delete()
    if (removed !== 1) throw new Conflict('roll_changed')
    const details = { change: 'removed' }
    return { action: 'election.roll_changed', subject: subjectOf(election), details, result: { id } }
  })
}

/** Throws a Conflict unless the roll is a list of names and the act may be done. */
export function requireNames(election: Election, what: 'addVoter' | 'changeRoll'): void {
  requireAct(election, what)
  if (election.roll_kind !== 'named') throw new Conflict('roll_is_no_list')
}

async function checked(
  trx: Trx,
  electionId: ElectionId,
  { name, note }: VoterForm,
  but?: string,
): Promise<Pick<RollEntryRow, 'name' | 'note'>> {
  const entry = { name: name.trim(), note: note?.trim() || null }
  require(checkRollEntry(entry))
  const namesakes = await findByName(trx, electionId, name)
  const same = namesakes.find((other) => other.id !== but && sameOnRoll(other) === sameOnRoll(entry))
  if (same) throw new Refused('on_roll_already', { name: same.name }, 'name')
  return entry
}

/** Finds the whole name, however it is written. */
export async function findByName(db: Db, electionId: ElectionId, name: string): Promise<RollEntryRow[]> {
  const folded = foldName(name)
  const found = await db('roll_entries')
    .join('roll_words', 'roll_words.entry_id', 'roll_entries.id')
    .where('roll_words.election_id', electionId)
    .where('roll_words.word', folded)
    .select<RollEntryRow[]>('roll_entries.*')
  return found.filter((entry) => foldName(entry.name) === folded)
}
