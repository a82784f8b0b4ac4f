import type { IsoDate } from '../../../core/dates.ts'
import { Refused } from '../../../core/errors.ts'
import type { ImportPlan } from './plan.ts'

export interface ImportCounts {
  lines: number
  skipped: number
  memberships: number
  people: number
  offices: number
  terms: number
  seats: number
  from: IsoDate
  until: IsoDate
}

/** Returns undefined when the plan writes nothing. */
export function countsOf(plan: ImportPlan): ImportCounts | undefined {
  const { memberships, newPeople, newTerms, earlierSeats } = plan
  const from = memberships.map(({ starts_on }) => starts_on).sort()[0]
  const until = memberships
    .map(({ ends_on }) => ends_on)
    .sort()
    .at(-1)
  if (from === undefined || until === undefined) return undefined
  return {
    lines: plan.lines,
    skipped: plan.leftOut,
    memberships: memberships.length,
    people: newPeople.length,
    offices: memberships.reduce((sum, { offices }) => sum + offices.length, 0),
    terms: newTerms.length,
    seats: earlierSeats.length,
    from,
    until,
  }
}

/** Throws Refused when a question is open, a line is wrong or the plan is empty. */
export function requireReady(plan: ImportPlan): ImportCounts {
  if (plan.open > 0) throw new Refused('import_has_questions')
  if (plan.wrong.length > 0) throw new Refused('import_has_errors', {}, 'skip')
  const counts = countsOf(plan)
  if (!counts) throw new Refused('import_nothing_left')
  return counts
}
