import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, daysBetween, isoDate } from '../../../models/dates.ts'
import { checkRenewal, proposeRenewal, RENEWAL_STEPS, yearsOf } from '../../../models/rules/renewal.ts'
import { progressOf, stepsOfTimetable } from '../../../models/rules/renewal_progress.ts'

const term = { starts_on: isoDate('2030-01-01'), municipal_election_on: isoDate('2029-11-20') }
const days = proposeRenewal({ term, today: isoDate('2029-06-01'), complaintDays: 7 })

describe('The timetable of a renewal', () => {
  it('goes backwards and forwards from the municipal election', () => {
    // 20 November 2029 is a Tuesday. 91 days before: Tuesday 21 August. 28 before: Tuesday 23 October. The vote 14 days
    // after: Tuesday 4 December; people stand until the 26 November (8 days before, a Monday), the list the day after,
    // the call 14 days before that: Monday 12 November. Answers 7 days after: Tuesday 27 November. Appointment 24 days
    // after: Friday 14 December. The first meeting 14 days into January: Tuesday 15 January 2030.
    expect(days).to.deep.equal({
      initial_discussion: '2029-08-21',
      letters: '2029-10-23',
      call: '2029-11-12',
      candidates: '2029-11-26',
      answers: '2029-11-27',
      list: '2029-11-27',
      polling: '2029-12-04',
      certification: '2029-12-05',
      appointment: '2029-12-14',
      constituting: '2030-01-15',
    })
  })

  it('whatever would lie in the past is proposed for today or later, and people still have time to stand', () => {
    // Begun on 14 December: the vote is 28 days later, Friday 11 January; people stand until Thursday the 3rd.
    const late = proposeRenewal({ term, today: isoDate('2029-12-14'), complaintDays: 7 })
    expect(late.initial_discussion).to.equal('2029-12-14')
    expect(late.letters).to.equal('2029-12-14')
    expect(late.polling).to.equal('2030-01-11')
    expect(late.candidates).to.equal('2030-01-03')
    expect(checkRenewal(late)).to.deep.equal({ ok: true })
  })

  it('on any day: in order, never before today, and nobody is called on a Saturday or Sunday', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(term.municipal_election_on, n))
    fc.assert(
      fc.property(day, fc.integer({ min: -6, max: 20 }), (today, shift) => {
        const election = addDays(term.municipal_election_on, shift)
        const made = proposeRenewal({
          term: { ...term, municipal_election_on: election },
          today,
          complaintDays: 7,
        })
        expect(checkRenewal(made)).to.deep.equal({ ok: true })
        for (const kind of RENEWAL_STEPS) expect(made[kind] >= today, kind).to.equal(true)
        for (const kind of [
          'initial_discussion',
          'letters',
          'call',
          'polling',
          'appointment',
          'constituting',
        ] as const)
          expect(daysBetween(isoDate('1900-01-01'), made[kind]) % 7, kind).to.be.lessThan(5)
      }),
    )
  })

  it('refuses days that wait for one another in the wrong order, and names the one to mend', () => {
    expect(checkRenewal({ ...days, appointment: isoDate('2029-11-26') })).to.deep.equal({
      ok: false,
      reason: 'renewal_days_in_order',
      params: { date: '2029-11-27' },
      field: 'appointment',
    })
    expect(checkRenewal({ ...days, list: days.polling, candidates: days.polling })).to.include({ ok: false })
  })

  it('a renewal is named by its years', () => {
    expect(yearsOf({ starts_on: term.starts_on, ends_on: isoDate('2033-12-31') })).to.equal('2030-2033')
  })
})

describe('How far a seat is', () => {
  const at = { hasMember: false, days, termStartsOn: term.starts_on, today: isoDate('2029-11-30') }
  const election = {
    candidates_by: isoDate('2029-11-26'),
    polling_on: isoDate('2029-12-04'),
    uncontested: false,
  }
  const words = (steps: ReturnType<typeof progressOf>) =>
    steps.map(({ kind, state, daysLate }) => `${kind}:${state}${daysLate ? `+${daysLate}` : ''}`).join(' ')

  const ELECTIONS = [
    [
      'planned',
      'call:current+18 candidates:todo list:todo polling:todo count:todo certified:todo seated:todo',
    ],
    [
      'nominating',
      'call:done candidates:done list:current+3 polling:todo count:todo certified:todo seated:todo',
    ],
    ['listed', 'call:done candidates:done list:done polling:current count:todo certified:todo seated:todo'],
    ['polling', 'call:done candidates:done list:done polling:current count:todo certified:todo seated:todo'],
    ['closed', 'call:done candidates:done list:done polling:done count:current certified:todo seated:todo'],
    [
      'lot_required',
      'call:done candidates:done list:done polling:done count:current certified:todo seated:todo',
    ],
    ['counted', 'call:done candidates:done list:done polling:done count:done certified:current seated:todo'],
    [
      'certified',
      'call:done candidates:done list:done polling:done count:done certified:done seated:current',
    ],
    [
      'unfilled',
      'call:current+18 candidates:todo list:todo polling:todo count:todo certified:todo seated:todo',
    ],
    [
      'annulled',
      'call:current+18 candidates:todo list:todo polling:todo count:todo certified:todo seated:todo',
    ],
  ] as const
  for (const [status, expected] of ELECTIONS) {
    it(`an election that is ${status}`, () => {
      expect(words(progressOf({ track: 'election', election: { ...election, status } }, at))).to.equal(
        expected,
      )
    })
  }

  it('an election without a vote leaves polling and count out', () => {
    const facts = { ...election, status: 'uncontested', uncontested: true } as const
    expect(words(progressOf({ track: 'election', election: facts }, at))).to.equal(
      'call:done candidates:done list:done polling:skipped count:skipped certified:current seated:todo',
    )
  })

  const answer_by = isoDate('2029-11-27')
  const NOMINATIONS = [
    ['waiting', false, 'letter:done answers:current+3 agreed:todo appointed:todo seated:todo'],
    ['disagreement', false, 'letter:done answers:done agreed:current appointed:todo seated:todo'],
    ['agreed', false, 'letter:done answers:done agreed:done appointed:current seated:todo'],
    ['agreed', true, 'letter:done answers:done agreed:done appointed:done seated:current'],
  ] as const
  for (const [outcome, appointed, expected] of NOMINATIONS) {
    it(`a nomination with the outcome ${outcome}${appointed ? ', appointed' : ''}`, () => {
      const nomination = { outcome, appointed, answer_by }
      expect(words(progressOf({ track: 'nomination', nomination }, at))).to.equal(expected)
    })
  }

  it('nobody asked yet: the letter is late by the timetable', () => {
    // The letters should have gone out on 23 October: 38 days before 30 November.
    expect(words(progressOf({ track: 'nomination', nomination: undefined }, at))).to.equal(
      'letter:current+38 answers:todo agreed:todo appointed:todo seated:todo',
    )
  })

  it('whoever was written in by hand needed none of it', () => {
    const seated = progressOf({ track: 'nomination', nomination: undefined }, { ...at, hasMember: true })
    expect(words(seated)).to.equal(
      'letter:skipped answers:skipped agreed:skipped appointed:skipped seated:done',
    )
  })

  it('a line of the timetable is done when every seat is past it', () => {
    const done = progressOf(
      { track: 'nomination', nomination: { outcome: 'waiting', appointed: false, answer_by } },
      at,
    )
    const open = progressOf({ track: 'nomination', nomination: undefined }, at)
    const state = (lines: { steps: ReturnType<typeof progressOf> }[]) =>
      stepsOfTimetable({ lines, discussed: false, constituted: false }, days, at.today).find(
        ({ kind }) => kind === 'letters',
      )
    expect(state([{ steps: done }, { steps: open }])).to.deep.equal({
      kind: 'letters',
      state: 'late',
      daysLate: 38,
    })
    expect(state([{ steps: done }])).to.deep.equal({ kind: 'letters', state: 'done', daysLate: 0 })
  })
})
