import { agreedIn } from './figures.ts'
import { type Finding, firstWrong, leftOut, wrong } from './findings.ts'
import { ableIn, barredIn } from './incidents.ts'
import type { RecordData } from './record.ts'
import type { Change, Correction, CountedOutcome, Figures, Investigation } from './record_corrections.ts'

/** The sections that say what was counted anew, and what that is held against. */
export const CORRECTED_IN = [
  ...(['recounts', 'rounds', 'booth', 'totals', 'result', 'election', 'made_at'] as const),
]

type Corrected = Pick<RecordData, (typeof CORRECTED_IN)[number]> &
  Partial<Pick<RecordData, 'investigations' | 'complaints' | 'incidents'>>

interface CountedAnew extends Correction {
  /** The last round of the count before; undefined where the record has no rounds, since the votes were on a tablet alone. */
  after: number | undefined
}

/**
 * Old figures and changes give the new figures, line by line; the old ones are those of the sheets from before, and each new result is
 * the old one of the next, the last one that of the record.
 */
export function checkCorrections(record: Corrected): Finding {
  const { investigations = [], recounts, made_at } = record
  const all = countedAnew(record)
  if (all.length === 0 && investigations.length === 0 && made_at !== 'corrected')
    return leftOut('corrections')
  return firstWrong('corrections', [
    causeFault(record),
    ...investigations.map(investigationFault),
    ...recounts.map((recount, index) => complaintFault(record, recount, index)),
    ...all.map((one, index) => correctionFault(record, one, all[index + 1]?.was, index + 1)),
    nameFault(record, all),
  ])
}

/** The first one first. Records from before old figures were written down have recounts without. */
function countedAnew({
  recounts,
  rounds,
  investigations = [],
}: Pick<Corrected, 'recounts' | 'rounds' | 'investigations'>): CountedAnew[] {
  const roundOf = (number: number) => rounds.find((one) => one.investigation === number)?.round
  const all = [
    ...recounts.flatMap(({ after_round, corrected }) =>
      corrected ? { ...corrected, after: rounds.length === 0 ? undefined : after_round } : [],
    ),
    ...investigations.flatMap(({ number, corrected }) => {
      const round = roundOf(number)
      return corrected ? { ...corrected, after: round === undefined ? undefined : round - 1 } : []
    }),
  ]
  return all.sort((a, b) => (a.after ?? 0) - (b.after ?? 0))
}

/** Who was elected before each count that was made anew, the first one first; empty where it is not shown. */
export function formerIn({ recounts, rounds, ...more }: Partial<Corrected>): number[][] {
  if (recounts === undefined || rounds === undefined) return []
  return countedAnew({ recounts, rounds, ...more }).map(({ was }) => was.elected)
}

/** Investigations are numbered, and each count that one asked for is in the record, as is each that a round names. */
function causeFault({ investigations = [], rounds }: Corrected): Finding | undefined {
  const missing = wrong('corrections', 'investigation_missing')
  if (investigations.some(({ number }, index) => number !== index + 1)) return missing
  const isThere = (number: number) => investigations.some((one) => one.number === number && one.corrected)
  if (rounds.some(({ investigation }) => investigation !== undefined && !isThere(investigation)))
    return missing
  const counted = investigations.filter(({ corrected }) => rounds.length > 0 && corrected !== null)
  const hasRound = ({ number }: Investigation) => rounds.some((one) => one.investigation === number)
  return counted.every(hasRound) ? undefined : missing
}

/** What was found is there, with what it asks for, signed by two. */
function investigationFault({ number, findings, signatures, corrected }: Investigation): Finding | undefined {
  const signers = new Set(signatures.map(({ signer }) => signer))
  const isWhole =
    findings !== null && signers.size >= 2 && (findings.figures === 'new') === (corrected !== null)
  return isWhole ? undefined : wrong('corrections', 'investigation_open', { number })
}

/** A complaint asked for it, and the first round of the new count says so. */
function complaintFault(
  { complaints, rounds }: Corrected,
  { complaint, after_round, corrected }: RecordData['recounts'][number],
  index: number,
): Finding | undefined {
  if (!corrected) return undefined
  const isAsked = (complaints ?? []).some(
    ({ number, decision }) => number === complaint && decision?.outcome === 'recount',
  )
  const isCounted =
    rounds.length === 0 || rounds.some((one) => one.round === after_round + 1 && one.complaint === complaint)
  if ((complaints === undefined || isAsked) && isCounted) return undefined
  return wrong('corrections', 'recount_without_complaint', { number: index + 1 })
}

function correctionFault(
  record: Corrected,
  { was, is, changes, after, was_certified }: CountedAnew,
  next: CountedOutcome | undefined,
  number: number,
): Finding | undefined {
  const fault = (key: string) => wrong('corrections', key, { number })
  if (was.totals === null || !is || is.totals === null) return fault('correction_unfinished')
  const counted = countedUpTo(record, after)
  if (!counted || figuresOf(counted) !== figuresOf(was.totals)) return fault('correction_old_figures')
  if (!isByVotes(was.elected, was.totals, record, was_certified)) return fault('correction_old_elected')
  const then = next ?? { elected: record.result?.elected ?? [], totals: record.totals }
  if (then.totals === null || figuresOf(then.totals) !== figuresOf(is.totals))
    return fault('correction_new_figures')
  if (then.elected.join() !== is.elected.join()) return fault('correction_new_elected')
  const given = changes.map(lineOf).sort().join()
  const computed = changesBetween(was.totals, is.totals).map(lineOf).sort().join()
  return given === computed ? undefined : fault('correction_changes')
}

/** What the sheets up to a round and the tablet's box give together; undefined where no two sheets agree. */
function countedUpTo({ rounds, booth }: Corrected, after: number | undefined): Figures | undefined {
  const agreed = after === undefined ? undefined : agreedIn(rounds.filter(({ round }) => round <= after))
  const sheet = agreed?.sheets[0]
  if (!sheet && (rounds.length > 0 || !booth)) return undefined
  const sum = new Map<number, number>()
  for (const { candidacy_id, votes } of [...(sheet?.votes ?? []), ...(booth?.votes ?? [])])
    sum.set(candidacy_id, (sum.get(candidacy_id) ?? 0) + votes)
  return {
    ballots: (sheet?.ballots_in_box ?? 0) + (booth?.envelopes ?? 0),
    blank: (sheet?.blank ?? 0) + (booth?.blank ?? 0),
    invalid: (sheet?.invalid ?? 0) + (booth?.invalid ?? 0),
    votes: [...sum].map(([candidacy_id, votes]) => ({ candidacy_id, votes })),
  }
}

/** In an order of its own. */
function figuresOf({ ballots, blank, invalid, votes }: Figures): string {
  const lines = votes.map((line) => [line.candidacy_id, line.votes] as const).sort(([a], [b]) => a - b)
  return JSON.stringify([ballots, blank, invalid, lines])
}

function changesBetween(was: Figures, is: Figures): Change[] {
  const votesOf = ({ votes }: Figures, id: number) =>
    votes.find(({ candidacy_id }) => candidacy_id === id)?.votes ?? 0
  const ids = new Set([...was.votes, ...is.votes].map(({ candidacy_id }) => candidacy_id))
  const lines: Change[] = [
    ...[...ids].map((id) => {
      return { line: 'candidate', candidacy_id: id, was: votesOf(was, id), is: votesOf(is, id) }
    }),
    ...(['blank', 'invalid', 'ballots'] as const).map((line) => ({ line, was: was[line], is: is[line] })),
  ]
  return lines.filter((line) => line.was !== line.is)
}

function lineOf({ line, candidacy_id, was, is }: Change): string {
  return JSON.stringify([line, candidacy_id ?? null, was, is])
}

/** Those with the most votes. Among equals at the border it takes any, since the old lot is not in the record. */
function isByVotes(
  elected: readonly number[],
  { votes }: Figures,
  record: Corrected,
  isDrawn: boolean,
): boolean {
  const all = votes.map((line) => ({ id: line.candidacy_id, votes: line.votes }))
  const { ranked, seats } = ableIn(all, record.election.seats, barredIn(record))
  const [last, next] = [ranked[seats - 1], ranked[seats]]
  const tied = last && next && last.votes === next.votes ? last.votes : undefined
  const safe = ranked.filter((one, index) => (tied === undefined ? index < seats : one.votes > tied))
  const may = new Set([...safe, ...ranked.filter((one) => one.votes === tied)].map((one) => one.id))
  const isWhole = new Set(elected).size === elected.length && elected.every((id) => may.has(id))
  const hasSafe = safe.every(({ id }) => elected.includes(id))
  const full = Math.min(seats, ranked.length)
  // Before lots are drawn only those are elected who are safe whatever the lot says.
  return isWhole && hasSafe && (elected.length === full || (!isDrawn && elected.length === safe.length))
}

/** A record is called corrected when its result is another one than the one that was certified before, or when an investigation kept it. */
function nameFault(record: Corrected, all: readonly CountedAnew[]): Finding | undefined {
  const { made_at, investigations = [], totals, result } = record
  const former = [...all].reverse().find((one) => one.was_certified)?.was
  const isOther =
    former?.totals && totals && result
      ? figuresOf(former.totals) !== figuresOf(totals) || former.elected.join() !== result.elected.join()
      : false
  const isKept = investigations.some(({ findings }) => findings?.figures === 'kept')
  if (made_at === 'corrected' && !isOther && !isKept) return wrong('corrections', 'corrected_without_cause')
  return made_at === 'certified' && isOther ? wrong('corrections', 'not_called_corrected') : undefined
}
