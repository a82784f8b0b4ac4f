import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { checkDecision, checkOfficeLeaving } from '../../../../models/rules/council/office_decision.ts'

describe('an office and its decision', () => {
  const today = isoDate('2026-03-10')
  const check = (decidedOn: string, startsOn: string) =>
    checkDecision({ decidedOn: isoDate(decidedOn), startsOn: isoDate(startsOn), today })

  it('begins on the day of the decision or later', () => {
    expect(check('2026-03-10', '2026-03-10')).to.deep.equal({ ok: true })
    expect(check('2026-03-02', '2026-04-01')).to.deep.equal({ ok: true })
  })

  it('does not begin before the decision', () => {
    expect(check('2026-03-02', '2026-03-01')).to.deep.equal({
      ok: false,
      reason: 'office_before_decision',
      params: { date: '2026-03-02' },
      field: 'starts_on',
    })
  })

  it('rests on no decision that is still to come', () => {
    expect(check('2026-03-11', '2026-03-11')).to.deep.equal({
      ok: false,
      reason: 'date_in_future',
      field: 'decided_on',
    })
  })
})

describe('leaving an office', () => {
  const held = { starts_on: isoDate('2026-02-01'), ends_on: isoDate('2026-12-31') }
  const check = (day: string) => checkOfficeLeaving(held, isoDate(day))

  it('may happen on the first day and on the last but one', () => {
    expect(check('2026-02-01')).to.deep.equal({ ok: true })
    expect(check('2026-12-30')).to.deep.equal({ ok: true })
  })

  it('does not happen before the office begins', () => {
    expect(check('2026-01-31')).to.deep.include({
      reason: 'office_leaves_before_start',
      params: { from: '2026-02-01' },
    })
  })

  it('is nothing on the day the office ends anyway, or later', () => {
    for (const day of ['2026-12-31', '2027-01-01'])
      expect(check(day)).to.deep.include({
        reason: 'office_leaves_after_end',
        params: { until: '2026-12-31' },
        field: 'ends_on',
      })
  })
})
