import type { Db } from '../db.ts'
import { COUNTERS_NEEDED } from '../rules/certification.ts'
import { compareSheets, type CountSheet, type DifferingLine } from '../rules/count_sheets.ts'
import type { CountRow } from '../tables.ts'

export interface Counter {
  account_id: number
  counter: string
}

/** The figures on which two counters agree, with who they were and what each wrote about the papers. */
export interface AgreedCount extends CountSheet {
  round: number
  list_version: number
  counters: (Counter & { difference_reason: string | null })[]
}

/** How far the counting has come. Of a single counter's figures nothing leaves this file. */
export interface Counting {
  /** The round that is being counted, or in which the two agreed. */
  round: number
  /** Who has counted in that round. */
  entered: Counter[]
  /** The lines on which the two of the round before did not agree, without their figures. */
  differs: DifferingLine[]
  agreed: AgreedCount | undefined
  /** Everybody who has entered a count in any round. */
  counterIds: number[]
}

interface Sheet extends CountSheet {
  row: CountRow
}

/** The rounds of an election so far: two sheets that agree end the counting, two that differ begin a new round. */
export async function loadCounting(db: Db, electionId: number): Promise<Counting> {
  const sheets = await listSheets(db, electionId)
  const counterIds = [...new Set(sheets.map(({ row }) => row.account_id))]
  const newest = Math.max(1, ...sheets.map(({ row }) => row.round))
  const inRound = (round: number) => sheets.filter(({ row }) => row.round === round)
  const [first, second] = inRound(newest)
  const differs = differences(first, second)
  if (first && second && differs.length === 0) {
    const entered = [first, second].map(counterOf)
    return { round: newest, entered, differs: [], agreed: agreedCount(first, second), counterIds }
  }
  if (second) return { round: newest + 1, entered: [], differs, agreed: undefined, counterIds }
  const before = inRound(newest - 1)
  const entered = inRound(newest).slice(0, COUNTERS_NEEDED).map(counterOf)
  return { round: newest, entered, differs: differences(...before), agreed: undefined, counterIds }
}

async function listSheets(db: Db, electionId: number): Promise<Sheet[]> {
  const rows = await db('counts').where({ election_id: electionId }).orderBy('round').orderBy('id')
  const lines = await db('count_lines')
    .whereIn(
      'count_id',
      rows.map(({ id }) => id),
    )
    .orderBy('candidacy_id')
  return rows.map((row) => ({
    row,
    ballots_in_box: row.ballots_in_box,
    blank: row.blank,
    invalid: row.invalid,
    votes: lines
      .filter(({ count_id }) => count_id === row.id)
      .map(({ candidacy_id, votes }) => ({ candidacy_id, votes })),
  }))
}

function differences(first?: Sheet, second?: Sheet): DifferingLine[] {
  return first && second ? compareSheets(first, second) : []
}

function counterOf({ row: { account_id, counter } }: Sheet): Counter {
  return { account_id, counter }
}

function agreedCount(first: Sheet, second: Sheet): AgreedCount {
  const { ballots_in_box, blank, invalid, votes, row } = first
  const counters = [first, second].map((sheet) => ({
    ...counterOf(sheet),
    difference_reason: sheet.row.difference_reason,
  }))
  const { round, list_version } = row
  return { round, list_version, ballots_in_box, blank, invalid, votes, counters }
}
