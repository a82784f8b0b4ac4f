import { expect } from 'chai'
import fc from 'fast-check'
import {
  countReasons,
  INVALID_REASONS,
  invalidBallotRefusals,
  invalidReasons,
  sameReasons,
  type InvalidBallot,
} from '../../../../models/rules/elections/invalid_ballots.ts'

const drawing: InvalidBallot = { reason: 'recognisable' }
const unknown: InvalidBallot = { reason: 'other', note: 'Sedlen er revet over' }

describe('The reasons for invalid ballots', () => {
  it('are complete with one for each, and words where it is another', () => {
    expect(invalidBallotRefusals(0, [])).to.deep.equal([])
    expect(invalidBallotRefusals(2, [drawing, unknown])).to.deep.equal([])
  })

  it('name every ballot that has none, by its field', () => {
    expect(invalidBallotRefusals(3, [drawing, { reason: undefined }])).to.deep.equal([
      { ok: false, reason: 'invalid_reason_missing', params: { number: 2 }, field: 'invalid_reason_2' },
      { ok: false, reason: 'invalid_reason_missing', params: { number: 3 }, field: 'invalid_reason_3' },
    ])
  })

  it('want words for another reason, and spaces are none', () => {
    for (const note of [undefined, '', '   '])
      expect(invalidBallotRefusals(1, [{ reason: 'other', note }])).to.deep.equal([
        { ok: false, reason: 'invalid_note_missing', params: { number: 1 }, field: 'invalid_note_1' },
      ])
    expect(invalidBallotRefusals(1, [{ reason: 'no_cross', note: '' }])).to.deep.equal([])
  })

  it('cannot be more than there are invalid ballots', () => {
    expect(invalidBallotRefusals(1, [drawing, drawing])).to.deep.equal([
      { ok: false, reason: 'invalid_reason_missing', params: { number: 2 }, field: 'invalid' },
    ])
  })

  it('are gone through one by one up to 300, and not for one more', () => {
    const all = Array.from({ length: 300 }, () => drawing)
    expect(invalidBallotRefusals(300, all)).to.deep.equal([])
    expect(invalidBallotRefusals(301, [...all, drawing])).to.deep.equal([
      { ok: false, reason: 'too_many_invalid', params: { most: 300 }, field: 'invalid' },
    ])
  })

  it('are counted by reason: two drawings and one torn', () => {
    expect([...countReasons([drawing, unknown, drawing])]).to.deep.equal([
      ['recognisable', 2],
      ['other', 1],
    ])
  })

  it('have too few crosses among them where a ballot must have two, and nowhere else', () => {
    expect(INVALID_REASONS.filter((reason) => !invalidReasons({ min: 1 }).includes(reason))).to.deep.equal([
      'too_few_marks',
    ])
    expect(invalidReasons({ min: 2 })).to.deep.equal(INVALID_REASONS)
    const few: InvalidBallot = { reason: 'too_few_marks' }
    expect(invalidBallotRefusals(1, [few], invalidReasons({ min: 2 }))).to.deep.equal([])
    expect(invalidBallotRefusals(1, [few], invalidReasons({ min: 1 }))).to.deep.equal([
      { ok: false, reason: 'invalid_reason_missing', params: { number: 1 }, field: 'invalid_reason_1' },
    ])
  })

  const anyBallots = fc.array(
    fc.constantFrom(...INVALID_REASONS).map((reason): InvalidBallot => ({ reason })),
    { maxLength: 8 },
  )

  it('are the same in any order, and not where one reason is another', () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        expect(sameReasons(ballots, [...ballots].reverse())).to.equal(true)
        expect(sameReasons(ballots, [...ballots, drawing])).to.equal(false)
        expect(sameReasons([...ballots, unknown], [...ballots, drawing])).to.equal(false)
      }),
    )
  })
})
