import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { checkLateReason, isLeftOpen } from '../../../../models/rules/elections/left_open.ts'

const [before, day, after] = [isoDate('2026-03-09'), isoDate('2026-03-10'), isoDate('2026-03-11')]

describe('a poll that nobody closed', () => {
  const cases = [
    { what: 'on its day', openingRecordedOn: day, today: day, left: false },
    { what: 'the day after', openingRecordedOn: day, today: after, left: true },
    { what: 'opened the day before, of two days', openingRecordedOn: before, today: day, left: false },
    { what: 'written down afterwards from paper', openingRecordedOn: after, today: after, left: false },
  ]
  for (const { what, left, ...dates } of cases) {
    it(`${what}: ${left ? 'was left open' : 'was not'}`, () => {
      expect(isLeftOpen({ lastDay: day, ...dates })).to.equal(left)
      const verdict = checkLateReason({ lastDay: day, ...dates, reason: ' ' })
      expect(verdict.ok).to.equal(!left)
    })
  }

  it('is closed with a reason', () => {
    const closing = { lastDay: day, openingRecordedOn: day, today: after }
    expect(checkLateReason({ ...closing, reason: 'Vi glemte det' })).to.deep.equal({ ok: true })
    expect(checkLateReason({ ...closing, reason: undefined })).to.deep.equal({
      ok: false,
      reason: 'closed_late_without_reason',
      params: { day },
      field: 'late_reason',
    })
  })
})
