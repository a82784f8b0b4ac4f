import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import {
  SHEET_TEXTS,
  type SheetAbout,
  slipSheet,
} from '../../../../views/paper/elections/slips/slip_sheet.ts'
import { countSheet, pollingDaySheet, rollList } from '../../../../views/paper/elections/sheets.ts'
import { aSheetPage, CANDIDATES } from '../../../support/builders/documents.ts'
import { anId } from '../../../support/ids.ts'
import { alternativesOf, infoOf, linesOf, spokenOf, structureOf, textOf } from '../../../support/pdf.ts'

const t = translatorFor('da')

describe('views/paper: sheets to write on', () => {
  it('a count sheet has a line for each candidate, blank, invalid and why, and no figure', async () => {
    const pdf = await countSheet(aSheetPage(), t, 'da')
    const text = await textOf(pdf)
    for (const said of [
      ...CANDIDATES.map((name) => name.slice(0, 9)),
      'Blanke',
      'Ugyldige',
      'I alt',
      'For mange krydser',
    ])
      expect(text).to.contain(said)
    // Nothing is filled in: the other counter's figures are not theirs to know.
    const figures = text.replace(
      /10\. marts 2026|Perron 4|Side 1 af 1|[1-3]\. (Tæl|Læg|De)|1\., 2\. eller 3\./g,
      '',
    )
    expect(figures).not.to.match(/\d/)
    expect(await infoOf(pdf)).to.include({ Pages: '1', Tagged: 'yes', Title: 'Tælleark – Valg på Perron 4' })
  })

  it('a count sheet has a line for too few crosses where a ballot must have two', async () => {
    const textWith = async (min: number) =>
      textOf(await countSheet(aSheetPage({ crosses: { min, max: 2 } }), t, 'da'))
    expect(await textWith(2)).to.contain('For få krydser')
    expect(await textWith(1)).not.to.contain('For få krydser')
  })

  it('a count sheet for twenty candidates goes on over the page with its headings', async () => {
    const candidates = Array.from({ length: 40 }, (_one, index) => `Kandidat ${index + 1}`)
    const pdf = await countSheet(aSheetPage({ candidates }), t, 'da')
    expect(Number((await infoOf(pdf)).Pages)).to.be.greaterThan(1)
    expect((await linesOf(pdf)).filter((line) => line === 'Streger').length).to.be.greaterThan(2)
  })

  it('a polling day sheet asks for figures and kinds of help, for paper, tablet or both', async () => {
    const paper = await textOf(await pollingDaySheet(aSheetPage(), t, 'da'))
    for (const said of [
      'Delt ud',
      'Byttet',
      'Ikke lagt i kassen',
      'Hjælp til vælgere',
      'Pauser',
      'Lukket kl.',
    ])
      expect(paper).to.contain(said)
    expect(paper).not.to.contain('Frigivet på tablet')
    const booth = await textOf(
      await pollingDaySheet(aSheetPage({ hasPaper: false, hasBooth: true }), t, 'da'),
    )
    expect(booth).to.contain('Frigivet på tablet')
    expect(booth).not.to.contain('Byttet')
    expect(booth).to.contain('Skriv aldrig et navn')
  })

  it('a roll has every name, and says on each page that it is to be destroyed', async () => {
    const entries = Array.from({ length: 300 }, (_one, index) => {
      return { name: `Vælger ${index + 1} Ås`, note: index === 4 ? 'født 1961' : null, marked: index === 7 }
    })
    const pdf = await rollList({ ...aSheetPage(), entries }, t, 'da')
    const text = await textOf(pdf)
    for (const { name } of entries) expect(text).to.contain(name)
    const pages = Number((await infoOf(pdf)).Pages)
    // Once more at the top of the first page.
    expect(text.split('Listen skal makuleres')).to.have.lengthOf(pages + 2)
    expect(text).to.contain('født 1961')
    expect(text.split('×')).to.have.lengthOf(2)
    expect((await structureOf(pdf)).filter((type) => type === 'TR')).to.have.lengthOf(301)
  })
})

describe('views/paper: a key slip on a sheet that is folded', () => {
  const words = Array.from({ length: 17 }, (_one, index) => `ord${index + 1}æ`)
  const about: SheetAbout = {
    ...{ id: anId(7), election: 'Valg på Perron 4', place: 'Caféen', day: '10. marts 2026' },
    ...{ number: 2, of: 3, threshold: 2, holder: 'Ole Sky', date: isoDate('2026-03-09'), lang: 'da' },
  }

  it('has the name outside, the words inside in their order, and says where to fold and what a lost slip means', async () => {
    const pdf = await slipSheet(about, words, t)
    expect((await infoOf(pdf)).Pages).to.equal('1')
    const spoken = (await spokenOf(pdf)).replace(/"\s+|\s+/g, ' ')
    const order = ['Ole Sky', 'Fold bagud her', ...words, 'Fold ind mod ordene', 'valget skal holdes om']
    const places = order.map((said) => spoken.indexOf(said))
    expect(places).not.to.include(-1)
    expect(places).to.deep.equal([...places].sort((a, b) => a - b))
    const text = await textOf(pdf)
    for (const said of ['Nøgleseddel 2 af 3', 'mindst 2 af de 3', '10. marts 2026', 'Caféen'])
      expect(text).to.contain(said)
    expect(alternativesOf(pdf)).to.deep.equal(['Kode med de samme ord som på nøgleseddel 2'])
  })

  it('is drawn with the texts that it names and no others', async () => {
    const asked = new Set<string>()
    await slipSheet(about, words, (key) => {
      asked.add(key)
      return key
    })
    expect([...asked].sort()).to.deep.equal([...SHEET_TEXTS].sort())
  })
})
