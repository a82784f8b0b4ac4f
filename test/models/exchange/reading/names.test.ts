import { expect } from 'chai'
import fc from 'fast-check'
import {
  alikeNames,
  looksGarbled,
  looksLikeFormula,
  mixesAlphabets,
} from '../../../../models/exchange/reading/names.ts'
import { peopleIn } from '../../../../models/exchange/import/plan/people.ts'
import { anId } from '../../../support/ids.ts'

describe('names in a file', () => {
  const pairs: [string, string, boolean][] = [
    ['Karen Sørensen', 'Karen Sörensen', true],
    ['Åse Ravn', 'Aase Ravn', true],
    ['René Damm', 'Rene Damm', true],
    ['Lund Maja', 'Maja Lund', true],
    ['Lise-Lotte Larvad', 'Lise Lotte Larvad', true],
    ['Birthe Lervad', 'Birthe Leervad', true],
    ['Birthe Lervad', 'Birthe Lerved', true],
    ['Hans Jensen', 'Jens Jensen', false],
    ['Medlem 1', 'Medlem 12', false],
    ['Medlem 11', 'Medlem 12', false],
    ['Bo Ek', 'Bo El', false],
    ['Maja Lund', 'Gerda Elmose', false],
  ]
  for (const [a, b, alike] of pairs)
    it(`${a} and ${b} ${alike ? 'may be one' : 'are two'}`, () => {
      expect(alikeNames([a, b])).to.have.length(alike ? 1 : 0)
      expect(alikeNames([b, a])).to.have.length(alike ? 1 : 0)
    })

  it('one letter lost anywhere is seen, in names of seven letters and more', () => {
    const name = fc.stringMatching(/^[a-z]{3,8} [a-z]{4,8}$/)
    fc.assert(
      fc.property(name, fc.nat(), (whole, where) => {
        const at = 1 + (where % (whole.length - 2))
        const cut = `${whole.slice(0, at)}${whole.slice(at + 1)}`
        expect(alikeNames([whole, cut])).to.have.length(1)
      }),
    )
  })

  it('sees other alphabets, letters that were garbled, and formulas', () => {
    expect(mixesAlphabets('Hjør\u043Desten')).to.equal(true)
    expect(mixesAlphabets('Hjørnesten')).to.equal(false)
    expect(looksGarbled('UdsatterÅ¥det')).to.equal(true)
    expect(looksGarbled('SÃ¸ren')).to.equal(true)
    expect(looksGarbled('Søren Åberg Ånæs')).to.equal(false)
    expect(['=1+1', '+45', '-x', '@x', '\t=1', '\n=1', '＝1+1', '＠x'].every(looksLikeFormula)).to.equal(true)
    expect(looksLikeFormula('Maja - Lund')).to.equal(false)
  })

  describe('stand for people', () => {
    const registered = [
      { id: anId(7), name: 'Maja Lund' },
      { id: anId(8), name: 'Otto Due' },
      { id: anId(9), name: 'Otto Due' },
    ]
    const names = ['Maja Lund', 'maja  lund', 'Maja Lundh', 'Finn Bro']

    it('nobody is made one with somebody else before it is said', () => {
      const people = peopleIn(names, registered, { pairs: {} })
      expect(people.known).to.deep.equal(['Maja Lund'])
      expect(people.openPairs.map((pair) => pair.names)).to.deep.equal([['Maja Lund', 'Maja Lundh']])
      expect(people.identityOf('Finn Bro')).to.deep.equal({ name: 'Finn Bro' })
    })

    it('those who are said to be the same are, through however many spellings', () => {
      const { pairs } = peopleIn(names, registered, { pairs: {} })
      const same = Object.fromEntries(pairs.map(({ key }) => [key, 'same' as const]))
      const people = peopleIn(names, registered, { pairs: same, known: 'same' })
      for (const name of names.slice(0, 3))
        expect(people.identityOf(name), name).to.deep.equal({ personId: 7 })
      const apart = peopleIn(names, registered, { pairs: same, known: 'different' })
      expect(apart.identityOf('Maja Lundh')).to.deep.equal({ name: 'Maja Lund' })
    })

    it('a name that two in the register have stands for neither', () => {
      const people = peopleIn(['Otto Due'], registered, { pairs: {}, known: 'same' })
      expect(people.identityOf('Otto Due')).to.equal(undefined)
    })
  })
})
