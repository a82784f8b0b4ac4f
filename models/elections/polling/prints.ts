import { act } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { checkFigure } from '../../rules/core/figures.ts'
import { hasPaper } from '../means.ts'
import type { RollEntryRow } from '../roll/tables.ts'
import type { BallotPrintRow, PrintDeductionRow } from './tables.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'

export interface PrintForm {
  copies: number
  /** The list that the papers carry. */
  list_version: number
}

/** Prints are recorded from the approval of the list until polling closes. A stored figure is never changed. */
export async function recordPrint(
  db: Db,
  by: Official,
  id: ElectionId,
  { copies, list_version }: PrintForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'printBallots')
    if (!hasPaper(election)) throw new Conflict('no_paper_ballots')
    if (election.list_version !== list_version) throw new Conflict('candidates_changed')
    require(checkFigure(copies, 'copies'))
    if (copies === 0) throw new Refused('nothing_printed', {}, 'copies')
    const recorded = { recorded_by: by.name, recorded_on: by.clock.today() }
    await trx('ballot_prints').insert({ election_id: id, list_version, copies, ...recorded })
    const details = { copies, list_version }
    return { action: 'ballots.printed', subject: subjectOf(election), details, result: { id } }
  })
}

export interface BallotPrint extends BallotPrintRow {
  taken_off: PrintDeductionRow[]
  /** The papers that there are of it. */
  left: number
}

export async function listPrints(db: Db, electionId: ElectionId): Promise<BallotPrint[]> {
  const prints = await db('ballot_prints').where({ election_id: electionId }).orderBy('id')
  const deductions = await db('print_deductions').where({ election_id: electionId }).orderBy('id')
  return prints.map((print) => {
    const taken_off = deductions.filter(({ print_id }) => print_id === print.id)
    return { ...print, taken_off, left: taken_off.reduce((sum, { copies }) => sum - copies, print.copies) }
  })
}

/** Counts only papers with the present list of candidates. */
export async function printedCopies(
  db: Db,
  { id, list_version }: Pick<Election, 'id' | 'list_version'>,
): Promise<number> {
  const prints = await listPrints(db, id)
  return prints
    .filter((print) => print.list_version === list_version)
    .reduce((sum, { left }) => sum + left, 0)
}

/** Returns small JPEGs without anything hidden in them, by candidacy. */
export async function photosOf(db: Db, electionId: ElectionId): Promise<ReadonlyMap<CandidacyId, Buffer>> {
  const photos = await db('candidate_photos')
    .join('candidacies', 'candidacies.id', 'candidate_photos.candidacy_id')
    .where({ election_id: electionId })
    .select<{ candidacy_id: CandidacyId; jpeg: Buffer }[]>('candidacy_id', 'jpeg')
  return new Map(photos.map(({ candidacy_id, jpeg }) => [candidacy_id, jpeg]))
}

/** The entries come in the order of a Danish list, to tick by hand. */
export async function listRoll(
  db: Db,
  electionId: ElectionId,
): Promise<Pick<RollEntryRow, 'name' | 'note' | 'marked'>[]> {
  const entries = await db('roll_entries').where({ election_id: electionId }).select('name', 'note', 'marked')
  const { compare } = new Intl.Collator('da')
  return entries.sort((a, b) => compare(a.name, b.name) || compare(a.note ?? '', b.note ?? ''))
}
