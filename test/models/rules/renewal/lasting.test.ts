import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import { lastsUntil } from '../../../../models/rules/renewal/lasting.ts'
import { proposeRenewal } from '../../../../models/rules/renewal/renewal.ts'
import type { BoardStep } from '../../../../models/rules/renewal/progress.ts'

const term = { starts_on: isoDate('2026-01-01'), municipal_election_on: isoDate('2025-11-18') }

function renewalOf(begunOn: string, steps: BoardStep[] = []) {
  const today = isoDate(begunOn)
  const days = proposeRenewal({ term, today, complaintDays: 7 })
  return { days, begunOn: today, termStartsOn: term.starts_on, steps }
}

describe('How long a renewal gives tasks', () => {
  it('half a year from its own last day: one in time to July, one begun in November of its first year to the next', () => {
    // The first meeting on Thursday 15 January 2026, and 180 days: 16 of January, 28, 31, 30, 31, 30 and 14 are 180.
    expect(renewalOf('2025-08-01').days.constituting).to.equal('2026-01-15')
    expect(lastsUntil(renewalOf('2025-08-01'))).to.equal('2026-07-14')
    // Begun on Sunday 29 November: the vote 28 days later, on a Sunday, so Monday 28 December; certified on the 29th; the
    // first meeting on the 30th. 180 days: 1 of December, 31, 28, 31, 30, 31 and 28 of June.
    expect(renewalOf('2026-11-29').days.constituting).to.equal('2026-12-30')
    expect(lastsUntil(renewalOf('2026-11-29'))).to.equal('2027-06-28')
  })

  it('counts what is still open on the board, and not what is done', () => {
    const step = { kind: 'polling', due: isoDate('2026-09-01'), daysLate: 0 } as const
    // From 1 September: 29 of September, 31, 30, 31, 31 and 28 are 180.
    expect(lastsUntil(renewalOf('2025-08-01', [{ ...step, state: 'todo' }]))).to.equal('2027-02-28')
    expect(lastsUntil(renewalOf('2025-08-01', [{ ...step, state: 'done' }]))).to.equal('2026-07-14')
    expect(lastsUntil(renewalOf('2025-08-01', [{ ...step, state: 'todo', due: undefined }]))).to.equal(
      '2026-07-14',
    )
  })

  it('on whatever day it is begun, it is asked for at least half a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 1400 }), (later) => {
        const begunOn = addDays(term.starts_on, later)
        expect(lastsUntil(renewalOf(begunOn)) >= addDays(begunOn, 180)).to.equal(true)
      }),
    )
  })
})
