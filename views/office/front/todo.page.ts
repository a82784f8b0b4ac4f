import { daysBetween, type IsoDate } from '../../../models/core/dates.ts'
import type { Task } from '../../../models/core/tasks.ts'
import type { Coming } from '../../../models/front/coming.ts'
import type { FirstStep, FirstStepKind, Todo } from '../../../models/front/todo.ts'
import { dueInWords } from '../../due.ts'
import { shownWho, type WhoShown } from '../../partials/elections/who.ts'
import { inLanguageOf } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { hrefOf, inWords } from './task_words.ts'

export interface TodoPage {
  mine: TaskLine[]
  waiting: TaskLine[]
  coming: ComingLine[]
  /** Said when the reader has no task: what comes next, or who begins it. */
  next: string
  seats: { all: number; filled: number; vacant: number; names: string }
  /** What to do first in an empty house; null once the council has had members. */
  beginning: { text: string; done: boolean; href: string }[] | null
}

interface ComingLine {
  on: IsoDate
  words: string
  text: string
  href: string | null
}

export interface TaskLine {
  text: string
  reason: string
  button: string
  href: string
  due: { date: IsoDate; words: string; late: boolean } | null
  assumed: { rules: string[]; href: string } | null
  /** Who can go on while the reader waits. */
  who: WhoShown | null
}

export function todoPage(reader: Reader, todo: Todo): TodoPage {
  const { vacant } = todo.seats
  return {
    mine: todo.mine.map((task) => taskLine(reader, task)),
    waiting: todo.waiting.map((task) => taskLine(reader, task)),
    coming: todo.coming.map((one) => comingLine(reader, one)),
    next: nextOf(reader, todo),
    seats: { ...todo.seats, vacant: vacant.length, names: new Intl.ListFormat(reader.lang).format(vacant) },
    beginning: todo.beginning?.map((step) => stepLine(reader, step)) ?? null,
  }
}

/** Nobody counts on from today in more days than these. */
const SOON = 90

function comingLine(reader: Reader, { kind, params, on, at }: Coming): ComingLine {
  return {
    on,
    words: daysBetween(reader.today, on) > SOON ? '' : dueInWords(reader.t, on, reader.today),
    text: reader.t(`todo.coming.${kind}`, inWords(reader, params)),
    href: at ? hrefOf(at) : null,
  }
}

function nextOf(reader: Reader, { coming: [first], plans, beginning }: Todo): string {
  const { t } = reader
  if (first) return t('todo.next', { what: t(`todo.coming.${first.kind}`, inWords(reader, first.params)) })
  if (beginning) return ''
  return t(plans ? 'todo.next_planned_by_you' : 'todo.next_planned_by_secretary')
}

function taskLine(reader: Reader, { kind, params, due, at, rule, who }: Task): TaskLine {
  const { t, today } = reader
  const source = rule && inLanguageOf(t, rule.source, rule.sourceEn).text
  const words = { ...inWords(reader, params), ...(source !== undefined && { source }) }
  return {
    text: t(`tasks.${kind}.text`, words),
    reason: t(`tasks.${kind}.reason`, words),
    button: t(`tasks.${kind}.button`, words),
    href: hrefOf(at),
    due: due === undefined ? null : { date: due, words: dueInWords(t, due, today), late: due < today },
    assumed:
      rule && !rule.confirmed
        ? { rules: [t(`statutes.rules.${rule.name}.title`)], href: paths.statutesRule(rule.name) }
        : null,
    who: who ? shownWho(reader, who) : null,
  }
}

function stepLine({ t }: Reader, { kind, done }: FirstStep) {
  return { text: t(`todo.first.${kind}`), done, href: FIRST_STEPS[kind] }
}

const FIRST_STEPS: { readonly [kind in FirstStepKind]: string } = {
  invite_secretary: paths.newAccount,
  invite_others: paths.newAccount,
  confirm_rules: paths.statutesRules,
  plan_elections: paths.newElection,
  ask_organisations: paths.newNomination,
  register_members: paths.council,
}
