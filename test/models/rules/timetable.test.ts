import { expect } from 'chai'
import { isoDate } from '../../../models/dates.ts'
import {
  checkClosing,
  checkConsentTime,
  checkListTime,
  checkOpening,
  timetableRefusals,
} from '../../../models/rules/timetable.ts'

const day = isoDate
const limits = { today: day('2026-01-15'), termEndsOn: day('2029-12-31') }
const good = {
  pollingOn: day('2026-03-10'),
  candidatesBy: day('2026-03-02'),
  opensAt: '11.00',
  closesAt: '14.00',
}

describe('The timetable of an election', () => {
  const reasons = (change: object, more: object = {}) =>
    timetableRefusals({ ...good, ...change }, { ...limits, ...more }).map(({ reason }) => reason)

  it('lies between today and the end of the term, both days counted', () => {
    expect(reasons({})).to.deep.equal([])
    expect(reasons({ pollingOn: day('2026-01-16'), candidatesBy: limits.today })).to.deep.equal([])
    expect(reasons({ pollingOn: limits.termEndsOn })).to.deep.equal([])
    expect(reasons({ pollingOn: day('2030-01-01') })).to.deep.equal(['polling_after_term'])
    expect(reasons({ pollingOn: day('2026-01-14'), candidatesBy: day('2026-01-13') })).to.deep.equal([
      'polling_in_past',
      'deadline_in_past',
    ])
  })

  it('gives at least a day between the last day to stand and the vote', () => {
    expect(reasons({ candidatesBy: day('2026-03-09') })).to.deep.equal([])
    expect(reasons({ candidatesBy: good.pollingOn })).to.deep.equal(['deadline_not_before_polling'])
  })

  it('keeps a deadline that was announced and is past, but no new one', () => {
    const announcedDeadline = day('2026-01-10')
    expect(reasons({ candidatesBy: announcedDeadline }, { announcedDeadline })).to.deep.equal([])
    expect(reasons({ candidatesBy: day('2026-01-11') }, { announcedDeadline })).to.deep.equal([
      'deadline_in_past',
    ])
    const moved = { candidatesBy: announcedDeadline, pollingOn: announcedDeadline }
    expect(reasons(moved, { announcedDeadline })).to.deep.equal([
      'polling_in_past',
      'deadline_not_before_polling',
    ])
  })

  it('opens before it closes', () => {
    expect(reasons({ opensAt: '14.00' })).to.deep.equal(['closes_before_opens'])
    expect(reasons({ opensAt: '09.30', closesAt: '10.00' })).to.deep.equal([])
  })
})

describe('The last day to stand', () => {
  it('is kept: the list is approved the day after, not on the day', () => {
    expect(checkListTime(good.candidatesBy, good.candidatesBy)).to.deep.equal({
      ok: false,
      reason: 'list_before_deadline',
      params: { until: good.candidatesBy },
    })
    expect(checkListTime(good.candidatesBy, day('2026-03-03'))).to.deep.equal({ ok: true })
  })

  it('is the day of the consent and not of the typing', () => {
    const consent = {
      consentedOn: good.candidatesBy,
      checkedOn: day('2026-03-03'),
      candidatesBy: good.candidatesBy,
      today: day('2026-03-03'),
    }
    expect(checkConsentTime(consent)).to.deep.equal({ ok: true })
    expect(checkConsentTime({ ...consent, consentedOn: day('2026-03-03') })).to.include({
      reason: 'consent_after_deadline',
      field: 'consented_on',
    })
    expect(checkConsentTime({ ...consent, consentedOn: day('2026-03-04') })).to.include({
      reason: 'day_in_future',
    })
    expect(checkConsentTime({ ...consent, checkedOn: day('2026-03-04') })).to.include({
      reason: 'day_in_future',
      field: 'eligibility_checked_on',
    })
  })
})

describe('Opening the polls', () => {
  const opening = {
    pollingOn: good.pollingOn,
    openedAt: '11.00',
    witnesses: ['Bo Krag', 'Dagmar Lind'] as const,
    today: good.pollingOn,
    now: '11.00',
  }

  it('happens on the polling day, or is written down afterwards', () => {
    expect(checkOpening(opening)).to.deep.equal({ ok: true })
    expect(checkOpening({ ...opening, today: day('2026-03-09') })).to.include({ reason: 'polling_not_yet' })
    expect(checkOpening({ ...opening, today: day('2026-03-11'), now: '08.00' })).to.deep.equal({ ok: true })
    expect(checkOpening({ ...opening, now: '10.59' })).to.include({ reason: 'time_in_future' })
  })

  it('is seen by two different people', () => {
    expect(checkOpening({ ...opening, witnesses: ['Bo Krag', ' bo krag'] })).to.include({
      reason: 'same_witness',
      field: 'second_witness',
    })
  })
})

describe('Closing the polls', () => {
  const closing = {
    pollingOn: good.pollingOn,
    openedAt: '11.00',
    closedAt: '14.00',
    closesAt: '14.00',
    reason: undefined,
    today: good.pollingOn,
    now: '14.00',
  }

  it('happens when it was announced, or later, without a word', () => {
    expect(checkClosing(closing)).to.deep.equal({ ok: true })
    expect(checkClosing({ ...closing, closedAt: '14.10', now: '14.10' })).to.deep.equal({ ok: true })
    expect(checkClosing({ ...closing, closedAt: '14.10' })).to.include({ reason: 'time_in_future' })
    expect(
      checkClosing({ ...closing, closedAt: '23.00', today: day('2026-03-11'), now: '08.00' }),
    ).to.deep.equal({
      ok: true,
    })
  })

  it('happens sooner only with a reason, and never before they opened', () => {
    const early = { ...closing, closedAt: '13.59' }
    expect(checkClosing(early)).to.include({ reason: 'closed_early_without_reason', field: 'early_reason' })
    expect(checkClosing({ ...early, reason: '  ' })).to.include({ reason: 'closed_early_without_reason' })
    expect(checkClosing({ ...early, reason: 'Brandalarmen gik.' })).to.deep.equal({ ok: true })
    expect(checkClosing({ ...early, closedAt: '10.59', reason: 'Brand' })).to.include({
      reason: 'closed_before_opened',
    })
    expect(checkClosing({ ...early, closedAt: '11.00', reason: 'Brand' })).to.deep.equal({ ok: true })
  })
})
