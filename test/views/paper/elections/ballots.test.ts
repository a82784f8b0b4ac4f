import { expect } from 'chai'
import { translatorFor } from '../../../../routes/web/i18n.ts'
import {
  ballotPapers,
  fitsPerSheet,
  PER_SHEET,
  specimen,
  type BallotPage,
  type PerSheet,
} from '../../../../views/paper/elections/ballots.ts'
import { electionPattern } from '../../../../views/paper/kit/figures.ts'
import { SYMBOL_PATHS } from '../../../../views/partials/elections/symbols.ts'
import { aBallotPage, CANDIDATES } from '../../../support/builders/documents.ts'
import {
  alternativesOf,
  infoOf,
  languageOf,
  linesOf,
  spokenOf,
  structureOf,
  textOf,
  wordsOf,
  type Word,
} from '../../../support/pdf.ts'
import { anId } from '../../../support/ids.ts'

const t = translatorFor('da')
const papers = (page: BallotPage, perSheet: PerSheet) => ballotPapers(page, perSheet, t, 'da')
const COLUMNS = { 1: 1, 2: 1, 4: 2 } as const
const A4 = { width: 595.28, height: 841.89 }

/** The words of each paper on a sheet, each with its place on its own paper. */
async function cutOut(pdf: Buffer, perSheet: PerSheet): Promise<Word[][]> {
  const columns = COLUMNS[perSheet]
  const width = A4.width / columns
  const height = A4.height / (perSheet / columns)
  const cut: Word[][] = Array.from({ length: perSheet }, () => [])
  for (const { text, left, top } of await wordsOf(pdf)) {
    const [column, row] = [Math.floor(left / width), Math.floor(top / height)]
    cut[row * columns + column]?.push({ text, left: left - column * width, top: top - row * height })
  }
  return cut
}

function expectSamePlaces(first: readonly Word[], other: readonly Word[]): void {
  const texts = (words: readonly Word[]) => words.map(({ text }) => text)
  expect(texts(other)).to.deep.equal(texts(first))
  for (const [index, word] of first.entries()) {
    expect(other[index]?.left).to.be.closeTo(word.left, 0.05)
    expect(other[index]?.top).to.be.closeTo(word.top, 0.05)
  }
}

function manyNames(count: number): BallotPage {
  const name = (index: number) => `${CANDIDATES[index % 3] ?? ''} ${index + 1}`
  return aBallotPage({
    candidates: Array.from({ length: count }, (_one, index) => ({ name: name(index), portrait: null })),
  })
}

describe('views/paper: ballot papers', () => {
  it('hold the names in the order of the list, how to vote, the mark, and nothing else', async () => {
    expect(await linesOf(await papers(aBallotPage(), 1))).to.deep.equal([
      'Valg på Perron 4',
      'tirsdag den 10. marts 2026',
      'Sæt ét kryds',
      'Du må også aflevere sedlen uden kryds.',
      ...CANDIDATES,
      'Valg 12, liste 1',
    ])
  })

  it('say how many crosses there may be', async () => {
    const lines = await linesOf(await papers(aBallotPage({ crosses: { min: 1, max: 3 } }), 1))
    expect(lines).to.include('Sæt højst 3 krydser')
  })

  for (const perSheet of PER_SHEET) {
    it(`are all alike with ${perSheet} to a sheet, each word in its place`, async () => {
      const pdf = await papers(aBallotPage(), perSheet)
      const [first = [], ...others] = await cutOut(pdf, perSheet)
      expect(first.length).to.be.greaterThan(15)
      expect(others).to.have.lengthOf(perSheet - 1)
      for (const other of others) expectSamePlaces(first, other)
      expect((await infoOf(pdf)).Pages).to.equal('1')
    })
  }

  it('are the same bytes each time they are printed', async () => {
    expect((await papers(aBallotPage(), 4)).equals(await papers(aBallotPage(), 4))).to.equal(true)
  })

  it('carry one mark for all papers of a list, and another for the next list or election', () => {
    const shown = (id: number, version: number) => JSON.stringify(electionPattern(anId(id), version))
    expect(shown(12, 1)).to.equal(shown(12, 1))
    const others = [shown(12, 2), shown(13, 1), shown(112, 1), shown(1, 21), shown(1, 121)]
    expect(new Set([shown(12, 1), ...others]).size).to.equal(6)
    for (const row of electionPattern(anId(12), 1)) expect([...row].reverse()).to.deep.equal(row)
  })

  it('show photo or symbol beside the name, store a photo once, and name it for who cannot see it', async () => {
    const candidates = [
      { name: 'Åse Wang', portrait: { path: SYMBOL_PATHS.heart, alt: 'Hjerte' } },
      { name: 'Jens Ærø', portrait: { jpeg: await aPhoto(), alt: 'Foto af Jens Ærø' } },
    ]
    const pdf = await papers(aBallotPage({ candidates }), 4)
    expect(pdf.toString('latin1').split('/Subtype /Image')).to.have.lengthOf(2)
    expect(alternativesOf(pdf)).to.include.members([
      'Hjerte',
      'Foto af Jens Ærø',
      'Valgets mærke',
      'Felt til kryds',
    ])
    // The other papers on the sheet repeat the same one.
    expect((await structureOf(pdf)).filter((type) => type === 'H1')).to.have.lengthOf(1)
    expect(languageOf(pdf)).to.equal('da-DK')
  })

  it('keep 1 to 40 names on one page, each name whole', async () => {
    // Some forty calls of programs outside: slow on a busy machine.
    const isWhole = async (page: BallotPage, perSheet: PerSheet) => {
      if (!(await fitsPerSheet(page, perSheet, t, 'da'))) return
      const pdf = await papers(page, perSheet)
      const [raw, { Pages }] = await Promise.all([textOf(pdf, '-raw'), infoOf(pdf)])
      const text = raw.replaceAll('- ', '-')
      expect(Pages, `${page.candidates.length} names, ${perSheet} to a sheet`).to.equal('1')
      for (const { name } of page.candidates) expect(text.split(name).length).to.be.greaterThan(perSheet)
    }
    for (const count of [1, 2, 5, 6, 7, 12, 20, 21, 40])
      await Promise.all(PER_SHEET.map((perSheet) => isWhole(manyNames(count), perSheet)))
  })

  it('are offered several to a sheet only while the print is large', async () => {
    const fits = async (count: number) =>
      Promise.all(PER_SHEET.map((perSheet) => fitsPerSheet(manyNames(count), perSheet, t, 'da')))
    expect(await fits(3)).to.deep.equal([true, true, true])
    expect(await fits(20)).to.deep.equal([true, true, false])
    expect(await fits(40)).to.deep.equal([true, false, false])
  })

  it('come as a specimen that says it is one, explains the mark, and has the names of the real one', async () => {
    const pdf = await specimen(aBallotPage(), t, 'da')
    const text = await textOf(pdf)
    expect((await textOf(pdf, '-raw')).replaceAll(' ', '')).to.contain('PRØVE')
    for (const said of ['kan ikke bruges til at stemme', 'Valg 12, liste 1', ...CANDIDATES])
      expect(text).to.contain(said)
    expect(await structureOf(pdf)).to.include.members(['H1', 'H2'])
    // The large letters are for the eye alone: the heading says the same.
    expect(await spokenOf(pdf)).not.to.contain('"PRØVE"')
    expect((await infoOf(pdf)).Pages).to.equal('1')
  })
})

async function aPhoto(): Promise<Buffer> {
  const { Transformer } = await import('@napi-rs/image')
  const pixels = Buffer.alloc(64 * 64 * 4, 200)
  return Transformer.fromRgbaPixels(pixels, 64, 64).jpeg(80)
}
