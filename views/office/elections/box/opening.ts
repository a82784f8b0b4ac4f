import type { AccountId } from '../../../../models/core/ids.ts'
import { peopleNeeded, type Sitting } from '../../../../models/elections/box/sitting.ts'
import type { Key, KeyPage } from './key.ts'

/** What stands where a slip is typed to open the box. */
export interface OpeningPart {
  /** The address of the box. */
  at: string
  /** Where it is left to. */
  back: string
  /** The page on which it stands, when that is not the page of the box. */
  from: string | null
  /** The number of words on a slip. */
  words: number
  /** How many have to be signed in at the same time. */
  people: number
  sitting: ShownSitting | null
  /** The only slip of an old key has been typed by somebody else. */
  needsWitness: boolean
}

export interface ShownSitting {
  /** Those who have typed their slips. */
  names: string[]
  /** The reader has, and waits. */
  waits: boolean
  /** Enough have been typed, and they do not fit: some of those is wrong. */
  misfit: boolean
}

export function openingPart(
  { head, words }: Pick<KeyPage, 'head' | 'words'>,
  key: Key,
  sitting: Sitting | undefined,
  user: AccountId,
  from: string | null = null,
): OpeningPart {
  const people = peopleNeeded(key)
  const isTyped = sitting?.by.some(({ id }) => id === user) ?? false
  return {
    at: `${head.href}/stemmekasse`,
    back: head.href,
    ...{ from, words, people },
    sitting: sitting ? shownSitting(sitting, people, isTyped) : null,
    needsWitness: key.threshold < people && sitting !== undefined && !isTyped,
  }
}

function shownSitting({ by }: Sitting, people: number, isTyped: boolean): ShownSitting {
  const misfit = by.length >= people
  return { names: by.map(({ name }) => name), misfit, waits: !misfit && isTyped }
}
