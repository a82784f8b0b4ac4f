import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import { daysInOneGo } from '../../../../models/rules/renewal/days_in_one_go.ts'
import { RENEWAL_STEPS, type RenewalTimetable } from '../../../../models/rules/renewal/renewal.ts'
import { recordFrom } from '../../../../models/core/records.ts'

const CANDIDATES = isoDate('2029-11-26')
const OTHERS = { polling: isoDate('2029-12-04'), answers: isoDate('2029-11-27') }
const DAYS: RenewalTimetable = { ...recordFrom(RENEWAL_STEPS, () => CANDIDATES), ...OTHERS }

describe('The days that are proposed for a renewal in one go', () => {
  for (const [today, polling, candidates, answers] of [
    ['2029-10-15', '2029-12-04', '2029-11-26', '2029-11-27'],
    ['2029-11-25', '2029-12-04', '2029-11-26', '2029-11-27'],
    // The last day to stand is today: 26 November + 21, + 12; the organisations have a day left.
    ['2029-11-26', '2029-12-17', '2029-12-08', '2029-11-27'],
    // Late: 27 November + 21, + 12, + 21.
    ['2029-11-27', '2029-12-18', '2029-12-09', '2029-12-18'],
  ] as const)
    it(`on ${today} are ${candidates} to stand, ${polling} to vote and ${answers} to answer`, () => {
      expect(daysInOneGo(DAYS, isoDate(today))).to.deep.equal({ polling, candidates, answers })
    })

  it('are to come, and people stand before they are voted for, on whatever day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (shift) => {
        const today = addDays(CANDIDATES, shift)
        const { polling, candidates, answers } = daysInOneGo(DAYS, today)
        expect(candidates > today && answers > today && polling > candidates).to.equal(true)
      }),
    )
  })
})
