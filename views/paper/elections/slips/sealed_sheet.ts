import { askAside } from '../../../../models/core/aside.ts'
import { formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { MakeSlip } from '../../../../models/elections/box/hands.ts'
import type { Translate } from '../../../reader.ts'
import type { AskedSheet } from './slip_sheet_aside.ts'
import { SHEET_TEXTS, type SheetAbout } from './slip_sheet.ts'

const SHEET_ASIDE = new URL(
  import.meta.url.endsWith('.ts') ? 'slip_sheet_aside.ts' : 'slip_sheet_aside.js',
  import.meta.url,
).href

/** Has a new slip made and printed on its sheet in a process of its own. The caller wipes the bytes of the sheet. */
export function sheetAside(
  { polling_on, ...rest }: Omit<SheetAbout, 'day'> & { polling_on: IsoDate },
  t: Translate,
): MakeSlip<{ publicKey: string; pdf: Buffer }> {
  const about: SheetAbout = { ...rest, day: formatDate(polling_on, rest.lang) }
  const texts = Object.fromEntries(SHEET_TEXTS.map((key) => [key, t(key, { ...about })]))
  return async () => {
    const asked: AskedSheet = { about, texts }
    const [key, pdf] = await askAside(SHEET_ASIDE, 'sheet', [Buffer.from(JSON.stringify(asked))])
    if (!key || !pdf) throw new Error('no sheet was made')
    return { publicKey: key.toString('hex'), pdf }
  }
}
