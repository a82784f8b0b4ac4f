import 'pdfkit'

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a font that has been read, too. Its types do not know. */
      registerFont(name: string, font: import('fontkit').Font): this
    }
  }

  namespace PDFKit {
    interface PDFDocument {
      /** Adds to the metadata of the document. Its types do not know. */
      appendXML(xml: string): void
    }
  }
}
