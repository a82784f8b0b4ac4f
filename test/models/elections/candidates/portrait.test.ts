import { expect } from 'chai'
import { checkPicture, pictureSize } from '../../../../models/elections/candidates/picture.ts'
import {
  checkStatement,
  checkSymbol,
  countWords,
  SYMBOLS,
} from '../../../../models/elections/candidates/portrait.ts'
import { SYMBOL_PATHS } from '../../../../views/partials/elections/symbols.ts'
import { aBomb, aPicture, aTelephonePhoto } from '../../../support/builders/pictures.ts'

describe('The words beside a name', () => {
  const cases: [string, number][] = [
    ['', 0],
    ['   \n ', 0],
    ['Jeg', 1],
    ['Jeg vil kæmpe for åbent om søndagen', 7],
    // A dash or a comma alone is no word; a hyphen inside one makes no two of it.
    ['Tag over hovedet – til alle , også søn-og-helligdage', 7],
    ['  to\u00a0ord ', 2],
    ['3 ting: ro, mad & senge', 5],
  ]
  for (const [text, words] of cases) {
    it(`are ${words} in "${text.trim()}"`, () => {
      expect(countWords(text)).to.equal(words)
    })
  }

  it('are twenty at most', () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `ord${index}`).join(' ')
    expect(checkStatement(words(20))).to.deep.equal({ ok: true })
    expect(checkStatement(words(21))).to.deep.equal({
      ok: false,
      reason: 'statement_too_long',
      params: { words: 21, most: 20 },
      field: 'statement',
    })
  })
})

describe('The symbols', () => {
  it('are each one path in a box of 24 by 24, all different', () => {
    expect(Object.keys(SYMBOL_PATHS)).to.deep.equal([...SYMBOLS])
    const paths = Object.values(SYMBOL_PATHS)
    expect(new Set(paths).size).to.equal(paths.length)
    // Only what a browser and a PDF draw alike, and no number far outside the box.
    for (const path of paths) {
      expect(path).to.match(/^M[MLHVCSQAZmlhvcsqaz\d\s.,-]+$/)
      for (const number of path.match(/\d*\.\d+|\d+/g) ?? []) expect(Number(number)).to.be.at.most(24)
    }
  })

  it('are from the list, and one candidate has each', () => {
    expect(checkSymbol('boat', ['key', null])).to.deep.equal({ ok: true })
    expect(checkSymbol('boat', ['boat', null])).to.include({ reason: 'symbol_taken', field: 'symbol' })
    for (const symbol of ['rose', 'toString', ''])
      expect(checkSymbol(symbol, [])).to.include({ reason: 'symbol_unknown' })
  })
})

describe('A picture', () => {
  it('says its size in its first bytes, whatever its kind', async () => {
    for (const kind of ['jpeg', 'png', 'webp'] as const)
      expect(pictureSize(await aPicture(40, 30, kind)), kind).to.deep.equal({ width: 40, height: 30 })
    expect(pictureSize(await aTelephonePhoto())).to.deep.equal({ width: 1200, height: 600 })
  })

  it('is none where the bytes are those of something else, or end too soon', async () => {
    const picture = await aPicture(40, 30)
    const others = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
      Buffer.from('GIF89a\x01\x00\x01\x00'),
      Buffer.from('%PDF-1.7'),
      Buffer.from('RIFF\0\0\0\0WEBPXXXX'),
      Buffer.alloc(0),
      Buffer.from([0xff, 0xd8]),
      Buffer.from([0xff, 0xd8, 0x00, 0x00, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      picture.subarray(0, 12),
    ]
    for (const bytes of others)
      expect(checkPicture(bytes)).to.include({ reason: 'photo_not_a_picture', field: 'photo' })
  })

  it('of more pixels than a telephone makes is not even opened', async () => {
    expect(checkPicture(await aBomb())).to.deep.equal({
      ok: false,
      reason: 'photo_too_many_pixels',
      params: { width: 60_000, height: 60_000 },
      field: 'photo',
    })
  })
})
