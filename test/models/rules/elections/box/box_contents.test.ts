import { expect } from 'chai'
import { doubtAbout, type BoxDoubt } from '../../../../../models/rules/elections/box/box_contents.ts'

describe('A box that is not as it was closed', () => {
  const expected = { envelopes: 12, codesHash: 'as closed' }
  const cases: [what: string, genuine: number, foreign: number, doubt: BoxDoubt | undefined][] = [
    ['nobody has touched it', 12, 0, undefined],
    ['one is another', 11, 1, { replaced: 1, added: 0, missing: 0 }],
    ['all are others', 0, 12, { replaced: 12, added: 0, missing: 0 }],
    ['two are gone', 10, 0, { replaced: 0, added: 0, missing: 2 }],
    ['three are put in', 12, 3, { replaced: 0, added: 3, missing: 0 }],
    // Five of 12 are gone and seven are foreign: five stand in their places, and two more.
    ['some of each', 7, 7, { replaced: 5, added: 2, missing: 0 }],
    ['more gone than put in', 7, 2, { replaced: 2, added: 0, missing: 3 }],
    ['one that this server sealed is there too much', 13, 0, { replaced: 0, added: 1, missing: 0 }],
    ['it is empty', 0, 0, { replaced: 0, added: 0, missing: 12 }],
  ]
  for (const [what, genuine, foreign, doubt] of cases)
    it(`${what}: ${genuine} genuine and ${foreign} foreign of 12`, () => {
      expect(doubtAbout({ genuine, foreign, codesHash: 'as closed' }, expected)).to.deep.equal(doubt)
    })

  it('has the same number and other codes, where anybody noted the codes', () => {
    const nothing = { replaced: 0, added: 0, missing: 0 }
    const found = { genuine: 12, foreign: 0, codesHash: 'others' }
    expect(doubtAbout(found, expected)).to.deep.equal(nothing)
    expect(doubtAbout(found, { ...expected, codesHash: null })).to.equal(undefined)
  })
})
