import { act, findDetails } from '../../../core/audit.ts'
import { sha256 } from '../../../core/canonical.ts'
import { isPostgres, type Db } from '../../../core/db.ts'
import { Conflict, Refused, require } from '../../../core/errors.ts'
import type { ElectionId } from '../../../core/ids.ts'
import { insertOne } from '../../../core/insert.ts'
import { layAnew, LogInUse, sweepOut } from '../../../core/sweeping.ts'
import type { BoxExpected } from '../../../rules/elections/box/box_contents.ts'
import { checkAllEntered } from '../../../rules/elections/box/entering.ts'
import { checkBallotsInBox } from '../../../rules/elections/paper_account.ts'
import { subjectOf } from '../../elections.ts'
import { findPaperAccount } from '../../polling/paper_accounts.ts'
import type { Official } from '../../reach.ts'
import { requirePair } from './pair.ts'
import { enteredIn } from './storing.ts'

export interface EndForm {
  /** As the two count them in the pile. */
  papers: number
  difference_reason?: string | undefined
}

/** All papers are in the box. It takes no more, and can be opened. */
export async function endEntry(
  db: Db,
  by: Official,
  id: ElectionId,
  { papers: inPile, difference_reason, session }: EndForm & { session: string },
): Promise<{ id: ElectionId }> {
  const ended = await act(db, by, async (trx) => {
    const { election, turn } = await requirePair(trx, by, id, session)
    if (turn.waiting !== null) throw new Conflict('paper_waits')
    const account = await findPaperAccount(trx, id)
    if (!account) throw new Error(`election ${id} was closed without an account of its papers`)
    const { papers, codes_hash } = await enteredIn(trx, id)
    if (papers !== turn.number - 1) throw new Conflict('papers_not_as_entered')
    require(checkAllEntered(papers, inPile))
    const reason = difference_reason?.trim() ?? ''
    require(checkBallotsInBox(account, papers, reason))
    await trx('paper_entry_ends').insert({
      ...{ election_id: id, papers, difference_reason: reason || null, codes_hash },
      ...{ recorded_by: by.name, recorded_on: by.clock.today() },
    })
    // Without this a paper that was entered just now would be lost.
    const ended = await trx('paper_entry_turns')
      .where({ election_id: id, number: turn.number })
      .whereNull('waiting')
      .delete()
    if (ended !== 1) throw new Conflict('paper_waits')
    const counters = [turn.first?.name ?? '', turn.second?.name ?? '']
    const details = { papers, codes_hash, counters }
    return { action: 'election.papers_entered', subject: subjectOf(election), details, result: { id } }
  })
  await sweep(db)
  return ended
}

/** A paper may have been entered twice, or left out: all are entered again, since nobody can find one in the box. */
export async function beginAnew(
  db: Db,
  by: Official,
  id: ElectionId,
  { reason, session }: { reason: string; session: string },
): Promise<{ id: ElectionId }> {
  const begun = await act(db, by, async (trx) => {
    const { election, entry, turn } = await requirePair(trx, by, id, session)
    const papers = turn.number - 1
    if (papers === 0) throw new Refused('no_paper_entered', {}, 'reason')
    const number = entry.restarts.length + 1
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await insertOne(trx, 'paper_entry_restarts', { election_id: id, number, papers, reason, ...recorded })
    await trx('entered_papers').where({ election_id: id }).delete()
    await trx('paper_entry_turns').where({ election_id: id }).update({ number: 1, waiting: null })
    const details = { papers, reason_hash: sha256(reason) }
    return { action: 'election.papers_begun_anew', subject: subjectOf(election), details, result: { id } }
  })
  await sweep(db)
  return begun
}

/**
 * So that nothing that was taken out is left in the files, and no paper lies where it was put in last. Somebody else who reads
 * the database leaves it to the next sweep.
 */
async function sweep(db: Db): Promise<void> {
  const tidy = isPostgres(db) ? layAnew : sweepOut
  await tidy(db, ['entered_papers', 'paper_entry_turns']).catch((error: unknown) => {
    if (!(error instanceof LogInUse)) throw error
  })
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
