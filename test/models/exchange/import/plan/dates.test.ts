import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, formatDate, formatShortDate, isoDate } from '../../../../../models/core/dates.ts'
import {
  formOf,
  groupsOf,
  mustAsk,
  readDay,
  type Reading,
} from '../../../../../models/exchange/import/plan/dates.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(isoDate('1950-01-01'), days))

describe('days in a file', () => {
  const forms: [string, string | undefined][] = [
    ['2014-04-03', 'iso'],
    ['03-04-2014', 'numeric'],
    ['3.4.2014', 'numeric'],
    ['3/4/2014', 'slashed'],
    ['21/9 2020', 'slashed'],
    ['03-04-14', 'short'],
    ['3. april 2014', 'written'],
    ['april 2014', 'month'],
    ['04-2014', 'month'],
    ['2014-04', 'month'],
    ['2014', 'year'],
    ['41732', 'serial'],
    ['date:2014-04-03', 'cell'],
    ['32-13-2014', undefined],
    ['30-02-2014', undefined],
    ['i foråret', undefined],
    ['', undefined],
  ]
  for (const [text, form] of forms)
    it(`«${text}» is ${form ?? 'no day'}`, () => expect(formOf(text)).to.equal(form))

  const readings: [string, Reading, 'first' | 'last', string | undefined][] = [
    ['03/04/2014', 'day_first', 'first', '2014-04-03'],
    ['03/04/2014', 'month_first', 'first', '2014-03-04'],
    ['13/04/2014', 'month_first', 'first', undefined],
    ['03-04-14', 'day_first', 'last', '2014-04-03'],
    ['2014', 'edge', 'first', '2014-01-01'],
    ['2014', 'edge', 'last', '2014-12-31'],
    ['februar 2016', 'edge', 'last', '2016-02-29'],
    ['12-2015', 'edge', 'last', '2015-12-31'],
    ['date:2014-04-03', 'swapped', 'first', '2014-03-04'],
    ['41732', 'as_is', 'first', '2014-04-03'],
    ['2014', 'day_first', 'first', undefined],
  ]
  for (const [text, reading, edge, day] of readings)
    it(`«${text}» read ${reading} (${edge}) is ${day ?? 'no day'}`, () =>
      expect(readDay(text, reading, edge)).to.equal(day))

  const columns: [string, string[], boolean][] = [
    ['one plain form', ['2014-01-01', '2015-12-31'], false],
    ['Danish with dashes', ['01-02-2014', '03-04-2015'], false],
    ['Danish written out', ['1. februar 2014', '3. april 2015'], false],
    ['slashes that could be either', ['01/02/2014', '03/04/2015'], true],
    ['slashes of which one can only be read day first', ['01/02/2014', '13/04/2015'], false],
    ['slashes of which one can only be read month first', ['01/02/2014', '04/13/2015'], true],
    ['dashes that contradict each other', ['13-01-2014', '01-13-2014'], true],
    ['two forms', ['2014-01-01', '31-12-2015'], true],
    ['a day of a spreadsheet beside text', ['date:2014-01-01', '31-12-2015'], true],
    ['years alone', ['2014', '2015'], true],
    ['two digits for the year', ['01-02-14'], true],
    ['nothing', ['', ''], false],
  ]
  for (const [what, column, asks] of columns)
    it(`${what}: ${asks ? 'asked about' : 'not asked about'}`, () =>
      expect(mustAsk(groupsOf(column, 'first'))).to.equal(asks))

  it('a day that is written in a plain form comes back as itself', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const reading = (text: string) => groupsOf([text], 'first')[0]?.readings[0]?.reading ?? 'as_is'
        for (const text of [day, formatDate(day, 'da'), `date:${day}`])
          expect(readDay(text, reading(text), 'first')).to.equal(day)
        expect(readDay(formatShortDate(day), 'day_first', 'first')).to.equal(day)
      }),
    )
  })

  it('the examples of a group are days of the group, and the order of the column decides nothing', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 20 }), (days) => {
        const texts = days.map((day) => formatShortDate(day).replaceAll('-', '/'))
        const [one] = groupsOf(texts, 'first')
        const [other] = groupsOf([...texts].reverse(), 'first')
        expect(one?.readings.map(({ reading }) => reading)).to.deep.equal(
          other?.readings.map(({ reading }) => reading),
        )
        for (const example of one?.examples ?? []) expect(texts).to.include(example)
      }),
    )
  })
})
