import { agreedIn } from './figures.ts'
import { type Finding, fits, leftOut, wrong } from './findings.ts'
import { barredIn } from './incidents.ts'
import type { Lot, RecordData } from './record.ts'
import type { Line } from './record_corrections.ts'
import { canonical, type Json, type JsonObject, sha256 } from './text.ts'

/** The sections of the record that the result rests on. */
export const RESTED_ON = [
  ...(['result', 'election', 'statutes', 'timetable', 'list', 'candidates', 'uncontested'] as const),
  ...(['rounds', 'papers', 'booth', 'recounts', 'lot'] as const),
]

type Rested = Pick<RecordData, (typeof RESTED_ON)[number] | 'incidents' | 'sealed'> &
  Partial<Pick<RecordData, 'investigations'>>

/** The result's code is the hash of all that the result rests on, put together here from the sections of the record. */
export async function checkResultCode(record: Rested): Promise<Finding> {
  const { result, sealed } = record
  // The code is of the texts themselves, which the public part has codes for.
  if (result === null || (sealed && hasTexts(record))) return leftOut('result')
  const hash = await sha256(canonical(restsOn(record, result)))
  return hash === result.hash ? fits('result') : wrong('result', 'other_result_hash')
}

/** Whether a text that can be sealed is among what the result rests on. */
function hasTexts({ rounds, papers, lot }: Rested): boolean {
  const reasons = [papers, ...rounds.flatMap(({ sheets }) => sheets)].map((one) => one?.difference_reason)
  return lot !== null || reasons.some((reason) => typeof reason === 'string' && reason !== '')
}

function restsOn(record: Rested, result: NonNullable<RecordData['result']>): JsonObject {
  const { election, statutes, timetable, list, uncontested } = record
  const { outcome, elected, among, seatsLeft, steps } = result
  const { id, area, term, kind, seats } = election
  const count = uncontested === null ? countIn(record) : null
  const barred = barredIn(record)
  const booth = uncontested === null ? boothIn(record, count === null) : undefined
  return {
    format: 1,
    election: {
      ...{ id, area, term, kind, seats, polling_on: timetable.polling_on },
      ...{ statutes_version_id: statutes.version_id, list_version: list.version },
    },
    candidates: record.candidates
      .filter(({ position }) => position !== null)
      .map((one) => ({ id: one.id, name: one.name })),
    count,
    ...(booth !== undefined && { booth }),
    ...(barred && { barred: { ...barred } }),
    uncontested: uncontested && { body: uncontested.body, decided_on: uncontested.decided_on },
    ...{ outcome, elected, among, seatsLeft, steps },
  }
}

/** The papers: the two sheets that agree, with the account and the lot. */
function countIn({ rounds, papers, lot }: Rested): JsonObject | null {
  const agreed = agreedIn(rounds)
  if (agreed === undefined || papers === null) return null
  const [first, second] = agreed.sheets
  const { printed, handed_out, exchanged, unused, not_returned, difference_reason, from_tablet } = papers
  return {
    ...{ round: agreed.round, ballots_in_box: first.ballots_in_box },
    ...{ blank: first.blank, invalid: first.invalid, votes: linesOf(first.votes) },
    counters: [first, second].map((one) => ({ name: one.counter, difference_reason: one.difference_reason })),
    papers: {
      ...{ printed, handed_out, exchanged, unused, not_returned, difference_reason },
      ...(from_tablet !== undefined && { from_tablet }),
    },
    lot: lot && lotIn(lot),
  }
}

/** The lot hangs on the papers where there are any. */
function boothIn(record: Rested, isAlone: boolean): JsonObject | undefined {
  const { booth, lot } = record
  if (booth === null) return undefined
  const { releases, voided, envelopes, blank, invalid, votes, codes_hash, opened_by, opened_on } = booth
  const { from_papers } = booth
  return {
    ...{
      releases,
      voided,
      envelopes,
      blank,
      invalid,
      votes: linesOf(votes),
      codes_hash,
      opened_by,
      opened_on,
    },
    ...(from_papers !== undefined && { from_papers }),
    round: newestRecount(record),
    lot: isAlone && lot ? lotIn(lot) : null,
  }
}

/**
 * The first round of the newest count after a complaint or an investigation; 0 when there was none. Without papers there are no
 * rounds, and each such count is one.
 */
function newestRecount({ rounds, recounts, investigations = [] }: Rested): number {
  const found = investigations.filter(({ corrected }) => corrected !== null)
  if (rounds.length === 0) return recounts.length + found.length
  const begun = rounds.filter(({ investigation }) => investigation !== undefined).map(({ round }) => round)
  return Math.max(0, ...recounts.map(({ after_round }) => after_round + 1), ...begun)
}

function linesOf(lines: readonly Line[]): Json {
  return lines.map(({ candidacy_id, votes }) => ({ candidacy_id, votes }))
}

function lotIn({ among, chosen, method, witnesses, drawn_by, drawn_on, draw, telephone }: Lot): JsonObject {
  return {
    ...{ among, chosen, method, witnesses, drawn_by, drawn_on },
    ...(draw && { draw: { commitment: draw.commitment, seed: draw.seed, words: draw.words } }),
    ...(telephone && { telephone: telephone.map(({ member }) => member) }),
  }
}
