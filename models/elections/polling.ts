import { act } from '../audit.ts'
import type { Db } from '../db.ts'
import { Refused } from '../errors.ts'
import { checkFigure } from '../rules/figures.ts'
import { paperAccount } from '../rules/paper_account.ts'
import { checkClosing, checkOpening } from '../rules/timetable.ts'
import type { PaperAccountRow, PollingClosingRow, PollingOpeningRow } from '../tables.ts'
import { getElection, moveElection, requireStatus, subjectOf } from './elections.ts'
import type { Official } from './reach.ts'
import { listSittings } from './sittings.ts'

export interface OpeningForm {
  opened_at: string
  first_witness: string
  second_witness: string
}

/** Opens polling: two named people have seen that the box is empty. */
export async function openPolling(
  db: Db,
  by: Official,
  id: number,
  form: OpeningForm,
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'listed')
    const { opened_at, first_witness, second_witness } = form
    const [firstSitting] = await listSittings(trx, election)
    const verdict = checkOpening({
      pollingOn: firstSitting?.held_on ?? election.polling_on,
      openedAt: opened_at,
      witnesses: [first_witness, second_witness],
      today: by.clock.today(),
      now: by.clock.time(),
    })
    if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, verdict.field)
    await moveElection(trx, election, 'polling')
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await trx('polling_openings').insert({ election_id: id, ...form, ...recorded })
    const details = { opened_at, witnesses: [first_witness, second_witness] }
    return { action: 'election.opened', subject: subjectOf(election), details, result: { id } }
  })
}

export interface ClosingForm {
  closed_at: string
  early_reason?: string | undefined
  printed: number
  /** Every paper that was given to a voter, the replacements too. */
  handed_out: number
  exchanged: number
  unused: number
  not_returned: number
  difference_reason?: string | undefined
}

const ACCOUNT_LINES = ['printed', 'handed_out', 'exchanged', 'unused', 'not_returned'] as const

/** Closes polling with the account of the ballot papers, as far as it is known before the box is opened. */
export async function closePolling(
  db: Db,
  by: Official,
  id: number,
  form: ClosingForm,
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'polling')
    const opening = await findOpening(trx, id)
    const verdict = checkClosing({
      pollingOn: election.polling_on,
      openedAt: opening?.opened_at ?? election.opens_at,
      closedAt: form.closed_at,
      closesAt: election.closes_at,
      reason: form.early_reason,
      today: by.clock.today(),
      now: by.clock.time(),
    })
    if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, verdict.field)
    checkPrinted(form)
    const { printed, handed_out, exchanged, unused, not_returned } = form
    const papers = { printed, handed_out, exchanged, unused, not_returned }
    await moveElection(trx, election, 'closed')
    const { closed_at } = form
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const early_reason = form.early_reason ?? null
    await trx('polling_closings').insert({ election_id: id, closed_at, early_reason, ...recorded })
    await trx('paper_accounts').insert({
      election_id: id,
      ...papers,
      difference_reason: form.difference_reason ?? null,
      made_by: by.name,
      made_on: by.clock.today(),
    })
    const details = { closed_at, ...papers }
    return { action: 'election.closed', subject: subjectOf(election), details, result: { id } }
  })
}

/** Before the box is opened only one of the account's two sums is known: printed = handed out + unused. */
function checkPrinted(form: ClosingForm): void {
  for (const line of ACCOUNT_LINES) {
    const verdict = checkFigure(form[line], line)
    if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, verdict.field)
  }
  const { printed } = paperAccount({ ...form, in_box: 0 })
  if (printed.closes || form.difference_reason?.trim()) return
  const count = Math.abs(printed.difference)
  throw new Refused('difference_without_reason', { count }, 'difference_reason')
}

export async function findOpening(db: Db, electionId: number): Promise<PollingOpeningRow | undefined> {
  return db('polling_openings').where({ election_id: electionId }).first()
}

export async function findClosing(db: Db, electionId: number): Promise<PollingClosingRow | undefined> {
  return db('polling_closings').where({ election_id: electionId }).first()
}

/** The newest account of the papers: a correction is a new one. */
export async function findPaperAccount(db: Db, electionId: number): Promise<PaperAccountRow | undefined> {
  return db('paper_accounts').where({ election_id: electionId }).orderBy('id', 'desc').first()
}
