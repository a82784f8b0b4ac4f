import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  clockOf,
  daysBetween,
  formatDate,
  formatLongDate,
  formatShortDate,
  isoDate,
  later,
  parseDate,
  parseTime,
  type IsoDate,
} from '../../../models/core/dates.ts'

const FIRST = isoDate('1900-01-01')
const day = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays(FIRST, days))

describe('A day that a person types', () => {
  const ways = [
    '2020-09-21',
    '21-09-2020',
    '21.9.2020',
    '21/9 2020',
    '21/9/2020',
    '21 09 2020',
    '21. september 2020',
    '21 september 2020',
    '21. sep 2020',
    '21. sept. 2020',
    '21 September 2020',
    '  21. SEPTEMBER 2020  ',
  ]
  for (const typed of ways) {
    it(`is read from "${typed}"`, () => {
      expect(parseDate(typed)).to.equal('2020-09-21')
    })
  }

  const months = 'januar februar marts april maj juni juli august september oktober november december'.split(
    ' ',
  )
  months.forEach((month, index) => {
    it(`is read with the Danish month ${month}, also cut to three letters`, () => {
      const expected = `2021-${String(index + 1).padStart(2, '0')}-03`
      expect(parseDate(`3. ${month} 2021`)).to.equal(expected)
      expect(parseDate(`3. ${month.slice(0, 3)} 2021`)).to.equal(expected)
    })
  })

  it('is read with English months, where they differ', () => {
    expect(parseDate('3 March 2021')).to.equal('2021-03-03')
    expect(parseDate('3 May 2021')).to.equal('2021-05-03')
    expect(parseDate('3 October 2021')).to.equal('2021-10-03')
  })

  const nonsense = [
    ['30-02-2021', '30 February'],
    ['2021-02-30', '30 February as ISO'],
    ['30. februar 2021', '30 February in words'],
    ['29-02-2021', '29 February outside a leap year'],
    ['29-02-1900', '29 February 1900, which was no leap year'],
    ['31-04-2021', '31 April'],
    ['00-01-2021', 'day 0'],
    ['01-00-2021', 'month 0'],
    ['01-13-2021', 'month 13'],
    ['21-09-20', 'a year of two digits'],
    ['21. ma 2021', 'two letters that begin two months'],
    ['21. smarch 2021', 'a month that does not exist'],
    ['i morgen', 'words'],
    ['', 'nothing'],
    ['2021-9-1', 'ISO without leading zeros'],
    ['01-01-1899', 'a year before 1900'],
    ['01-01-2201', 'a year after 2200'],
    ['1'.repeat(10_000), 'ten thousand digits'],
  ] as const
  for (const [typed, why] of nonsense) {
    it(`is not read from ${why}`, () => {
      expect(parseDate(typed)).to.equal(undefined)
    })
  }

  it('exists on 29 February in a leap year', () => {
    expect(parseDate('29-02-2024')).to.equal('2024-02-29')
    expect(parseDate('29. februar 2000')).to.equal('2000-02-29')
  })

  it('is read back from every way in which the product writes it', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseDate(date)).to.equal(date)
        expect(parseDate(formatShortDate(date))).to.equal(date)
        expect(parseDate(formatDate(date, 'da'))).to.equal(date)
        expect(parseDate(formatDate(date, 'en'))).to.equal(date)
      }),
    )
  })

  it('never becomes another day than the one typed', () => {
    const part = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(part, part, fc.integer({ min: 1900, max: 2200 }), (dayOfMonth, month, year) => {
        const date = parseDate(`${dayOfMonth}-${month}-${year}`)
        const expected = [year, month, dayOfMonth].join('-')
        if (date) expect(date.split('-').map(Number).join('-')).to.equal(expected)
        else expect(daysIn(year, month)).to.be.lessThan(dayOfMonth || 99)
      }),
    )
  })

  it('never makes anything but a day or nothing out of any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = parseDate(text)
        if (date !== undefined) expect(isoDate(date)).to.equal(date)
      }),
    )
  })
})

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? -1
}

describe('A day written in code or data', () => {
  it('is taken as it stands', () => {
    expect(isoDate('2018-01-01')).to.equal('2018-01-01')
  })

  for (const wrong of ['2021-02-30', '21-09-2020', '2021-1-1', '', ' 2021-01-01']) {
    it(`is refused as "${wrong}"`, () => {
      expect(() => isoDate(wrong)).to.throw(RangeError, 'not a day')
    })
  }
})

describe('Days on the calendar', () => {
  it('move across months, leap days and the change to summer time', () => {
    expect(addDays(isoDate('2024-02-28'), 1)).to.equal('2024-02-29')
    expect(addDays(isoDate('2023-02-28'), 1)).to.equal('2023-03-01')
    expect(addDays(isoDate('2025-03-29'), 2)).to.equal('2025-03-31')
    expect(addDays(isoDate('2026-01-01'), -1)).to.equal('2025-12-31')
  })

  it('are as far apart as the one was moved to reach the other', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).to.equal(days)
        expect(addDays(addDays(date, days), -days)).to.equal(date)
      }),
    )
  })

  it('compare as text the way they follow each other', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(a < b).to.equal(daysBetween(a, b) > 0)
        expect(later(a, b)).to.equal(a < b ? b : a)
      }),
    )
  })
})

describe('A day in words', () => {
  it('is written the Danish and the English way', () => {
    const date = isoDate('2020-09-21')
    expect(formatDate(date, 'da')).to.equal('21. september 2020')
    expect(formatDate(date, 'en')).to.equal('21 September 2020')
    expect(formatShortDate(date)).to.equal('21-09-2020')
  })

  it('knows its weekday: 21 September 2020 was a Monday, 18 November 2025 a Tuesday', () => {
    expect(formatLongDate(isoDate('2020-09-21'), 'da')).to.equal('mandag den 21. september 2020')
    expect(formatLongDate(isoDate('2025-11-18'), 'da')).to.equal('tirsdag den 18. november 2025')
    expect(formatLongDate(isoDate('2025-11-18'), 'en')).to.equal('Tuesday 18 November 2025')
  })

  it('has the weekday of the day a week later', () => {
    fc.assert(
      fc.property(day, (date: IsoDate) => {
        const weekday = (when: IsoDate) => formatLongDate(when, 'da').split(' ')[0]
        expect(weekday(addDays(date, 7))).to.equal(weekday(date))
        expect(weekday(addDays(date, 1))).not.to.equal(weekday(date))
      }),
    )
  })
})

describe('The clock', () => {
  const at = (moment: string) => clockOf(() => new Date(moment))

  it('tells the day and the time as they are in Denmark, in winter and in summer', () => {
    expect(at('2025-12-31T22:59:00Z').today()).to.equal('2025-12-31')
    expect(at('2025-12-31T23:00:00Z').today()).to.equal('2026-01-01')
    expect(at('2025-06-30T21:59:00Z').today()).to.equal('2025-06-30')
    expect(at('2025-06-30T22:00:00Z').today()).to.equal('2025-07-01')
    expect(at('2025-06-30T15:05:00Z').time()).to.equal('17.05')
    expect(at('2025-12-31T23:00:00Z').time()).to.equal('00.00')
  })

  it('tells the moment in UTC', () => {
    expect(at('2025-06-30T15:05:00+02:00').now()).to.equal('2025-06-30T13:05:00.000Z')
  })
})

describe('A time that a person types', () => {
  const read = {
    '17.00': '17.00',
    '17:00': '17.00',
    '9': '09.00',
    '9.30': '09.30',
    '9,30': '09.30',
    '930': '09.30',
    '1730': '17.30',
    '17': '17.00',
    'kl. 17.00': '17.00',
    'Kl 8': '08.00',
  }
  for (const [typed, expected] of Object.entries(read)) {
    it(`is read from "${typed}"`, () => {
      expect(parseTime(typed)).to.equal(expected)
    })
  }

  for (const wrong of ['24.00', '12.60', '12.5', '2400', '12345', 'middag', '', '-1', '17.00.00']) {
    it(`is not read from "${wrong}"`, () => {
      expect(parseTime(wrong)).to.equal(undefined)
    })
  }
})
