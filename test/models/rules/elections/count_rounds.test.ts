import { expect } from 'chai'
import fc from 'fast-check'
import type { Actor } from '../../../../models/rules/elections/certification.ts'
import {
  countersOf,
  differencesIn,
  standingOf,
  type RoundSheet,
} from '../../../../models/rules/elections/count_rounds.ts'
import type { CountSheet } from '../../../../models/rules/elections/count_sheets.ts'
import { anId } from '../../../support/ids.ts'

const bo = { id: anId(1), person_id: null, name: 'Bo Krag' }
const lis = { id: anId(2), person_id: null, name: 'Lis Winther' }
const kaj = { id: anId(3), person_id: null, name: 'Kaj Bang' }
/** Bo with a second account. */
const boAgain = { id: anId(4), person_id: null, name: 'bo krag' }

/** A count of 10 ballots for two candidates: `first` for the one, the rest for the other. */
function figures(first: number): CountSheet {
  return {
    ...{ ballots_in_box: 10, blank: 0, invalid: 0, invalid_ballots: [] },
    votes: [
      { candidacy_id: anId(1), votes: first },
      { candidacy_id: anId(2), votes: 10 - first },
    ],
  }
}

function sheet(round: number, counter: Actor, first: number): RoundSheet {
  return { round, counter, sheet: figures(first) }
}

type Line = [round: number, counter: Actor, first: number]

function standing(lines: Line[], after?: number) {
  const { round, agreed, entered } = standingOf(
    lines.map((line) => sheet(...line)),
    after,
  )
  return { round, entered: entered.length, agreed: agreed?.map(({ counter }) => counter.name) ?? null }
}

describe('Where a count stands', () => {
  const table: [string, Line[], { round: number; entered: number; agreed: string[] | null }][] = [
    ['before anybody has counted', [], { round: 1, entered: 0, agreed: null }],
    ['when one has', [[1, bo, 6]], { round: 1, entered: 1, agreed: null }],
    [
      'when two agree',
      [
        [1, bo, 6],
        [1, lis, 6],
      ],
      { round: 1, entered: 2, agreed: ['Bo Krag', 'Lis Winther'] },
    ],
    [
      'when two differ: a new round',
      [
        [1, bo, 6],
        [1, lis, 5],
      ],
      { round: 2, entered: 0, agreed: null },
    ],
    [
      'when a third comes to the same as the second: settled',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, kaj, 5],
      ],
      { round: 2, entered: 1, agreed: ['Lis Winther', 'Kaj Bang'] },
    ],
    [
      'when a third comes to the same as the first: settled',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, kaj, 6],
      ],
      { round: 2, entered: 1, agreed: ['Bo Krag', 'Kaj Bang'] },
    ],
    [
      'when a third comes to something else: one more is needed',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, kaj, 4],
      ],
      { round: 2, entered: 1, agreed: null },
    ],
    [
      'when one of the two now says what the other said: that settles nothing',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, bo, 5],
      ],
      { round: 2, entered: 1, agreed: null },
    ],
    [
      'nor does it from a second account of the same person',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, boAgain, 5],
      ],
      { round: 2, entered: 1, agreed: null },
    ],
    [
      'when both count again and agree',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, lis, 6],
        [2, bo, 6],
      ],
      { round: 2, entered: 2, agreed: ['Lis Winther', 'Bo Krag'] },
    ],
    [
      'when both count again and differ again',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, lis, 6],
        [2, bo, 5],
      ],
      { round: 3, entered: 0, agreed: null },
    ],
    [
      'when the third is the second one of the round',
      [
        [1, bo, 6],
        [1, lis, 5],
        [2, bo, 4],
        [2, kaj, 5],
      ],
      { round: 2, entered: 2, agreed: ['Lis Winther', 'Kaj Bang'] },
    ],
  ]
  for (const [when, lines, expected] of table) {
    it(when, () => {
      expect(standing(lines)).to.deep.equal(expected)
    })
  }

  it('tells the lines of the round before, as long as nobody agrees', () => {
    const two = [sheet(1, bo, 6), sheet(1, lis, 5)]
    const lines = [
      { line: 'candidate', candidacy_id: anId(1) },
      { line: 'candidate', candidacy_id: anId(2) },
    ]
    expect(standingOf(two).differs).to.deep.equal(lines)
    expect(standingOf([...two, sheet(2, kaj, 4)]).differs).to.deep.equal(lines)
    expect(standingOf([...two, sheet(2, kaj, 5)]).differs).to.deep.equal([])
    expect(standingOf([sheet(1, bo, 6)]).differs).to.deep.equal([])
    expect(differencesIn([sheet(1, bo, 6)])).to.deep.equal([])
    expect(differencesIn([])).to.deep.equal([])
  })

  it('begins anew with a recount: what was counted before settles nothing', () => {
    const first: Line[] = [
      [1, bo, 6],
      [1, lis, 6],
    ]
    expect(standing(first, 1)).to.deep.equal({ round: 2, entered: 0, agreed: null })
    expect(standing([...first, [2, kaj, 6]], 1)).to.deep.equal({ round: 2, entered: 1, agreed: null })
    expect(standing([...first, [2, kaj, 6], [2, lis, 6]], 1)).to.deep.equal({
      round: 2,
      entered: 2,
      agreed: ['Kaj Bang', 'Lis Winther'],
    })
  })

  it('never looks at a third sheet of one round: the first two are the count', () => {
    const three: Line[] = [
      [1, bo, 6],
      [1, lis, 5],
      [1, kaj, 5],
    ]
    expect(standing(three)).to.deep.equal({ round: 2, entered: 0, agreed: null })
    expect(standing([...three, [2, boAgain, 4], [2, kaj, 3], [2, lis, 4]])).to.deep.include({ round: 3 })
  })

  it('lists everybody who has counted, each once', () => {
    const sheets = [sheet(1, bo, 6), sheet(1, lis, 5), sheet(2, bo, 6), sheet(2, kaj, 6)]
    expect(countersOf(sheets).map(({ id }) => id)).to.deep.equal([1, 2, 3])
  })

  it('never ends but by two different people with the same figures', () => {
    const people = [bo, lis, kaj, boAgain]
    const entry = fc.record({ who: fc.nat(3), first: fc.integer({ min: 4, max: 6 }) })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.nat(2), (entries, after) => {
        const sheets: RoundSheet[] = []
        for (const { who, first } of entries) {
          const { round, agreed, entered } = standingOf(sheets, after)
          if (agreed) break
          const counter = people[who] ?? bo
          if (!entered.some((one) => one.counter.id === counter.id)) sheets.push(sheet(round, counter, first))
        }
        const { round, agreed, entered } = standingOf(sheets, after)
        expect(round).to.be.greaterThan(after)
        expect(entered.length).to.be.lessThan(agreed ? 3 : 2)
        if (!agreed) return
        const [one, other] = agreed
        expect(one.counter.id).not.to.equal(other.counter.id)
        expect(one.sheet).to.deep.equal(other.sheet)
        expect(one.round).to.be.greaterThan(after)
        expect(other.round - one.round).to.be.oneOf([0, 1])
      }),
      { numRuns: 500 },
    )
  })
})

describe('A count of which one sheet is kept and only the other is sent back', () => {
  /** Bo found 6 and Lis 5 in the first round, and Bo's sheet is kept. */
  function after(lines: Line[], kept = [{ round: 1, counterId: bo.id }], recountAfter?: number) {
    const first: Line[] = [
      [1, bo, 6],
      [1, lis, 5],
    ]
    const sheets = [...first, ...lines].map((line) => sheet(...line))
    const { round, entered, agreed, differs } = standingOf(sheets, recountAfter, kept)
    return {
      ...{ round, differs: differs.length },
      entered: entered.map(({ counter }) => counter.name),
      agreed: agreed?.map(({ counter }) => counter.name) ?? null,
    }
  }

  it('waits for one sheet more, and says on which lines the two differed', () => {
    expect(after([])).to.deep.equal({ round: 2, differs: 2, entered: ['Bo Krag'], agreed: null })
  })

  it('ends when the one who counts again finds what was kept, or anybody else does', () => {
    for (const again of [lis, kaj])
      expect(after([[2, again, 6]]).agreed).to.deep.equal(['Bo Krag', again.name])
  })

  it('goes on when the new sheet is another one again; then nothing is kept, unless it is decided anew', () => {
    expect(after([[2, lis, 5]])).to.deep.equal({ round: 3, differs: 2, entered: [], agreed: null })
    const twice = [1, 2].map((round) => ({ round, counterId: bo.id }))
    expect(after([[2, lis, 5]], twice).entered).to.deep.equal(['Bo Krag'])
    expect(
      after(
        [
          [2, lis, 5],
          [3, kaj, 6],
        ],
        twice,
      ).agreed,
    ).to.deep.equal(['Bo Krag', 'Kaj Bang'])
  })

  it('ends with what was sent back when a third person finds that', () => {
    expect(after([[2, kaj, 5]]).agreed).to.deep.equal(['Lis Winther', 'Kaj Bang'])
  })

  it('is forgotten when a recount begins after it', () => {
    expect(after([], undefined, 1)).to.deep.equal({ round: 2, differs: 0, entered: [], agreed: null })
  })
})
