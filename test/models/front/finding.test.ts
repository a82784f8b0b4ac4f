import { expect } from 'chai'
import fc from 'fast-check'
import { find, foldForSearch, searchIndex, searchWords } from '../../../models/front/finding.ts'

const among = (...names: string[]) => searchIndex(names.map((name) => ({ what: name, texts: [name] })))
const found = (typed: string, ...names: string[]) => find(among(...names), typed).map(({ what }) => what)

describe('search', () => {
  const folded: readonly (readonly [typed: string, is: string])[] = [
    ['Aagård', 'agard'],
    ['Ågaard', 'agard'],
    ['A\u030agaard', 'agard'],
    ['agaard', 'agard'],
    ['Søren', 'soren'],
    ['Soeren', 'soren'],
    ['Sören', 'soren'],
    ['Æbelø', 'aebelo'],
    ['Aebeloe', 'aebelo'],
    ['Renée Müller-Weiß', 'renee muller weiss'],
    ['  PERRON   4, Randers ', 'perron 4 randers'],
    ['Мaja', 'maja'],
    ['ΜΑΡΙΟΣ', 'μapioσ'],
    ['%_\'"<script>', 'script'],
    ['\u0000\uD800…', ''],
    ['', ''],
  ]
  for (const [typed, is] of folded) {
    it(`${JSON.stringify(typed)} is compared as "${is}"`, () => {
      expect(foldForSearch(typed)).to.equal(is)
    })
  }

  it('however å and ø are typed, each way of writing finds every other', () => {
    for (const typed of ['Aagård', 'Ågaard', 'agaard', 'AGÅRD', 'a\u030agard'])
      expect(found(typed, 'Aagård', 'Ågaard', 'agaard'), typed).to.have.members([
        'Aagård',
        'Ågaard',
        'agaard',
      ])
    for (const typed of ['soren', 'soeren', 'søren', 'SØREN'])
      expect(found(typed, 'Søren Dam'), typed).to.deep.equal(['Søren Dam'])
  })

  it('every typed word must begin a word, in any order; the middle of a word is not found', () => {
    const names = ['Maja Kirstine Lund', 'Maja Holm']
    expect(found('lu maj', ...names)).to.deep.equal(['Maja Kirstine Lund'])
    expect(found('maja', ...names)).to.deep.equal(names)
    expect(found('aja', ...names)).to.deep.equal([])
    expect(found('maja x', ...names)).to.deep.equal([])
  })

  it('the same text comes first, then whole words, then beginnings; then the order given', () => {
    const names = ['Bo Lundgren', 'Lund Bo Krag', 'Bo Lundby', 'Bo Lund', 'Lund Bo']
    expect(found('bo lund', ...names)).to.deep.equal([
      'Bo Lund',
      'Lund Bo Krag',
      'Lund Bo',
      'Bo Lundgren',
      'Bo Lundby',
    ])
  })

  it('a former name finds it, after those that go by the name now, and says which one it was', () => {
    const index = searchIndex([
      { what: 'renamed', texts: ['Huset ved Åen', 'Slotsgården'] },
      { what: 'called so', texts: ['Slotsgården'] },
    ])
    expect(find(index, 'slotsgaarden')).to.deep.equal([
      { what: 'called so', by: 'Slotsgården', byFirst: true },
      { what: 'renamed', by: 'Slotsgården', byFirst: false },
    ])
    expect(find(index, 'huset slotsgården')).to.deep.equal([])
  })

  it('nothing typed, or only signs, finds nothing', () => {
    for (const typed of ['', '  ', '%', '_', "'", '--', '\u0301'])
      expect(found(typed, 'Maja Lund', '%', '_'), typed).to.deep.equal([])
  })

  const text = fc.string({ unit: 'grapheme', maxLength: 40 })
  const danish = fc.string({ unit: fc.constantFrom(...Array.from('aAåÅoOeEøØæÆöäsß4 -')), maxLength: 30 })
  const anyText = fc.oneof(text, danish, fc.string({ unit: 'binary', maxLength: 40 }))

  it('folding twice is folding once', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        expect(foldForSearch(foldForSearch(typed))).to.equal(foldForSearch(typed))
      }),
      { numRuns: 500 },
    )
  })

  it('a text is found by the beginning of any of its words, whatever the script', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (name, which, length) => {
        const words = name.split(/\s+/).filter((word) => searchWords(word).length === 1)
        fc.pre(words.length > 0)
        const letters = Array.from(words[which % words.length] ?? '')
        const start = letters.slice(0, 1 + (length % letters.length)).join('')
        fc.pre(searchWords(start).length > 0)
        expect(found(start, name)).to.deep.equal([name])
      }),
      { numRuns: 500 },
    )
  })

  it('the order of the typed words changes nothing in what is found', () => {
    const words = fc.array(danish, { maxLength: 4 })
    fc.assert(
      fc.property(words, fc.array(danish, { maxLength: 6 }), fc.nat(), (typed, names, turn) => {
        const turned = typed.map((_word, at) => typed[(at + turn) % typed.length] ?? '')
        expect(found(turned.join(' '), ...names)).to.have.members(found(typed.join(' '), ...names))
      }),
    )
  })

  it('among ten thousand names each search takes a moment: every name is looked at once, and none is folded anew', () => {
    const names = Array.from({ length: 10_000 }, (_none, at) => `Søren Ågård ${at}`)
    let looks = 0
    const entries = among(...names).entries.map(({ what, texts }) => ({
      what,
      texts: texts.map(({ words }) => ({
        get text(): string {
          return what
        },
        get words(): readonly string[] {
          looks += 1
          return words
        },
      })),
    }))
    for (const typed of ['soren', 'agaard 99', 's a 1', 'ingen']) {
      looks = 0
      find({ entries }, typed)
      expect(looks, typed).to.equal(10_000)
    }
  })
})
