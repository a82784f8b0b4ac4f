import { expect } from 'chai'
import fc from 'fast-check'
import { addDays, isoDate } from '../../../../models/core/dates.ts'
import type { Span } from '../../../../models/rules/core/spans.ts'
import { roomFor, shortenTo } from '../../../../views/partials/council/short_text.ts'
import {
  drawTimeline,
  type Drawing,
  type ShownStretch,
} from '../../../../views/partials/council/timeline_drawing.ts'

const span = (starts_on: string, ends_on: string): Span => ({
  starts_on: isoDate(starts_on),
  ends_on: isoDate(ends_on),
})
const TWO_TERMS = [span('2018-01-01', '2021-12-31'), span('2022-01-01', '2025-12-31')]

function aStretch(days: Span, more: Partial<ShownStretch> = {}): ShownStretch {
  return {
    kind: 'past',
    what: 'Maja Lund',
    sentence: 'Maja Lund',
    early: false,
    offices: [],
    ...days,
    ...more,
  }
}

function drawn(
  stretches: readonly ShownStretch[],
  shown = span('2018-01-01', '2025-12-31'),
  terms = TWO_TERMS,
): Drawing {
  const groups = [{ heading: 'Valgt', lines: [{ label: 'Perron 4', href: null, stretches }] }]
  return drawTimeline({
    span: shown,
    terms,
    groups,
    day: { on: isoDate('2024-01-01'), text: 'I dag' },
    lang: 'da',
  })
}

const pieces = (drawing: Drawing) => drawing.rows.flatMap((row) => row.pieces)

describe('The picture of the council over time', () => {
  it('places days in proportion: half of eight years is half of the width', () => {
    const drawing = drawn(TWO_TERMS.map((term) => aStretch(term)))
    const [first, second] = pieces(drawing)
    expect(first!.x).to.equal(2)
    expect(second!.x).to.be.closeTo(drawing.width / 2, 1)
    expect(second!.x + second!.width).to.be.closeTo(drawing.width - 2, 0.2)
    expect(drawing.boundaries).to.have.length(3)
    expect(drawing.terms.map(({ text }) => text)).to.deep.equal(['2018–2021', '2022–2025'])
    expect(drawing.ticks.map(({ text }) => text).filter(Boolean)).to.deep.equal([
      '2018',
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
    ])
  })

  it('cuts what crosses the edge, leaves out what is outside, and shows a day that is shorter than a pixel', () => {
    const drawing = drawn([
      aStretch(span('2010-01-01', '2017-12-31')),
      aStretch(span('2015-01-01', '2018-06-30')),
      aStretch(span('2018-07-01', '2018-07-01')),
      aStretch(span('2025-06-01', '2029-12-31'), { early: true }),
    ])
    const [cut, day, last] = pieces(drawing)
    expect(pieces(drawing)).to.have.length(3)
    expect(cut!.x).to.equal(2)
    expect(day!.width).to.equal(1)
    // The member left, but not within the picture.
    expect(last!.corner).to.equal(null)
  })

  it('cuts a corner off whoever left early, and marks an office with its letter where it was held', () => {
    const days = span('2018-01-01', '2020-12-31')
    const offices = [{ office: 'chair' as const, letter: 'F', ...span('2019-01-01', '2019-12-31') }]
    const [piece] = pieces(drawn([aStretch(days, { early: true, offices })]))
    const end = piece!.x + piece!.width
    expect(piece!.corner?.split(' ')[1]).to.equal(`${end},${piece!.y}`)
    const [office] = piece!.offices
    expect(office!.letter).to.equal('F')
    expect(office!.x).to.be.closeTo(piece!.x + piece!.width / 3, 1)
    expect(office!.width).to.be.closeTo(piece!.width / 3, 1)
  })

  it('draws the day only where it is in the picture', () => {
    expect(drawn([]).day?.text).to.equal('I dag')
    expect(drawn([], span('2018-01-01', '2020-12-31')).day).to.equal(null)
  })

  it('writes terms that run side by side under each other', () => {
    const staggered = [
      span('2018-01-01', '2021-12-31'),
      span('2020-01-01', '2023-12-31'),
      span('2022-01-01', '2025-12-31'),
    ]
    const { terms } = drawn([], undefined, staggered)
    expect(terms.map(({ y }) => y)).to.deep.equal([16, 38, 16])
  })

  it('marks months and days where the span is short', () => {
    const texts = (from: string, until: string) => drawn([], span(from, until)).ticks.map(({ text }) => text)
    expect(texts('2024-01-01', '2024-12-31').slice(0, 3)).to.deep.equal(['2024', 'feb.', 'mar.'])
    expect(texts('2024-05-01', '2024-05-01')).to.deep.equal(['maj', ''])
  })

  it('keeps every piece inside, one after the other, with no name longer than there is room for', () => {
    const parts = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(parts, (list) => {
        let next = isoDate('2016-01-01')
        const stretches = list.map(([gap, days, what]) => {
          const starts_on = addDays(next, gap)
          const ends_on = addDays(starts_on, days)
          next = addDays(ends_on, 1)
          return aStretch({ starts_on, ends_on }, { what })
        })
        const drawing = drawn(stretches)
        for (const { x, width, text } of pieces(drawing)) {
          expect(x).to.be.at.least(2)
          expect(x + width).to.be.at.most(drawing.width)
          expect(text === '' || roomFor(text, 14) <= width - 12).to.equal(true)
        }
        const starts = pieces(drawing).map(({ x }) => x)
        expect(starts).to.deep.equal([...starts].sort((a, b) => a - b))
      }),
    )
  })
})

describe('A text with little room', () => {
  const cases: [text: string, room: number, expected: string][] = [
    ['Maja Lund', 100, 'Maja Lund'],
    ['Maja Lund', 55, 'Maja…'],
    ['Maja Lund', 20, ''],
    ['', 0, ''],
    ['Å', 1, ''],
  ]
  for (const [text, room, expected] of cases) {
    it(`"${text}" in ${room} pixels is "${expected}"`, () => {
      expect(shortenTo(text, room, 14)).to.equal(expected)
    })
  }
})
