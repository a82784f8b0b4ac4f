import type { BoxSlipKeyId } from '../../../../models/core/ids.ts'
import type { Custody } from '../../../../models/elections/box/custody/custody.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface SlipWordsPage {
  head: ElectionHead
  number: number
  of: number
  threshold: number
  holder: string
  key: BoxSlipKeyId
  /** Marks that stand for the words until the page is sent. */
  words: string[]
  qr: { side: number; path: string }
}

export interface SlipWordsRows {
  number: number
  custody: Custody | undefined
  key: BoxSlipKeyId
  words: string[]
  qr: { side: number; path: string }
}

export function slipWordsPage(
  reader: Reader,
  election: Election,
  { number, custody, key, words, qr }: SlipWordsRows,
): SlipWordsPage {
  return {
    head: headOf(reader, election),
    ...{ number, key, words, qr },
    of: custody?.shares ?? 0,
    threshold: custody?.threshold ?? 0,
    holder: custody?.slips.find((slip) => slip.number === number)?.holder ?? '',
  }
}
