import type { Election } from '../../../models/elections/elections.ts'
import type { NextStep } from '../../../models/elections/next_step.ts'
import type { Sitting } from '../../../models/elections/planning/sittings.ts'
import type { Reader } from '../../reader.ts'
import { headOf, type ElectionHead } from './head.ts'
import { nextOf, type Next } from './next.ts'

export interface ListPage {
  underWay: ListedElection[]
  finished: ListedElection[]
}

interface ListedElection {
  head: ElectionHead
  next: Next | null
}

/** The newest polling day first. */
export interface ListedRow {
  election: Election
  step: NextStep | undefined
  sittings: readonly Sitting[]
}

/** Elections under way come by the earliest polling day, those that are over by the newest. */
export function listPage(reader: Reader, rows: readonly ListedRow[]): ListPage {
  const listed = rows.map(({ election, step, sittings }) => ({
    head: headOf(reader, election),
    next: nextOf(reader, election, step, sittings),
  }))
  return {
    underWay: listed.filter(({ head }) => !head.facts.over).reverse(),
    finished: listed.filter(({ head }) => head.facts.over),
  }
}
