import type { BoxKeyRow } from '../../../../models/elections/box/tables.ts'
import type { Custody } from '../../../../models/elections/box/custody/custody.ts'
import { OLD_SLIP_WORDS, SLIP_WORDS } from '../../../../models/elections/box/custody/key_words.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export type Key = Pick<BoxKeyRow, 'threshold' | 'shares' | 'made_by' | 'made_on'> & { tried: boolean }

export interface KeyPage {
  head: ElectionHead
  hasBooth: boolean
  key: Key | null
  /** The number of words on a slip. */
  words: number
  mayLock: boolean
}

/** `custody` is undefined for a key from before slips had named holders. */
export function keyPage(
  reader: Reader,
  election: Election,
  key: Key | undefined,
  custody: Custody | undefined,
): KeyPage {
  return {
    head: headOf(reader, election),
    hasBooth: hasBooth(election),
    key: key ? shownKey(key) : null,
    words: key && !custody ? OLD_SLIP_WORDS : SLIP_WORDS,
    mayLock: hasBooth(election) && allows(election.status, 'lockBox') && reader.can['elections.run'],
  }
}

function shownKey({ threshold, shares, made_by, made_on, tried }: Key): Key {
  return { threshold, shares, made_by, made_on, tried }
}
