import { randomBytes } from 'node:crypto'
import { act, findDetails } from '../../../core/audit.ts'
import type { Db } from '../../../core/db.ts'
import { Conflict, require } from '../../../core/errors.ts'
import type { ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import type { BoxExpected } from '../../../rules/elections/box/box_contents.ts'
import { checkAllEntered, checkYesToEnd, isSameEnding } from '../../../rules/elections/box/entering.ts'
import { checkBallotsInBox } from '../../../rules/elections/paper_account.ts'
import { subjectOf } from '../../elections.ts'
import { findPaperAccount } from '../../polling/paper_accounts.ts'
import type { Official } from '../../reach.ts'
import { type AtBox, requireEntering } from './pair.ts'
import { enteredIn, sweepEntry } from './storing.ts'
import { endWaits, NOTHING_WAITS } from './turn.ts'

// One of the two says that all papers are in, with the number in the pile. The other one counts the pile as well, and says yes.

export interface EndForm {
  /** As this one counts them in the pile. */
  papers: number
  difference_reason?: string | undefined
}

/** It waits for the other one. Meanwhile no paper is entered. */
export async function proposeEnd(
  db: Db,
  by: Official,
  id: ElectionId,
  { papers, difference_reason, session }: EndForm & { session: string },
): Promise<void> {
  const box = await requireEntering(db, by, id, session)
  const { turn, place } = box
  const said = { by: place, papers, reason: difference_reason?.trim() || null }
  if (turn.waiting !== null) throw new Conflict('paper_waits')
  if (turn.ending && endWaits(turn)) {
    // The second click on a form.
    if (isSameEnding(turn.ending, said)) return
    throw new Conflict('end_waits')
  }
  await requireAllIn(db, id, box, said)
  const changed = await db('paper_entry_turns')
    .where({ election_id: id, number: turn.number, [`${place}_account_id`]: by.user.id })
    .whereNull('waiting')
    .whereNull('ending_mark')
    .update({
      ...{ ending_by: place, ending_papers: papers, ending_reason: said.reason },
      ending_mark: randomBytes(16).toString('hex'),
    })
  if (changed === 1) return
  const { turn: now } = await requireEntering(db, by, id, session)
  if (!now.ending || !isSameEnding(now.ending, said))
    throw new Conflict(now.waiting === null ? 'end_waits' : 'paper_waits')
}

/** The other one has counted the pile as well. The box can be opened. */
export async function confirmEnd(
  db: Db,
  by: Official,
  id: ElectionId,
  { mark, session }: { mark: string; session: string },
): Promise<{ id: ElectionId }> {
  const ended = await act(db, by, async (trx) => {
    const box = await requireEntering(trx, by, id, session)
    const { election, turn, place } = box
    const { ending } = turn
    if (!ending) throw new Conflict('end_moved')
    const verdict = checkYesToEnd(ending, mark, place)
    if (!verdict.ok) throw new Conflict(verdict.reason)
    const { papers, codes_hash } = await requireAllIn(trx, id, box, ending)
    const ended_by = turn[ending.by]?.name ?? ''
    await insertOne(trx, 'paper_entry_ends', {
      ...{ election_id: id, number: box.entry.reopenings.length + 1, papers, codes_hash },
      ...{ difference_reason: ending.reason, recorded_by: ended_by, confirmed_by: by.name },
      recorded_on: by.clock.today(),
    })
    const changed = await trx('paper_entry_turns')
      .where({ election_id: id, number: turn.number, ending_mark: mark })
      .update({ number: 0, ...NOTHING_WAITS })
    if (changed !== 1) throw new Conflict('end_moved')
    const counters = [turn.first?.name ?? '', turn.second?.name ?? '']
    const details = { papers, codes_hash, counters, ended_by }
    return { action: 'election.papers_entered', subject: subjectOf(election), details, result: { id } }
  })
  await sweepEntry(db)
  return ended
}

/** The pile is counted again, or another paper entered. What was written of a difference is kept for the next time. */
export async function returnEnd(
  db: Db,
  by: Official,
  id: ElectionId,
  { mark, session }: { mark: string; session: string },
): Promise<void> {
  const { turn } = await requireEntering(db, by, id, session)
  // The second click on a form.
  if (!endWaits(turn)) return
  const changed = await db('paper_entry_turns')
    .where({ election_id: id, ending_mark: mark })
    .update({ ending_mark: null })
  if (changed !== 1) throw new Conflict('end_moved')
}

/** Throws unless as many are in the box as lie in the pile, and as the account says or with the reason why not. */
async function requireAllIn(
  db: Db,
  id: ElectionId,
  { turn }: AtBox,
  { papers: inPile, reason }: { papers: number; reason: string | null },
): Promise<{ papers: number; codes_hash: string }> {
  const account = await findPaperAccount(db, id)
  if (!account) throw new Error(`election ${id} was closed without an account of its papers`)
  const entered = await enteredIn(db, id)
  if (entered.papers !== turn.number - 1) throw new Conflict('papers_not_as_entered')
  require(checkAllEntered(entered.papers, inPile))
  require(checkBallotsInBox(account, entered.papers, reason ?? ''))
  return entered
}

/** What the log says of the papers as the last of them was in. */
export async function expectedPapers(db: Db, electionId: ElectionId): Promise<BoxExpected> {
  const { papers, codes_hash } =
    (await findDetails(db, subjectOf({ id: electionId }), 'election.papers_entered')) ?? {}
  return {
    envelopes: typeof papers === 'number' ? papers : 0,
    codesHash: typeof codes_hash === 'string' ? codes_hash : null,
  }
}
