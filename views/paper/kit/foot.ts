import { artifact, COLOURS, frame, plain, type About, type Paper } from './paper.ts'

/** Runs last, when the number of pages is known. */
export function writeFeet(paper: Paper, { foot = [], scale = 1 }: About): void {
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
