import { artifact, COLOURS, ensureRoom, frame, inside, mark, plain, type Paper } from './paper.ts'
import type { Weight } from './fonts.ts'
import { heightOf, roomBelowHeading, style } from './text.ts'

export interface Column {
  heading: string
  share: number
  align?: 'left' | 'right' | 'center'
}

export interface TableStyle {
  size?: number
  /** Above and below the text of each cell. */
  pad?: number
  /** The least height of a row that is written in by hand. */
  rowHeight?: number
  /** Lines between the columns as well, for figures that are written by hand. */
  grid?: boolean
  /** The first cell of each row names the row. */
  rowHeadings?: boolean
  bold?: readonly number[]
}

interface Ruler extends Required<Omit<TableStyle, 'bold'>> {
  lefts: number[]
  widths: number[]
  columns: readonly Column[]
}

const GAP = 6

/** The headings stand again on each page, and no row is cut in two. */
export function table(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: TableStyle = {},
): void {
  const ruler = measure(paper, columns, options)
  const headings = columns.map(({ heading }) => heading)
  const headHeight = rowHeight(paper, ruler, headings, 'medium')
  const heights = rows.map((cells) => rowHeight(paper, ruler, cells, 'bold'))
  const whole = heights.reduce((sum, height) => sum + height, headHeight)
  // A table stays in one piece up to the room that a heading keeps below it, or that heading would stand alone.
  ensureRoom(paper, whole < roomBelowHeading(paper) ? whole : headHeight + (heights[0] ?? 0))
  inside(paper, 'Table', () => {
    drawRow(paper, ruler, headings, { height: headHeight, weight: 'medium', head: true })
    for (const [index, cells] of rows.entries()) {
      const weight = options.bold?.includes(index) ? 'bold' : 'regular'
      const height = rowHeight(paper, ruler, cells, weight)
      if (paper.pdf.y + height > frame(paper).bottom) {
        paper.pdf.addPage()
        artifact(paper, () => repeatHead(paper, ruler, headings, headHeight))
      }
      drawRow(paper, ruler, cells, { height, weight, head: false })
    }
  })
  paper.pdf.x = frame(paper).left
}

function measure(paper: Paper, columns: readonly Column[], options: TableStyle): Ruler {
  const { size = 9.5, pad = 4, rowHeight = 0, grid = false, rowHeadings = true } = options
  const { left, width } = frame(paper)
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (width * share) / shares)
  const lefts = widths.map((_width, index) => left + widths.slice(0, index).reduce((a, b) => a + b, 0))
  return { size, pad, rowHeight, grid, rowHeadings, lefts, widths, columns }
}

function rowHeight(paper: Paper, ruler: Ruler, cells: readonly string[], weight: Weight): number {
  const { widths, size, pad, rowHeight } = ruler
  const heights = cells.map((cell, index) =>
    heightOf(paper, cell, { size, weight, lead: 1, width: (widths[index] ?? 0) / paper.scale - GAP }),
  )
  return Math.max(...heights, rowHeight * paper.scale) + 2 * pad * paper.scale
}

interface Row {
  height: number
  weight: Weight
  head: boolean
}

function drawRow(paper: Paper, ruler: Ruler, cells: readonly string[], row: Row): void {
  const top = paper.pdf.y
  inside(paper, 'TR', () => {
    for (const [index, cell] of cells.entries()) {
      const scope = row.head ? 'Column' : ruler.rowHeadings && index === 0 ? 'Row' : undefined
      const draw = () => writeCell(paper, ruler, { cell, index, top, row })
      mark(paper, scope ? 'TH' : 'TD', draw, scope ? { scope } : {})
    }
  })
  paper.pdf.y = top + row.height
  artifact(paper, () => rules(paper, ruler, top, row))
}

function repeatHead(paper: Paper, ruler: Ruler, headings: readonly string[], height: number): void {
  const top = paper.pdf.y
  const row = { height, weight: 'medium', head: true } as const
  for (const [index, cell] of headings.entries()) writeCell(paper, ruler, { cell, index, top, row })
  paper.pdf.y = top + height
  rules(paper, ruler, top, row)
}

function writeCell(
  paper: Paper,
  { lefts, widths, size, pad, columns }: Ruler,
  { cell, index, top, row }: { cell: string; index: number; top: number; row: Row },
): void {
  const { pdf, scale } = paper
  style(paper, { size, weight: row.weight, colour: row.head ? COLOURS.navy : COLOURS.ink })
  pdf.text(plain(cell), (lefts[index] ?? 0) + (GAP / 2) * scale, top + pad * scale, {
    width: (widths[index] ?? 0) - GAP * scale,
    align: columns[index]?.align ?? 'left',
    lineGap: scale,
  })
}

function rules({ pdf, scale }: Paper, { lefts, widths, grid }: Ruler, top: number, row: Row): void {
  const left = lefts[0] ?? 0
  const right = (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0)
  const bottom = top + row.height
  pdf.lineWidth((row.head ? 1.2 : 0.5) * scale)
  pdf
    .moveTo(left, bottom)
    .lineTo(right, bottom)
    .stroke(row.head ? COLOURS.navy : COLOURS.line)
  if (!grid) return
  pdf.lineWidth(0.5 * scale)
  if (row.head) pdf.moveTo(left, top).lineTo(right, top).stroke(COLOURS.line)
  for (const x of [...lefts, right]) pdf.moveTo(x, top).lineTo(x, bottom).stroke(COLOURS.line)
}
