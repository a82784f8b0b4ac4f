import type { Request, Response } from 'express'
import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import {
  answersOf,
  getImport,
  linesOf,
  planOf,
  type ImportCounts,
} from '../../../models/exchange/import/imports.ts'
import { jobOf, type JobState } from '../../../models/exchange/import/jobs.ts'
import { countsOf, holdsUpOthers } from '../../../models/exchange/import/storing.ts'
import { listSeats } from '../../../models/council/seats.ts'
import type { Reading } from '../../../models/exchange/import/plan/dates.ts'
import type { Problem } from '../../../models/exchange/import/plan/lines.ts'
import type { ImportPlan } from '../../../models/exchange/import/plan/plan.ts'
import { COLUMNS } from '../../../models/exchange/import/plan/table.ts'
import { readableDays, type Again } from '../../web/forms.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { show } from '../../web/views.ts'
import { fieldOf } from './answers.ts'
import { wordsOf } from './words.ts'

export type ImportRequest = Request<{ id: string }>

const MOST_PROBLEMS = 200
const MOST_PAIRS = 50

/** office/exchange/import */
export interface ImportPage {
  id: number
  name: string
  state: 'draft' | 'stored' | 'undone'
  back: string
  job: JobState | null
  /** Where the page asks how far it is. */
  progressHref: string
  /** Why storing failed, where it did. */
  failure: string | null
  /** What was written, or what would be. */
  counts: ImportCounts | null
  by: { name: string; on: IsoDate } | null
  undone: { name: string; on: IsoDate } | null
  /** null where it is no longer a draft, or is being stored. */
  draft: DraftPart | null
  /** The answer to a try. */
  tried: ImportCounts | null
  /** Everyone else waits for their pages while it is stored. */
  holdsUp: boolean
}

/** A long file that is being stored by this very process. */
export interface Storing {
  id: number
  name: string
  total: number
  key: string
}

export interface DraftPart {
  lines: number
  open: number
  dates: { field: string; value: string; label: string; examples: string; options: Option[] }[]
  seats: { field: string; value: string; text: string; lines: number }[]
  seatOptions: Option[]
  pairs: { field: string; value: string; names: [string, string]; registered: boolean }[]
  morePairs: number
  known: { value: string; names: string; count: number } | null
  aliases: { text: string; label: string; lines: number }[]
  ignored: string[]
  newTerms: { from: IsoDate; until: IsoDate }[]
  earlierSeats: { seat: string; from: IsoDate; before: IsoDate }[]
  wrong: number
  warnings: number
  problems: { line: number; name: string; texts: { error: boolean; text: string }[] }[]
  moreProblems: number
}

interface Option {
  value: string
  text: string
}

/** A file on its way in: what it asks, what it would become, how far it is, or what became of it. */
export async function showImport(
  req: ImportRequest,
  res: Response,
  shown: Partial<Again> = {},
  tried: ImportCounts | null = null,
): Promise<void> {
  const id = idFrom(req.params.id)
  const row = await getImport(req.db, id)
  const job = (await jobOf(req.db, id, req.clock.now())) ?? null
  const isDraft = row.state === 'draft' && job?.state !== 'running'
  const plan = isDraft ? await planOf(req.db, row, { today: req.clock.today(), ...wordsOf(req) }) : undefined
  const stored = row.counts === null ? null : (JSON.parse(row.counts) as ImportCounts)
  const planned = plan && plan.memberships.length > 0 ? countsOf(plan) : null
  const page: ImportPage = {
    id,
    name: row.file_name,
    state: row.state,
    back: paths.inAndOut,
    job,
    progressHref: `${paths.importFile(id)}/fremdrift`,
    failure: isDraft ? failureOf(req, job) : null,
    counts: stored ?? planned,
    by: row.stored_on && { name: row.stored_by ?? '', on: row.stored_on },
    undone: row.undone_on && { name: row.undone_by ?? '', on: row.undone_on },
    draft: plan ? await draftPart(req, plan, answersOf(row), linesOf(row).ignored) : null,
    tried,
    holdsUp: holdsUpOthers(req.db, (stored ?? planned)?.memberships ?? job?.total ?? 0),
  }
  const title = req.t('exchange.import.heading')
  show(req, res, 'office/exchange/import', { title, layout: 'office', page, ...shown })
}

/** The page that tells how far it is, made without the database, which is busy storing. */
export function showStoring(req: Request, res: Response, { id, name, total, key }: Storing): void {
  const page: ImportPage = {
    ...{ id, name, state: 'draft', back: paths.inAndOut },
    job: { state: 'running', done: 0, total, failure: null },
    progressHref: paths.progress(key),
    ...{ failure: null, counts: null, by: null, undone: null, draft: null, tried: null, holdsUp: true },
  }
  const title = req.t('exchange.import.heading')
  show(req, res, 'office/exchange/import', { title, layout: 'office', page, status: 202 })
}

function failureOf(req: Request, job: JobState | null): string | null {
  if (job?.state === 'lost') return req.t('refusals.import_stopped')
  if (job?.state !== 'failed' || !job.failure) return null
  return req.t(`refusals.${job.failure.reason}`, readableDays(req, job.failure.params))
}

async function draftPart(
  req: Request,
  plan: ImportPlan,
  answers: ReturnType<typeof answersOf>,
  ignored: string[],
): Promise<DraftPart> {
  const seats = await listSeats(req.db)
  const pairs = [...plan.pairs].sort(
    (a, b) => Number(answers.pairs[a.key] !== undefined) - Number(answers.pairs[b.key] !== undefined),
  )
  return {
    lines: plan.lines,
    open: plan.open,
    dates: plan.dateQuestions.map(({ key, column, group }) => ({
      field: fieldOf('date', key),
      // What can be read in one way only is proposed; whoever saves the answers has seen it.
      value: answers.dates[key] ?? (group.readings.length === 1 ? (group.readings[0]?.reading ?? '') : ''),
      label: req.t('exchange.questions.date', { column: COLUMNS[column][0], count: group.count }),
      examples: group.examples.join(' · '),
      options: group.readings.map(({ reading, example }) => ({
        value: reading,
        text: readingText(req, group.form, reading, example),
      })),
    })),
    seats: plan.seatQuestions.map(({ text, key, lines }) => ({
      field: fieldOf('seat', key),
      value: answers.seats[key] ?? '',
      text,
      lines,
    })),
    seatOptions: [
      ...seats.map(({ slug, label }) => ({ value: slug, text: label })),
      { value: 'skip', text: req.t('exchange.questions.skip') },
    ],
    pairs: pairs.slice(0, MOST_PAIRS).map(({ key, names, registered }) => ({
      field: fieldOf('pair', key),
      value: answers.pairs[key] ?? '',
      names,
      registered,
    })),
    morePairs: Math.max(0, pairs.length - MOST_PAIRS),
    known: plan.known.length === 0 ? null : knownPart(req, plan.known, answers.known),
    aliases: plan.seatsByAlias,
    ignored,
    newTerms: plan.newTerms.map(({ startsOn, endsOn }) => ({ from: startsOn, until: endsOn })),
    earlierSeats: plan.earlierSeats.map(({ seat, from }) => ({
      seat: seat.label,
      from,
      before: seat.starts_on,
    })),
    wrong: plan.wrong.length,
    warnings: plan.problems.length - plan.wrong.length,
    ...problemsPart(req, plan),
  }
}

function readingText(req: Request, form: string, reading: Reading, example: IsoDate): string {
  const date = formatDate(example, req.lang)
  return req.t(`exchange.readings.${form === 'cell' ? `cell_${reading}` : reading}`, { date })
}

function knownPart(req: Request, names: readonly string[], said: string | undefined) {
  const shown = new Intl.ListFormat(req.lang).format(names.slice(0, 20))
  const more = names.length - 20
  const all = more > 0 ? req.t('exchange.questions.and_more', { names: shown, count: more }) : shown
  return { value: said ?? '', names: all, count: names.length }
}

/** Lines that are wrong first, then those to look at; each in the order of the file. */
function problemsPart(req: Request, { problems }: ImportPlan): Pick<DraftPart, 'problems' | 'moreProblems'> {
  const isWrong = (list: readonly Problem[]) => list.some(({ level }) => level === 'error')
  const inOrder = [...problems].sort(
    (a, b) => Number(isWrong(b.problems)) - Number(isWrong(a.problems)) || a.line - b.line,
  )
  return {
    problems: inOrder.slice(0, MOST_PROBLEMS).map(({ line, name, problems: own }) => ({
      line,
      name,
      texts: own.map(({ level, code, params }) => ({
        error: level === 'error',
        text: req.t(`exchange.problems.${code}`, readableDays(req, params)),
      })),
    })),
    moreProblems: Math.max(0, inOrder.length - MOST_PROBLEMS),
  }
}
