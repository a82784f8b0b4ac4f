import { act } from '../../core/audit.ts'
import { authorOfLog } from '../../core/chain.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, require } from '../../core/errors.ts'
import { type BoxDoubt, type BoxExpected, doubtAbout } from '../../rules/elections/box/box_contents.ts'
import { reasonsIn } from '../../rules/elections/box/entering.ts'
import { mayCount } from '../../rules/elections/certification.ts'
import { countBallots, type Marks, type OpenedBox } from '../../rules/elections/tally.ts'
import { ballotOf } from '../booth/ballot.ts'
import { boothAccount } from '../booth/panel.ts'
import { closeBooths } from '../booth/booths.ts'
import { type ClosedBox, findClosedBox } from './closed_box.ts'
import { codesHash } from './codes.ts'
import { findMerger } from './papers/merging.ts'
import { expectedPapers } from './entering/ending.ts'
import { findEntry, waitsForPapers } from './entering/entry.ts'
import { shuffled, storeBallots, storeCodes } from './storing.ts'
import { listStanding } from '../candidates/candidates.ts'
import { completeCount, type Completion } from '../count/completion.ts'
import { hasBooth, hasPaper } from '../means.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import { without } from '../record/without.ts'
import type { Official } from '../reach.ts'
import type { BoxOpeningSlipRow } from './custody/tables.ts'
import type { Opener } from './opener.ts'
import { countEnvelopes, openBoth } from './unsealing.ts'

/** Who typed which slip, and what became of it. */
export type AtOpening = Omit<BoxOpeningSlipRow, 'election_id' | 'place'>

export interface Opening {
  opener: Opener
  /** Those who were there, in the order in which they typed. */
  people: readonly AtOpening[]
  /** Called as ballots are opened, and once all are stored. */
  onProgress?: (done: number, of: number) => void
}

/**
 * Has the ballots opened, shuffles, and stores under new random ids in their order, in one act that removes the sealed
 * ones and keeps their sorted codes. Refuses unless the account closes and the log is whole. The caller ends the opener and runs `compactBox`.
 */
export async function openBox(
  db: Db,
  by: Official,
  id: ElectionId,
  opening: Opening,
): Promise<{ waitsFor: Completion['waitsFor'] | null }> {
  const author = await authorOfLog(db, by.keys)
  if (author === 'unknown_secret') throw new Conflict('log_secret_missing')
  if (author === 'forged') await stop(db, by, id, { replaced: 0, added: 0, missing: 0, log: true }, 0)
  const { closed } = await requireOpenable(db, by, id)
  const ballot = await ballotOf(db, id)
  const expected = await expectedPapers(db, id)
  const { sealed, papers } = await openBoth(db, by.keys, ballot, closed, opening)
  await requireSamePapers(db, id, expected)
  const { codes } = sealed
  const doubt = bothDoubts(
    doubtAbout({ ...sealed, codesHash: codesHash(codes) }, closed),
    doubtAbout({ ...papers, codesHash: codesHash(papers.codes) }, expected),
  )
  if (doubt) await stop(db, by, id, doubt, sealed.unknown + papers.unknown)
  return act(db, by, async (trx) => {
    const { election, account } = await requireOpenable(trx, by, id)
    if (account.cast !== sealed.marks.length)
      throw new Conflict('box_account_open', figures(account, sealed.marks.length))
    await requireSamePapers(trx, id, expected)
    // From here on nobody can tell which of them were papers.
    const marks = shuffled([...sealed.marks, ...papers.marks])
    const isMerged = (await findMerger(trx, id)) !== undefined
    // What is counted among the papers is not counted here.
    const box = isMerged ? uncounted(marks) : countBallots(marks, ballot)
    const { blank, invalid } = box
    const envelopes = sealed.marks.length
    const { releases, voided } = account
    const row = { releases, voided, envelopes, blank, invalid, codes_hash: codesHash(codes) }
    const { people } = opening
    const opened_by = listed(people.filter(({ became }) => became !== 'set_aside'))
    await trx('box_openings').insert({ election_id: id, ...row, opened_by, opened_on: by.clock.today() })
    await trx('box_opening_slips').insert(
      people.map((person, index) => ({ election_id: id, place: index + 1, ...person })),
    )
    const ballots_hash = await storeBallots(trx, id, marks)
    if (box.votes.length > 0)
      await trx('box_lines').insert(box.votes.map((line) => ({ election_id: id, ...line })))
    const reasons = reasonsIn(marks)
    if (reasons.length > 0)
      await trx('box_invalid_lines').insert(reasons.map((line) => ({ election_id: id, ...line })))
    await storeCodes(trx, id, codes)
    await trx('envelopes').where({ election_id: id }).delete()
    await trx('entered_papers').where({ election_id: id }).delete()
    await trx('paper_entry_turns').where({ election_id: id }).delete()
    const { waitsFor = null } = await completeCount(trx, election)
    opening.onProgress?.(marks.length, marks.length)
    const set_aside = people.filter(({ became }) => became === 'set_aside').map(({ typed_by }) => typed_by)
    // The log can be read before the papers are counted, so it has no figures of the tablet alone.
    const found = hasPaper(election) ? without(row, 'blank', 'invalid') : row
    const details = {
      ...{ ...found, ballots_hash, opened_by, slips: people.map((person) => ({ ...person })) },
      ...(set_aside.length > 0 && { set_aside }),
    }
    return { action: 'election.box_opened', subject: subjectOf(election), details, result: { waitsFor } }
  })
}

/** A paper that was found and entered while the ballots were being opened is not among those that were opened. */
async function requireSamePapers(db: Db, id: ElectionId, expected: BoxExpected): Promise<void> {
  if (waitsForPapers(await findEntry(db, id))) throw new Conflict('papers_not_entered')
  const { envelopes, codesHash } = await expectedPapers(db, id)
  if (envelopes !== expected.envelopes || codesHash !== expected.codesHash) throw new Conflict('entry_moved')
}

/** As the record names them, in Danish. */
function listed(people: readonly AtOpening[]): string {
  return new Intl.ListFormat('da').format(people.map(({ typed_by }) => typed_by))
}

function uncounted({ length }: readonly Marks[]): OpenedBox {
  return { envelopes: length, blank: 0, invalid: 0, votes: [] }
}

/** Nothing of the box is kept but the figures: what is in it is decided upon before anybody counts it. */
async function stop(db: Db, by: Official, id: ElectionId, doubt: BoxDoubt, unknown: number): Promise<never> {
  await act(db, { ...by, once: undefined }, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const details = { ...doubt, ...(unknown > 0 && { unknown_secret: unknown }) }
    return { action: 'election.box_doubted', subject: subjectOf(election), details, result: null }
  })
  if (doubt.log) throw new Conflict('log_changed')
  if (unknown > 0) throw new Conflict('box_secret_missing', { count: unknown })
  const some = doubt.replaced + doubt.added + doubt.missing > 0
  const { replaced, added, missing } = doubt
  throw new Conflict(some ? 'box_doubted' : 'box_codes_differ', { replaced, added, missing })
}

interface Account {
  releases: number
  cast: number
  voided: number
}

/** Throws when this user cannot open the box now. */
export async function requireOpenable(
  db: Db,
  by: Official,
  id: ElectionId,
): Promise<{ election: Election; account: Account; closed: ClosedBox }> {
  const election = await getElection(db, by.user, id)
  if (!hasBooth(election)) throw new Conflict('no_booth_here')
  if (await db('box_openings').where({ election_id: id }).first('election_id'))
    throw new Conflict('box_is_open')
  requireAct(election, 'openBox')
  const { id: accountId, name, personId } = by.user
  require(
    mayCount({
      account: { id: accountId, name, person_id: personId },
      candidates: await listStanding(db, id),
      countedThisRoundBy: [],
    }),
  )
  if (waitsForPapers(await findEntry(db, id))) throw new Conflict('papers_not_entered')
  // A release given in the instant when polling closed is taken back like the others.
  await closeBooths(db as Trx, id)
  const account = await boothAccount(db, id)
  const inBox = await countEnvelopes(db, id)
  const closed = await findClosedBox(db, id, account.cast)
  // When the box itself is not as it was closed, the opening says more than the figures can.
  const isOpen = inBox !== account.cast && inBox === closed.envelopes
  if (isOpen || account.releases !== account.cast + account.voided)
    throw new Conflict('box_account_open', figures(account, inBox))
  return { election, account, closed }
}

function figures({ releases, cast, voided }: Account, envelopes: number) {
  return { releases, cast, voided, envelopes }
}

/** Of both together: the log does not tell how the papers alone differ. */
function bothDoubts(one: BoxDoubt | undefined, other: BoxDoubt | undefined): BoxDoubt | undefined {
  if (!one || !other) return one ?? other
  return {
    replaced: one.replaced + other.replaced,
    added: one.added + other.added,
    missing: one.missing + other.missing,
  }
}
