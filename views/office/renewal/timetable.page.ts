import type { Renewal } from '../../../models/renewal/renewal.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import { paths } from '../../paths.ts'
import { stepFields, type StepField } from './_steps.page.ts'
import { termInWords } from './words.ts'

export interface TimetablePage {
  term: string
  action: string
  back: string
  own: boolean
  steps: StepField[]
}

/** `own`: the council has terms of its own. */
export function timetablePage({ term, days, owners }: Renewal, own: boolean): TimetablePage {
  return {
    term: termInWords(term),
    action: paths.renewalTimetable(yearsOf(term)),
    back: paths.renewal(yearsOf(term)),
    own,
    steps: stepFields(days, (kind) => owners[kind]),
  }
}
