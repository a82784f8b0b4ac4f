import { act } from '../../core/audit.ts'
import { isTaken, type Db, type Trx } from '../../core/db.ts'
import type { AccountId, ElectionId } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { mayCount } from '../../rules/elections/certification.ts'
import { checkMixed } from '../../rules/elections/box/merging.ts'
import { checkCountSheet, type CountSheet } from '../../rules/elections/count_sheets.ts'
import type { EnteredInvalidBallot } from '../../rules/elections/invalid_ballots.ts'
import { crossesIn } from '../../rules/elections/marks.ts'
import { checkBallotsInBox } from '../../rules/elections/paper_account.ts'
import { isEntered } from '../box/entering/entry.ts'
import { findMerger } from '../box/papers/merging.ts'
import { listStanding } from '../candidates/candidates.ts'
import { completeCount } from './completion.ts'
import { hasPaper } from '../means.ts'
import { loadCounting, type Counting } from './rounds.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import { listSealed } from '../packages/packages.ts'
import { checkBallotsOpen } from '../../rules/elections/protocol/packages.ts'
import { findPaperAccount } from '../polling/paper_accounts.ts'
import type { Official } from '../reach.ts'

export interface CountForm extends Omit<CountSheet, 'invalid_ballots'> {
  invalid_ballots: EnteredInvalidBallot[]
  difference_reason?: string | undefined
  /** The page of the figures: whose it was, which list, and which round. */
  counter: AccountId
  list_version: number
  round: number
}

export interface Counted {
  id: ElectionId
  /** `waiting`: for the second counter. `tie`: agreed, lots must be drawn. `box`: agreed, the tablet box is closed. */
  outcome: 'waiting' | 'differ' | 'agree' | 'tie' | 'box'
}

/** No counter sees the figures of another. When two differ, they see only the lines; both or a third count again. */
export async function enterCount(db: Db, by: Official, id: ElectionId, form: CountForm): Promise<Counted> {
  return act<Readonly<Record<keyof Counted, string | ElectionId>>>(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'enterCount')
    if (!hasPaper(election)) throw new Conflict('no_paper_count')
    if (await isEntered(trx, id)) throw new Conflict('papers_not_by_hand')
    const counting = await loadCounting(trx, id)
    if (counting.agreed) throw new Conflict('round_is_counted')
    requireOwnPage(by, election, counting, form)
    if (counting.differing.length > 0 && !counting.check) throw new Conflict('look_for_difference')
    require(checkBallotsOpen(await listSealed(trx, id)))
    if (!checkMixed(await findMerger(trx, id)).ok) throw new Conflict('box_not_mixed')
    await requireMayCount(trx, by, election, counting)
    await checkSheet(trx, election, form)
    await insertSheet(trx, by, election, counting.round, form)
    const { action, outcome, details } = await compare(trx, election)
    return { action, subject: subjectOf(election), details, result: { id, outcome } }
  }) as Promise<Counted>
}

/** Tired people share a tablet: figures from another counter's page, or from an earlier round, are not taken. */
function requireOwnPage(by: Official, election: Election, counting: Counting, form: CountForm): void {
  if (form.counter !== by.user.id) throw new Conflict('count_of_another')
  if (form.list_version !== election.list_version) throw new Conflict('list_changed')
  if (form.round !== counting.round) throw new Conflict('count_again')
}

async function requireMayCount(
  trx: Trx,
  by: Official,
  election: Election,
  counting: Counting,
): Promise<void> {
  const { id, name, personId } = by.user
  const verdict = mayCount({
    account: { id, name, person_id: personId },
    candidates: await listStanding(trx, election.id),
    countedThisRoundBy: counting.enteredBy,
  })
  if (verdict.ok) return
  if (verdict.reason === 'is_a_candidate') throw new Refused(verdict.reason)
  throw new Conflict(verdict.reason)
}

async function checkSheet(trx: Trx, election: Election, form: CountForm): Promise<void> {
  const papers = await findPaperAccount(trx, election.id)
  if (!papers) throw new Error(`election ${election.id} was closed without an account of its papers`)
  const candidacyIds = (await listStanding(trx, election.id)).map(({ id }) => id)
  const { exchanged } = papers
  const handed_out = papers.handed_out + (papers.from_tablet ?? 0)
  const crosses = crossesIn(election)
  const { difference_reason } = form
  const context = { handed_out, exchanged, crosses, candidacyIds, difference_reason }
  const sheet = checkCountSheet(form, context)
  if (!sheet.ok) throw new Refused(sheet.reason, sheet.params, sheet.field?.replace('votes.', 'votes_'))
  require(checkBallotsInBox(papers, form.ballots_in_box, difference_reason))
}

async function insertSheet(
  trx: Trx,
  by: Official,
  election: Election,
  round: number,
  form: CountForm,
): Promise<void> {
  const { ballots_in_box, blank, invalid, votes } = form
  try {
    const count_id = await insertOne(trx, 'counts', {
      election_id: election.id,
      round,
      account_id: by.user.id,
      counter: by.name,
      list_version: election.list_version,
      ballots_in_box,
      blank,
      invalid,
      difference_reason: form.difference_reason?.trim() || null,
      made_on: by.clock.today(),
    })
    await trx('count_lines').insert(votes.map((line) => ({ count_id, ...line })))
    const reasons = form.invalid_ballots.flatMap(({ reason, note }, index) =>
      reason ? { count_id, number: index + 1, reason, note: note?.trim() || null } : [],
    )
    // In parts: an engine takes only so many values at a time.
    for (let from = 0; from < reasons.length; from += 100)
      await trx('invalid_ballots').insert(reasons.slice(from, from + 100))
  } catch (error) {
    // The database keeps one sheet for each person in a round.
    if (isTaken(error)) throw new Conflict('already_counted')
    throw error
  }
}

/** The log holds no figure before two agree, and then only the hash of the result. */
async function compare(trx: Trx, election: Election) {
  const { round, entered, differs, agreed } = await loadCounting(trx, election.id)
  if (agreed) {
    const { waitsFor, result } = await completeCount(trx, election)
    const details = { round, outcome: result?.outcome, result_hash: result?.hash }
    const counted = result?.outcome === 'lot_required' ? 'tie' : 'agree'
    return { action: 'election.counts_agree', outcome: waitsFor ? 'box' : counted, details } as const
  }
  if (entered.length > 0) {
    return { action: 'election.counted_once', outcome: 'waiting', details: { round } } as const
  }
  const lines = differs.map(({ line, candidacy_id }) => (candidacy_id ? `${line}:${candidacy_id}` : line))
  return {
    action: 'election.count_differs',
    outcome: 'differ',
    details: { round: round - 1, lines },
  } as const
}
