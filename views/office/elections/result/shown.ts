import type { IsoDate } from '../../../../models/core/dates.ts'
import type { CandidacyId } from '../../../../models/core/ids.ts'
import {
  lotOf,
  totalsOf,
  type CountedBooth,
  type Result,
} from '../../../../models/elections/result/result.ts'
import type { CertificationRow } from '../../../../models/elections/result/tables.ts'
import { ballotsIn } from '../../../../models/rules/elections/tally.ts'
import { missingPapers, type Papers } from '../../../../models/rules/elections/paper_account.ts'
import {
  resultFigures,
  resultSteps,
  shownLot,
  type ResultFigures,
  type ResultStep,
  type ShownLot,
} from '../../../partials/elections/result.ts'
import type { Reader } from '../../../reader.ts'
import { listOf } from '../head.ts'

export interface ShownPapers {
  figures: Pick<Papers, keyof Papers>
  missing: number
  /** Written when polling closed. */
  difference_reason: string | null
}

export interface ShownResult {
  outcome: Result['outcome']
  /** Before lots are drawn, the candidates who are safe. */
  elected: string
  electedCount: number
  among: string
  seatsLeft: number
  steps: ResultStep[]
  figures: ResultFigures | null
  papers: ShownPapers | null
  counters: string
  /** Written about papers that are missing or too many. */
  reasons: Pick<{ name: string; reason: string }, 'name' | 'reason'>[]
  lot: ShownLot | null
  /** Never for the public. */
  lotWitnesses: string | null
  /** The tablets' own account: releases given, voided, and ballots in the box. Never votes by themselves. */
  booth:
    | (Pick<CountedBooth, 'envelopes' | 'opened_by' | 'opened_on'> & {
        account: Pick<CountedBooth, 'releases' | 'voided' | 'envelopes'>
        /** Papers that were entered into the box. */
        papers: number | null
        ballots: number
      })
    | null
  /** Paper box and tablets together, when people could vote both ways. */
  both: Pick<{ paper: number; tablet: number; ballots: number }, 'paper' | 'tablet' | 'ballots'> | null
  uncontested: { body: string; decided_on: IsoDate } | null
  hash: string
}

export function shownResult(reader: Reader, result: Result): ShownResult {
  const { outcome, count, booth, candidates, uncontested, hash, seatsLeft } = result
  const counters = count?.counters ?? []
  const namesOf = (ids: readonly CandidacyId[]) =>
    listOf(
      reader,
      ids.flatMap((id) => candidates.filter((candidate) => candidate.id === id)).map(({ name }) => name),
    )
  return {
    outcome,
    elected: namesOf(result.elected),
    electedCount: result.elected.length,
    among: namesOf(result.among),
    seatsLeft,
    steps: resultSteps(reader, result),
    figures: resultFigures(result),
    papers: count && shownPapers(count),
    counters: listOf(
      reader,
      counters.map(({ name }) => name),
    ),
    reasons: counters.flatMap(({ name, difference_reason: reason }) =>
      reason === null ? [] : [{ name, reason }],
    ),
    lot: shownLot(result),
    lotWitnesses: lotOf(result)?.witnesses ?? null,
    booth: booth ? boothAccount(booth) : null,
    both: bothBoxes(result),
    uncontested,
    hash,
  }
}

function shownPapers({ papers, ballots_in_box: in_box }: NonNullable<Result['count']>): ShownPapers {
  const { difference_reason, ...figures } = papers
  return { figures: { ...figures, in_box }, missing: missingPapers(papers, in_box), difference_reason }
}

function boothAccount(booth: CountedBooth) {
  const { releases, voided, envelopes, opened_by, opened_on, from_papers } = booth
  const papers = from_papers ?? null
  const account = { releases, voided, envelopes }
  return { account, envelopes, opened_by, opened_on, papers, ballots: ballotsIn(booth) }
}

function bothBoxes(result: Result): ShownResult['both'] {
  const { count, booth } = result
  if (!count || !booth) return null
  const [paper, tablet] = [count.ballots_in_box, booth.envelopes]
  return { paper, tablet, ballots: totalsOf(result)?.ballots ?? 0 }
}

export interface Certified {
  name: string
  on: IsoDate
}

export function shownCertifications(rows: readonly CertificationRow[]): Certified[] {
  return rows.map(({ certifier, certified_on }) => ({ name: certifier, on: certified_on }))
}
