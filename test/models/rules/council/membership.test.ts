import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import {
  checkLeaving,
  checkMembership,
  END_REASONS,
  isEndReason,
  overlaps as overlapsOfMemberships,
} from '../../../../models/rules/council/membership.ts'
import { overlaps } from '../../../../models/rules/core/spans.ts'

const term = { startsOn: isoDate('2022-01-01'), endsOn: isoDate('2025-12-31') }
const whole = {
  startsOn: isoDate('2022-01-01'),
  dueOn: isoDate('2025-12-31'),
  term,
  seatTaken: [],
  personElsewhere: [],
}
const spanOf = (from: string, until: string) => ({ starts_on: isoDate(from), ends_on: isoDate(until) })

describe('A person on a seat', () => {
  it('may have it for the whole term', () => {
    expect(checkMembership(whole)).to.deep.equal({ ok: true })
  })

  it('may have it for one day', () => {
    const day = isoDate('2023-05-01')
    expect(checkMembership({ ...whole, startsOn: day, dueOn: day })).to.deep.equal({ ok: true })
  })

  it('cannot end before starting', () => {
    const dueOn = isoDate('2021-12-31')
    expect(checkMembership({ ...whole, dueOn })).to.deep.equal({
      ok: false,
      reason: 'end_before_start',
      params: { from: '2022-01-01' },
      field: 'due_on',
    })
  })

  it('cannot be on it outside the term', () => {
    const early = checkMembership({ ...whole, startsOn: isoDate('2021-12-31') })
    expect(early).to.deep.include({
      reason: 'outside_term',
      field: 'starts_on',
      params: { from: term.startsOn, until: term.endsOn },
    })
    const late = checkMembership({ ...whole, dueOn: isoDate('2026-01-01') })
    expect(late).to.include({ reason: 'outside_term', field: 'due_on' })
    expect(checkMembership({ ...whole, term: undefined })).to.deep.equal({
      ok: false,
      reason: 'no_term',
      params: { date: '2022-01-01' },
      field: 'starts_on',
    })
  })

  it('cannot share it on the last day of whoever has it', () => {
    const seatTaken = [{ ...spanOf('2022-01-01', '2023-06-30'), person: 'Bodil Krag' }]
    const taken = checkMembership({ ...whole, startsOn: isoDate('2023-06-30'), seatTaken })
    expect(taken).to.deep.include({
      reason: 'seat_taken',
      params: { person: 'Bodil Krag', from: '2022-01-01', until: '2023-06-30' },
      field: 'starts_on',
    })
    expect(checkMembership({ ...whole, startsOn: isoDate('2023-07-01'), seatTaken })).to.deep.equal({
      ok: true,
    })
  })

  it('may be booked ahead of a successor who is booked already, but not into the successor’s time', () => {
    const seatTaken = [{ ...spanOf('2024-01-01', '2025-12-31'), person: 'Bodil Krag' }]
    expect(checkMembership({ ...whole, dueOn: isoDate('2023-12-31'), seatTaken })).to.deep.equal({ ok: true })
    expect(checkMembership({ ...whole, seatTaken })).to.include({ reason: 'seat_taken' })
  })

  it('cannot have two seats on the same day', () => {
    const personElsewhere = [{ ...spanOf('2025-12-31', '2025-12-31'), seat: 'Slotsgården' }]
    expect(checkMembership({ ...whole, personElsewhere })).to.deep.include({
      reason: 'person_has_seat',
      params: { seat: 'Slotsgården', from: '2025-12-31', until: '2025-12-31' },
      field: 'person_id',
    })
  })

  it('is held to the same meaning of overlapping as everything else', () => {
    expect(overlapsOfMemberships).to.equal(overlaps)
  })
})

describe('Leaving the council before the time', () => {
  const leaving = {
    startsOn: term.startsOn,
    dueOn: term.endsOn,
    endsOn: term.endsOn,
    leavesOn: isoDate('2023-03-31'),
    reason: 'resigned',
  }

  it('needs a day inside the membership and a reason from the list', () => {
    for (const reason of END_REASONS) expect(checkLeaving({ ...leaving, reason })).to.deep.equal({ ok: true })
    expect(checkLeaving({ ...leaving, leavesOn: term.startsOn })).to.deep.equal({ ok: true })
    expect(checkLeaving({ ...leaving, leavesOn: isoDate('2025-12-30') })).to.deep.equal({ ok: true })
  })

  const noReason = { reason: 'end_reason_missing', field: 'end_reason' }
  const refusals = [
    [
      'the day before it began',
      { leavesOn: isoDate('2021-12-31') },
      { reason: 'leaves_before_start', params: { from: '2022-01-01' }, field: 'ends_on' },
    ],
    [
      'the day it ends anyway',
      { leavesOn: isoDate('2025-12-31') },
      { reason: 'leaves_on_due_day', params: { until: '2025-12-31' }, field: 'ends_on' },
    ],
    [
      'after it has ended',
      { leavesOn: isoDate('2026-01-01') },
      { reason: 'leaves_after_due', params: { until: '2025-12-31' }, field: 'ends_on' },
    ],
    [
      'a second time',
      { endsOn: isoDate('2023-01-31') },
      { reason: 'already_ended', params: { date: '2023-01-31' } },
    ],
    ['without a reason', { reason: undefined }, noReason],
    ['with an empty reason', { reason: '' }, noReason],
    ['with a reason that is not on the list', { reason: 'bored' }, noReason],
  ] as const
  for (const [when, change, refusal] of refusals) {
    it(`is refused ${when}: ${refusal.reason}`, () => {
      expect(checkLeaving({ ...leaving, ...change })).to.deep.equal({ ok: false, ...refusal })
    })
  }

  it('knows its reasons from any other word', () => {
    expect(isEndReason('died')).to.equal(true)
    expect(isEndReason('toString')).to.equal(false)
    expect(isEndReason(null)).to.equal(false)
  })
})
