import { formatDate } from '../../../models/core/dates.ts'
import type { Message } from '../../../models/core/mail.ts'
import type { Todo } from '../../../models/front/todo.ts'
import { dueInWords } from '../../due.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { inWords, namelessText } from './task_words.ts'

export interface ReminderSetting {
  council: string
  /** Without a slash at its end. */
  baseUrl: string
  /** The owner of the account. */
  name: string
}

/** The mail about what waits. It goes over the open net, so it names nobody but its reader. */
export function reminderMail(
  reader: Pick<Reader, 't' | 'lang' | 'today'>,
  { council, baseUrl, name }: ReminderSetting,
  { mine, coming }: Pick<Todo, 'mine' | 'coming'>,
): Omit<Message, 'to'> {
  const { t, lang, today } = reader
  const tasks = mine.map((task) => {
    const { due } = task
    const day = due === undefined ? '' : ` (${dueInWords(t, due, today)}, ${formatDate(due, lang)})`
    return `- ${namelessText(reader, task)}${day}`
  })
  const next = coming.map(({ kind, params }) => `- ${t(`todo.coming.${kind}`, inWords(reader, params))}`)
  const parts = [
    t('reminders.hello', { name }),
    ...(tasks.length > 0 ? [`${t('todo.heading')}:\n${tasks.join('\n')}`] : []),
    ...(next.length > 0 ? [`${t('todo.coming_heading')}:\n${next.join('\n')}`] : []),
    `${t('reminders.sign_in')}\n${baseUrl}${paths.office}`,
    `${t('reminders.how_often')}\n${baseUrl}${paths.ownReminders}`,
  ]
  const subject = t(tasks.length > 0 ? 'reminders.subject' : 'reminders.subject_coming', {
    council,
    count: tasks.length,
  })
  return { subject, text: `${parts.join('\n\n')}\n` }
}
