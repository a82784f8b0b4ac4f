import type { AccountId } from '../../../../models/core/ids.ts'
import type { Custody } from '../../../../models/elections/box/custody/custody.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { MOST_SLIPS } from '../../../../models/rules/elections/box/custody.ts'
import type { Reader } from '../../../reader.ts'
import { keyPage, type Key, type KeyPage } from './key.ts'

/** With as many, two open the box; the lines after that are for a larger number of holders. */
const USUAL = 3

export interface BoxKeyPage extends KeyPage {
  lines: HolderField[]
  moreLines: HolderField[]
  choices: { value: string; text: string }[]
  /** Holders have been named before, and their slips will not count any more. */
  replaces: boolean
}

export interface HolderField {
  number: number
  /** The account that is chosen at first. */
  account: string
}

export interface BoxKeyRows {
  key: Key | undefined
  custody: Custody | undefined
  /** Those who may hold a slip. */
  choices: readonly { id: AccountId; name: string }[]
  user: AccountId
}

export function boxKeyPage(
  reader: Reader,
  election: Election,
  { key, custody, choices, user }: BoxKeyRows,
): BoxKeyPage {
  const first = choices.filter(({ id }) => id === user)
  const others = choices.filter(({ id }) => id !== user)
  // With no choice to make, all three are chosen already.
  const proposed = choices.length === USUAL ? [...first, ...others] : first
  const lines = Array.from({ length: MOST_SLIPS }, (_line, index) => {
    return { number: index + 1, account: `${proposed[index]?.id ?? ''}` }
  })
  return {
    ...keyPage(reader, election, key, custody),
    lines: lines.slice(0, USUAL),
    moreLines: lines.slice(USUAL),
    choices: choices.map(({ id, name }) => ({ value: `${id}`, text: name })),
    replaces: custody !== undefined || key !== undefined,
  }
}
