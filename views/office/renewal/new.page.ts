import type { IsoDate } from '../../../models/core/dates.ts'
import type { TermToRenew } from '../../../models/renewal/renewal.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import type { RenewalTimetable } from '../../../models/rules/renewal/renewal.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { stepFields, type StepField } from './_steps.page.ts'
import { termInWords } from './words.ts'

export interface NewPage {
  years: string
  term: string
  startsOn: IsoDate
  endsOn: IsoDate
  municipalElectionOn: IsoDate
  /** The council has terms of its own, and so has set the day itself. */
  own: boolean
  /** The register knows the term, so its days stand. */
  known: boolean
  /** The term before one that the register does not know. */
  after: string
  action: string
  back: string
  steps: StepField[]
}

export function newPage({ t }: Reader, term: TermToRenew, days: RenewalTimetable): NewPage {
  return {
    years: yearsOf(term),
    term: termInWords(term),
    startsOn: term.starts_on,
    endsOn: term.ends_on,
    municipalElectionOn: term.municipal_election_on,
    own: term.own,
    known: term.id !== undefined,
    after: String(term.after ?? ''),
    action: paths.newRenewal,
    back: paths.renewals,
    steps: stepFields(days, (kind) => t(`renewal.owner.${kind}`)),
  }
}
