import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, formatLongDate, isoDate } from '../../../../models/core/dates.ts'
import {
  checkComplaint,
  checkDecision,
  complaintDeadline,
  complaintsFrom,
  mayBecomeFinal,
} from '../../../../models/rules/elections/complaint_period.ts'
import { anyDay } from '../../../support/statutes/randers.ts'

describe('Complaints', () => {
  const from = isoDate('2017-11-21')
  const deadline = isoDate('2017-11-28')

  it('end "ugedagen efter valgdagen": Tuesday 21 November 2017 gives Tuesday 28 November', () => {
    expect(complaintDeadline(from, 7)).to.equal(deadline)
  })

  it('are counted from the vote, and from the decision where nobody voted', () => {
    const polling_on = isoDate('2026-03-10')
    expect(complaintsFrom({ polling_on, uncontested_on: null })).to.equal('2026-03-10')
    expect(complaintsFrom({ polling_on, uncontested_on: isoDate('2026-03-04') })).to.equal('2026-03-04')
  })

  it('after seven days end on the weekday of the polling, whichever it was', () => {
    const weekday = (day: Parameters<typeof formatLongDate>[0]) => formatLongDate(day, 'da').split(' ')[0]
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(complaintDeadline(day, 7))).to.equal(weekday(day))
      }),
    )
  })

  it('are in time on the last day and too late on the next', () => {
    const received = (days: number) => checkComplaint({ from, deadline, receivedOn: addDays(from, days) })
    expect(received(-1)).to.deep.equal({
      ok: false,
      reason: 'complaint_before_polling',
      params: { from },
      field: 'received_on',
    })
    expect(received(0)).to.deep.equal({ ok: true })
    expect(received(7)).to.deep.equal({ ok: true })
    expect(received(8)).to.deep.equal({
      ok: false,
      reason: 'complaint_too_late',
      params: { deadline: '2017-11-28' },
      field: 'received_on',
    })
  })

  it('keep the result provisional until the period is over and every one is decided', () => {
    const final = (days: number, undecidedComplaints: number) =>
      mayBecomeFinal({ deadline, today: addDays(from, days), undecidedComplaints })
    expect(final(7, 0)).to.deep.include({
      reason: 'complaint_period_runs',
      params: { deadline: '2017-11-28' },
    })
    expect(final(8, 2)).to.deep.include({ reason: 'complaint_undecided', params: { count: 2 } })
    expect(final(8, 1)).to.deep.include({ reason: 'complaint_undecided', params: { count: 1 } })
    expect(final(8, 0)).to.deep.equal({ ok: true })
  })
})

describe('The decision on a complaint', () => {
  const [received, today] = [isoDate('2026-03-12'), isoDate('2026-03-20')]
  const decision = {
    outcome: 'recount' as const,
    receivedOn: received,
    decidedOn: isoDate('2026-03-15'),
    today,
    late: false,
    certified: true,
    voted: true,
  }

  const table: [string, Partial<Parameters<typeof checkDecision>[0]>, object][] = [
    ['of one in time over a certified result', {}, { ok: true }],
    ['on the day it came', { decidedOn: received }, { ok: true }],
    ['today', { decidedOn: today }, { ok: true }],
    [
      'before it came',
      { decidedOn: isoDate('2026-03-11') },
      { ok: false, reason: 'decided_before_received', params: { date: received }, field: 'decided_on' },
    ],
    [
      'tomorrow',
      { decidedOn: isoDate('2026-03-21') },
      { ok: false, reason: 'decided_in_future', field: 'decided_on' },
    ],
    [
      'of one that came late, as anything but dismissed',
      { late: true },
      { ok: false, reason: 'late_complaint_only_dismissed', field: 'outcome' },
    ],
    ['of a late one, dismissed', { late: true, outcome: 'dismissed' }, { ok: true }],
    [
      'before the result is certified, as anything but dismissed',
      { certified: false, outcome: 'annulled' },
      { ok: false, reason: 'complaint_before_certified', field: 'outcome' },
    ],
    ['before it is certified, dismissed', { certified: false, outcome: 'dismissed' }, { ok: true }],
    [
      'to count where nobody voted',
      { voted: false },
      { ok: false, reason: 'nothing_to_recount', field: 'outcome' },
    ],
    ['to annul where nobody voted', { voted: false, outcome: 'annulled' }, { ok: true }],
    [
      'dismissed, but before it came',
      { outcome: 'dismissed', decidedOn: isoDate('2026-03-01') },
      { ok: false, reason: 'decided_before_received', params: { date: received }, field: 'decided_on' },
    ],
  ]
  for (const [what, change, expected] of table) {
    it(what, () => {
      expect(checkDecision({ ...decision, ...change })).to.deep.equal(expected)
    })
  }
})
