import { answerAside } from '../../../../models/core/aside.ts'
import { newSlip } from '../../../../models/elections/box/custody/slip_key.ts'
import { type SheetAbout, slipSheet } from './slip_sheet.ts'

export interface AskedSheet {
  about: SheetAbout
  texts: Readonly<Record<string, string>>
}

// The process in which the words of a printed slip are made, and the sheet with them is drawn.

answerAside({
  /** What stands on the sheet, and its texts. Answers the slip's public key, and the sheet. */
  sheet: async ([asked]) => {
    const { about, texts } = JSON.parse(String(asked)) as AskedSheet
    const { publicKey, words } = await newSlip()
    return [publicKey, await slipSheet(about, words, (key) => texts[key] ?? key)]
  },
})
