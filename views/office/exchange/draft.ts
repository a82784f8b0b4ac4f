import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type { SeatInArea } from '../../../models/council/seats.ts'
import type { DateQuestionKey } from '../../../models/exchange/import/plan/date_questions.ts'
import type { Reading } from '../../../models/exchange/import/plan/dates.ts'
import type { Problem } from '../../../models/exchange/import/plan/lines.ts'
import type { Answers, ImportPlan } from '../../../models/exchange/import/plan/plan.ts'
import { COLUMNS } from '../../../models/exchange/import/plan/table.ts'
import { paramsInWords } from '../../../models/rules/core/verdict.ts'
import type { Reader } from '../../reader.ts'
import { fieldFor } from './answers.ts'

const MOST_PROBLEMS = 200
const MOST_PAIRS = 50
const MOST_KNOWN = 20

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
  /** How days that are not written in full are read. */
  days: string[]
  ignored: readonly string[]
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

export interface Draft {
  plan: ImportPlan
  answers: Answers
  ignored: readonly string[]
  seats: readonly Pick<SeatInArea, 'slug' | 'label'>[]
}

export function draftPart(reader: Reader, draft: Draft): DraftPart {
  const { plan, ignored } = draft
  return {
    lines: plan.lines,
    open: plan.open,
    ...questions(reader, draft),
    aliases: plan.seatsByAlias,
    days: plan.daysRead.map(({ column, text, day, count }) =>
      reader.t('exchange.plan.day', {
        column: COLUMNS[column][0],
        text,
        date: formatDate(day, reader.lang),
        count,
      }),
    ),
    ignored,
    newTerms: plan.newTerms.map(({ startsOn, endsOn }) => ({ from: startsOn, until: endsOn })),
    earlierSeats: plan.earlierSeats.map(({ seat, from }) => ({
      seat: seat.label,
      from,
      before: seat.starts_on,
    })),
    wrong: plan.wrong.length,
    warnings: plan.problems.length - plan.wrong.length,
    ...problemLines(reader, plan),
  }
}

type Questions = Pick<DraftPart, 'dates' | 'seats' | 'seatOptions' | 'pairs' | 'morePairs' | 'known'>

function questions(reader: Reader, { plan, answers, seats }: Draft): Questions {
  const { t } = reader
  const pairs = [...plan.pairs].sort(
    (a, b) => Number(answers.pairs[a.key] !== undefined) - Number(answers.pairs[b.key] !== undefined),
  )
  return {
    dates: plan.dateQuestions.map(({ key, examples, readings, proposed }) => ({
      field: fieldFor('date', key),
      value: answers.dates[key] ?? proposed ?? '',
      label: t(`exchange.questions.${key}`),
      examples: examples.join(' · '),
      options: readings.map(({ reading, example }) => ({
        value: reading,
        text: readingText(reader, key, reading, example),
      })),
    })),
    seats: plan.seatQuestions.map(({ text, key, lines }) => ({
      field: fieldFor('seat', key),
      value: answers.seats[key] ?? '',
      text,
      lines,
    })),
    seatOptions: [
      ...seats.map(({ slug, label }) => ({ value: slug, text: label })),
      { value: 'skip', text: t('exchange.questions.skip') },
    ],
    pairs: pairs.slice(0, MOST_PAIRS).map(({ key, names, registered }) => ({
      field: fieldFor('pair', key),
      value: answers.pairs[key] ?? '',
      names,
      registered,
    })),
    morePairs: Math.max(0, pairs.length - MOST_PAIRS),
    known: plan.known.length === 0 ? null : knownQuestion(reader, plan.known, answers.known),
  }
}

function readingText({ t, lang }: Reader, key: DateQuestionKey, reading: Reading, example: IsoDate): string {
  return t(`exchange.readings.${key}_${reading}`, { date: formatDate(example, lang) })
}

function knownQuestion({ t, lang }: Reader, names: readonly string[], said: string | undefined) {
  const shown = new Intl.ListFormat(lang).format(names.slice(0, MOST_KNOWN))
  const more = names.length - MOST_KNOWN
  const all = more > 0 ? t('exchange.questions.and_more', { names: shown, count: more }) : shown
  return { value: said ?? '', names: all, count: names.length }
}

function problemLines(
  { t, lang }: Reader,
  { problems }: ImportPlan,
): Pick<DraftPart, 'problems' | 'moreProblems'> {
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
        text: t(`exchange.problems.${code}`, paramsInWords(params, lang)),
      })),
    })),
    moreProblems: Math.max(0, inOrder.length - MOST_PROBLEMS),
  }
}
