import { act } from '../../../core/audit.ts'
import type { Db, Trx } from '../../../core/db.ts'
import { Conflict, require } from '../../../core/errors.ts'
import { type CandidacyId, type ElectionId, storedIds } from '../../../core/ids.ts'
import { LockedError, type OutsideKeys } from '../../../core/keys.ts'
import { emptyLogSoon } from '../../../core/sweeping.ts'
import {
  checkPaper,
  isSamePaper,
  marksOf,
  type PaperSeen,
  paperWith,
} from '../../../rules/elections/box/entering.ts'
import type { Marks } from '../../../rules/elections/tally.ts'
import { ballotOf } from '../../booth/ballot.ts'
import { subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import { signBallot } from '../proof.ts'
import { sealBallot } from '../sealing.ts'
import { type AtBox, requireEntering } from './pair.ts'
import { layInBox } from './storing.ts'
import { endWaits, markOfWaiting } from './turn.ts'

/** The first one writes what stands on the paper. It waits, locked, until the second one has held it against the paper. */
export async function enterPaper(
  db: Db,
  by: Official,
  id: ElectionId,
  { number, session, ...seen }: PaperSeen & { number: number; session: string },
): Promise<void> {
  const { place, turn } = await requireEntering(db, by, id, session)
  if (place !== 'first') throw new Conflict('entry_other_enters')
  if (endWaits(turn)) throw new Conflict('end_waits')
  if (turn.number === number && turn.waiting !== null) {
    requireSame(by.keys, id, turn, seen)
    return
  }
  const ballot = await ballotOf(db, id)
  require(checkPaper(seen, ballot))
  const waiting = lockPaper(by.keys, id, number, { marks: marksOf(seen), longest: ballot.longest })
  const changed = await db('paper_entry_turns')
    .where({ election_id: id, number, first_account_id: by.user.id })
    .whereNull('waiting')
    .whereNull('ending_mark')
    .update({ waiting })
  if (changed === 1) return
  const now = await db('paper_entry_turns').where({ election_id: id }).first()
  if (now?.number !== number || now.first_account_id !== by.user.id) throw new Conflict('paper_moved')
  if (now.ending_mark !== null) throw new Conflict('end_waits')
  requireSame(by.keys, id, now, seen)
}

/** The second click on a form does nothing. A paper that was put right meanwhile is not dropped in silence. */
function requireSame(
  keys: OutsideKeys,
  id: ElectionId,
  turn: { number: number; waiting: string | null },
  seen: PaperSeen,
): void {
  const waits = readWaiting(keys, id, turn)
  if (!waits || !isSamePaper(waits, seen)) throw new Conflict('paper_waits')
}

/** Puts the paper into the box when the second one has seen that it is right. It cannot be taken out again. */
export async function confirmPaper(
  db: Db,
  by: Official,
  id: ElectionId,
  { number, mark, session }: { number: number; mark: string; session: string },
): Promise<{ number: number }> {
  const done = await act(db, by, async (trx) => {
    const entering = await requireEntering(trx, by, id, session)
    const { election, turn, place } = entering
    if (place !== 'second') throw new Conflict('entry_other_confirms')
    const { waiting } = turn
    if (turn.number !== number || waiting === null || markOfWaiting(waiting) !== mark)
      throw new Conflict('paper_moved')
    await putIn(trx, by, id, entering, waiting)
    const changed = await trx('paper_entry_turns')
      .where({ election_id: id, number, waiting })
      .update({ number: number + 1, waiting: null, ending_by: null, ending_papers: null })
    if (changed !== 1) throw new Conflict('paper_moved')
    const details = { number, entered_by: turn.first?.name ?? '' }
    return { action: 'election.paper_entered', subject: subjectOf(election), details, result: { number } }
  })
  await emptyLogSoon(db)
  return done
}

/** It does not say what stands on the paper: it is entered again, under the same number. */
export async function returnPaper(
  db: Db,
  by: Official,
  id: ElectionId,
  { number, mark, session }: { number: number; mark: string; session: string },
): Promise<void> {
  const { turn } = await requireEntering(db, by, id, session)
  const { waiting } = turn
  // The second click on a form.
  if (turn.number === number && waiting === null) return
  if (turn.number !== number || waiting === null || markOfWaiting(waiting) !== mark)
    throw new Conflict('paper_moved')
  const changed = await db('paper_entry_turns')
    .where({ election_id: id, number, waiting })
    .update({ waiting: null })
  if (changed !== 1) throw new Conflict('paper_moved')
}

/** What waits, for the two who look at it. Returns undefined when the secret that locked it is gone: it is entered again. */
export function readWaiting(
  keys: OutsideKeys,
  id: ElectionId,
  { number, waiting }: { number: number; waiting: string | null },
): PaperSeen | undefined {
  if (waiting === null) return undefined
  try {
    const text = keys.unlock('enteredPaper', waiting, aboutPaper(id, number)).toString('utf8')
    return paperWith(storedIds<CandidacyId>(text))
  } catch (error) {
    if (error instanceof LockedError) return undefined
    throw error
  }
}

/** As long as any other, so that its length tells nothing. */
function lockPaper(
  keys: OutsideKeys,
  id: ElectionId,
  number: number,
  { marks, longest }: { marks: Marks; longest: number },
): string {
  const text = JSON.stringify(marks).padEnd(12 * (longest + 1))
  return keys.lock('enteredPaper', Buffer.from(text, 'utf8'), aboutPaper(id, number))
}

function aboutPaper(id: ElectionId, number: number): string {
  return `election ${id} paper ${number}`
}

async function putIn(
  trx: Trx,
  by: Official,
  id: ElectionId,
  { entry, turn }: AtBox,
  waiting: string,
): Promise<void> {
  const seen = readWaiting(by.keys, id, { number: turn.number, waiting })
  const { publicKey, longest, ...ballot } = await ballotOf(trx, id)
  if (!seen || !publicKey) throw new Conflict('paper_unreadable')
  require(checkPaper(seen, ballot))
  const content = { election: id, marks: marksOf(seen) }
  const signed = signBallot(by.keys, content, publicKey, { papers: entry.restarts.length })
  await layInBox(trx, id, sealBallot(signed, publicKey, longest))
}
