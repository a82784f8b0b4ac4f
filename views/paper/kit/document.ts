import PDFDocument from 'pdfkit'
import type { IsoDate, Locale } from '../../../models/core/dates.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import { fontFile } from './fonts.ts'
import { writeFeet } from './foot.ts'

/*
 * A document is a view: plain data in, a tagged PDF out. The same data gives the same bytes, whenever and wherever it is
 * made, so a printed copy can be compared with a new one. All lengths are in points, 72 to the inch.
 */

export type PaperSize = 'A4' | 'A3'

/** Everything a document says of itself. */
export interface About {
  title: string
  lang: Locale
  /** The day that the document is dated; it has no other clock. */
  date: IsoDate
  t: Translate
  size?: PaperSize
  /** All lengths are multiplied by this: an A3 poster is an A4 poster made larger. */
  scale?: number
  /** From the edge of the paper, before scaling. */
  margin?: number
  /** Room kept free at the foot of each page, before scaling, for what is drawn there by itself. */
  reserve?: number
  /** Stands at the foot of each page, beside the page's number; no foot where it is left out. */
  foot?: string[]
}

/** A document while it is written. */
export interface Paper {
  pdf: PDFKit.PDFDocument
  t: Translate
  lang: Locale
  scale: number
  /** Photos that stand in the file already. */
  images: Map<Buffer, PDFKit.Mixins.ImageSrc>
  /** The element of the structure tree that the next thing becomes a part of. */
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

/** Room for the foot, before scaling. */
const FOOT = 30

/** Writes a document by `draw` and gives it as a file. */
export async function makeDocument(about: About, draw: (paper: Paper) => void): Promise<Buffer> {
  const paper = begin(about)
  const { pdf } = paper
  const file = collect(pdf)
  draw(paper)
  paper.parent.end()
  if (about.foot) writeFeet(paper, about)
  pdf.end()
  return file
}

function begin({ title, lang, date, t, size = 'A4', scale = 1, margin = 48, reserve, foot }: About): Paper {
  const edge = margin * scale
  const below = (reserve ?? (foot ? FOOT : 0)) * scale
  const options: PDFKit.PDFDocumentOptions = {
    size,
    margins: { top: edge, left: edge, right: edge, bottom: edge + below },
    // The foot is written last, when it is known how many pages there are.
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: lang === 'da' ? 'da-DK' : 'en-GB',
    displayTitle: true,
    info: {
      Title: metadataText(title),
      Author: metadataText(t('layout.product')),
      Creator: t('layout.product'),
      Producer: 'PDFKit',
      CreationDate: new Date(`${date}T12:00:00Z`),
    },
  }
  // The types know only the subsets for archives, not the one that anybody can read.
  const pdf = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }))
  for (const weight of ['regular', 'medium', 'bold'] as const) pdf.registerFont(weight, fontFile(weight))
  pdf.font('regular').fillColor(COLOURS.ink)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return { pdf, t, lang, scale, images: new Map(), parent: root }
}

/** The title goes into XML as well, where pdfkit writes it as it is. */
function metadataText(text: string): string {
  return plain(text).replace(/&/g, '+').replace(/[<>]/g, '')
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
}

/** The part of the page between the margins. */
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
  /** Of a table's heading cell. */
  scope?: 'Row' | 'Column'
  /** Of a figure: left, top, right, bottom. */
  bbox?: [number, number, number, number]
}

/** Marks what `draw` puts on the page as one element: H1, P, LBody, TD, Figure. */
export function mark(paper: Paper, type: string, draw: () => void, options: ElementOptions = {}): void {
  inside(paper, type, () => void paper.parent.add(draw), options)
}

/** Lines, bars and repeated headings, which a screen reader leaves out. Never inside `mark`. */
export function artifact(paper: Paper, draw: () => void): void {
  paper.pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  paper.pdf.endMarkedContent()
}

/** Goes on at the top of a new page unless there is this much room left on this one. */
export function ensureRoom(paper: Paper, height: number): void {
  const { top, bottom } = frame(paper)
  if (paper.pdf.y + height > bottom && paper.pdf.y > top) paper.pdf.addPage()
}

/** Moves down, before scaling. */
export function space(paper: Paper, height: number): void {
  paper.pdf.y += height * paper.scale
}

/** Text as it can be printed: composed letters, no control characters. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? sign : ''))
}
