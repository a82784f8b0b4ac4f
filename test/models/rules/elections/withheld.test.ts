import { expect } from 'chai'
import fc from 'fast-check'
import { withheldBelow } from '../../../../models/rules/elections/withheld.ts'
import { randers } from '../../../support/statutes/randers.ts'

describe('Figures of a small electorate', () => {
  const statutes = randers()
  const threshold = statutes.rules.publicationThreshold.value

  it('are withheld where fewer ballots than the threshold were found, and shown from it on', () => {
    expect(withheldBelow(statutes, threshold - 1)).to.equal(threshold)
    expect(withheldBelow(statutes, threshold)).to.be.null
  })

  it('are withheld for any smaller number of ballots, and for no larger one', () => {
    fc.assert(
      fc.property(fc.nat({ max: 4 * threshold }), (ballots) => {
        expect(withheldBelow(statutes, ballots) !== null).to.equal(ballots < threshold)
      }),
    )
  })

  it('are not withheld where nobody voted: there are none', () => {
    expect(withheldBelow(statutes, null)).to.be.null
  })
})
