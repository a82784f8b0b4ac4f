import { expect } from 'chai'
import { noticeDays } from '../../../models/statutes/schema_values.ts'

describe('The notice of a meeting', () => {
  const said: unknown[] = [
    0,
    14,
    { days: 14 },
    { weekdays: 5 },
    { days: 8, weekdays: 5 },
    { days: 0, about: true },
  ]
  for (const value of said) {
    it(`may be ${JSON.stringify(value)}`, () => {
      expect(noticeDays.parse(value)).to.deep.equal(value)
    })
  }

  for (const value of [{}, { about: true }, { days: -1 }, { weekdays: 367 }, { hours: 4 }, 'soon']) {
    it(`must say how many days or weekdays: not ${JSON.stringify(value)}`, () => {
      expect(noticeDays.safeParse(value).success).to.equal(false)
    })
  }
})
