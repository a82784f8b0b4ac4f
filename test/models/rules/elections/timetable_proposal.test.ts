import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, daysBetween, isoDate } from '../../../../models/core/dates.ts'
import { daysAround, proposeDays } from '../../../../models/rules/elections/timetable_proposal.ts'

const day = isoDate
const usual = { today: day('2026-01-15'), complaintDays: 7 }

describe('The timetable proposed from the polling day', () => {
  it('lets people stand until a week before the list is needed, and complain for a week after the vote', () => {
    // Tuesday 10 March: eight days before is Monday 2 March, two weeks before that Monday 16 February.
    expect(proposeDays({ first: day('2026-03-10'), last: day('2026-03-10') }, usual)).to.deep.equal({
      callBy: '2026-02-16',
      candidatesBy: '2026-03-02',
      listOn: '2026-03-03',
      countOn: '2026-03-10',
      complaintsUntil: '2026-03-17',
    })
  })

  it('never ends the time to stand in a weekend: the Friday before takes its place', () => {
    // Eight days before Sunday 15 and Monday 16 March 2026 are Saturday 7 and Sunday 8.
    for (const first of [day('2026-03-15'), day('2026-03-16')])
      expect(proposeDays({ first, last: first }, usual)).to.include({ candidatesBy: '2026-03-06' })
  })

  it('ends the time to stand on a Friday as on any other weekday, and on the usual day also where it is today', () => {
    // Eight days before Saturday 14 March 2026 is Friday 6, eight before Friday 13 is Thursday 5.
    const days: [string, string][] = [
      ['2026-03-14', '2026-03-06'],
      ['2026-03-13', '2026-03-05'],
    ]
    for (const [polling, candidatesBy] of days)
      for (const today of [usual.today, day(candidatesBy)]) {
        const both = { first: day(polling), last: day(polling) }
        expect(proposeDays(both, { ...usual, today })).to.include({ candidatesBy })
      }
  })

  it('counts and takes complaints from the last of several polling days', () => {
    const polling = { first: day('2026-03-10'), last: day('2026-03-12') }
    expect(proposeDays(polling, { ...usual, complaintDays: 14 })).to.include({
      candidatesBy: '2026-03-02',
      countOn: '2026-03-12',
      complaintsUntil: '2026-03-26',
    })
  })

  it('takes today where the usual day is past, and the day before the vote at the latest', () => {
    const soon = (today: string) =>
      proposeDays({ first: day('2026-03-10'), last: day('2026-03-10') }, { ...usual, today: day(today) })
    expect(soon('2026-03-05')).to.include({ callBy: '2026-03-05', candidatesBy: '2026-03-05' })
    expect(soon('2026-03-09')).to.include({ candidatesBy: '2026-03-09' })
    // Too late for a vote today; the form then says what is wrong.
    expect(soon('2026-03-10')).to.include({ candidatesBy: '2026-03-09' })
  })

  it('follows a deadline that somebody chose', () => {
    expect(daysAround(day('2026-02-20'), day('2026-03-10'), 7)).to.deep.equal({
      callBy: '2026-02-06',
      candidatesBy: '2026-02-20',
      listOn: '2026-02-21',
      countOn: '2026-03-10',
      complaintsUntil: '2026-03-17',
    })
  })

  it('keeps its order on any day: call, last day to stand, list, vote, complaints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 5 }), (ahead, more) => {
        const first = addDays(usual.today, ahead)
        const days = proposeDays({ first, last: addDays(first, more) }, usual)
        expect(days.callBy <= days.candidatesBy).to.equal(true)
        expect(days.candidatesBy >= usual.today && days.candidatesBy < first).to.equal(true)
        expect(daysBetween(days.candidatesBy, days.listOn)).to.equal(1)
        expect(daysBetween(days.countOn, days.complaintsUntil)).to.equal(7)
      }),
    )
  })
})
