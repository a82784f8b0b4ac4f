import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, formatDate, formatShortDate, isoDate } from '../../../../../models/core/dates.ts'
import { datesIn, type DateColumn } from '../../../../../models/exchange/import/plan/date_questions.ts'
import { formOf, readDay, type Reading } from '../../../../../models/exchange/import/plan/dates.ts'
import { readTable } from '../../../../../models/exchange/import/plan/table.ts'

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
    ['03-04-98', 'day_first', 'last', '1998-04-03'],
    ['03-04-69', 'day_first', 'last', '2069-04-03'],
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

  const files: [string, { from: string[]; until?: string[] }, string[]][] = [
    ['one plain form', { from: ['2014-01-01', '2015-12-31'] }, []],
    ['Danish with dashes', { from: ['01-02-2014', '03-04-2015'] }, []],
    ['Danish written out', { from: ['1. februar 2014', '3. april 2015'] }, []],
    ['slashes that could be either', { from: ['01/02/2014', '03/04/2015'] }, ['order']],
    ['slashes that are the same day either way', { from: ['01/01/2014', '4/4/2015'] }, []],
    ['slashes of which one can only be read day first', { from: ['01/02/2014', '13/04/2015'] }, []],
    ['slashes settled by another column', { from: ['01/02/2014'], until: ['31-12-2015'] }, []],
    [
      'one that can only be read month first, beside others',
      { from: ['01/02/2014', '04/13/2015'] },
      ['order'],
    ],
    ['days that all can only be read month first', { from: ['01/01/2014', '04/13/2015'] }, []],
    ['days that contradict each other', { from: ['13-01-2014'], until: ['01-13-2014'] }, ['order']],
    [
      'four columns of slashes and two digits',
      { from: ['1/2/2014', '1.2.18'], until: ['3/4/2014'] },
      ['order'],
    ],
    ['two forms', { from: ['2014-01-01', '31-12-2015'] }, []],
    ['a spreadsheet beside text', { from: ['date:2014-04-03', '31-12-2015'] }, ['cell']],
    ['a spreadsheet beside text in another column', { from: ['date:2014-04-03'], until: ['31-12-2015'] }, []],
    [
      'a spreadsheet that cannot have swapped',
      { from: ['date:2014-04-30', 'date:2014-04-03', '31-12-2015'] },
      [],
    ],
    ['a spreadsheet where swapping makes no difference', { from: ['date:2014-01-01', '31-12-2015'] }, []],
    ['years alone', { from: ['2014', '2015'] }, []],
    ['two digits for the year', { from: ['01-02-14', '31-12-14'] }, []],
    ['nothing', { from: ['', ''] }, []],
  ]
  for (const [what, columns, asked] of files)
    it(`${what}: ${asked.length > 0 ? 'asked about once' : 'not asked about'}`, () =>
      expect(datesOf(columns).questions.map(({ key }) => key)).to.deep.equal(asked))

  it('one answer reads the whole file, and Danish files are proposed to have the day first', () => {
    const columns = { from: ['03/04/2014', '1.2.18'], until: ['05/06/2014'] }
    const { questions } = datesOf(columns)
    expect(questions).to.deep.equal([
      {
        key: 'order',
        examples: ['03/04/2014', '05/06/2014', '1.2.18'],
        readings: [
          { reading: 'day_first', example: '2014-04-03' },
          { reading: 'month_first', example: '2014-03-04' },
        ],
        proposed: 'day_first',
      },
    ])
    expect(daysOf(columns, {})).to.deep.equal(['unanswered', 'unanswered', 'unanswered'])
    expect(daysOf(columns, { order: 'day_first' })).to.deep.equal(['2014-04-03', '2018-02-01', '2014-06-05'])
    expect(daysOf(columns, { order: 'month_first' })).to.deep.equal([
      '2014-03-04',
      '2018-01-02',
      '2014-05-06',
    ])
  })

  it('nothing is proposed where a day can only be read month first, and the other answer leaves that day unread', () => {
    const columns = { from: ['01/02/2014', '04/13/2015'] }
    expect(datesOf(columns).questions[0]?.proposed).to.equal(undefined)
    expect(daysOf(columns, { order: 'day_first' })).to.deep.equal(['2014-02-01', undefined])
    expect(daysOf(columns, { order: 'month_first' })).to.deep.equal(['2014-01-02', '2015-04-13'])
  })

  it('what is not written in full and raises no question is told, with how it was read', () => {
    const columns = { from: ['2014', '2016', '31/12/2014'], until: ['2015', 'marts 2017'] }
    expect(datesOf(columns).asRead).to.deep.equal([
      { column: 'from', text: '2014', day: '2014-01-01', count: 2 },
      { column: 'until', text: '2015', day: '2015-12-31', count: 1 },
      { column: 'until', text: 'marts 2017', day: '2017-03-31', count: 1 },
      { column: 'from', text: '31/12/2014', day: '2014-12-31', count: 1 },
    ])
    expect(datesOf({ from: ['03/04/2014', '2014-01-01'] }).asRead).to.deep.equal([])
  })

  it('a day that is written in a plain form comes back as itself', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const text of [day, formatDate(day, 'da'), `date:${day}`, formatShortDate(day)])
          if (formatShortDate(day) !== text || Number(day.slice(-2)) > 12)
            expect(daysOf({ from: [text] }, {})).to.deep.equal([day])
        expect(readDay(formatShortDate(day), 'day_first', 'first')).to.equal(day)
      }),
    )
  })

  it('a file with the day first is read as itself, asked about or not, in any order of its lines', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 20 }), fc.boolean(), (days, slashes) => {
        const texts = days.map((day) => formatShortDate(day).replaceAll('-', slashes ? '/' : '.'))
        const [asked, turned] = [datesOf({ from: texts }), datesOf({ from: [...texts].reverse() })]
        expect(asked.questions.length).to.equal(turned.questions.length).and.to.be.at.most(1)
        expect(daysOf({ from: texts }, { order: 'day_first' })).to.deep.equal(days)
        const other = daysOf({ from: texts }, { order: 'month_first' })
        // Not asked: no answer changes a day.
        if (asked.questions.length === 0) expect(other).to.deep.equal(days)
        for (const { examples } of asked.questions) expect(texts).to.include.members(examples)
      }),
    )
  })
})

interface Columns {
  from: string[]
  until?: string[]
}

function datesOf({ from, until = [] }: Columns, answers: Partial<Record<string, Reading>> = {}) {
  const rows = from.map((text, at) => ['Perron 4', 'Asta Lyng', text, until[at] ?? ''])
  const { lines } = readTable([['plads', 'navn', 'fra', 'til'], ...rows])
  return datesIn(lines, answers)
}

/** The days of the first column, and then those of the other. */
function daysOf(columns: Columns, answers: Partial<Record<string, Reading>>) {
  const { read } = datesOf(columns, answers)
  const all: [DateColumn, string][] = [
    ...columns.from.map((text): [DateColumn, string] => ['from', text]),
    ...(columns.until ?? []).map((text): [DateColumn, string] => ['until', text]),
  ]
  return all.map(([column, text]) => read(column, text))
}
