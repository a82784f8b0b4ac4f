import { artifact, COLOURS, ensureRoom, frame, mark, plain, type Paper } from './paper.ts'
import { style } from './text.ts'

/** Two beside each other, each with its label below. Never cut by the end of a page. */
export function signatureLines(paper: Paper, labels: readonly string[], { high = 40, each = 2 } = {}): void {
  const { pdf, scale } = paper
  const { left, width } = frame(paper)
  const gap = 24 * scale
  const column = (width - (each - 1) * gap) / each
  for (let first = 0; first < labels.length; first += each) {
    ensureRoom(paper, (high + 16) * scale)
    const line = pdf.y + high * scale
    for (const [index, label] of labels.slice(first, first + each).entries()) {
      const x = left + index * (column + gap)
      artifact(paper, () => {
        pdf.lineWidth(0.7 * scale).moveTo(x, line)
        pdf.lineTo(x + column, line).stroke(COLOURS.ink)
      })
      mark(paper, 'P', () => {
        style(paper, { size: 8.5, colour: COLOURS.soft })
        pdf.text(plain(label), x, line + 3 * scale, { width: column })
      })
    }
    pdf.y = line + 16 * scale
  }
}

/** The label stands inside at the top. */
export function writingBox(paper: Paper, label: string, high: number): void {
  const { pdf, scale } = paper
  const { left, width } = frame(paper)
  ensureRoom(paper, (high + 8) * scale)
  const top = pdf.y
  artifact(paper, () => {
    pdf.lineWidth(0.8 * scale).rect(left, top, width, high * scale)
    pdf.stroke(COLOURS.ink)
  })
  mark(paper, 'P', () => {
    style(paper, { size: 9.5, weight: 'medium', colour: COLOURS.navy })
    pdf.text(plain(label), left + 6 * scale, top + 4 * scale, { width: width - 12 * scale })
  })
  pdf.y = top + (high + 8) * scale
}
