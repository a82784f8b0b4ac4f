import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate, type IsoDate } from '../../../../models/core/dates.ts'
import {
  applicationErasedFrom,
  erasedFrom,
  holdsOn,
  rollErasedFrom,
  scopeOf,
  type Hold,
  type Retention,
  type Ties,
} from '../../../../models/rules/privacy/retention.ts'

const RETENTION: Retention = {
  rollDays: 0,
  applicationMonths: 6,
  contactMonths: 12,
  accountMonths: 12,
  draftDays: 30,
}
const TODAY = isoDate('2030-03-01')

function ties(given: Partial<Ties> = {}): Ties {
  return {
    registeredOn: isoDate('2025-11-01'),
    memberships: [],
    elections: [],
    nominations: [],
    substitutes: [],
    accounts: [],
    openFlags: 0,
    ...given,
  }
}

const span = (starts_on: string, ends_on: string) => ({
  starts_on: isoDate(starts_on),
  ends_on: isoDate(ends_on),
})

describe('What is not kept any longer', () => {
  describe('what stands in the way', () => {
    const cases: [string, Partial<Ties>, Hold[]][] = [
      ['nothing, of somebody who has left', { memberships: [span('2026-01-01', '2029-12-31')] }, []],
      [
        'the last day on the council is still a day',
        { memberships: [span('2026-01-01', '2030-03-01')] },
        ['member'],
      ],
      ['the day after it is not', { memberships: [span('2026-01-01', '2030-02-28')] }, []],
      ['a seat booked ahead', { memberships: [span('2030-05-01', '2033-12-31')] }, ['member']],
      ['an election under way', { elections: [{ over: false, endedOn: TODAY }] }, ['candidate']],
      ['no election that is over', { elections: [{ over: true, endedOn: TODAY }] }, []],
      ['an open nomination', { nominations: [{ open: true, endedOn: TODAY }] }, ['nominee']],
      ['standing ready to step in, the last day too', { substitutes: [{ until: TODAY }] }, ['substitute']],
      ['having stood ready', { substitutes: [{ until: addDays(TODAY, -1) }] }, []],
      ['an account that can sign in', { accounts: [{ closedOn: null }] }, ['account']],
      ['no account that is closed', { accounts: [{ closedOn: isoDate('2029-01-01') }] }, []],
      ['a question that nobody has settled', { openFlags: 1 }, ['flag']],
      [
        'all of it, the weightiest first',
        {
          openFlags: 2,
          accounts: [{ closedOn: null }],
          elections: [{ over: false, endedOn: TODAY }],
          memberships: [span('2026-01-01', '2033-12-31')],
        },
        ['member', 'candidate', 'account', 'flag'],
      ],
    ]
    for (const [title, given, expected] of cases)
      it(title, () => expect(holdsOn(ties(given), TODAY)).to.deep.equal(expected))
  })

  describe('from which day', () => {
    const cases: [string, Partial<Ties>, string | undefined][] = [
      // Registered 1 November 2025 and never anything more: 6 months.
      ['somebody who never became anything: half a year after they were registered', {}, '2026-05-01'],
      // Last day 31 December 2029 + 12 months = 31 December 2030.
      [
        'a member: a year after the last day',
        { memberships: [span('2026-01-01', '2029-12-31')] },
        '2030-12-31',
      ],
      // 29 February 2028 + 12 months: there is no 29 February 2029.
      ['a last day on 29 February', { memberships: [span('2026-01-01', '2028-02-29')] }, '2029-02-28'],
      [
        'two terms: a year after the last of them',
        { memberships: [span('2026-01-01', '2029-12-31'), span('2022-01-01', '2025-12-31')] },
        '2030-12-31',
      ],
      // Election over 2 December 2029 + 6 months = 2 June 2030; registered + 6 months is long ago.
      [
        'a candidate: half a year after the election',
        { elections: [{ over: true, endedOn: isoDate('2029-12-02') }] },
        '2030-06-02',
      ],
      // Stood ready until 31 December 2033: + 6 months = 30 June 2034 (June has 30 days).
      [
        'a candidate who may have to step in: half a year after the term',
        { elections: [{ over: true, endedOn: isoDate('2029-12-02'), keptUntil: isoDate('2033-12-31') }] },
        '2034-06-30',
      ],
      [
        'a nominee: half a year after the nomination',
        { nominations: [{ open: false, endedOn: isoDate('2029-12-15') }] },
        '2030-06-15',
      ],
      [
        'a substitute: a year after the term',
        { substitutes: [{ until: isoDate('2029-12-31') }] },
        '2030-12-31',
      ],
      [
        'an owner of a closed account: a year after it closed',
        { accounts: [{ closedOn: isoDate('2029-08-31') }] },
        '2030-08-31',
      ],
      ['never while something stands in the way', { openFlags: 1 }, undefined],
    ]
    for (const [title, given, expected] of cases)
      it(title, () => expect(erasedFrom(ties(given), RETENTION, TODAY)).to.equal(expected))

    it('a roll goes when the election is over, or some days after it', () => {
      expect(rollErasedFrom(isoDate('2029-12-10'), RETENTION)).to.equal('2029-12-10')
      expect(rollErasedFrom(isoDate('2029-12-10'), { rollDays: 7 })).to.equal('2029-12-17')
    })

    it('an application is never kept shorter because somebody stood ready for a shorter time', () => {
      const over = { endedOn: isoDate('2029-12-02'), keptUntil: isoDate('2029-01-01') }
      expect(applicationErasedFrom(over, RETENTION)).to.equal('2030-06-02')
    })
  })

  it('whoever has been a member stays by name, others do not', () => {
    expect(scopeOf(ties({ memberships: [span('2026-01-01', '2026-01-01')] }))).to.equal('contact')
    expect(scopeOf(ties())).to.equal('all')
  })

  describe('whatever a person has been', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(isoDate('1990-01-01'), days))
    const spans = fc
      .tuple(day, fc.nat(2000))
      .map(([from, days]) => ({ starts_on: from, ends_on: addDays(from, days) }))
    const anyTies = fc.record({
      registeredOn: day,
      memberships: fc.array(spans, { maxLength: 4 }),
      elections: fc.array(fc.record({ over: fc.boolean(), endedOn: day }), { maxLength: 3 }),
      nominations: fc.array(fc.record({ open: fc.boolean(), endedOn: day }), { maxLength: 3 }),
      substitutes: fc.array(fc.record({ until: day }), { maxLength: 3 }),
      accounts: fc.array(fc.record({ closedOn: fc.option(day) }), { maxLength: 2 }),
      openFlags: fc.nat(1),
    })

    it('nothing goes while something stands in the way, and everything has a day once nothing does', () => {
      fc.assert(
        fc.property(anyTies, day, (one, today) => {
          const from = erasedFrom(one, RETENTION, today)
          expect(from === undefined).to.equal(holdsOn(one, today).length > 0)
        }),
      )
    })

    it('a longer time in the settings never erases earlier', () => {
      fc.assert(
        fc.property(anyTies, day, fc.nat(24), (one, today, more) => {
          const from = erasedFrom(one, RETENTION, today)
          const longer = { ...RETENTION, contactMonths: RETENTION.contactMonths + more }
          const then = erasedFrom(one, longer, today)
          expect(from === undefined || (then as IsoDate) >= from).to.equal(true)
        }),
      )
    })

    it('one more tie never erases earlier', () => {
      fc.assert(
        fc.property(anyTies, spans, day, (one, extra, today) => {
          const before = erasedFrom(one, RETENTION, today)
          const after = erasedFrom({ ...one, memberships: [...one.memberships, extra] }, RETENTION, today)
          expect(before === undefined || after === undefined || after >= before).to.equal(true)
        }),
      )
    })
  })
})
