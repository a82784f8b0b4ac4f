import type { Letter } from '../../../models/renewal/letters.ts'
import { plainLetter, type LetterText } from '../../paper/renewal/letter_text.ts'
import { paths } from '../../paths.ts'

export interface LetterPage extends LetterText {
  kind: Letter['kind']
  body: string
  action: string
  back: string
  fileHref: string
  /** null when there is no address or no mail server. */
  email: string | null
  /** Letters sent already: the form carries the number, so that a letter sent meanwhile is seen. */
  sent: number
  canMail: boolean
}

export function letterPage(
  address: Parameters<typeof paths.letter>,
  { kind, nominationId, sent, to }: Letter,
  text: LetterText,
  canMail: boolean,
): LetterPage {
  return {
    ...text,
    kind,
    body: plainLetter(text),
    action: paths.letter(...address),
    back: paths.nomination(nominationId),
    fileHref: paths.letterFile(...address),
    sent,
    email: canMail ? to.email : null,
    canMail,
  }
}
