import { expect } from 'chai'
import fc from 'fast-check'
import { countPlurality } from '../../../../models/rules/elections/plurality.ts'
import { countBallots, tally, type Marks, type OpenedBox } from '../../../../models/rules/elections/tally.ts'
import { anId, someIds } from '../../../support/ids.ts'

const votes = (...counts: number[]) =>
  counts.map((count, index) => ({ candidacy_id: anId(index + 1), votes: count }))
const sheet = { ballots_in_box: 31, blank: 1, invalid: 1, votes: votes(14, 10, 5) }
const box: OpenedBox = { envelopes: 8, blank: 2, invalid: 0, votes: votes(1, 3, 2) }
const election = { candidacyIds: someIds(1, 2, 3), crosses: { min: 1, max: 1 } }

describe('The totals of an election', () => {
  it('are the sheet where there is no tablet, and the box where there is no paper', () => {
    expect(tally(sheet, null)).to.deep.equal({ ballots: 31, blank: 1, invalid: 1, votes: votes(14, 10, 5) })
    expect(tally(undefined, box)).to.deep.equal({ ballots: 8, blank: 2, invalid: 0, votes: votes(1, 3, 2) })
    expect(tally(null, undefined)).to.equal(null)
  })

  it('are both together, line by line: 31 + 8 = 39, and 14 + 1, 10 + 3, 5 + 2', () => {
    expect(tally(sheet, box)).to.deep.equal({ ballots: 39, blank: 3, invalid: 1, votes: votes(15, 13, 7) })
  })

  it('have a line for whoever only one of the two has', () => {
    const one = { ...box, votes: [{ candidacy_id: anId(9), votes: 4 }] }
    expect(tally({ ...sheet, votes: votes(14) }, one)?.votes).to.deep.equal([
      { candidacy_id: 1, votes: 14 },
      { candidacy_id: 9, votes: 4 },
    ])
  })
})

describe('Opened ballots', () => {
  const table: [string, Marks[], number, OpenedBox][] = [
    ['none', [], 1, { envelopes: 0, blank: 0, invalid: 0, votes: votes(0, 0, 0) }],
    ['one for the second', [someIds(2)], 1, { envelopes: 1, blank: 0, invalid: 0, votes: votes(0, 1, 0) }],
    ['one without a mark is blank', [[]], 1, { envelopes: 1, blank: 1, invalid: 0, votes: votes(0, 0, 0) }],
    [
      'one with two marks is invalid',
      [someIds(1, 2)],
      1,
      { envelopes: 1, blank: 0, invalid: 1, votes: votes(0, 0, 0) },
    ],
    [
      'two marks where two are allowed',
      [someIds(1, 2)],
      2,
      { envelopes: 1, blank: 0, invalid: 0, votes: votes(1, 1, 0) },
    ],
    [
      'the same mark twice is invalid',
      [someIds(1, 1)],
      2,
      { envelopes: 1, blank: 0, invalid: 1, votes: votes(0, 0, 0) },
    ],
    [
      'a mark for nobody is invalid',
      [someIds(1, 9)],
      2,
      { envelopes: 1, blank: 0, invalid: 1, votes: votes(0, 0, 0) },
    ],
    [
      'five together',
      [someIds(1), someIds(1), [], someIds(3), someIds(9)],
      1,
      { envelopes: 5, blank: 1, invalid: 1, votes: votes(2, 0, 1) },
    ],
  ]
  for (const [what, ballots, marksMax, expected] of table) {
    it(what, () => {
      expect(countBallots(ballots, { ...election, crosses: { min: 1, max: marksMax } })).to.deep.equal(
        expected,
      )
    })
  }

  const anyBallots = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 4 }).map(anId), { maxLength: 2 }), {
    maxLength: 40,
  })

  it('give the same whatever order they and the candidates come in', () => {
    fc.assert(
      fc.property(anyBallots, fc.infiniteStream(fc.nat()), (ballots, keys) => {
        const mixed = ballots
          .map((marks) => ({ marks, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ marks }) => marks)
        const plain = countBallots(ballots, election)
        expect(countBallots(mixed, election)).to.deep.equal(plain)
        const turned = countBallots(ballots, { ...election, candidacyIds: someIds(3, 1, 2) })
        const byId = (counted: OpenedBox) =>
          [...counted.votes].sort((a, b) => a.candidacy_id - b.candidacy_id)
        expect(byId(turned)).to.deep.equal(byId(plain))
        expect({ ...turned, votes: [] }).to.deep.equal({ ...plain, votes: [] })
      }),
    )
  })

  it('are each a vote, blank or invalid, with one cross each', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const { envelopes, blank, invalid, votes: lines } = countBallots(ballots, election)
        expect(envelopes).to.equal(ballots.length)
        expect(lines.reduce((sum, line) => sum + line.votes, blank + invalid)).to.equal(envelopes)
      }),
    )
  })

  it('counted in two boxes give what they give in one', () => {
    fc.assert(
      fc.property(anyBallots, anyBallots, (first, second) => {
        const { envelopes, ...paper } = countBallots(first, election)
        const both = tally({ ...paper, ballots_in_box: envelopes }, countBallots(second, election))
        const { envelopes: ballots, ...one } = countBallots([...first, ...second], election)
        expect(both).to.deep.equal({ ballots, ...one })
      }),
    )
  })

  it('with one more for a winner never take the seat away', () => {
    fc.assert(
      fc.property(anyBallots, fc.integer({ min: 1, max: 2 }), (ballots, seats) => {
        const resultOf = (counted: readonly Marks[]) => {
          const lines = countBallots(counted, election).votes
          const candidates = lines.map((line) => ({ id: line.candidacy_id, votes: line.votes }))
          return countPlurality({ candidates, seats, lots: [] })
        }
        const before = resultOf(ballots)
        const safe = before.outcome === 'decided' ? before.elected : before.safe
        for (const winner of safe) {
          const after = resultOf([...ballots, [winner]])
          expect(after.outcome === 'decided' ? after.elected : after.safe).to.include(winner)
        }
      }),
    )
  })
})
