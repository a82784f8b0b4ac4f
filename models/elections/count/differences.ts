import { act } from '../../core/audit.ts'
import { canonicalOf, parseJson, sha256 } from '../../core/canonical.ts'
import { isTaken, type Db } from '../../core/db.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import type { AccountId, ElectionId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import type { SignedIn } from '../../accounts/accounts.ts'
import {
  type Answers,
  checkAnswers,
  EXPLANATIONS,
  type Explanation,
  mayKeep,
} from '../../rules/elections/protocol/differences.ts'
import { listBoard } from '../board.ts'
import { listStanding } from '../candidates/candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { type Counting, loadCounting } from './rounds.ts'
import type { DifferenceCheckRow } from './tables.ts'

export { EXPLANATIONS, type Explanation }

export interface CheckForm {
  answers: Answers
  note?: string | undefined
  round: number
}

/** What was looked for after two counts differed. Nobody counts again before it is written down. */
export async function checkDifference(
  db: Db,
  by: Official,
  id: ElectionId,
  form: CheckForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'enterCount')
    const counting = await loadCounting(trx, id)
    const round = requireDifference(counting, form.round)
    if (counting.check) throw new Conflict('difference_is_checked')
    require(checkAnswers(form.answers, form.note))
    const answers = canonicalOf(form.answers)
    const note = form.note?.trim() || null
    await insertOne(trx, 'difference_checks', {
      ...{ election_id: id, round, answers, note },
      ...{ checked_by: by.name, checked_on: by.clock.today() },
    }).catch((error: unknown) => {
      throw isTaken(error) ? new Conflict('difference_is_checked') : error
    })
    // What was found by its names alone, the text by its hash: the log is kept for ever.
    const found = EXPLANATIONS.filter((one) => form.answers[one])
    const details = { round, found, ...(note !== null && { note_hash: sha256(note) }) }
    return { action: 'election.difference_checked', subject: subjectOf(election), details, result: { id } }
  })
}

export interface KeepForm {
  /** Whose count is kept. */
  counter: AccountId
  reason: string
  round: number
}

/** One of two counts is kept, and only the other is made again, by anybody but the one whose count is kept. */
export async function keepCount(
  db: Db,
  by: Official,
  id: ElectionId,
  form: KeepForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'enterCount')
    const counting = await loadCounting(trx, id)
    const round = requireDifference(counting, form.round)
    if (!counting.check) throw new Refused('look_for_difference')
    if (counting.entered.length > 0) throw new Conflict('counted_meanwhile')
    require(await checkKeeper(trx, by.user, election, counting))
    const kept = counting.differing.find(({ account_id }) => account_id === form.counter)
    if (!kept) throw new Refused('choose_a_count', {}, 'counter')
    const { reason } = form
    await insertOne(trx, 'kept_counts', {
      ...{ election_id: id, round, count_id: kept.count_id, reason },
      ...{ decided_by: by.name, decided_on: by.clock.today() },
    }).catch((error: unknown) => {
      throw isTaken(error) ? new Conflict('counted_meanwhile') : error
    })
    const details = { round, counter: kept.counter, reason_hash: sha256(reason) }
    return { action: 'election.count_kept', subject: subjectOf(election), details, result: { id } }
  })
}

export async function checkKeeper(
  db: Db,
  user: SignedIn,
  election: Election,
  { differingBy }: Pick<Counting, 'differingBy'>,
) {
  return mayKeep({
    account: { id: user.id, person_id: user.personId, name: user.name },
    boardMemberIds: (await listBoard(db, election.id)).map(({ id }) => id),
    counters: differingBy,
    candidates: await listStanding(db, election.id),
  })
}

export interface DifferenceCheck extends Pick<
  DifferenceCheckRow,
  'round' | 'note' | 'checked_by' | 'checked_on'
> {
  asked: Explanation[]
  found: Explanation[]
}

/** In the order of the list, whatever it has come to have since. */
export function readCheck({ answers, ...row }: DifferenceCheckRow): DifferenceCheck {
  const { round, note, checked_by, checked_on } = row
  const read = new Map(Object.entries(parseJson(answers) ?? {}))
  return {
    ...{ round, note, checked_by, checked_on },
    asked: EXPLANATIONS.filter((one) => read.has(one)),
    found: EXPLANATIONS.filter((one) => read.get(one) === true),
  }
}

/** The round that differed. A page of an earlier round is out of date. */
function requireDifference({ differing, round }: Counting, seen: number): number {
  if (differing.length === 0 || seen !== round - 1) throw new Conflict('count_again')
  return round - 1
}
