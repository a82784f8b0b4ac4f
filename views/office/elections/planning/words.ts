import type { BoardChoice } from '../../../../models/elections/board.ts'
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
