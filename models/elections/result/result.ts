import { canonicalJson, sha256, type Json } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { Conflict } from '../../core/errors.ts'
import { countPlurality, type Lot, type Step } from '../../rules/elections/plurality.ts'
import { tally, type OpenedBox, type Tally } from '../../rules/elections/tally.ts'
import type { ElectionKind } from '../tables.ts'
import type { DrawRow, LotDrawRow, LotRow } from './tables.ts'
import { findBoothCount } from '../count/booth_count.ts'
import { listStanding } from '../candidates/candidates.ts'
import { findRecount, loadCounting } from '../count/rounds.ts'
import { findLotDraw } from './lot_draws.ts'
import type { Election } from '../elections.ts'
import { findPaperAccount } from '../polling/polling.ts'

/** Everything that a result rests on, as it is stored; the same inputs always give the same result and hash. */
export interface ResultInputs {
  election: {
    id: number
    area: string
    term: [IsoDate, IsoDate]
    kind: ElectionKind
    seats: number
    polling_on: IsoDate
    statutes_version_id: number
    list_version: number
  }
  /** In ballot order. */
  candidates: { id: number; name: string }[]
  /** The votes on paper; null where nobody voted on paper. */
  count: CountedBallots | null
  /** The votes on a tablet; left out where nobody could vote on one. */
  booth?: CountedBooth
  /** The decision not to vote; null where there was a vote. */
  uncontested: { body: string; decided_on: IsoDate } | null
}

export interface CountedBallots {
  round: number
  ballots_in_box: number
  blank: number
  invalid: number
  votes: { candidacy_id: number; votes: number }[]
  counters: { name: string; difference_reason: string | null }[]
  papers: {
    printed: number
    handed_out: number
    exchanged: number
    unused: number
    not_returned: number
    difference_reason: string | null
  }
  lot: DrawnLot | null
}

/** A tablet box that has been opened. */
export interface CountedBooth extends OpenedBox {
  /** 0 as it was opened; where a recount was decided, the round that its ballots were counted again in. */
  round: number
  /** Releases given, and those of them that no ballot came of. */
  releases: number
  voided: number
  /** SHA-256 of the sorted codes of all sealed ballots. */
  codes_hash: string
  opened_by: string
  opened_on: IsoDate
  /** The lot, where there was no count on paper to carry it. */
  lot: DrawnLot | null
}

export type DrawnLot = Lot & {
  method: LotRow['method']
  witnesses: string
  drawn_by: string
  drawn_on: IsoDate
  /** What anybody can check it with, where the app drew; left out where people did. */
  draw?: Pick<DrawRow, 'commitment' | 'seed'> & Pick<LotDrawRow, 'words'>
}

/** The round that a result rests on; 0 where nobody voted, and where nobody voted on paper. */
export function roundOf({ count, booth }: Pick<ResultInputs, 'count' | 'booth'>): number {
  return count?.round ?? booth?.round ?? 0
}

export interface Result extends ResultInputs {
  outcome: 'decided' | 'lot_required' | 'uncontested'
  /** Those who are elected; before lots are drawn, those who are elected whatever the lot says. */
  elected: number[]
  /** Those among whom lots must be drawn, and for how many seats. */
  among: number[]
  seatsLeft: number
  steps: Step[]
  /** SHA-256 of the canonical JSON of all of the above. */
  hash: string
}

/** The one function that makes a result of what is stored. Pure: a recount gives the certified hash, bit for bit. */
export function deriveResult(inputs: ResultInputs): Result {
  const outcome = outcomeOf(inputs)
  return { ...inputs, ...outcome, hash: sha256(recordOf({ ...inputs, ...outcome })) }
}

/** The result as text to be hashed, compared and kept. */
export function recordOf(result: Omit<Result, 'hash'>): string {
  const { election, candidates, count, booth, uncontested, outcome, elected, among, seatsLeft, steps } =
    result
  // An election without a tablet has the text it had before there were any.
  const record = {
    election,
    candidates,
    count,
    booth,
    uncontested,
    outcome,
    elected,
    among,
    seatsLeft,
    steps,
  }
  return canonicalJson({ format: 1, ...record } as unknown as Json)
}

type Outcome = Pick<Result, 'outcome' | 'elected' | 'among' | 'seatsLeft' | 'steps'>

/** What was found in all boxes together; null where nobody voted. */
export function totalsOf({ count, booth }: Pick<ResultInputs, 'count' | 'booth'>): Tally | null {
  return tally(count, booth)
}

/** The lot that was drawn for a tie, if any. */
export function lotOf({ count, booth }: Pick<ResultInputs, 'count' | 'booth'>): DrawnLot | null {
  return count?.lot ?? booth?.lot ?? null
}

function outcomeOf(inputs: ResultInputs): Outcome {
  const { election, candidates } = inputs
  const totals = totalsOf(inputs)
  if (!totals) {
    const elected = candidates.map(({ id }) => id)
    return { outcome: 'uncontested', elected, among: [], seatsLeft: 0, steps: [] }
  }
  const votesOf = new Map(totals.votes.map(({ candidacy_id, votes }) => [candidacy_id, votes]))
  const lot = lotOf(inputs)
  const result = countPlurality({
    candidates: candidates.map(({ id }) => ({ id, votes: votesOf.get(id) ?? 0 })),
    seats: election.seats,
    lots: lot ? [lot] : [],
  })
  const { outcome, steps } = result
  return result.outcome === 'decided'
    ? { outcome, elected: result.elected, among: [], seatsLeft: 0, steps }
    : { outcome, elected: result.safe, among: result.among, seatsLeft: result.seatsLeft, steps }
}

/** The result as far as it is known; undefined before two counts agree, and where nobody stood. */
export async function findResult(db: Db, election: Election): Promise<Result | undefined> {
  const inputs = await loadInputs(db, election)
  return inputs && deriveResult(inputs)
}

/** The same, where the election has come so far that there must be one; a Conflict where it has not. */
export async function getResult(db: Db, election: Election): Promise<Result> {
  const result = await findResult(db, election)
  if (!result) throw new Conflict(`election_is_${election.status}`)
  return result
}

async function loadInputs(db: Db, election: Election): Promise<ResultInputs | undefined> {
  const { id, area_slug, term, kind, seats, polling_on, statutes_version_id, list_version } = election
  const { uncontested_body: body, uncontested_on: decided_on } = election
  const uncontested = body !== null && decided_on !== null ? { body, decided_on } : null
  const count = uncontested ? null : await loadCount(db, id)
  const booth = uncontested ? undefined : await loadBooth(db, id, count)
  if (!uncontested && !isCounted(election, count, booth)) return undefined
  const candidates = (await listStanding(db, id)).map(({ id, name }) => ({ id, name }))
  return {
    election: {
      id,
      area: area_slug,
      term: [term.starts_on, term.ends_on],
      kind,
      seats,
      polling_on,
      statutes_version_id,
      list_version,
    },
    candidates,
    count,
    ...(booth && { booth }),
    uncontested,
  }
}

/** Half of the boxes is no result: it would be the other half's secret. */
function isCounted({ means }: Election, count: CountedBallots | null, booth: CountedBooth | undefined) {
  return (means === 'booth' || count !== null) && (means === 'paper' || booth !== undefined)
}

async function loadBooth(
  db: Db,
  electionId: number,
  count: CountedBallots | null,
): Promise<CountedBooth | undefined> {
  const booth = await findBoothCount(db, electionId)
  if (!booth) return undefined
  const recount = await findRecount(db, electionId)
  const round = recount ? recount.after_round + 1 : 0
  // A lot hangs on the count on paper where there is one.
  return { ...booth, round, lot: count ? null : await findLot(db, electionId, round) }
}

async function loadCount(db: Db, electionId: number): Promise<CountedBallots | null> {
  const { agreed } = await loadCounting(db, electionId)
  const account = await findPaperAccount(db, electionId)
  if (!agreed || !account) return null
  const { round, ballots_in_box, blank, invalid, votes } = agreed
  const { printed, handed_out, exchanged, unused, not_returned, difference_reason } = account
  return {
    round,
    ballots_in_box,
    blank,
    invalid,
    votes,
    counters: agreed.counters.map((one) => ({ name: one.counter, difference_reason: one.difference_reason })),
    papers: { printed, handed_out, exchanged, unused, not_returned, difference_reason },
    lot: await findLot(db, electionId, round),
  }
}

async function findLot(db: Db, electionId: number, round: number): Promise<DrawnLot | null> {
  const row = await db('lots').where({ election_id: electionId, about: 'tie', round }).first()
  if (!row) return null
  const { method, witnesses, drawn_by, drawn_on } = row
  const [among, chosen] = [row.among, row.chosen].map((ids) => JSON.parse(ids) as number[])
  const draw = await findLotDraw(db, row)
  return {
    among: among ?? [],
    chosen: chosen ?? [],
    method,
    witnesses,
    drawn_by,
    drawn_on,
    ...(draw && { draw: { commitment: draw.commitment, seed: draw.seed, words: draw.words } }),
  }
}
