import { expect } from 'chai'
import { secondPlace } from '../../../../models/rules/elections/one_vote.ts'
import { randers } from '../../../support/statutes/randers.ts'

describe('A name on the rolls of two places', () => {
  const table = [
    ['ignore', 'nothing'],
    ['warn_secretary', 'told'],
    ['block', 'refused'],
  ] as const
  for (const [value, answer] of table)
    it(`where the statutes say ${value}: ${answer}`, () => {
      expect(secondPlace(randers({ oneVoteAcrossPlaces: value }))).to.equal(answer)
    })
})
