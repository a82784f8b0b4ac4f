import { expect } from 'chai'
import { canonicalOf, sha256 } from '../../../../models/core/canonical.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import { electionRecord } from '../../../../views/paper/elections/election_record.ts'
import { aRecordPage } from '../../../support/builders/documents.ts'
import { attachedTo, fontsOf } from '../../../support/pdf.ts'

const t = translatorFor('da')

/** What ISO 19005-3 and ISO 14289-1 ask of a file, as far as it can be read without a validator. */
const ASKED: Readonly<Record<string, RegExp>> = {
  'says that it is PDF/A-3': /<pdfaid:part>3<\/pdfaid:part>/,
  'says that it is of level A': /<pdfaid:conformance>A<\/pdfaid:conformance>/,
  'says that it is PDF/UA-1': /<pdfuaid:part>1<\/pdfuaid:part>/,
  'describes the mark that PDF/A does not know':
    /<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\//,
  'has its metadata open to read': /\/Type \/Metadata\n\/Subtype \/XML/,
  'has a profile for its colours': /\/S \/GTS_PDFA1/,
  'is tagged': /\/MarkInfo \d+ 0 R|\/Marked true/,
  'has a tree of its structure': /\/StructTreeRoot \d+ 0 R/,
  'has a language': /\/Lang \(/,
  'shows its title': /\/DisplayDocTitle true/,
  'has an identity': /\/ID \[/,
  'names the attached file from its root': /\/AF \[\d+ 0 R\]/,
  'says what the attached file is to it': /\/AFRelationship \/Source/,
  'says the kind of the attached file': /\/Subtype \/application#2[Ff]json/,
  'gives the attached file its name twice': /\/F \(protokol\.json\)[\s\S]*\/UF \(protokol\.json\)/,
}

/** What PDF/A forbids. */
const FORBIDDEN = [/\/Encrypt\b/, /\/JavaScript\b/, /\/JS\b/, /\/Launch\b/, /\/LZWDecode\b/, /\/GoToR\b/]

describe('views/paper/kit: a document for the archive', () => {
  let pdf: Buffer
  let text: string

  before(async () => {
    pdf = await electionRecord(aRecordPage(), t, 'da')
    text = pdf.toString('latin1')
  })

  for (const [what, mark] of Object.entries(ASKED)) {
    it(what, () => {
      expect(text).to.match(mark)
    })
  }

  it('begins and ends as one document of its version', () => {
    expect(text.slice(0, 9)).to.equal('%PDF-1.7\n')
    expect(text.split('%%EOF')).to.have.length(2)
    expect(text).to.match(/%%EOF\n?$/)
  })

  it('has nothing that an archive does not take', () => {
    expect(FORBIDDEN.filter((mark) => mark.test(text))).to.deep.equal([])
  })

  it('brings every font along', async () => {
    const fonts = await fontsOf(pdf)
    expect(fonts.length).to.be.greaterThan(1)
    expect(fonts.filter(({ embedded, unicode }) => !embedded || !unicode)).to.deep.equal([])
  })

  it('holds the data of the record, byte for byte, where other programs find it', async () => {
    const data = canonicalOf(aRecordPage().document)
    expect(await attachedTo(pdf)).to.deep.equal({ name: 'protokol.json', text: data })
  })

  it('carries the SHA-256 of all its other bytes, and is the same when it is made again', async () => {
    const seal = /<dc:identifier>sha256:([0-9a-f]{64})</.exec(text)?.[1] ?? ''
    const unsealed = Buffer.from(text.replace(seal, '0'.repeat(64)), 'latin1')
    expect(sha256(unsealed)).to.equal(seal)
    expect(await electionRecord(aRecordPage(), t, 'da')).to.deep.equal(pdf)
  })
})
