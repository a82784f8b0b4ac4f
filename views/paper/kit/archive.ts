import { sha256 } from '../../../models/core/canonical.ts'

// A document that is kept for as long as there is an archive: PDF/A-3, with the data that it was made of inside it.

/** A file inside the PDF, for programs. The pages say the same to people. */
export interface Attachment {
  name: string
  /** A media type, like `application/json`. */
  type: string
  description: string
  data: Buffer
}

/** The place of the seal while the document is made: as long as the seal, and of zeros. */
const NO_SEAL = '0'.repeat(64)
const sealAs = (hex: string) => `<dc:identifier>sha256:${hex}</dc:identifier>`

/**
 * PDF/A-3 asks each document to describe the marks that it does not know itself, and the mark of PDF/UA is one. The
 * identifier is a mark that it knows.
 */
const MARKS = `
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            ${sealAs(NO_SEAL)}
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
        `

/** Runs before the document ends. */
export function attach(pdf: PDFKit.PDFDocument, { name, type, description, data }: Attachment): void {
  const options = { name, type, description, hidden: false, relationship: 'Source' }
  pdf.file(data, options)
  pdf.appendXML(MARKS)
}

/** Writes into the file the SHA-256 of all its bytes, taken while the seal itself is zeros: any other byte breaks it. */
export function sealed(file: Buffer): Buffer {
  const at = file.indexOf(sealAs(NO_SEAL), 0, 'latin1')
  if (at < 0) throw new Error('the document has no place for its seal')
  file.write(sealAs(sha256(file)), at, 'latin1')
  return file
}
