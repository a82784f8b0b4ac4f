import { encodeQR } from 'qr'
import type { Slip } from '../../../../models/elections/box/key_slips.ts'
import { slipQrText } from '../../../../models/elections/box/key_words.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface BoxSlipsPage {
  head: ElectionHead
  slips: (Slip & { qr: { side: number; path: string } })[]
}

export function boxSlipsPage(reader: Reader, election: Election, slips: readonly Slip[]): BoxSlipsPage {
  return {
    head: headOf(reader, election),
    slips: slips.map((slip) => ({ ...slip, qr: qrOf(slipQrText(election.id, slip.number, slip.words)) })),
  }
}

/** As one SVG path of unit squares. */
function qrOf(text: string): { side: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return { side: rows.length, path: squares.join('') }
}
