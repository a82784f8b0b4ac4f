import express, { type Request, type Response, type Router } from 'express'
import { formatDate, parseDate, type IsoDate } from '../../../models/core/dates.ts'
import type { Task, TaskPlace } from '../../../models/core/tasks.ts'
import { whatToDo, type FirstStep, type FirstStepKind, type Todo } from '../../../models/front/todo.ts'
import { inLanguageOf } from '../../../views/partials/statutes/statutes_text.ts'
import { requires, userOf } from '../../web/access.ts'
import { paths } from '../../../views/paths.ts'
import { showWithKeptMain } from '../../web/views.ts'
import { dueInWords } from '../../../views/due.ts'

/** office/todo: what waits for this person, what they wait for, and the council in one line. */
export interface TodoPage {
  mine: TaskLine[]
  others: TaskLine[]
  seats: Todo['seats']
  /** What to do first in an empty house; null once there are or have been members. */
  beginning: { text: string; done: boolean; href: string }[] | null
}

export interface TaskLine {
  text: string
  reason: string
  button: string
  href: string
  due: { date: IsoDate; words: string; late: boolean } | null
  /** The rule behind it, as long as nobody has confirmed it, and where that is done. */
  assumed: { rules: string[]; href: string } | null
}

/** The front page of the office. */
export function todoRoutes(): Router {
  const router = express.Router()
  router.get(paths.office, requires('office.enter'), async (req: Request, res: Response) => {
    const user = userOf(req)
    const today = req.clock.today()
    // Everything on the page changes by acts alone, so it holds until the next one, or until tomorrow.
    await showWithKeptMain(req, res, 'office/front/todo', {
      key: `${user.id}:${today}`,
      make: async () => ({
        title: req.t('todo.heading'),
        layout: 'office',
        page: todoPage(req, await whatToDo(req.db, user, today)),
      }),
    })
  })
  return router
}

function todoPage(req: Request, todo: Todo): TodoPage {
  return {
    mine: todo.mine.map((task) => taskLine(req, task)),
    others: todo.others.map((task) => taskLine(req, task)),
    seats: todo.seats,
    beginning: todo.beginning?.map((step) => stepLine(req, step)) ?? null,
  }
}

function taskLine(req: Request, { kind, params, due, at, rule }: Task): TaskLine {
  const source = rule && inLanguageOf(req.t, rule.source, rule.sourceEn).text
  const words = { ...inWords(req, params), ...(source !== undefined && { source }) }
  const today = req.clock.today()
  return {
    text: req.t(`tasks.${kind}.text`, words),
    reason: req.t(`tasks.${kind}.reason`, words),
    button: req.t(`tasks.${kind}.button`, words),
    href: hrefOf(at),
    due: due === undefined ? null : { date: due, words: dueInWords(req.t, due, today), late: due < today },
    assumed:
      rule && !rule.confirmed
        ? { rules: [req.t(`statutes.rules.${rule.name}.title`)], href: paths.statutesRule(rule.name) }
        : null,
  }
}

/** The params of a task as its sentences need them: days, times and lists written out in the reader's language. */
function inWords(req: Request, params: Task['params']): Record<string, string | number> {
  const list = new Intl.ListFormat(req.lang)
  const entries = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value]
    if (typeof value !== 'string') return [name, list.format(value)]
    const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : undefined
    if (day) return [name, formatDate(day, req.lang)]
    return [name, req.lang === 'en' ? value.replace(/^(\d\d)\.(\d\d)$/, '$1:$2') : value]
  })
  return Object.fromEntries(entries)
}

function hrefOf(at: TaskPlace): string {
  if ('slug' in at) return paths[at.room](at.slug)
  if ('years' in at) return paths.renewal(at.years)
  if ('id' in at) return paths[at.room](at.id)
  return PLACES[at.room]
}

type PlaceWithoutId = Exclude<TaskPlace, { id: number } | { slug: string } | { years: string }>['room']

const PLACES: { readonly [room in PlaceWithoutId]: string } = {
  renewals: paths.renewals,
  council: paths.council,
  offices: paths.offices,
  statutes: paths.statutesRules,
  meetings: paths.meetings,
  new_meeting: paths.newMeeting,
  constituting_meeting: `${paths.newMeeting}?slags=konstituerende`,
}

function stepLine(req: Request, { kind, done }: FirstStep) {
  return { text: req.t(`todo.first.${kind}`), done, href: FIRST_STEPS[kind] }
}

const FIRST_STEPS: { readonly [kind in FirstStepKind]: string } = {
  invite_secretary: paths.newAccount,
  invite_others: paths.newAccount,
  confirm_rules: paths.statutesRules,
  plan_elections: paths.newElection,
  ask_organisations: paths.newNomination,
  register_members: paths.council,
}
