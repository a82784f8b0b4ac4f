import type { BoardChoice, BoardMember } from '../../../../models/elections/board.ts'
import type { Reader } from '../../../reader.ts'

export interface BoardOption {
  value: string
  text: string
  hint: string
}

export function boardOptions({ t }: Pick<Reader, 't'>, choices: readonly BoardChoice[]): BoardOption[] {
  return choices.map(({ id, name, role, places }) => ({
    value: `${id}`,
    text: name,
    hint: [t(`roles.${role}`), ...places].join(', '),
  }))
}

/** What to do when nobody of the board works where the vote is; null when somebody does. */
export function nobodyThere(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  choices: readonly BoardChoice[],
  board: readonly Pick<BoardMember, 'id'>[],
): string | null {
  const there = choices.filter(({ isThere }) => isThere)
  if (there.some(({ id }) => board.some((member) => member.id === id))) return null
  if (there.length === 0) return t('elections.board.nobody_to_choose')
  const names = new Intl.ListFormat(lang, { type: 'disjunction' }).format(there.map(({ name }) => name))
  return t('elections.board.choose_there', { names })
}
