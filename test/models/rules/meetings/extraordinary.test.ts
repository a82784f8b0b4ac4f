import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import {
  askerFrom,
  askerKey,
  lastDayToHold,
  mayAsk,
  type Asker,
} from '../../../../models/rules/meetings/extraordinary.ts'

describe('an extra meeting', () => {
  const thursday = isoDate('2026-03-05')

  it('must be held within so many days, or so many weekdays, from the day it was asked for', () => {
    const askedBy: Asker[] = ['chair']
    expect(lastDayToHold({ askedBy, withinDays: 14 }, thursday)).to.equal('2026-03-19')
    expect(lastDayToHold({ askedBy, withinWeekdays: 5 }, thursday)).to.equal('2026-03-12')
    expect(lastDayToHold({ askedBy, withinDays: 0 }, thursday)).to.equal(thursday)
    expect(lastDayToHold({ askedBy }, thursday)).to.equal(undefined)
  })

  it('where the statutes say both, the earlier day holds', () => {
    const askedBy: Asker[] = ['chair']
    expect(lastDayToHold({ askedBy, withinDays: 6, withinWeekdays: 5 }, thursday)).to.equal('2026-03-11')
    expect(lastDayToHold({ askedBy, withinDays: 8, withinWeekdays: 5 }, thursday)).to.equal('2026-03-12')
  })

  it('is asked for by one of those whom the statutes name, and nobody else', () => {
    const rule = { askedBy: ['chair', { share: [1, 3] }, { members: 3 }] as Asker[] }
    const may = ['chair', 'share:1/3', 'members:3']
    const others = [
      'administration',
      'municipal_council',
      'share:1/2',
      'members:2',
      'share',
      '',
      'members:03',
    ]
    for (const key of may) expect(mayAsk(rule, key), key).to.equal(true)
    for (const key of others) expect(mayAsk(rule, key), key).to.equal(false)
  })

  it('whoever asked is read back as they were written, and nothing else is read', () => {
    const number = fc.integer({ min: 1, max: 99 })
    const asker: fc.Arbitrary<Asker> = fc.oneof(
      fc.constantFrom('chair' as const, 'municipal_council' as const, 'administration' as const),
      fc.record({ share: fc.tuple(number, number) }),
      fc.record({ members: number }),
    )
    fc.assert(
      fc.property(asker, (one) => {
        expect(askerFrom(askerKey(one))).to.deep.equal(one)
      }),
    )
    for (const text of [
      '',
      'member',
      'members:',
      'members:0',
      'share:1',
      'share:1/0',
      'xshare:1/3',
      'share:1/3x',
    ])
      expect(askerFrom(text), text).to.equal(undefined)
  })
})
