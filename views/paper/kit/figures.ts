import { createHash } from 'node:crypto'
import { encodeQR } from 'qr'
import { artifact, COLOURS, mark, type Paper } from './paper.ts'
import type { ElectionId } from '../../../models/core/ids.ts'

interface Spot {
  left: number
  top: number
  /** Width and height. */
  side: number
}

const box = ({ left, top, side }: Spot): [number, number, number, number] => [
  left,
  top,
  left + side,
  top + side,
]

/** Drawn as squares, so that it stays sharp on A3. */
export function qrCode(paper: Paper, text: string, alt: string, spot: Spot): void {
  mark(paper, 'Figure', () => drawQr(paper, text, spot), { alt, bbox: box(spot) })
}

/** Untagged: for copies on one sheet. */
function drawQr({ pdf }: Paper, text: string, { left, top, side }: Spot): void {
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', border: 1 })
  const rows = bordered.slice(1, -1).map((row) => row.slice(1, -1))
  const unit = side / rows.length
  for (const [y, row] of rows.entries()) {
    for (const [x, dark] of row.entries()) {
      // A hair wider, so that no white lines show between squares.
      if (dark) pdf.rect(left + x * unit, top + y * unit, unit * 1.02, unit * 1.02)
    }
  }
  pdf.fill('#000000')
}

/** A photo, or a drawing as an SVG path in a box of 24 by 24. */
export interface Portrait {
  jpeg?: Buffer
  path?: string
}

/** Cuts a photo to a square. A photo that is drawn twice is stored once. */
export function drawPortrait({ pdf, images }: Paper, portrait: Portrait, { left, top, side }: Spot): void {
  if (portrait.jpeg) {
    const image = images.get(portrait.jpeg) ?? openImage(pdf, portrait.jpeg)
    images.set(portrait.jpeg, image)
    pdf.save().rect(left, top, side, side).clip()
    pdf.image(image, left, top, { cover: [side, side], align: 'center', valign: 'center' })
    pdf.restore()
  } else if (portrait.path !== undefined) {
    pdf
      .save()
      .translate(left, top)
      .scale(side / 24)
    pdf.path(portrait.path).fill('#000000').restore()
  }
}

/** Stores a photo once, however often it is drawn; the types do not know this method. */
function openImage(pdf: PDFKit.PDFDocument, jpeg: Buffer): PDFKit.Mixins.ImageSrc {
  return (pdf as unknown as { openImage(src: Buffer): PDFKit.Mixins.ImageSrc }).openImage(jpeg)
}

const GRID = 5

/** Five by five squares, symmetric, from the election and its list alone: papers are alike and tell of no voter. */
export function electionPattern(electionId: ElectionId, listVersion: number): boolean[][] {
  const bytes = createHash('sha256').update(`raadsbogen ${electionId} ${listVersion}`).digest()
  return Array.from({ length: GRID }, (_row, y) =>
    Array.from({ length: GRID }, (_cell, x) => {
      const half = Math.min(x, GRID - 1 - x)
      // The middle is always filled, so that no pattern is empty.
      return (half === 2 && y === 2) || ((bytes[y * 3 + half] ?? 0) & 1) === 1
    }),
  )
}

export function drawPattern({ pdf }: Paper, pattern: readonly boolean[][], { left, top, side }: Spot): void {
  const unit = side / (GRID + 2)
  pdf
    .lineWidth(unit / 3)
    .rect(left, top, side, side)
    .stroke(COLOURS.ink)
  for (const [y, row] of pattern.entries()) {
    for (const [x, dark] of row.entries()) {
      if (dark) pdf.rect(left + (x + 1) * unit, top + (y + 1) * unit, unit * 1.02, unit * 1.02)
    }
  }
  pdf.fill(COLOURS.ink)
}

const RING = { radius: 14.5, dot: 3.6, seats: 9 }

/** The nine seats in a ring, one of them lit: the emblem of the council's pages. */
export function emblem(paper: Paper, { left, top, side }: Spot): void {
  const { pdf } = paper
  const unit = side / 48
  artifact(paper, () => {
    pdf.roundedRect(left, top, side, side, 10 * unit).fill(COLOURS.navy)
    for (let seat = 0; seat < RING.seats; seat += 1) {
      const angle = (seat / RING.seats) * 2 * Math.PI - Math.PI / 2
      const x = left + (24 + RING.radius * Math.cos(angle)) * unit
      const y = top + (24 + RING.radius * Math.sin(angle)) * unit
      pdf.circle(x, y, RING.dot * unit).fill(seat === RING.seats - 1 ? '#ffd27a' : '#ffffff')
    }
  })
}
