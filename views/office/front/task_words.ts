import { formatDate, parseDate } from '../../../models/core/dates.ts'
import type { Task, TaskPlace } from '../../../models/core/tasks.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

/** Writes days, times and lists out in the reader's language. */
export function inWords(
  { lang }: Pick<Reader, 'lang'>,
  params: Task['params'],
): Record<string, string | number> {
  const list = new Intl.ListFormat(lang)
  const entries = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value]
    if (typeof value !== 'string') return [name, list.format(value)]
    const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : undefined
    if (day) return [name, formatDate(day, lang)]
    return [name, lang === 'en' ? value.replace(/^(\d\d)\.(\d\d)$/, '$1:$2') : value]
  })
  return Object.fromEntries(entries)
}

export function hrefOf(at: TaskPlace): string {
  if ('slug' in at) return paths[at.room](at.slug)
  if ('years' in at) return paths[at.room](at.years)
  if ('id' in at) return withId(at)
  return PLACES[at.room]
}

function withId(at: PlaceWithId): string {
  switch (at.room) {
    case 'nomination':
      return paths.nomination(at.id)
    case 'meeting':
    case 'attendance':
      return paths[at.room](at.id)
    case 'account':
      return paths.account(at.id)
    case 'formalAppointment':
      return paths.formalAppointment(at.id)
    default:
      return paths[at.room](at.id)
  }
}

type PlaceWithId = Extract<TaskPlace, { id: number }>

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

/** These parameters of tasks are names of people. */
export const NAMES: readonly string[] = ['person', 'name', 'left', 'acting']

/** The task in one sentence that names nobody: for mails, which others may read on the way, and for sheets on a wall. */
export function namelessText(
  reader: Pick<Reader, 'lang' | 't'>,
  { kind, params }: Pick<Task, 'kind' | 'params'>,
): string {
  const hidden = Object.fromEntries(NAMES.map((name) => [name, reader.t('reminders.somebody')]))
  const text = reader.t(`tasks.${kind}.text`, { ...inWords(reader, params), ...hidden })
  return text.charAt(0).toUpperCase() + text.slice(1)
}
