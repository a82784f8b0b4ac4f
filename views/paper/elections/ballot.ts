import { COLOURS, plain, type ElementOptions, type Paper } from '../kit/paper.ts'
import { drawPattern, drawPortrait, electionPattern, type Portrait } from '../kit/figures.ts'
import { style } from '../kit/text.ts'
import type { ElectionId } from '../../../models/core/ids.ts'

export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

export interface Ballot {
  title: string
  day: string
  instruction: string
  /** Says that a paper without a mark is allowed. */
  blank: string
  mark: string
  markAlt: string
  boxAlt: string
  electionId: ElectionId
  listVersion: number
  candidates: readonly { name: string; portrait: (Portrait & { alt: string }) | null }[]
  /** The places of the candidates that are crossed; left out on a paper for a voter. */
  crossed?: readonly number[]
}

/** Draws a piece of the paper, tagged or untagged. */
export type Put = (type: string, draw: () => void, options?: ElementOptions) => void

const SIZES = [32, 30, 28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8]
/** From this size on, one column is better than larger print in two. */
const GOOD = 18
const GAP = 10

interface Grid {
  columns: number
  rows: number
  width: number
  height: number
  size: number
  box: number
  portrait: number
}

export function nameSizeOn(paper: Paper, ballot: Ballot, cell: Rectangle): number {
  const { list } = partsOf(cell)
  return gridOf(paper, ballot, list).size
}

export function drawBallot(paper: Paper, ballot: Ballot, cell: Rectangle, put: Put): void {
  const { head, list, foot, unit } = partsOf(cell)
  drawHead(paper, ballot, head, unit, put)
  drawCandidates(paper, ballot, list, put)
  drawFoot(paper, ballot, foot, put)
}

function partsOf({ left, top, width, height }: Rectangle) {
  // A whole sheet, half a sheet, a quarter.
  const unit = height > 600 ? 1.25 : width > 400 ? 0.95 : 0.85
  const edge = height > 600 ? 40 : 22
  const inner = { left: left + edge, width: width - 2 * edge }
  const headHeight = 82 * unit
  const footHeight = 30
  return {
    unit,
    head: { ...inner, top: top + edge, height: headHeight },
    list: {
      ...inner,
      top: top + edge + headHeight,
      height: height - 2 * edge - headHeight - footHeight - 6,
    },
    foot: { ...inner, top: top + height - edge - footHeight, height: footHeight },
  }
}

function drawHead(paper: Paper, ballot: Ballot, at: Rectangle, unit: number, put: Put): void {
  const { pdf } = paper
  const { left, top, width } = at
  const line = (type: string, text: string, y: number, size: number, weight: 'regular' | 'bold') =>
    put(type, () => {
      style(paper, { size: shrink(paper, text, width, size * unit, weight), weight })
      pdf.text(plain(text), left, top + y * unit, { lineBreak: false })
    })
  line('H1', ballot.title, 0, 19, 'bold')
  line('P', ballot.day, 25, 11, 'regular')
  line('P', ballot.instruction, 43, 15, 'bold')
  line('P', ballot.blank, 63, 10, 'regular')
}

function shrink(paper: Paper, text: string, width: number, size: number, weight: 'regular' | 'bold'): number {
  style(paper, { size, weight })
  return Math.min(size, (size * width) / paper.pdf.widthOfString(plain(text)))
}

function gridOf(paper: Paper, ballot: Ballot, list: Rectangle): Grid {
  const one = bestWith(paper, ballot, list, 1)
  if (one.size >= GOOD || list.width < 300) return one
  const two = bestWith(paper, ballot, list, 2)
  return two.size > one.size ? two : one
}

function bestWith(paper: Paper, ballot: Ballot, list: Rectangle, columns: number): Grid {
  const { candidates } = ballot
  const rows = Math.ceil(candidates.length / columns)
  const height = Math.min(list.height / rows, list.width > 400 ? 92 : 64)
  const width = (list.width - (columns - 1) * 2 * GAP) / columns
  const box = Math.min(30, height - 6)
  const portrait = candidates.some((one) => one.portrait) ? Math.min(84, height - 6) : 0
  const room = width - box - GAP - (portrait > 0 ? portrait + GAP : 0)
  const size =
    SIZES.find((one) => candidates.every(({ name }) => fits(paper, name, one, room, height - 4))) ?? 7
  return { columns, rows, width, height, size, box, portrait }
}

function fits(paper: Paper, name: string, size: number, width: number, height: number): boolean {
  const { pdf } = paper
  style(paper, { size, weight: 'medium' })
  const longest = Math.max(
    ...plain(name)
      .split(/[ -]/)
      .map((word) => pdf.widthOfString(word)),
  )
  return longest <= width && pdf.heightOfString(plain(name), { width }) <= height
}

function drawCandidates(paper: Paper, ballot: Ballot, list: Rectangle, put: Put): void {
  const { pdf } = paper
  const grid = gridOf(paper, ballot, list)
  const { rows, width, height, box } = grid
  for (const [index, candidate] of ballot.candidates.entries()) {
    const left = list.left + Math.floor(index / rows) * (width + 2 * GAP)
    const top = list.top + (index % rows) * height
    put('Figure', () => drawLines(paper, { left, top, width, height }, box), {
      alt: ballot.boxAlt,
      bbox: [left, top, left + box, top + height],
    })
    if (ballot.crossed?.includes(index))
      put('Span', () => drawCross(paper, { left, top: top + (height - box) / 2, width: box, height: box }))
    let x = left + box + GAP
    const { portrait } = candidate
    if (grid.portrait > 0) {
      const spot = { left: x, top: top + (height - grid.portrait) / 2, side: grid.portrait }
      if (portrait) {
        const bbox: ElementOptions['bbox'] = [x, spot.top, x + spot.side, spot.top + spot.side]
        put('Figure', () => drawPortrait(paper, portrait, spot), { alt: portrait.alt, bbox })
      }
      x += grid.portrait + GAP
    }
    put('P', () => {
      style(paper, { size: grid.size, weight: 'medium' })
      const room = left + width - x
      const high = pdf.heightOfString(plain(candidate.name), { width: room })
      pdf.text(plain(candidate.name), x, top + (height - high) / 2, { width: room })
    })
  }
}

/** The box to cross, and the line under the row that leads the eye from name to box. */
function drawLines({ pdf }: Paper, { left, top, width, height }: Rectangle, box: number): void {
  pdf.lineWidth(0.6).moveTo(left, top + height)
  pdf.lineTo(left + width, top + height).stroke(COLOURS.faint)
  pdf.lineWidth(1.4).rect(left + 1, top + (height - box) / 2, box - 2, box - 2)
  pdf.stroke(COLOURS.ink)
}

/** As with a pen: a little askew, and the same on every paper. */
function drawCross({ pdf }: Paper, { left, top, width, height }: Rectangle): void {
  const [near, far] = [0.2, 0.82]
  pdf.lineWidth(2).lineCap('round')
  pdf.moveTo(left + width * near, top + height * near)
  pdf.lineTo(left + width * far, top + height * (far - 0.04))
  pdf.moveTo(left + width * (far - 0.03), top + height * near)
  pdf.lineTo(left + width * (near + 0.04), top + height * far)
  pdf.stroke(COLOURS.ink)
  pdf.lineCap('butt')
}

function drawFoot(paper: Paper, ballot: Ballot, at: Rectangle, put: Put): void {
  const { pdf } = paper
  const { left, top, width, height } = at
  const { electionId, listVersion, markAlt: alt } = ballot
  const spot = { left: left + width - height, top, side: height }
  const bbox: ElementOptions['bbox'] = [spot.left, top, spot.left + height, top + height]
  put('P', () => {
    style(paper, { size: 8, colour: COLOURS.soft })
    pdf.text(ballot.mark, left, top + height - 11, { width: width - height - GAP, align: 'right' })
  })
  put('Figure', () => drawPattern(paper, electionPattern(electionId, listVersion), spot), { alt, bbox })
}
