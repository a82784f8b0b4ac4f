import type { SignedIn } from '../../../accounts/accounts.ts'
import { act } from '../../../core/audit.ts'
import { isTaken, type Db, type Trx } from '../../../core/db.ts'
import { type CandidacyId, type ElectionId, storedIds } from '../../../core/ids.ts'
import { Conflict, Refused, require } from '../../../core/errors.ts'
import { LogInUse, sweepOut } from '../../../core/sweeping.ts'
import { checkMixing, checkPrinting } from '../../../rules/elections/box/merging.ts'
import type { Verdict } from '../../../rules/core/verdict.ts'
import { mayCount, sameName } from '../../../rules/elections/certification.ts'
import { listStanding } from '../../candidates/candidates.ts'
import { type Election, getElection, requireAct, subjectOf } from '../../elections.ts'
import type { Official } from '../../reach.ts'
import type { BoxMergerRow, BoxMixRow, BoxOpeningRow, BoxPrintRow } from '../tables.ts'

// In an election on paper and tablet with few ballots in one box, the tablet's ballots are printed as papers, mixed with
// the papers and counted with them: nobody sees the figures of one box.

export interface Merger extends Omit<BoxMergerRow, 'election_id'> {
  opening: BoxOpeningRow | undefined
  /** The last one made the sheets that hold. */
  prints: Omit<BoxPrintRow, 'id' | 'election_id' | 'account_id'>[]
  mix: Omit<BoxMixRow, 'election_id'> | undefined
}

/** Returns undefined when each box is counted by itself. */
export async function findMerger(db: Db, electionId: ElectionId): Promise<Merger | undefined> {
  const merger = await db('box_mergers').where({ election_id: electionId }).first()
  if (!merger) return undefined
  const { decided_by, decided_on } = merger
  const prints = await db('box_prints').where({ election_id: electionId }).orderBy('number')
  const mix = await db('box_mixes').where({ election_id: electionId }).first()
  return {
    ...{ decided_by, decided_on },
    opening: await db('box_openings').where({ election_id: electionId }).first(),
    prints: prints.map(({ number, sheets, reason, printed_by, printed_on }) => {
      return { number, sheets, reason, printed_by, printed_on }
    }),
    mix: mix && mixOf(mix),
  }
}

function mixOf({ sheets, first_witness, second_witness, mixed_on, recorded_by }: BoxMixRow): Merger['mix'] {
  return { sheets, first_witness, second_witness, mixed_on, recorded_by }
}

/** Decided as polls close. */
export async function decideMerger(trx: Trx, by: Official, id: ElectionId): Promise<void> {
  const decided = { decided_by: by.name, decided_on: by.clock.today() }
  await trx('box_mergers').insert({ election_id: id, ...decided })
}

/** The ballots as they are to be printed. Once, or again for a reason when the sheets of before are destroyed. */
export async function printBox(
  db: Db,
  by: Official,
  id: ElectionId,
  { reason }: { reason?: string | undefined },
): Promise<{ id: ElectionId; number: number }> {
  // A form that comes twice prints once: it has no receipt that would answer it again.
  return act(db, { ...by, once: undefined }, async (trx) => {
    const { election, merger } = await getMerged(trx, by, id)
    const again = merger.prints.length > 0
    const isOpened = merger.opening !== undefined
    requireNow(checkPrinting({ isOpened, isMixed: merger.mix !== undefined, again, reason }))
    const number = merger.prints.length + 1
    const sheets = merger.opening?.envelopes ?? 0
    const row = { number, sheets, reason: again ? (reason?.trim() ?? null) : null }
    const printed = { printed_by: by.name, printed_on: by.clock.today(), account_id: by.user.id }
    await trx('box_prints')
      .insert({ election_id: id, ...row, ...printed })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('box_printed_meanwhile') : error
      })
    return {
      action: 'election.box_printed',
      subject: subjectOf(election),
      details: row,
      result: { id, number },
    }
  })
}

/**
 * The places on the list that are crossed on each sheet, in the order of random keys. Read after the act that wrote that
 * they are printed, and never by a page. A mark that no candidate has made a ballot invalid, and so do crosses for all.
 */
export async function sheetsToPrint(db: Db, by: Official, id: ElectionId): Promise<number[][]> {
  const { election } = await getMerged(db, by, id)
  const standing = await listStanding(db, election.id)
  const ballots = await db('ballots').where({ election_id: election.id }).orderBy('id').select('marks')
  return ballots.map(({ marks }) => {
    const places = storedIds<CandidacyId>(marks).map((mark) => standing.findIndex((one) => one.id === mark))
    return places.includes(-1) ? standing.map((_one, index) => index) : places
  })
}

export interface MixForm {
  first_witness: string
  second_witness: string
}

/** From now on the ballots are papers, and lie nowhere else. */
export async function recordMix(
  db: Db,
  by: Official,
  id: ElectionId,
  { first_witness, second_witness }: MixForm,
): Promise<{ id: ElectionId }> {
  const recorded = await act(db, by, async (trx) => {
    const { election, merger } = await getMerged(trx, by, id)
    requireNow(checkMixing({ isPrinted: merger.prints.length > 0, isMixed: merger.mix !== undefined }))
    if (sameName(first_witness, second_witness)) throw new Refused('same_witness', {}, 'second_witness')
    const sheets = merger.prints.at(-1)?.sheets ?? 0
    const row = { sheets, first_witness, second_witness, mixed_on: by.clock.today() }
    await trx('box_mixes')
      .insert({ election_id: id, ...row, recorded_by: by.name })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('box_is_mixed') : error
      })
    await trx('ballots').where({ election_id: id }).delete()
    return { action: 'election.box_mixed', subject: subjectOf(election), details: row, result: { id } }
  })
  // So that no deleted row is left in the files. Somebody else who reads the database leaves it to the next sweep.
  await sweepOut(db, ['ballots']).catch((error: unknown) => {
    if (!(error instanceof LogInUse)) throw error
  })
  return recorded
}

/** What is too early or too late is a conflict; what is typed can be mended. */
function requireNow(
  verdict: Verdict<'box_not_opened' | 'box_is_mixed' | 'box_not_printed' | 'reprint_without_reason'>,
): void {
  if (!verdict.ok && verdict.field === undefined) throw new Conflict(verdict.reason)
  require(verdict)
}

async function getMerged(
  db: Db,
  by: Official,
  id: ElectionId,
): Promise<{ election: Election; merger: Merger }> {
  const election = await getElection(db, by.user, id)
  requireAct(election, 'openBox')
  const merger = await findMerger(db, id)
  if (!merger) throw new Conflict('box_not_merged')
  require(await checkAtPrinter(db, by.user, id))
  return { election, merger }
}

/** Who prints sees the ballots of one box, and who says that they are mixed was there: neither is a candidate. */
export async function checkAtPrinter(db: Db, { id, name, personId }: SignedIn, electionId: ElectionId) {
  const account = { id, name, person_id: personId }
  return mayCount({ account, candidates: await listStanding(db, electionId), countedThisRoundBy: [] })
}
