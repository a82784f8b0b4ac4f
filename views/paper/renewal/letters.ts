import { type IsoDate, type Locale, formatDate } from '../../../models/core/dates.ts'
import type { LetterText } from './letter_text.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { makeDocument } from '../kit/document.ts'
import { mark, type Paper, space } from '../kit/paper.ts'
import { heading, paragraph, write } from '../kit/text.ts'

export interface LetterPaper {
  t: Translate
  lang: Locale
  date: IsoDate
  text: LetterText
  /** Stands at the head of the paper. */
  council: string
}

/** One A4, with the address where a window envelope shows it. */
export async function makeLetter(letter: LetterPaper): Promise<Buffer> {
  return makeLetters({ ...letter, title: letter.text.subject }, [letter.text])
}

/** Each letter begins a page of its own. */
export async function makeLetters(
  { t, lang, date, council, title }: Omit<LetterPaper, 'text'> & { title: string },
  texts: readonly LetterText[],
): Promise<Buffer> {
  return makeDocument({ title, lang, date, t, margin: 62 }, (paper) => {
    for (const [index, text] of texts.entries()) {
      if (index > 0) paper.pdf.addPage()
      drawLetter(paper, { lang, date, text, council })
    }
  })
}

function drawLetter(paper: Paper, { lang, date, text, council }: Omit<LetterPaper, 't'>): void {
  mark(paper, 'P', () => {
    write(paper, council, { size: 9, weight: 'medium' })
  })
  space(paper, 52)
  mark(paper, 'P', () => {
    for (const line of text.to) write(paper, line, { size: 11 })
  })
  space(paper, 44)
  paragraph(paper, formatDate(date, lang), { size: 10, align: 'right' })
  heading(paper, 1, text.subject, { size: 15 })
  for (const words of [text.greeting, ...text.paragraphs])
    paragraph(paper, words, { size: 11, after: 9, lead: 3 })
  space(paper, 20)
  mark(paper, 'P', () => {
    for (const line of text.from) write(paper, line, { size: 11 })
  })
}
