import { canonicalOf, sha256 } from '../../core/canonical.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { CandidacyId, ElectionId, StatutesVersionId } from '../../core/ids.ts'
import { type Barred, countWithBarred } from '../../rules/elections/incidents/barred.ts'
import type { Lot, PluralityResult, Step } from '../../rules/elections/plurality.ts'
import { tally, type OpenedBox, type Tally } from '../../rules/elections/tally.ts'
import type { RuleName } from '../../statutes/document.ts'
import type { ElectionKind } from '../tables.ts'
import type { DrawRow, LotDrawRow, LotRow } from './tables.ts'

/** Everything that a result rests on: the same inputs always give the same result and hash. */
export interface ResultInputs {
  election: {
    id: ElectionId
    area: string
    term: [IsoDate, IsoDate]
    kind: ElectionKind
    seats: number
    polling_on: IsoDate
    statutes_version_id: StatutesVersionId
    list_version: number
  }
  /** In ballot order. */
  candidates: { id: CandidacyId; name: string }[]
  /** Null when there was no vote on paper. */
  count: CountedBallots | null
  /** Left out when there were no tablets. */
  booth?: CountedBooth
  /** Candidates who can take no seat; left out when all can. */
  barred?: Barred
  /** The decision not to vote; null when there was a vote. */
  uncontested: { body: string; decided_on: IsoDate } | null
}

export interface CountedBallots {
  round: number
  ballots_in_box: number
  blank: number
  invalid: number
  votes: { candidacy_id: CandidacyId; votes: number }[]
  counters: { name: string; difference_reason: string | null }[]
  papers: {
    printed: number
    handed_out: number
    exchanged: number
    unused: number
    not_returned: number
    difference_reason: string | null
    /** Left out unless ballots of a tablet lie among the papers. */
    from_tablet?: number
  }
  lot: DrawnLot | null
}

export interface CountedBooth extends OpenedBox {
  /** 0 at the opening; after a recount, the round in which its ballots were counted again. */
  round: number
  /** Releases given, and those of them that gave no ballot. */
  releases: number
  voided: number
  /** SHA-256 of the sorted codes of all sealed ballots. */
  codes_hash: string
  opened_by: string
  opened_on: IsoDate
  /** The lot, when there was no count on paper to carry it. */
  lot: DrawnLot | null
}

export const LOT_METHODS: readonly LotRow['method'][] = ['slips', 'straws', 'coin', 'other']

export type DrawnLot = Lot & {
  method: LotRow['method']
  witnesses: string
  drawn_by: string
  drawn_on: IsoDate
  /** What the draw can be checked with when the app drew; left out when people did. */
  draw?: Pick<DrawRow, 'commitment' | 'seed'> & Pick<LotDrawRow, 'words'>
  /** Those of the board who were on the telephone; left out when the board was in the room. */
  telephone?: string[]
}

/** The round that a result rests on; 0 when there was no vote on paper. */
export function roundOf({ count, booth }: Pick<ResultInputs, 'count' | 'booth'>): number {
  return count?.round ?? booth?.round ?? 0
}

export interface Result extends ResultInputs {
  outcome: 'decided' | 'lot_required' | 'uncontested'
  /** Before lots are drawn, those who are elected whatever the lot says. */
  elected: CandidacyId[]
  /** Those among whom lots must be drawn, and for how many seats. */
  among: CandidacyId[]
  seatsLeft: number
  steps: Step[]
  /** SHA-256 of the canonical JSON of all of the above. */
  hash: string
}

/** The function is pure: a recount gives the certified hash, bit for bit. */
export function deriveResult(inputs: ResultInputs): Result {
  const outcome = outcomeOf(inputs)
  return { ...inputs, ...outcome, hash: sha256(recordOf({ ...inputs, ...outcome })) }
}

/** The text that is hashed, compared and kept. */
export function recordOf(result: Omit<Result, 'hash'>): string {
  const { election, candidates, count, booth, barred, uncontested } = result
  const { outcome, elected, among, seatsLeft, steps } = result
  // An election without a tablet has the text it had before there were any.
  const record = {
    election,
    candidates,
    count,
    booth,
    barred,
    uncontested,
    outcome,
    elected,
    among,
    seatsLeft,
    steps,
  }
  return canonicalOf({ format: 1, ...record })
}

type Outcome = Pick<Result, 'outcome' | 'elected' | 'among' | 'seatsLeft' | 'steps'>

/** Adds all boxes together. Returns null when there was no vote. */
export function totalsOf({ count, booth }: Pick<ResultInputs, 'count' | 'booth'>): Tally | null {
  return tally(count, booth)
}

export function lotOf({ count, booth }: Pick<ResultInputs, 'count' | 'booth'>): DrawnLot | null {
  return count?.lot ?? booth?.lot ?? null
}

function outcomeOf(inputs: ResultInputs): Outcome {
  const { candidates } = inputs
  const totals = totalsOf(inputs)
  if (!totals) {
    const elected = candidates.map(({ id }) => id)
    return { outcome: 'uncontested', elected, among: [], seatsLeft: 0, steps: [] }
  }
  const lot = lotOf(inputs)
  const result = countVotes(inputs, totals, lot ? [lot] : [])
  const { outcome, steps } = result
  return result.outcome === 'decided'
    ? { outcome, elected: result.elected, among: [], seatsLeft: 0, steps }
    : { outcome, elected: result.safe, among: result.among, seatsLeft: result.seatsLeft, steps }
}

/** Who has the seats by these votes and lots. */
export function countVotes(
  { election, candidates, barred }: ResultInputs,
  totals: Tally | null,
  lots: readonly Lot[],
): PluralityResult {
  const votesOf = new Map(totals?.votes.map(({ candidacy_id, votes }) => [candidacy_id, votes]))
  const votes = candidates.map(({ id }) => ({ id, votes: votesOf.get(id) ?? 0 }))
  return countWithBarred({ candidates: votes, seats: election.seats, lots }, barred)
}

export function rulesBehind(result: Result): RuleName[] {
  const { uncontested, steps, barred } = result
  const tied = steps.some(({ rule }) => rule === 'tie_at_border')
  return [
    ...(uncontested ? (['uncontested'] as const) : []),
    ...(tied ? (['electionTie'] as const) : []),
    ...(lotOf(result)?.telephone ? (['lotByTelephone'] as const) : []),
    ...(barred ? (['afterFirstVote'] as const) : []),
    ...(totalsOf(result) ? (['publicationThreshold'] as const) : []),
    'complaintDays',
  ]
}
