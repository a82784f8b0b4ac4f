import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import { makeDocument } from '../../../../views/paper/kit/document.ts'
import type { About, Paper } from '../../../../views/paper/kit/paper.ts'
import { table } from '../../../../views/paper/kit/table.ts'
import { facts, heading, list, paragraph } from '../../../../views/paper/kit/text.ts'
import {
  infoOf,
  languageOf,
  linesOf,
  spokenOf,
  structureOf,
  textOf,
  textOfPages,
} from '../../../support/pdf.ts'

const about: About = {
  title: 'Prøve på æ, ø & å',
  lang: 'da',
  date: isoDate('2026-03-10'),
  t: translatorFor('da'),
  foot: ['Nederst på hver side'],
}

function aDocument(draw: (paper: Paper) => void, changes: Partial<About> = {}): Promise<Buffer> {
  return makeDocument({ ...about, ...changes }, draw)
}

const columns = [
  { heading: 'Navn', share: 3 },
  { heading: 'Stemmer', share: 1, align: 'right' as const },
]

describe('views/paper: a document', () => {
  it('is tagged and says its title and its language', async () => {
    const pdf = await aDocument((paper) => heading(paper, 1, 'Overskrift'))
    const info = await infoOf(pdf)
    expect(info).to.include({ Tagged: 'yes', Title: 'Prøve på æ, ø + å', Pages: '1', Encrypted: 'no' })
    expect(info['Page size']).to.match(/A4/)
    expect(languageOf(pdf)).to.equal('da-DK')
    expect(pdf.toString('latin1')).to.contain('/DisplayDocTitle true')
    expect(pdf.toString('latin1')).to.contain('<pdfuaid:part>1</pdfuaid:part>')
    const english = await aDocument((paper) => heading(paper, 1, 'Heading'), { lang: 'en', size: 'A3' })
    expect(languageOf(english)).to.equal('en-GB')
    expect((await infoOf(english))['Page size']).to.match(/A3/)
  })

  it('is made of headings, paragraphs, lists and tables that a screen reader knows', async () => {
    const pdf = await aDocument((paper) => {
      heading(paper, 1, 'Overskrift')
      paragraph(paper, 'Et afsnit.')
      list(paper, ['en', 'to'])
      facts(paper, [['Sted', 'Caféen']])
      table(paper, columns, [['Åse', '3']])
    })
    const item = ['LI', 'Lbl', 'LBody']
    expect(await structureOf(pdf)).to.deep.equal([
      ...['Document', 'H1', 'P', 'L', ...item, ...item, 'L', ...item],
      ...['Table', 'TR', 'TH', 'TH', 'TR', 'TH', 'TD'],
    ])
    const spoken = (await spokenOf(pdf)).replace(/\s+/g, ' ')
    expect(spoken).to.match(/Overskrift.*Et afsnit\..*Sted.*Caféen.*Navn.*Stemmer.*Åse.*3/)
    expect(spoken).not.to.contain('Nederst på hver side')
  })

  it('gives the same bytes from the same data, and others from another day', async () => {
    const draw = (paper: Paper) => paragraph(paper, 'Det samme')
    const first = await aDocument(draw)
    expect((await aDocument(draw)).equals(first)).to.equal(true)
    expect((await aDocument(draw, { date: isoDate('2026-03-11') })).equals(first)).to.equal(false)
  })

  it('says what it says, whatever was printed before: “ is drawn with the sign ’, which then stands for itself', async () => {
    await aDocument((paper) => paragraph(paper, '“Lars”'))
    const pdf = await aDocument((paper) => paragraph(paper, 'Lars’ liste'))
    expect((await linesOf(pdf))[0]).to.equal('Lars’ liste')
  })

  it('prints what Danish and ordinary typing need', async () => {
    const text = 'ÆØÅ æøå é ü « » “ ” ’ – — … € § ½ × ≤'
    const pdf = await aDocument((paper) => paragraph(paper, text))
    expect(await textOf(pdf)).to.contain(text)
  })

  it('composes letters and leaves out signs that cannot be printed', async () => {
    const pdf = await aDocument((paper) => paragraph(paper, 'A\u030ase\u0007\u200b Wang\tog\r\nJens'))
    const lines = await linesOf(pdf)
    expect(lines.slice(0, 2)).to.deep.equal(['Åse Wang og', 'Jens'])
  })

  it('repeats the headings of a table of 300 rows on each page and cuts no row', async () => {
    const rows = Array.from({ length: 300 }, (_row, index) => {
      const long = index % 7 === 0 ? ' et langt navn, der brydes over flere linjer'.repeat(3) : ''
      return [`Åse nr. ${index + 1}${long}`, `${index}`]
    })
    const pdf = await aDocument((paper) => table(paper, columns, rows))
    const pages = Number((await infoOf(pdf)).Pages)
    const lines = await linesOf(pdf, '-layout')
    expect(pages).to.be.greaterThan(8)
    expect(lines.filter((line) => /^Navn\s+Stemmer$/.test(line))).to.have.lengthOf(pages)
    const structure = await structureOf(pdf)
    expect(structure.filter((type) => type === 'TR')).to.have.lengthOf(301)
    expect(structure.filter((type) => type === 'TH')).to.have.lengthOf(302)
    expect(structure.filter((type) => type === 'Table')).to.have.lengthOf(1)
    const text = await textOf(pdf)
    for (const number of [1, 150, 300]) expect(text).to.contain(`Åse nr. ${number}`)
  })

  it('numbers its pages and stands its foot on each', async () => {
    const pdf = await aDocument((paper) => {
      for (let line = 0; line < 120; line += 1) paragraph(paper, `Linje ${line}`)
    })
    const text = await textOf(pdf)
    const pages = Number((await infoOf(pdf)).Pages)
    for (let page = 1; page <= pages; page += 1) expect(text).to.contain(`Side ${page} af ${pages}`)
    expect(text.split('Nederst på hver side')).to.have.lengthOf(pages + 1)
  })

  it('breaks a word that is wider than the page, and keeps all of it', async () => {
    const word = 'Ærø'.repeat(80)
    const pdf = await aDocument((paper) => paragraph(paper, word))
    expect((await linesOf(pdf)).slice(0, -2).join('')).to.contain(word.slice(0, 60))
    expect((await textOf(pdf)).replaceAll(' ', '')).to.contain(word)
  })

  it('leaves no heading at the foot of a page, however full the page is, nor two of them', async () => {
    for (let lines = 20; lines < 46; lines += 1) {
      const pdf = await aDocument((paper) => {
        for (let line = 0; line < lines; line += 1) paragraph(paper, `Linje ${line}`, { after: 0 })
        heading(paper, 2, 'Afsnittet')
        heading(paper, 3, 'Delen')
        table(
          paper,
          columns,
          Array.from({ length: 3 }, (_row, index) => [`Åse nr. ${index}`, '1']),
        )
      })
      const pages = (await textOfPages(pdf)).filter((page) => /Afsnittet|Delen|Åse nr. 0/.test(page))
      expect(pages, `after ${lines} lines`).to.have.length(1)
    }
  })

  it('goes on over pages with a paragraph longer than one', async () => {
    const pdf = await aDocument((paper) => paragraph(paper, 'Et langt brev fra byrådet. '.repeat(600)))
    expect(Number((await infoOf(pdf)).Pages)).to.be.greaterThan(2)
    expect((await textOf(pdf)).split('byrådet.')).to.have.lengthOf(601)
    expect((await structureOf(pdf)).filter((type) => type === 'P')).to.have.lengthOf(1)
  })
})
