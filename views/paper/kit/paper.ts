import type { IsoDate, Locale } from '../../../models/core/dates.ts'
import type { Translate } from '../../reader.ts'
import type { Attachment } from './archive.ts'

export type PaperSize = 'A4' | 'A3'

export interface About {
  title: string
  lang: Locale
  /** The day that the document is dated; it has no other clock. */
  date: IsoDate
  t: Translate
  size?: PaperSize
  /** Multiplies all lengths: an A3 poster is an A4 poster made larger. */
  scale?: number
  /** From the edge of the paper, before scaling. */
  margin?: number
  /** Room at the foot of each page, before scaling, for what is drawn there by itself. */
  reserve?: number
  /** Stands at the foot of each page, beside its number; no foot when left out. */
  foot?: string[]
  /** The data that the document was made of. With it the document is one for the archive. */
  attachment?: Attachment
}

export interface Paper {
  pdf: PDFKit.PDFDocument
  t: Translate
  lang: Locale
  scale: number
  /** Photos that are stored in the file already. */
  images: Map<Buffer, PDFKit.Mixins.ImageSrc>
  /** The structure element that the next one becomes a part of. */
  parent: PDFKit.PDFStructureElement
}

export const COLOURS = {
  ink: '#1a1a1a',
  soft: '#454545',
  line: '#8e8e8e',
  faint: '#d6d9dc',
  navy: '#0b2e4f',
  gold: '#b26a00',
} as const

export function frame({ pdf }: Paper): { left: number; top: number; width: number; bottom: number } {
  const { margins, width, height } = pdf.page
  return {
    left: margins.left,
    top: margins.top,
    width: width - margins.left - margins.right,
    bottom: height - margins.bottom,
  }
}

/** Puts what `draw` writes into an element of its own: Sect, L, Table, TR and the like. */
export function inside(paper: Paper, type: string, draw: () => void, options: ElementOptions = {}): void {
  const outer = paper.parent
  const element = paper.pdf.struct(type, options)
  outer.add(element)
  paper.parent = element
  draw()
  element.end()
  paper.parent = outer
}

export interface ElementOptions {
  alt?: string
  scope?: 'Row' | 'Column'
  /** For a figure: left, top, right, bottom. */
  bbox?: [number, number, number, number]
}

/** Marks what `draw` writes as one element: H1, P, LBody, TD, Figure. */
export function mark(paper: Paper, type: string, draw: () => void, options: ElementOptions = {}): void {
  inside(paper, type, () => void paper.parent.add(draw), options)
}

/** Lines, bars and repeated headings, which a screen reader leaves out. Never inside `mark`. */
export function artifact(paper: Paper, draw: () => void): void {
  paper.pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  paper.pdf.endMarkedContent()
}

/** Begins a new page unless there is this much room left. */
export function ensureRoom(paper: Paper, height: number): void {
  const { top, bottom } = frame(paper)
  if (paper.pdf.y + height > bottom && paper.pdf.y > top) paper.pdf.addPage()
}

/** `height` is before scaling. */
export function space(paper: Paper, height: number): void {
  paper.pdf.y += height * paper.scale
}

/** Composed letters, no control characters. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? sign : ''))
}
