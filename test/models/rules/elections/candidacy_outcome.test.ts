import { expect } from 'chai'
import fc from 'fast-check'
import {
  candidacyOutcome,
  type RecordedOutcome,
} from '../../../../models/rules/elections/candidacy_outcome.ts'
import { anId, someIds } from '../../../support/ids.ts'

const record = (given: Partial<RecordedOutcome> = {}): RecordedOutcome => ({
  made_at: 'certified',
  result: { elected: someIds(1) },
  lot: null,
  uncontested: null,
  ...given,
})

describe('What came of a candidacy', () => {
  const lot = { among: someIds(1, 2), chosen: someIds(1) }
  const cases: [rule: string, id: number, record: RecordedOutcome | undefined, outcome: string][] = [
    ['nothing is certified: not decided', 1, undefined, 'undecided'],
    ['among the elected', 1, record(), 'elected'],
    ['not among them', 2, record(), 'not_elected'],
    ['the lot fell on the candidate', 1, record({ lot }), 'by_lot'],
    ['the lot fell on somebody else', 2, record({ lot }), 'lost_by_lot'],
    ['a lot among others changes nothing', 3, record({ lot }), 'not_elected'],
    ['nobody voted', 1, record({ uncontested: {} }), 'uncontested'],
    ['the election was annulled, whatever the figures', 1, record({ made_at: 'annulled' }), 'annulled'],
    ['it became final', 1, record({ made_at: 'final' }), 'elected'],
  ]
  for (const [rule, id, newest, outcome] of cases)
    it(`${rule}: ${outcome}`, () => {
      expect(candidacyOutcome({ id: anId(id), withdrawn: false }, newest)).to.equal(outcome)
    })

  it('whoever withdrew was not in the election, whatever became of it', () => {
    const made_at = fc.constantFrom('certified' as const, 'final' as const, 'annulled' as const)
    const anyRecord = fc.option(
      made_at.map((at) => record({ made_at: at, lot })),
      { nil: undefined },
    )
    fc.assert(
      fc.property(fc.nat(3), anyRecord, (id, newest) => {
        expect(candidacyOutcome({ id: anId(id), withdrawn: true }, newest)).to.equal('withdrawn')
      }),
    )
  })
})
