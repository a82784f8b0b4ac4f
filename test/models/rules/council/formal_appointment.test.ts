import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import {
  checkFormalAppointment,
  needsFormalAppointment,
  type Seating,
} from '../../../../models/rules/council/formal_appointment.ts'
import { anyDay, randers } from '../../../support/statutes/randers.ts'

describe('Who has to be appointed after they got the seat', () => {
  const elected: Seating = { origin: 'election', steppedIn: false, areaKind: 'place', undone: false }
  const registered = { ...elected, origin: 'registration' } as const
  const MEMBERS: readonly (readonly [who: string, seating: Seating, asked: boolean])[] = [
    ['somebody elected', elected, true],
    ['somebody elected in an area without a place', { ...elected, areaKind: 'organisations' }, true],
    ['a substitute on an elected seat', { ...registered, steppedIn: true }, true],
    [
      'a substitute on a seat that organisations fill',
      { ...registered, steppedIn: true, areaKind: 'organisations' },
      false,
    ],
    ['somebody written in by hand', registered, false],
    ['an appointee of organisations', { ...elected, origin: 'appointment' }, false],
    ['somebody whose election was annulled', { ...elected, undone: true }, false],
    ['a substitute who was struck out', { ...registered, steppedIn: true, undone: true }, false],
  ]
  for (const [who, seating, asked] of MEMBERS) {
    it(`${who}: ${asked ? 'yes' : 'no'}, where the statutes say all`, () => {
      expect(needsFormalAppointment(randers({ formalAppointment: 'all' }), seating)).to.equal(asked)
    })

    it(`${who}: no, where the statutes say nominated, none or nothing`, () => {
      for (const statutes of [
        randers({ formalAppointment: 'nominated' }),
        randers({ formalAppointment: 'none' }),
        randers(),
      ])
        expect(needsFormalAppointment(statutes, seating)).to.equal(false)
    })
  }
})

describe('The decision on somebody who was elected', () => {
  const decision = {
    body: 'Socialudvalget',
    decidedOn: isoDate('2025-12-05'),
    caseNumber: '27.15.00-A08-1-25',
    chosenOn: isoDate('2025-12-02'),
    until: isoDate('2029-12-31'),
    today: isoDate('2025-12-10'),
  }

  it('names a body and a day, and a case number where there is one', () => {
    expect(checkFormalAppointment(decision)).to.deep.equal({ ok: true })
    expect(checkFormalAppointment({ ...decision, caseNumber: undefined })).to.deep.equal({ ok: true })
  })

  const BAD = [
    ['no body', { body: undefined }, 'appointing_body_missing', 'appointing_body'],
    ['a body of blanks', { body: '  ' }, 'appointing_body_missing', 'appointing_body'],
    ['tomorrow', { decidedOn: isoDate('2025-12-11') }, 'date_in_future', 'decided_on'],
    ['the day before polling day', { decidedOn: isoDate('2025-12-01') }, 'formal_too_early', 'decided_on'],
    [
      'the day after the last day in the seat',
      { until: isoDate('2025-12-04') },
      'formal_too_late',
      'decided_on',
    ],
    ['a case number of another form', { caseNumber: '27.15.00' }, 'case_number_form', 'case_number'],
  ] as const
  for (const [what, change, reason, field] of BAD) {
    it(`is refused with ${what}`, () => {
      expect(checkFormalAppointment({ ...decision, ...change })).to.include({ ok: false, reason, field })
    })
  }

  it('may be of polling day itself, of today, and of the last day in the seat', () => {
    for (const change of [
      { decidedOn: decision.chosenOn },
      { decidedOn: decision.today },
      { until: decision.decidedOn },
    ])
      expect(checkFormalAppointment({ ...decision, ...change })).to.deep.equal({ ok: true })
  })

  it('on any day: allowed exactly from the day they were chosen to today, while they sit', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, anyDay, (decidedOn, chosenOn, until, today) => {
        const { ok } = checkFormalAppointment({ ...decision, decidedOn, chosenOn, until, today })
        expect(ok).to.equal(chosenOn <= decidedOn && decidedOn <= today && decidedOn <= until)
      }),
    )
  })
})
