import type { WhoMay } from '../../../models/core/tasks.ts'
import type { Reader } from '../../reader.ts'

/** Who may act instead of the reader, how to reach them, and what to do meanwhile. */
export interface WhoShown {
  text: string
  people: { name: string; phone: string | null; email: string }[]
  meanwhile: string
}

export function shownWho({ t, lang }: Pick<Reader, 't' | 'lang'>, { duty, people }: WhoMay): WhoShown {
  const names = new Intl.ListFormat(lang).format(people.map(({ name }) => name))
  return {
    text:
      people.length === 0 ? t('who_may.nobody') : t(`who_may.${duty}.text`, { names, count: people.length }),
    people: people.map(({ name, phone, email }) => ({ name, phone, email })),
    meanwhile: t(`who_may.${duty}.meanwhile`),
  }
}
