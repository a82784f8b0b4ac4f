import { expect } from 'chai'
import fc from 'fast-check'
import {
  ballotLength,
  ballotText,
  choiceWrong,
  readBallot,
} from '../../../../../models/rules/elections/box/ballot_content.ts'
import { anId, someIds } from '../../../../support/ids.ts'

/** As long as a proof always is. */
const SEAL = { nonce: 'n'.repeat(22), proof: `0123abcd.${'p'.repeat(43)}` }

const id = fc.integer({ min: 1, max: 2_147_483_647 }).map(anId)

describe('What a ballot says', () => {
  it('comes back as it was, with its marks ascending, and is shorter than what it is padded to', () => {
    fc.assert(
      fc.property(id, fc.uniqueArray(id, { maxLength: 12 }), (election, marks) => {
        const text = ballotText({ election, marks, ...SEAL })
        expect(readBallot(text)).to.deep.equal({ election, marks: [...marks].sort((a, b) => a - b), ...SEAL })
        expect(text.length).to.be.below(ballotLength(Math.max(marks.length, 1)))
      }),
    )
  })

  it('is the same text in whatever order the marks were made', () => {
    const seal = `"nonce":"${SEAL.nonce}","proof":"${SEAL.proof}"`
    const text = (...marks: number[]) => ballotText({ election: anId(7), marks: someIds(...marks), ...SEAL })
    expect(text(12, 3)).to.equal(`{"election":7,"marks":[3,12],${seal}}`)
    expect(text()).to.equal(`{"election":7,"marks":[],${seal}}`)
  })

  it('is read without a proof too, as in a box from before there were proofs', () => {
    expect(readBallot('{"election":7,"marks":[3]}')).to.deep.equal({
      ...{ election: 7, marks: [3] },
      ...{ nonce: '', proof: '' },
    })
  })

  it('is nothing but that: anything else is no ballot', () => {
    for (const text of [
      ...['', '{}', '{"election":7}', '{"election":0,"marks":[]}', '{"election":7,"marks":[1,]}'],
      ...['{"election":7,"marks":[0]}', '{"election":7,"marks":[-1]}', '{"election":7,"marks":[0.5]}'],
      ...['{"election":7,"marks":["1"]}', ' {"election":7,"marks":[]}', '{"election":7,"marks":[]}x'],
      ...['{"election":7,"marks":[],"nonce":"","proof":""}', '{"election":7,"marks":[],"nonce":"x"}'],
      ...['{"marks":[],"election":7}', '{"election":12345678901,"marks":[]}'],
    ]) {
      expect(readBallot(text), text).to.equal(undefined)
    }
  })

  it('the padded length follows from the most marks alone', () => {
    expect([1, 2, 8].map(ballotLength)).to.deep.equal([171, 182, 248])
  })
})

describe('What can be cast', () => {
  const election = { candidacyIds: someIds(3, 5, 8), crosses: { min: 1, max: 2 } }
  const cases: [marks: number[], blank: boolean, expected: ReturnType<typeof choiceWrong>][] = [
    [[3], false, undefined],
    [[8, 3], false, undefined],
    [[], true, undefined],
    // A blank vote is said outright, and not together with a mark.
    [[], false, 'booth_nothing_chosen'],
    [[3], true, 'booth_nothing_chosen'],
    [[3, 5, 8], false, 'booth_too_many'],
    [[4], false, 'booth_unknown_candidate'],
    [[3, 4], false, 'booth_unknown_candidate'],
    [[0], false, 'booth_unknown_candidate'],
    [[3, 3], false, 'booth_unknown_candidate'],
  ]
  for (const [marks, blank, expected] of cases) {
    it(`${JSON.stringify(marks)}${blank ? ' blank' : ''}: ${expected ?? 'yes'}`, () => {
      expect(choiceWrong({ marks: someIds(...marks), blank }, election)).to.equal(expected)
    })
  }
})
