import { formatLongDate, type IsoDate, type Locale } from '../../../models/core/dates.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import type { Crosses } from '../../../models/rules/elections/marks.ts'
import { crossesSaid } from '../../partials/elections/crosses.ts'
import { drawBallot, nameSizeOn, type Ballot, type Rectangle } from './ballot.ts'
import { artifact, COLOURS, mark, type Paper } from '../kit/paper.ts'
import { makeDocument } from '../kit/document.ts'
import type { Portrait } from '../kit/figures.ts'
import { style } from '../kit/text.ts'

export interface BallotPage {
  /** "Valg på Perron 4" */
  election: string
  electionId: ElectionId
  listVersion: number
  polling_on: IsoDate
  crosses: Crosses
  /** In ballot order. Names alone: no party, no organisation. */
  candidates: { name: string; portrait: (Portrait & { alt: string }) | null }[]
}

export const PER_SHEET = [1, 2, 4] as const
export type PerSheet = (typeof PER_SHEET)[number]

/** With smaller print than this, one paper takes a whole sheet. */
const LARGE_PRINT = 14
export const A4: Rectangle = { left: 0, top: 0, width: 595.28, height: 841.89 }

/** A whole sheet is always offered. */
export async function fitsPerSheet(
  page: BallotPage,
  perSheet: PerSheet,
  t: Translate,
  lang: Locale,
): Promise<boolean> {
  if (perSheet === 1) return true
  let size = 0
  const [cell] = cellsOf(perSheet)
  const about = { title: page.election, lang, date: page.polling_on, t, margin: 0 }
  await makeDocument(about, (paper) => {
    if (cell) size = nameSizeOn(paper, ballotOf(page, t, lang), cell)
  })
  return size >= LARGE_PRINT
}

/** Every paper is the same, cut out too: a difference could tell who voted how. Nothing is printed on the back. */
export function ballotPapers(
  page: BallotPage,
  perSheet: PerSheet,
  t: Translate,
  lang: Locale,
): Promise<Buffer> {
  const ballot = ballotOf(page, t, lang)
  const title = `${t('documents.ballot.title')} – ${page.election}`
  return makeDocument({ title, lang, date: page.polling_on, t, margin: 0 }, (paper) => {
    drawSheet(paper, ballot, perSheet, true)
  })
}

export function drawSheet(paper: Paper, ballot: Ballot, perSheet: PerSheet, isTold: boolean): void {
  const cells = cellsOf(perSheet)
  for (const [index, cell] of cells.entries()) {
    if (isTold && index === 0)
      drawBallot(paper, ballot, cell, (type, draw, options) => mark(paper, type, draw, options))
    // A copy of the same paper is nothing new to a listener.
    else artifact(paper, () => drawBallot(paper, ballot, cell, (_type, draw) => draw()))
  }
  if (perSheet > 1) artifact(paper, () => cells.forEach((cell) => cutMarks(paper, cell)))
}

/**
 * The ballots of a tablet as papers, to be mixed with those of the box. Each is drawn as the papers are, with its crosses,
 * and has nothing that a paper has not. `sheets`: the places of the crossed candidates on each.
 */
export function castBallots(
  page: BallotPage,
  { sheets, perSheet }: { sheets: readonly (readonly number[])[]; perSheet: PerSheet },
  t: Translate,
  lang: Locale,
): Promise<Buffer> {
  const ballot = ballotOf(page, t, lang)
  const title = `${t('documents.ballot.title')} – ${page.election}`
  return makeDocument({ title, lang, date: page.polling_on, t, margin: 0 }, (paper) => {
    const cells = cellsOf(perSheet)
    for (const [index, crossed] of sheets.entries()) {
      const place = index % perSheet
      if (index > 0 && place === 0) paper.pdf.addPage()
      const cell = cells[place]
      if (!cell) continue
      drawBallot(paper, { ...ballot, crossed }, cell, (type, draw, options) =>
        mark(paper, type === 'H1' && index > 0 ? 'H2' : type, draw, options),
      )
      if (perSheet > 1) artifact(paper, () => cutMarks(paper, cell))
    }
  })
}

/** A paper to hang up, which cannot be taken for a real one. It explains the election's mark. */
export function specimen(page: BallotPage, t: Translate, lang: Locale): Promise<Buffer> {
  const ballot = ballotOf(page, t, lang)
  const title = `${t('documents.specimen.title')} – ${page.election}`
  const note = 96
  return makeDocument({ title, lang, date: page.polling_on, t, margin: 0 }, (paper) => {
    artifact(paper, () => acrossThePage(paper, t('documents.specimen.word')))
    const head = t('documents.specimen.title')
    mark(paper, 'H1', () => {
      style(paper, { size: 13, weight: 'bold', colour: COLOURS.gold })
      paper.pdf.text(head, 40, 30, { width: A4.width - 80 })
    })
    const cell = { ...A4, top: 34, height: A4.height - note - 34 }
    drawBallot(paper, ballot, cell, (type, draw, options) =>
      mark(paper, type === 'H1' ? 'H2' : type, draw, options),
    )
    for (const [index, key] of (['never', 'mark'] as const).entries()) {
      const text = t(`documents.specimen.${key}`, { mark: ballot.mark })
      mark(paper, 'P', () => {
        style(paper, { size: 11, weight: index === 0 ? 'bold' : 'regular' })
        paper.pdf.text(text, 40, A4.height - note + index * 18, { width: A4.width - 80, lineGap: 2 })
      })
    }
  })
}

export function ballotOf(page: BallotPage, t: Translate, lang: Locale): Ballot {
  const { election, electionId, listVersion, crosses, candidates } = page
  const said = crossesSaid(crosses)
  return {
    title: election,
    day: formatLongDate(page.polling_on, lang),
    instruction: t(`documents.ballot.crosses.${said.wording}`, said.figures),
    blank: t('documents.ballot.blank'),
    mark: t('documents.ballot.mark', { election: electionId, list: listVersion }),
    markAlt: t('documents.ballot.mark_alt'),
    boxAlt: t('documents.ballot.box_alt'),
    electionId,
    listVersion,
    candidates,
  }
}

function cellsOf(perSheet: PerSheet): Rectangle[] {
  const [columns, rows] = perSheet === 4 ? [2, 2] : [1, perSheet]
  const [width, height] = [A4.width / columns, A4.height / rows]
  return Array.from({ length: perSheet }, (_cell, index) => ({
    left: (index % columns) * width,
    top: Math.floor(index / columns) * height,
    width,
    height,
  }))
}

/** At all four corners, also at the sheet's edge, so that all papers carry the same marks. */
function cutMarks({ pdf }: Paper, { left, top, width, height }: Rectangle): void {
  const arm = 9
  pdf.lineWidth(0.6)
  for (const x of [left, left + width]) {
    for (const y of [top, top + height]) {
      pdf.moveTo(x - arm, y).lineTo(x + arm, y)
      pdf.moveTo(x, y - arm).lineTo(x, y + arm)
    }
  }
  pdf.stroke(COLOURS.line)
}

function acrossThePage({ pdf }: Paper, word: string): void {
  const { width, height } = A4
  pdf.save().rotate(-52, { origin: [width / 2, height / 2] })
  pdf.font('bold').fontSize(170).fillColor('#e4e7ea')
  const across = pdf.widthOfString(word)
  pdf.fontSize(Math.min(170, (170 * (height - 120)) / across))
  const size = pdf.widthOfString(word)
  pdf.text(word, (width - size) / 2, (height - pdf.currentLineHeight()) / 2, { lineBreak: false })
  pdf.restore()
}
