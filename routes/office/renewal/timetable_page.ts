import type { Request } from 'express'
import { parseDate, type IsoDate } from '../../../models/core/dates.ts'
import { NotFound } from '../../../models/core/errors.ts'
import { getRenewal, isOwnTerm, listTermsToRenew, proposeFor } from '../../../models/renewal/renewal.ts'
import { RENEWAL_STEPS, type RenewalStepKind } from '../../../models/rules/renewal/renewal.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import { paths } from '../../../views/paths.ts'
import { inWords } from './list_page.ts'

/** One line of the form: a step, its day and who sees to it. */
export interface StepField {
  kind: RenewalStepKind
  on: IsoDate
  owner: string
}

/** office/renewal/new. */
export interface NewRenewalPage {
  years: string
  term: string
  startsOn: IsoDate
  endsOn: IsoDate
  municipalElectionOn: IsoDate
  /** The council has terms of its own, so that day is one that it has set. */
  own: boolean
  /** The register knows the term, so its days stand. */
  known: boolean
  /** The term before one that it does not know. */
  after: string
  action: string
  back: string
  steps: StepField[]
}

/** `?periode=` chooses the term, `?valgdag=` another day for the municipal election than the one suggested. */
export async function newPage(req: Request): Promise<NewRenewalPage> {
  const today = req.clock.today()
  const terms = await listTermsToRenew(req.db, today)
  const wanted = req.query.periode ?? yearsTyped(req)
  const term = wanted === undefined ? terms.at(-1) : terms.find((one) => yearsOf(one) === wanted)
  if (!term) throw new NotFound('term')
  const asked = typeof req.query.valgdag === 'string' ? parseDate(req.query.valgdag) : undefined
  const election = asked !== undefined && asked < term.starts_on ? asked : term.municipal_election_on
  const days = await proposeFor(req.db, { ...term, municipal_election_on: election }, today)
  return {
    years: yearsOf(term),
    term: inWords(yearsOf(term)),
    startsOn: term.starts_on,
    endsOn: term.ends_on,
    municipalElectionOn: election,
    own: term.own,
    known: term.id !== undefined,
    after: String(term.after ?? ''),
    action: paths.newRenewal,
    back: paths.renewals,
    steps: RENEWAL_STEPS.map((kind) => ({ kind, on: days[kind], owner: req.t(`renewal.owner.${kind}`) })),
  }
}

/** The term of a form that comes back, by the days that were typed. */
export function yearsTyped(req: Request): string | undefined {
  const days = [req.typed.starts_on, req.typed.ends_on].map((day) =>
    typeof day === 'string' ? parseDate(day) : undefined,
  )
  const [starts_on, ends_on] = days
  return starts_on && ends_on ? yearsOf({ starts_on, ends_on }) : undefined
}

/** office/renewal/timetable. */
export interface TimetablePage {
  term: string
  action: string
  back: string
  /** The council has terms of its own. */
  own: boolean
  steps: StepField[]
}

export async function timetablePage(req: Request, years: string): Promise<TimetablePage> {
  const { term, days, owners } = await getRenewal(req.db, years)
  return {
    term: inWords(yearsOf(term)),
    action: paths.renewalTimetable(years),
    back: paths.renewal(years),
    own: await isOwnTerm(req.db, term.starts_on),
    steps: RENEWAL_STEPS.map((kind) => ({ kind, on: days[kind], owner: owners[kind] })),
  }
}
