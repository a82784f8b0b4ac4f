import PDFDocument from 'pdfkit'
import { attach, sealed } from './archive.ts'
import { fontFor } from './fonts.ts'
import { type About, artifact, COLOURS, frame, type Paper, plain } from './paper.ts'

// Plain data becomes a tagged PDF. The same data gives the same bytes, so that a print can be compared with a new one.
// All lengths are in points, 72 to the inch.

/** Room for the foot, before scaling. */
const FOOT = 30

export async function makeDocument(about: About, draw: (paper: Paper) => void): Promise<Buffer> {
  const paper = begin(about)
  const { pdf } = paper
  const file = collect(pdf)
  draw(paper)
  paper.parent.end()
  if (about.foot) writeFeet(paper, about)
  if (about.attachment) attach(pdf, about.attachment)
  pdf.end()
  return about.attachment ? sealed(await file) : file
}

function begin(about: About): Paper {
  const { title, lang, date, t, size = 'A4', scale = 1, margin = 48, reserve, foot } = about
  const edge = margin * scale
  const below = (reserve ?? (foot ? FOOT : 0)) * scale
  const options: PDFKit.PDFDocumentOptions = {
    size,
    margins: { top: edge, left: edge, right: edge, bottom: edge + below },
    // The foot is written last, when the number of pages is known.
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
  // The types know only the subsets for archives. `attach` adds the mark of the accessible one to them.
  const subset = about.attachment ? 'PDF/A-3a' : 'PDF/UA'
  const pdf = new PDFDocument(Object.assign(options, { subset }))
  for (const weight of ['regular', 'medium', 'bold'] as const) pdf.registerFont(weight, fontFor(weight))
  pdf.font('regular').fillColor(COLOURS.ink)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  return { pdf, t, lang, scale, images: new Map(), parent: root }
}

/** pdfkit writes the title into XML as it is. */
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

/** Runs last, when the number of pages is known. */
function writeFeet(paper: Paper, { foot = [], scale = 1 }: About): void {
  const { pdf, t } = paper
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page)
    const { left, width } = frame(paper)
    const top = pdf.page.height - pdf.page.margins.bottom + 10 * scale
    // The foot stands below what text may reach; pdfkit would begin a new page for it.
    pdf.page.margins.bottom = 0
    artifact(paper, () => {
      pdf.moveTo(left, top).lineTo(left + width, top)
      pdf.lineWidth(0.5 * scale).stroke(COLOURS.faint)
      pdf
        .font('regular')
        .fontSize(7 * scale)
        .fillColor(COLOURS.soft)
      const number = t('documents.page', { page: page + 1, pages: count })
      pdf.text(number, left, top + 6 * scale, { width, align: 'right' })
      pdf.text(foot.map(plain).join('\n'), left, top + 6 * scale, { width: width - 70 * scale })
    })
  }
}
