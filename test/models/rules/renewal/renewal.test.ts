import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, daysBetween, isoDate } from '../../../../models/core/dates.ts'
import { checkRenewal, proposeRenewal, RENEWAL_STEPS } from '../../../../models/rules/renewal/renewal.ts'
import { yearsOf } from '../../../../models/rules/core/spans.ts'
import { progressOf, stepsOfTimetable } from '../../../../models/rules/renewal/progress.ts'

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
  })

  it('the vote is never on the last day to stand: the list comes between', () => {
    const sameDay = { ...days, list: days.polling, candidates: days.polling }
    expect(checkRenewal(sameDay)).to.deep.equal({
      ok: false,
      reason: 'renewal_days_in_order',
      params: { date: '2029-12-04' },
      field: 'polling',
    })
    expect(checkRenewal({ ...sameDay, candidates: addDays(days.polling, -1) })).to.deep.equal({ ok: true })
  })

  const WAITS = [
    ['candidates', 'call'],
    ['list', 'candidates'],
    ['polling', 'list'],
    ['certification', 'polling'],
    ['constituting', 'certification'],
    ['answers', 'letters'],
    ['appointment', 'answers'],
    ['constituting', 'appointment'],
  ] as const
  for (const [kind, before] of WAITS) {
    it(`${kind} may fall on the day of ${before}, not before it`, () => {
      // The first meeting waits for both tracks: the appointment is long past where it waits for the certification.
      const given = before === 'certification' ? { ...days, appointment: days.answers } : days
      const date = days[before]
      expect(checkRenewal({ ...given, [kind]: date })).to.deep.equal({ ok: true })
      expect(checkRenewal({ ...given, [kind]: addDays(date, -1) })).to.deep.equal({
        ok: false,
        reason: 'renewal_days_in_order',
        params: { date },
        field: kind,
      })
    })
  }

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
    ['final', 'call:done candidates:done list:done polling:done count:done certified:done seated:current'],
    ['rerun', 'call:current+18 candidates:todo list:todo polling:todo count:todo certified:todo seated:todo'],
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

  it('one that was decided without a vote and annulled is called again, with a vote still to come', () => {
    const facts = { ...election, status: 'annulled', uncontested: true } as const
    expect(words(progressOf({ track: 'election', election: facts }, at))).to.equal(
      'call:current+18 candidates:todo list:todo polling:todo count:todo certified:todo seated:todo',
    )
  })

  it('people may stand until the end of the last day, and from the next the list is made', () => {
    const facts = { track: 'election', election: { ...election, status: 'nominating' } } as const
    const on = (today: string) => words(progressOf(facts, { ...at, today: isoDate(today) }))
    const rest = 'polling:todo count:todo certified:todo seated:todo'
    expect(on('2029-11-26')).to.equal(`call:done candidates:current list:todo ${rest}`)
    expect(on('2029-11-27')).to.equal(`call:done candidates:done list:current ${rest}`)
  })

  it('without an election every step has the day of the timetable, and it is not called', () => {
    const on = (today: string) =>
      progressOf({ track: 'election', election: undefined }, { ...at, today: isoDate(today) })
    expect(on('2029-11-26').map(({ kind, due }) => [kind, due])).to.deep.equal([
      ['call', '2029-11-12'],
      ['candidates', '2029-11-26'],
      ['list', '2029-11-27'],
      ['polling', '2029-12-04'],
      ['count', '2029-12-04'],
      ['certified', '2029-12-05'],
      ['seated', '2030-01-01'],
    ])
    expect(on('2029-11-30')[0]).to.deep.equal({
      ...{ kind: 'call', state: 'current', due: '2029-11-12', daysLate: 18 },
    })
  })

  it('promises no day that is past, and no seat before the vote that fills it', () => {
    // Begun late: the vote on 20 January, certified on the 21st, and the term began on the 1st.
    const own = { candidates_by: isoDate('2030-01-12'), polling_on: isoDate('2030-01-20') }
    const facts = { track: 'election', election: { ...election, ...own, status: 'planned' } } as const
    const dues = (today: string) =>
      progressOf(facts, { ...at, today: isoDate(today) })
        .slice(-4)
        .map(({ kind, due }) => [kind, due])
    const rest = [
      ['count', '2030-01-20'],
      ['certified', '2030-01-21'],
      ['seated', '2030-01-21'],
    ]
    expect(dues('2030-01-15')).to.deep.equal([['polling', '2030-01-20'], ...rest])
    expect(dues('2030-01-21')).to.deep.equal([['polling', undefined], ['count', undefined], ...rest.slice(1)])
  })

  it('on any day: what is to come lies today or later', () => {
    const day = fc.integer({ min: -60, max: 200 }).map((n) => addDays(term.starts_on, n))
    const status = fc.constantFrom('planned', 'nominating', 'listed', 'closed', 'lot_required', 'annulled')
    fc.assert(
      fc.property(day, day, status, (today, polling_on, is) => {
        const own = { candidates_by: addDays(polling_on, -8), polling_on, uncontested: false, status: is }
        for (const step of progressOf({ track: 'election', election: own } as const, { ...at, today })) {
          if (step.state === 'todo') expect(step.due === undefined || step.due >= today).to.equal(true)
          if (step.state === 'current' && step.due !== undefined)
            expect(step.daysLate).to.equal(Math.max(0, daysBetween(step.due, today)))
        }
      }),
    )
  })

  it('a seat that was filled in the term and left has been renewed', () => {
    const facts = { track: 'election', election: { ...election, status: 'final' } } as const
    const left = { ...at, hasLeft: true, today: isoDate('2031-05-02') }
    const done = 'call:done candidates:done list:done polling:done count:done certified:done seated:done'
    expect(words(progressOf(facts, left))).to.equal(done)
    expect(words(progressOf(facts, { ...left, formal: { state: 'to_come' } }))).to.equal(done)
    // A by-election is under way.
    const again = { track: 'election', election: { ...election, status: 'planned' } } as const
    expect(words(progressOf(again, left))).to.equal(done)
  })

  it('an election has its own days: the list the day after people may stand, the result the day after the vote', () => {
    const own = { candidates_by: isoDate('2029-11-29'), polling_on: isoDate('2029-12-10') }
    const facts = { ...election, ...own, status: 'nominating' } as const
    const steps = progressOf({ track: 'election', election: facts }, at)
    expect(steps.map(({ kind, due }) => [kind, due])).to.deep.equal([
      ['call', '2029-11-12'],
      ['candidates', '2029-11-29'],
      ['list', '2029-11-30'],
      ['polling', '2029-12-10'],
      ['count', '2029-12-10'],
      ['certified', '2029-12-11'],
      ['seated', '2030-01-01'],
    ])
  })

  it('a nomination is answered by its own day, or by that of the timetable where nobody is asked', () => {
    const nomination = { outcome: 'waiting', appointed: false, answer_by: isoDate('2029-12-03') } as const
    const dues = (facts: Parameters<typeof progressOf>[0]) =>
      progressOf(facts, { ...at, today: isoDate('2029-11-27') }).map(({ kind, due }) => [kind, due])
    const rest = [
      ['agreed', '2029-12-14'],
      ['appointed', '2029-12-14'],
      ['seated', '2030-01-01'],
    ]
    const letter = ['letter', '2029-10-23']
    expect(dues({ track: 'nomination', nomination })).to.deep.equal([
      letter,
      ['answers', '2029-12-03'],
      ...rest,
    ])
    expect(dues({ track: 'nomination', nomination: undefined })).to.deep.equal([
      letter,
      ['answers', '2029-11-27'],
      ...rest,
    ])
  })

  it('whoever has been elected or appointed has been through every step, on its day', () => {
    const member = { ...at, hasMember: true }
    const elected = { track: 'election', election: { ...election, status: 'final' } } as const
    expect(progressOf(elected, member).every(({ state }) => state === 'done')).to.equal(true)
    expect(progressOf(elected, member).at(-1)).to.deep.equal({
      kind: 'seated',
      state: 'done',
      due: '2030-01-01',
      daysLate: 0,
    })
    const nomination = { outcome: 'agreed', appointed: true, answer_by: isoDate('2029-11-27') } as const
    expect(words(progressOf({ track: 'nomination', nomination }, member))).to.equal(
      'letter:done answers:done agreed:done appointed:done seated:done',
    )
  })

  it('a member elected without a vote is seated, and polling and count stay left out', () => {
    const facts = { ...election, status: 'certified', uncontested: true } as const
    const steps = progressOf({ track: 'election', election: facts }, { ...at, hasMember: true })
    expect(words(steps)).to.equal(
      'call:done candidates:done list:done polling:skipped count:skipped certified:done seated:done',
    )
    expect(steps[3]).to.deep.equal({ kind: 'polling', state: 'skipped', due: undefined, daysLate: 0 })
  })

  it('a member of a place who was written in by hand needed no election', () => {
    const steps = progressOf({ track: 'election', election: undefined }, { ...at, hasMember: true })
    expect(words(steps)).to.equal(
      'call:skipped candidates:skipped list:skipped polling:skipped count:skipped certified:skipped seated:done',
    )
  })

  describe('where those elected are appointed afterwards', () => {
    const final = { track: 'election', election: { ...election, status: 'final' } } as const
    const before = 'call:done candidates:done list:done polling:done count:done certified:done'
    const since = isoDate('2030-01-01')

    it('the step comes after the result, by the day of the other appointments', () => {
      const steps = progressOf(
        { track: 'election', election: undefined },
        { ...at, formal: { state: 'to_come' } },
      )
      expect(steps.slice(-3).map(({ kind, state, due }) => [kind, state, due])).to.deep.equal([
        ['certified', 'todo', '2029-12-05'],
        ['formal', 'todo', '2029-12-14'],
        ['seated', 'todo', '2030-01-01'],
      ])
    })

    it('a member is not in place until it is written', () => {
      const member = { ...at, hasMember: true, today: isoDate('2029-12-16') }
      const waits = progressOf(final, { ...member, formal: { state: 'waits', since } })
      expect(words(waits)).to.equal(`${before} formal:current+2 seated:todo`)
      const written = progressOf(final, { ...member, formal: { state: 'written' } })
      expect(words(written)).to.equal(`${before} formal:done seated:done`)
    })

    it('a substitute has been through no election, and waits from the first day in the seat', () => {
      const member = { ...at, hasMember: true, today: isoDate('2031-05-02') }
      const formal = { state: 'waits', since: isoDate('2031-05-01') } as const
      const steps = progressOf({ track: 'election', election: undefined }, { ...member, formal })
      expect(words(steps)).to.equal(
        'call:skipped candidates:skipped list:skipped polling:skipped count:skipped certified:skipped formal:current+1 seated:todo',
      )
    })

    it('nobody is appointed on a seat whose elected member has left', () => {
      const steps = progressOf(final, { ...at, formal: { state: 'to_come' } })
      expect(words(steps)).to.equal(`${before} formal:todo seated:current`)
    })

    it('the line of the timetable about appointments waits for it', () => {
      const state = (formal: Parameters<typeof progressOf>[1]['formal']) =>
        stepsOfTimetable(
          {
            lines: [{ steps: progressOf(final, { ...at, hasMember: true, ...(formal && { formal }) }) }],
            discussed: true,
            constituted: false,
          },
          days,
          at.today,
        ).find(({ kind }) => kind === 'appointment')?.state
      expect(state({ state: 'waits', since })).to.equal('open')
      expect(state({ state: 'written' })).to.equal('done')
      expect(state(undefined)).to.equal('done')
    })
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

  const timetable = (given: Partial<Parameters<typeof stepsOfTimetable>[0]>, today: string) =>
    stepsOfTimetable({ lines: [], discussed: false, constituted: false, ...given }, days, isoDate(today))
  const line = (given: Parameters<typeof timetable>[0], today: string, kind: string) =>
    timetable(given, today).find((one) => one.kind === kind)

  it('a line of the timetable is open on its day, and late from the day after', () => {
    const open = { kind: 'initial_discussion', state: 'open', daysLate: 0 }
    expect(line({}, '2029-08-20', 'initial_discussion')).to.deep.equal(open)
    expect(line({}, '2029-08-21', 'initial_discussion')).to.deep.equal(open)
    expect(line({}, '2029-08-22', 'initial_discussion')).to.deep.equal({
      ...open,
      state: 'late',
      daysLate: 1,
    })
  })

  it('the discussion and the first meeting are done when they are held, whatever the seats have come to', () => {
    const today = '2030-01-20'
    const lines = [{ steps: progressOf({ track: 'nomination', nomination: undefined }, at) }]
    const late = (kind: string, daysLate: number) => ({ kind, state: 'late', daysLate })
    const done = (kind: string) => ({ kind, state: 'done', daysLate: 0 })
    // From 21 August: 10 days of August, 30, 31, 30, 31 and 20 are 152. From 15 January: 5.
    expect(line({ lines }, today, 'initial_discussion')).to.deep.equal(late('initial_discussion', 152))
    expect(line({ lines }, today, 'constituting')).to.deep.equal(late('constituting', 5))
    const discussed = { lines, discussed: true }
    expect(line(discussed, today, 'initial_discussion')).to.deep.equal(done('initial_discussion'))
    expect(line(discussed, today, 'constituting')?.state).to.equal('late')
    const constituted = { lines, constituted: true }
    expect(line(constituted, today, 'constituting')).to.deep.equal(done('constituting'))
    expect(line(constituted, today, 'initial_discussion')?.state).to.equal('late')
  })

  it('seats filled without a step count as past it, so an election without a vote never waits for polling', () => {
    const facts = { ...election, status: 'uncontested', uncontested: true } as const
    const lines = [{ steps: progressOf({ track: 'election', election: facts }, at) }]
    const all = timetable({ lines, discussed: true }, '2029-12-06')
    // Only the result (due on the 5th) and the first meeting (15 January) are left: the track of nominations is empty.
    expect(all.filter(({ state }) => state !== 'done')).to.deep.equal([
      { kind: 'certification', state: 'late', daysLate: 1 },
      { kind: 'constituting', state: 'open', daysLate: 0 },
    ])
  })

  it('each line waits for its own step', () => {
    const lines = [
      { steps: progressOf({ track: 'election', election: undefined }, at) },
      { steps: progressOf({ track: 'nomination', nomination: undefined }, at) },
    ]
    const open = timetable({ lines }, '2029-06-01')
    expect(open.map(({ state }) => state)).to.deep.equal(open.map(() => 'open'))
    const asked = { outcome: 'agreed', appointed: false, answer_by } as const
    const answered = [{ steps: progressOf({ track: 'nomination', nomination: asked }, at) }]
    const left = timetable({ lines: answered }, '2029-06-01').filter(({ state }) => state === 'open')
    expect(left.map(({ kind }) => kind)).to.deep.equal(['initial_discussion', 'appointment', 'constituting'])
  })
})
