import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  daysBetween,
  formatDate,
  formatLongDate,
  formatShortDate,
  isoDate,
  parseDate,
} from '../../../models/core/dates.ts'
import { readTypedDay, type Meant } from '../../../models/core/typed_days.ts'

const TODAY = isoDate('2026-12-01')
const anyDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays(isoDate('1950-01-01'), days))
const meanings: readonly Meant[] = ['coming', 'past', 'nearest']

describe('A day that a person types without its century', () => {
  for (const typed of [
    '4.12.26',
    '4/12/26',
    '4/12-26',
    '4/12 26',
    '04-12-26',
    '4. 12. 26',
    '4. dec 26',
    '4. dec. 26',
    'den 4. december 26',
  ]) {
    it(`is read from "${typed}", whatever the field`, () => {
      for (const meant of meanings)
        expect(readTypedDay(typed, TODAY, meant)).to.deep.equal({ day: '2026-12-04', guessed: true })
    })
  }

  for (const [typed, day] of [
    ['1.1.18', '2018-01-01'],
    ['1.1.00', '2000-01-01'],
    ['1.1.46', '1946-01-01'],
    ['1.1.45', '2045-01-01'],
  ] as const) {
    it(`is one from 80 years back to 19 ahead: "${typed}" is ${day} in 2026`, () => {
      expect(readTypedDay(typed, TODAY)?.day).to.equal(day)
    })
  }
})

describe('A day that a person types without its year', () => {
  for (const typed of [
    '4/12',
    '4.12',
    '4.12.',
    '4-12',
    '04-12',
    '4 12',
    '4 / 12',
    '4. 12.',
    '4. dec',
    '4. dec.',
    '4 dec',
    '4. december',
    '  4. DECEMBER ',
    '4 December',
    'd. 4/12',
    'den 4. december',
    'fredag den 4. december',
    'fre. 4/12',
    'Friday 4 December',
  ]) {
    it(`is read from "${typed}"`, () => {
      expect(readTypedDay(typed, TODAY, 'coming')).to.deep.equal({ day: '2026-12-04', guessed: true })
    })
  }

  for (const [typed, today, coming, past, nearest] of [
    ['4/12', '2026-12-01', '2026-12-04', '2025-12-04', '2026-12-04'],
    ['1/12', '2026-12-01', '2026-12-01', '2026-12-01', '2026-12-01'],
    ['30. nov', '2026-12-01', '2027-11-30', '2026-11-30', '2026-11-30'],
    ['2/1', '2026-12-30', '2027-01-02', '2026-01-02', '2027-01-02'],
    // Leap years: the next one after 2026 is 2028, the last one 2024; 2028 is nearer (455 days against 1,006).
    ['29/2', '2026-12-01', '2028-02-29', '2024-02-29', '2028-02-29'],
    ['29/2', '2097-01-01', '2104-02-29', '2096-02-29', '2096-02-29'],
  ] as const) {
    it(`is of a plan ${coming}, of a deed ${past}, else ${nearest}, when "${typed}" is typed on ${today}`, () => {
      const read = meanings.map((meant) => readTypedDay(typed, isoDate(today), meant)?.day)
      expect(read).to.deep.equal([coming, past, nearest])
    })
  }

  for (const typed of [
    '31/11',
    '0/1',
    '4/13',
    '17.00',
    '2026-13-01',
    'december',
    '4',
    '4/',
    'i morgen',
    '',
  ]) {
    it(`is not read from "${typed}"`, () => {
      for (const meant of meanings) expect(readTypedDay(typed, TODAY, meant)).to.equal(undefined)
    })
  }

  it('is no day when the weekday beside it is another one', () => {
    expect(readTypedDay('torsdag den 4. december', TODAY, 'coming')).to.equal(undefined)
    expect(readTypedDay('torsdag den 4. december 2026', TODAY)).to.equal(undefined)
  })

  it('is the first such day from today on, the last until today, or the one with the fewest days to it', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        const typed = `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`
        const [coming, past, nearest] = meanings.map((meant) => readTypedDay(typed, today, meant)?.day)
        if (!coming || !past || !nearest) throw new Error(`${typed} is no day`)
        expect(coming >= today && past <= today).to.equal(true)
        for (const read of [coming, past, nearest]) expect(read.slice(5)).to.equal(day.slice(5))
        const between =
          coming === past ? [] : yearsBetween(past, coming).map((year) => parseDate(`${typed}/${year}`))
        expect(between.filter((one) => one !== undefined)).to.deep.equal([])
        const far = [daysBetween(today, coming), daysBetween(past, today)]
        expect(Math.abs(daysBetween(today, nearest))).to.equal(Math.min(...far))
      }),
    )
  })
})

describe('A day that a person types in full', () => {
  it('is the day that it says, and nothing is guessed', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...meanings), (day, today, meant) => {
        const read = { day, guessed: false }
        const ways = [day, formatShortDate(day), formatDate(day, 'da'), formatDate(day, 'en')]
        for (const typed of [...ways, formatLongDate(day, 'da'), formatLongDate(day, 'en')])
          expect(readTypedDay(typed, today, meant)).to.deep.equal(read)
      }),
    )
  })
})

function yearsBetween(first: string, last: string): number[] {
  const [from, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  return Array.from({ length: until - from - 1 }, (_none, index) => from + 1 + index)
}
