import { expect } from 'chai'
import fc from 'fast-check'
import {
  changesBetween,
  correctedParts,
  isOtherResult,
  type CountedOutcome,
} from '../../../../../models/rules/elections/protocol/correction.ts'
import { anId } from '../../../../support/ids.ts'

describe('What a correction changed', () => {
  const [anker, jens] = [anId(7), anId(8)]
  const tally = (a: number, j: number, blank = 2, invalid = 0) => ({
    ...{ ballots: a + j + blank + invalid, blank, invalid },
    votes: [
      { candidacy_id: anker, votes: a },
      { candidacy_id: jens, votes: j },
    ],
  })

  it('is each line that is not as it was, and nothing when all are', () => {
    expect(changesBetween(tally(14, 10), tally(14, 10))).to.deep.equal([])
    expect(changesBetween(tally(14, 10), tally(13, 11))).to.deep.equal([
      { line: 'candidate', candidacy_id: anker, was: 14, is: 13 },
      { line: 'candidate', candidacy_id: jens, was: 10, is: 11 },
    ])
    // 14 + 10 + 2 = 26 ballots, and 14 + 22 + 2 = 38.
    expect(changesBetween(tally(14, 10), tally(14, 22))).to.deep.equal([
      { line: 'candidate', candidacy_id: jens, was: 10, is: 22 },
      { line: 'ballots', was: 26, is: 38 },
    ])
    expect(changesBetween(null, tally(1, 1))).to.deep.equal([])
  })

  it('tells by subtraction of as many ballots as each line differs by', () => {
    expect(correctedParts(tally(14, 10), tally(14, 22))).to.deep.equal([12, 12])
    expect(correctedParts(tally(14, 10), tally(13, 11))).to.deep.equal([1, 1])
    expect(correctedParts(tally(14, 10), tally(14, 10))).to.deep.equal([])
  })

  it('is another result when a line is another, or others are elected by the same figures and another lot', () => {
    const was = { elected: [anker], totals: tally(14, 14) }
    const cases: [string, CountedOutcome, boolean][] = [
      ['the same', { ...was }, false],
      ['others elected', { ...was, elected: [jens] }, true],
      ['more elected', { ...was, elected: [anker, jens] }, true],
      ['a vote moved', { ...was, totals: tally(15, 13) }, true],
      ['a paper more that is blank', { ...was, totals: tally(14, 14, 3) }, true],
      ['no figures on both sides', { ...was, totals: null }, false],
    ]
    for (const [what, is, expected] of cases) expect(isOtherResult(was, is), what).to.equal(expected)
  })

  it('gives the new figures when each change is added to the old ones, whatever they are', () => {
    const figure = fc.nat(500)
    fc.assert(
      fc.property(figure, figure, figure, figure, figure, figure, (a, b, blank, c, d, invalid) => {
        const [was, is] = [tally(a, b, blank, invalid), tally(c, d, invalid, blank)]
        const changes = changesBetween(was, is)
        const by = (line: string, id?: number) =>
          changes
            .filter((one) => one.line === line && one.candidacy_id === id)
            .reduce((sum, one) => sum + one.is - one.was, 0)
        for (const { candidacy_id, votes } of was.votes)
          expect(votes + by('candidate', candidacy_id)).to.equal(
            is.votes.find((one) => one.candidacy_id === candidacy_id)?.votes,
          )
        for (const line of ['ballots', 'blank', 'invalid'] as const)
          expect(was[line] + by(line)).to.equal(is[line])
        expect(changes.every((one) => one.was !== one.is)).to.equal(true)
      }),
    )
  })
})
