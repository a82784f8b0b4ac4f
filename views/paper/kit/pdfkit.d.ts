import 'pdfkit'

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that has been read, too. Its types do not know. */
      registerFont(name: string, font: import('fontkit').Font): this
    }
  }
}
