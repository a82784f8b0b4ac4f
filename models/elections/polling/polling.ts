import { act } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, require } from '../../core/errors.ts'
import { stateAfter } from '../../rules/elections/acts.ts'
import { facts } from '../../rules/elections/state.ts'
import { findStop } from '../incidents/incidents.ts'
import { storeRecord } from '../record/record.ts'
import { checkLateReason } from '../../rules/elections/left_open.ts'
import {
  checkClosingPapers,
  CLOSING_LINES,
  type ClosingLine,
  expectedInBox,
} from '../../rules/elections/paper_account.ts'
import { checkPrinted } from '../../rules/elections/protocol/prints.ts'
import { ballotsBeyondMarks, checkRollAccount, type RollAccount } from '../../rules/elections/roll_account.ts'
import { checkClosing } from '../../rules/elections/timetable.ts'
import { checkWay, type WayToOneBox } from '../../rules/elections/box/merging.ts'
import { checkSmallBoxes, type SmallBox, smallBoxes } from '../../rules/elections/withheld.ts'
import { takeTally } from './at_the_table.ts'
import { findOpening } from './openings.ts'
import { proveTable } from './proven_table.ts'
import { listPrints } from './prints.ts'
import { requireVoidCounted } from './void_papers.ts'
import { tallyMark } from './tally_mark.ts'
import { closeBooths } from '../booth/booths.ts'
import { boothAccount } from '../booth/panel.ts'
import { closedBox } from '../box/closed_box.ts'
import { decideEntry } from '../box/entering/entry.ts'
import { decideMerger } from '../box/papers/merging.ts'
import { hasBooth, hasPaper } from '../means.ts'
import { type Election, moveElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { rewriteRoll } from '../roll/rows.ts'
import { listSittings } from '../planning/sittings.ts'

export interface ClosingForm extends Partial<Record<ClosingLine, number | undefined>> {
  closed_at: string
  early_reason?: string | undefined
  /** Why the closing is written down on a later day. */
  late_reason?: string | undefined
  difference_reason?: string | undefined
  /** Why there are more ballots than voters marked on the roll. */
  marks_reason?: string | undefined
  /** The page has warned of few ballots in one of two boxes, and polling is closed all the same. */
  small_box?: boolean | undefined
  /** How the two boxes become one; left out when each is counted by itself. */
  one_box?: WayToOneBox | undefined
  /** The tally on the page, by `tallyMark`: when it has moved since, the figures are looked at again. */
  tally?: string | undefined
}

export interface Closed {
  id: ElectionId
  /** False when the vote was stopped. */
  isCounted: boolean
}

/** The papers' account holds what is known with the box closed. The roll no longer tells in what order voters came. */
export async function closePolling(db: Db, by: Official, id: ElectionId, form: ClosingForm): Promise<Closed> {
  return act(db, by, async (trx) => {
    const { election, tally } = await takeTally(trx, by, id)
    const stop = facts(election.status).stopped ? await findStop(trx, id) : undefined
    const move = stop ? 'closeStopped' : 'closePolling'
    requireAct(election, move)
    // Why it closes early is known, and written down, when the vote was stopped.
    await checkTimes(trx, by, election, stop ? { ...form, early_reason: stop.reason } : form)
    if (form.tally !== undefined && form.tally !== tallyMark(tally)) throw new Conflict('tally_moved')
    const papers = hasPaper(election) ? papersOf(form) : undefined
    if (papers) await checkPrints(trx, election, papers.printed, form.difference_reason)
    await requireVoidCounted(trx, election)
    await trx('polling_tallies').where({ election_id: id }).update({ open: 0 })
    const voided = hasBooth(election) ? await closeBooths(trx, id) : 0
    // What is never counted gives nobody away.
    const boxes = papers && !stop ? await boxesOf(trx, election, papers) : undefined
    const small = boxes ? smallBoxes(election.statutes, boxes) : []
    require(checkSmallBoxes(small, form.small_box === true))
    const way = small.length > 0 ? form.one_box : undefined
    if (boxes) require(checkWay(way, boxes))
    const beyond = await checkMarks(trx, election, tally.marked, papers, form.marks_reason)
    const closed = await moveElection(trx, election, move)
    await recordClosing(trx, by, id, { ...form, marks_reason: beyond?.reason })
    if (papers) await recordPapers(trx, by, id, papers, form.difference_reason)
    if (way === 'print') await decideMerger(trx, by, id)
    if (way === 'enter') await decideEntry(trx, by, id)
    await rewriteRoll(trx, id)
    const box = hasBooth(election) ? await closedBox(trx, id) : {}
    const details = {
      ...{ closed_at: form.closed_at, ...papers, ...(voided > 0 && { voided }), ...box },
      ...(beyond && { beyond_marks: beyond }),
      ...(small.length > 0 && { small_boxes: small.map(({ box }) => box), merged: way === 'print' }),
      ...(way === 'enter' && { papers_into_box: true }),
      table: await proveTable(trx, by.keys, id),
      ...(stop && { stopped: true, ...(await storeRecord(trx, by, closed, stateAfter('closeStopped'))) }),
    }
    const result = { id, isCounted: !stop }
    return { action: 'election.closed', subject: subjectOf(election), details, result }
  })
}

async function checkTimes(trx: Trx, by: Official, election: Election, form: ClosingForm): Promise<void> {
  const opening = await findOpening(trx, election.id)
  const [first, ...rest] = await listSittings(trx, election)
  const last = rest.at(-1) ?? first
  const today = by.clock.today()
  require(
    checkLateReason({
      lastDay: last.held_on,
      openingRecordedOn: opening?.recorded_on ?? first.held_on,
      reason: form.late_reason,
      today,
    }),
  )
  require(
    checkClosing({
      pollingOn: last.held_on,
      openedOn: first.held_on,
      openedAt: opening?.opened_at ?? first.opens_at,
      closedAt: form.closed_at,
      closesAt: last.closes_at,
      reason: form.early_reason,
      today,
      now: by.clock.time(),
    }),
  )
}

function papersOf(form: ClosingForm): Record<ClosingLine, number> {
  require(checkClosingPapers(form, form.difference_reason))
  return Object.fromEntries(CLOSING_LINES.map((line) => [line, form[line]])) as Record<ClosingLine, number>
}

async function checkPrints(
  trx: Trx,
  election: Election,
  typed: number,
  reason: string | undefined,
): Promise<void> {
  const prints = (await listPrints(trx, election.id)).filter(
    ({ list_version }) => list_version === election.list_version,
  )
  const batches = prints.filter(({ batch }) => batch !== null).length
  const inBook = prints.reduce((sum, { left }) => sum + left, 0)
  require(checkPrinted({ typed, inBook, batches }, reason))
}

/** No box is small beside no other one. */
async function boxesOf(
  trx: Trx,
  election: Election,
  papers: Record<ClosingLine, number>,
): Promise<Record<SmallBox['box'], number> | undefined> {
  if (!hasBooth(election)) return undefined
  const { cast: tablet } = await boothAccount(trx, election.id)
  return { paper: expectedInBox(papers), tablet }
}

/** Voters are marked one by one, so fewer marks than ballots is told from the sums alone. Returns undefined when it is not so. */
async function checkMarks(
  trx: Trx,
  election: Election,
  marked: number,
  papers: Record<ClosingLine, number> | undefined,
  typed: string | undefined,
): Promise<(RollAccount & { reason: string }) | undefined> {
  if (election.roll_kind === 'counted') return undefined
  const { cast } = hasBooth(election) ? await boothAccount(trx, election.id) : { cast: 0 }
  const account = { marked, ballots: cast + (papers ? papers.handed_out - papers.exchanged : 0) }
  require(checkRollAccount(account, typed))
  return ballotsBeyondMarks(account) > 0 ? { ...account, reason: typed?.trim() ?? '' } : undefined
}

async function recordClosing(trx: Trx, by: Official, id: ElectionId, form: ClosingForm): Promise<void> {
  const { closed_at, early_reason, late_reason, marks_reason } = form
  await trx('polling_closings').insert({
    election_id: id,
    closed_at,
    early_reason: early_reason ?? null,
    late_reason: late_reason ?? null,
    marks_reason: marks_reason ?? null,
    recorded_by: by.name,
    recorded_on: by.clock.today(),
  })
}

async function recordPapers(
  trx: Trx,
  by: Official,
  id: ElectionId,
  papers: Record<ClosingLine, number>,
  difference_reason: string | undefined,
): Promise<void> {
  await trx('paper_accounts').insert({
    election_id: id,
    ...papers,
    difference_reason: difference_reason ?? null,
    made_by: by.name,
    made_on: by.clock.today(),
  })
}
