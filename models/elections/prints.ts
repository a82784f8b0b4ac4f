import { act } from '../audit.ts'
import type { Db } from '../db.ts'
import { Conflict, Refused } from '../errors.ts'
import { checkFigure } from '../rules/figures.ts'
import type { BallotPrintRow } from '../tables.ts'
import { hasPaper } from './completion.ts'
import { getElection, requireStatus, subjectOf, type Election } from './elections.ts'
import type { Official } from './reach.ts'

export interface PrintForm {
  copies: number
  /** The list that the papers carry. */
  list_version: number
}

/**
 * Writes down that ballot papers have been printed, from the approval of the list until polling closes. May be done
 * several times, and a figure is never changed: what was printed is there.
 */
export async function recordPrint(
  db: Db,
  by: Official,
  id: number,
  { copies, list_version }: PrintForm,
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'listed', 'polling')
    if (!hasPaper(election)) throw new Conflict('no_paper_ballots')
    if (election.list_version !== list_version) throw new Conflict('candidates_changed')
    const verdict = checkFigure(copies, 'copies')
    if (!verdict.ok) throw new Refused(verdict.reason, verdict.params, verdict.field)
    if (copies === 0) throw new Refused('nothing_printed', {}, 'copies')
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await trx('ballot_prints').insert({ election_id: id, list_version, copies, ...recorded })
    const details = { copies, list_version }
    return { action: 'ballots.printed', subject: subjectOf(election), details, result: { id } }
  })
}

/** Every print of an election's ballot papers, the first one first. */
export async function listPrints(db: Db, electionId: number): Promise<BallotPrintRow[]> {
  return db('ballot_prints').where({ election_id: electionId }).orderBy('id')
}

/** How many papers have been printed with the present list of candidates. */
export async function printedCopies(
  db: Db,
  { id, list_version }: Pick<Election, 'id' | 'list_version'>,
): Promise<number> {
  const prints = await listPrints(db, id)
  return prints
    .filter((print) => print.list_version === list_version)
    .reduce((sum, { copies }) => sum + copies, 0)
}
