import { expect } from 'chai'
import { isoDate, type IsoDate } from '../../../../models/core/dates.ts'
import {
  checkClosing,
  consentRefusals,
  type ConsentTimes,
  checkListTime,
  checkOpening,
  pollingDays,
  sittingField,
  timetableRefusals,
  type SittingTime,
} from '../../../../models/rules/elections/timetable.ts'
import { allowed } from '../../../../models/rules/core/verdict.ts'

const day = isoDate
const limits = { today: day('2026-01-15'), termEndsOn: day('2029-12-31') }
const sitting = { heldOn: day('2026-03-10'), opensAt: '11.00', closesAt: '14.00' }
const good = { pollingOn: sitting.heldOn, candidatesBy: day('2026-03-02') }

describe('The timetable of an election', () => {
  interface Change {
    pollingOn?: IsoDate
    candidatesBy?: IsoDate
    opensAt?: string
    closesAt?: string
    more?: SittingTime[]
  }
  const refusals = ({ pollingOn, candidatesBy, more = [], ...hours }: Change, also: object = {}) =>
    timetableRefusals(
      {
        sittings: [{ ...sitting, heldOn: pollingOn ?? good.pollingOn, ...hours }, ...more],
        candidatesBy: candidatesBy ?? good.candidatesBy,
      },
      { ...limits, ...also },
    )
  const reasons = (change: Change, also: object = {}) => refusals(change, also).map(({ reason }) => reason)

  it('lies between today and the end of the term, both days counted', () => {
    expect(reasons({})).to.deep.equal([])
    expect(reasons({ pollingOn: day('2026-01-16'), candidatesBy: limits.today })).to.deep.equal([])
    expect(reasons({ pollingOn: limits.termEndsOn })).to.deep.equal([])
    expect(reasons({ pollingOn: day('2030-01-01') })).to.deep.equal(['polling_after_term'])
    expect(reasons({ pollingOn: day('2026-01-14'), candidatesBy: day('2026-01-13') })).to.deep.equal([
      'polling_in_past',
      'deadline_in_past',
    ])
    const announcedDeadline = day('2026-01-10')
    expect(
      refusals({ pollingOn: limits.today, candidatesBy: announcedDeadline }, { announcedDeadline }),
    ).to.deep.equal([])
  })

  const wrong: [string, Change, object][] = [
    [
      'a vote in the past',
      { pollingOn: day('2026-01-14') },
      { reason: 'polling_in_past', field: 'polling_on' },
    ],
    [
      'a vote after the term',
      { pollingOn: day('2030-01-01') },
      { reason: 'polling_after_term', params: { until: '2029-12-31' }, field: 'polling_on' },
    ],
    [
      'a deadline in the past',
      { candidatesBy: day('2026-01-14') },
      { reason: 'deadline_in_past', field: 'candidates_by' },
    ],
    [
      'a deadline on the day of the vote',
      { candidatesBy: day('2026-03-10') },
      { reason: 'deadline_not_before_polling', params: { date: '2026-03-10' }, field: 'candidates_by' },
    ],
    [
      'a vote that closes as it opens',
      { opensAt: '14.00' },
      { reason: 'closes_before_opens', params: { opens: '14.00' }, field: 'closes_at' },
    ],
  ]
  for (const [what, change, refusal] of wrong) {
    it(`says at its field what is wrong with ${what}`, () => {
      expect(refusals(change)[0]).to.deep.equal({ ok: false, ...refusal })
    })
  }

  it('has the fields of the election for its first sitting, and numbered ones for the others', () => {
    const fields = (index: number) =>
      (['on', 'opens', 'closes', 'place'] as const).map((what) => sittingField(index, what))
    expect(fields(0)).to.deep.equal(['polling_on', 'opens_at', 'closes_at', 'place'])
    expect(fields(1)).to.deep.equal([
      'sitting_2_on',
      'sitting_2_opens',
      'sitting_2_closes',
      'sitting_2_place',
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

describe('A timetable with several sittings', () => {
  const at = (heldOn: string, opensAt: string, closesAt: string) => ({
    heldOn: day(heldOn),
    opensAt,
    closesAt,
  })
  const refusals = (candidatesBy: string, ...more: SittingTime[]) =>
    timetableRefusals({ sittings: [sitting, ...more], candidatesBy: day(candidatesBy) }, limits)

  it('may hold several on one day, one opening when the other closes, and on other days at the same hours', () => {
    const evening = at('2026-03-10', '14.00', '16.00')
    expect(refusals('2026-03-02', evening, at('2026-03-11', '11.00', '14.00'))).to.deep.equal([])
  })

  it('may be typed with the later one of a day first', () => {
    expect(refusals('2026-03-02', at('2026-03-10', '09.00', '11.00'))).to.deep.equal([])
    expect(refusals('2026-03-02', at('2026-03-10', '08.00', '09.00'))).to.deep.equal([])
  })

  const overlapping: [string, SittingTime][] = [
    ['begins before the other is over', at('2026-03-10', '13.59', '16.00')],
    ['is over after the other began', at('2026-03-10', '09.00', '11.01')],
    ['lies inside the other', at('2026-03-10', '12.00', '13.00')],
    ['holds the other', at('2026-03-10', '10.00', '15.00')],
    ['is the other', at('2026-03-10', '11.00', '14.00')],
  ]
  for (const [title, other] of overlapping) {
    it(`refuses one that ${title}, and names the later field`, () => {
      expect(refusals('2026-03-02', other)).to.deep.equal([
        {
          ok: false,
          reason: 'sittings_overlap',
          params: { date: '2026-03-10' },
          field: 'sitting_2_opens',
        },
      ])
    })
  }

  it('has its deadline for candidates before the first of them, whichever was typed first', () => {
    const before = at('2026-03-05', '10.00', '12.00')
    expect(refusals('2026-03-04', before)).to.deep.equal([])
    expect(refusals('2026-03-05', before).map(({ reason, params }) => [reason, params])).to.deep.equal([
      ['deadline_not_before_polling', { date: '2026-03-05' }],
    ])
  })

  it('names the field of the sitting that lies in the past, after the term or ends before it begins', () => {
    const wrong = refusals(
      '2026-01-14',
      at('2026-01-14', '10.00', '12.00'),
      at('2030-01-01', '10.00', '12.00'),
      at('2026-03-12', '12.00', '12.00'),
    )
    expect(wrong.map(({ reason, field }) => [reason, field])).to.deep.equal([
      ['polling_in_past', 'sitting_2_on'],
      ['polling_after_term', 'sitting_3_on'],
      ['deadline_in_past', 'candidates_by'],
      ['closes_before_opens', 'sitting_4_closes'],
    ])
  })

  it('opens on its first day, and complaints run from its last', () => {
    const days = pollingDays([
      sitting,
      at('2026-03-12', '10.00', '12.00'),
      at('2026-03-09', '10.00', '12.00'),
    ])
    expect(days).to.deep.equal({ first: '2026-03-09', last: '2026-03-12' })
    const turned = pollingDays([
      sitting,
      at('2026-03-09', '10.00', '12.00'),
      at('2026-03-11', '10.00', '12.00'),
    ])
    expect(turned).to.deep.equal({ first: '2026-03-09', last: '2026-03-11' })
  })
})

describe('The last day to stand', () => {
  const firstOf = (consent: ConsentTimes) => consentRefusals(consent)[0] ?? allowed

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
    expect(firstOf(consent)).to.deep.equal({ ok: true })
    expect(firstOf({ ...consent, consentedOn: day('2026-03-03') })).to.deep.equal({
      ok: false,
      reason: 'consent_after_deadline',
      params: { deadline: '2026-03-02' },
      field: 'consented_on',
    })
    expect(firstOf({ ...consent, consentedOn: day('2026-03-04') })).to.deep.equal({
      ok: false,
      reason: 'day_in_future',
      field: 'consented_on',
    })
    expect(firstOf({ ...consent, checkedOn: day('2026-03-04') })).to.deep.equal({
      ok: false,
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
    expect(checkOpening({ ...opening, today: day('2026-03-09') })).to.deep.equal({
      ok: false,
      reason: 'polling_not_yet',
      params: { date: '2026-03-10' },
    })
    expect(checkOpening({ ...opening, today: day('2026-03-11'), now: '08.00' })).to.deep.equal({ ok: true })
    expect(checkOpening({ ...opening, now: '10.59' })).to.deep.equal({
      ok: false,
      reason: 'time_in_future',
      params: { now: '10.59' },
      field: 'opened_at',
    })
  })

  it('is seen by two different people', () => {
    expect(checkOpening({ ...opening, witnesses: ['Bo Krag', ' bo krag'] })).to.deep.equal({
      ok: false,
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
    expect(checkClosing({ ...closing, closedAt: '14.10' })).to.deep.equal({
      ok: false,
      reason: 'time_in_future',
      params: { now: '14.00' },
      field: 'closed_at',
    })
    expect(
      checkClosing({ ...closing, closedAt: '23.00', today: day('2026-03-11'), now: '08.00' }),
    ).to.deep.equal({
      ok: true,
    })
  })

  it('happens sooner only with a reason, and never before they opened', () => {
    const early = { ...closing, closedAt: '13.59' }
    expect(checkClosing(early)).to.deep.equal({
      ok: false,
      reason: 'closed_early_without_reason',
      params: { closes: '14.00' },
      field: 'early_reason',
    })
    expect(checkClosing({ ...early, reason: '  ' })).to.include({ reason: 'closed_early_without_reason' })
    expect(checkClosing({ ...early, reason: 'Brandalarmen gik.' })).to.deep.equal({ ok: true })
    expect(checkClosing({ ...early, closedAt: '10.59', reason: 'Brand' })).to.deep.equal({
      ok: false,
      reason: 'closed_before_opened',
      params: { opened: '11.00' },
      field: 'closed_at',
    })
    expect(checkClosing({ ...early, closedAt: '11.00', reason: 'Brand' })).to.deep.equal({ ok: true })
  })

  it('may be at an earlier hour than the opening, where that was on another day', () => {
    const morning = { ...closing, openedAt: '14.00', closedAt: '12.00', closesAt: '12.00' }
    expect(checkClosing(morning)).to.include({ reason: 'closed_before_opened' })
    expect(checkClosing({ ...morning, openedOn: day('2026-03-09') })).to.deep.equal({ ok: true })
  })

  it('needs a reason on any day before the last one', () => {
    const first = { ...closing, closedAt: '16.00', now: '16.00', today: day('2026-03-09') }
    const openedOn = day('2026-03-09')
    expect(checkClosing({ ...first, openedOn })).to.include({ reason: 'closed_early_without_reason' })
    expect(checkClosing({ ...first, openedOn, reason: 'Brand' })).to.deep.equal({ ok: true })
    expect(checkClosing({ ...first, openedOn, closedAt: '16.01' })).to.include({ reason: 'time_in_future' })
  })
})
