import { act } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import { Conflict, NotFound, require } from '../../core/errors.ts'
import type { BallotPrintId, ElectionId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import { checkSheets, checkTakenOff } from '../../rules/elections/protocol/prints.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import { hasPaper } from '../means.ts'
import type { Official } from '../reach.ts'
import { listPrints } from './prints.ts'

export interface MorePapersForm {
  sheets: number
  /** The papers on each sheet. */
  per_sheet: number
  /** The list that the papers carry. */
  list_version: number
}

export interface Batch {
  number: number
  copies: number
}

/**
 * Counts a batch of papers for a poll that is open, in a pause too, when there is time for it. The batch is handed over
 * once: throws Conflict for a form that was sent before, so that no papers are printed that are not counted.
 */
export async function printMore(db: Db, by: Official, id: ElectionId, form: MorePapersForm): Promise<Batch> {
  const made: Batch[] = []
  const { number, copies } = await act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requirePrinting(election, form)
    const { list_version } = election
    const before = (await listPrints(trx, id)).map(({ batch }) => batch ?? 0)
    const batch = Math.max(0, ...before) + 1
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    const printed = { list_version, copies: form.sheets * form.per_sheet, batch }
    await insertOne(trx, 'ballot_prints', { election_id: id, ...printed, ...recorded })
    const result = { number: batch, copies: printed.copies }
    made.push(result)
    return { action: 'ballots.printed', subject: subjectOf(election), details: printed, result }
  })
  if (made.length === 0) throw new Conflict('batch_is_printed', { batch: number })
  return { number, copies }
}

/** Throws what `printMore` would, before any paper is made. */
export function requirePrinting(
  election: Election,
  { sheets, list_version }: Pick<MorePapersForm, 'sheets' | 'list_version'>,
): void {
  requireAct(election, 'printMore')
  if (!hasPaper(election)) throw new Conflict('no_paper_ballots')
  if (election.list_version !== list_version) throw new Conflict('candidates_changed')
  require(checkSheets(sheets))
}

export interface TakenOffForm {
  print_id: BallotPrintId
  copies: number
  reason: string
}

/** The printed figure is never changed: what is taken off stands beside it, with its reason. */
export async function takeOffPapers(
  db: Db,
  by: Official,
  id: ElectionId,
  { print_id, copies, reason }: TakenOffForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'takeOffPapers')
    const print = (await listPrints(trx, id)).find((one) => one.id === print_id)
    if (!print) throw new NotFound(`print ${print_id}`)
    // Papers with an older list have an account of their own.
    if (print.list_version !== election.list_version) throw new Conflict('print_is_older')
    require(checkTakenOff(copies, print.left))
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await insertOne(trx, 'print_deductions', { election_id: id, print_id, copies, reason, ...recorded })
    const details = { print: print_id, copies, reason, ...(print.batch !== null && { batch: print.batch }) }
    return { action: 'ballots.taken_off', subject: subjectOf(election), details, result: { id } }
  })
}
