import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkSmallBoxes,
  smallBoxes,
  withheld,
  type Former,
  type PublishedParts,
} from '../../../../models/rules/elections/withheld.ts'
import { randers } from '../../../support/statutes/randers.ts'

const statutes = randers()
const threshold = statutes.rules.publicationThreshold.value

/** 40 papers, counted twice alike, and nothing else. */
function parts(given: Partial<PublishedParts> = {}): PublishedParts {
  return { ballots: 40, valid: 30, boxes: [40], sheets: [40, 40], help: [], invalid: [], ...given }
}

function former(given: Partial<Former>): Former {
  return { ballots: 40, certified: true, parts: [], others: [], ...given }
}

/** What is kept back, in the order figures, invalid, boxes, sheets, help, record. */
function kept(given: Partial<PublishedParts>): string {
  const { figures, invalid, boxes, sheets, help, record } = withheld(statutes, parts(given))
  const names = { figures, invalid, boxes, sheets, help, record }
  for (const below of Object.values(names)) expect(below).to.be.oneOf([null, threshold])
  return Object.entries(names)
    .filter(([, below]) => below !== null)
    .map(([name]) => name)
    .join(' ')
}

describe('Figures that are kept from the public', () => {
  it('are those of a part below the threshold, which is 10 in Randers', () => {
    expect(threshold).to.equal(10)
    const table: [string, Partial<PublishedParts>, string][] = [
      ['paper alone, many', {}, ''],
      ['paper alone, few', { ballots: 9, boxes: [9], sheets: [9, 9] }, 'figures boxes sheets help record'],
      ['paper alone, just enough', { ballots: 10, boxes: [10], sheets: [10, 10] }, ''],
      ['an empty box', { ballots: 0, boxes: [0], sheets: [0, 0] }, 'figures boxes sheets help record'],
      ['no vote', { ballots: null, boxes: [], sheets: [] }, ''],
      // 12 + 1 = 13: the sum may be shown, the one on the tablet may not, nor the 12 that give it by 13 - 12.
      [
        '12 papers, 1 on a tablet',
        { ballots: 13, boxes: [12, 1], sheets: [12, 12] },
        'boxes sheets help record',
      ],
      [
        '1 paper, 12 on a tablet',
        { ballots: 13, boxes: [1, 12], sheets: [1, 1] },
        'boxes sheets help record',
      ],
      ['9 and 9', { ballots: 18, boxes: [9, 9], sheets: [9, 9] }, 'boxes sheets help record'],
      ['10 and 10', { ballots: 20, boxes: [10, 10], sheets: [10, 10] }, ''],
      ['nobody used the tablet', { ballots: 40, boxes: [40, 0] }, ''],
      ['all used the tablet', { ballots: 40, boxes: [0, 40], sheets: [0, 0] }, ''],
      // 31 of 40 are published with the box that gives the other 9.
      ['one box alone', { ballots: 40, boxes: [31], sheets: [31, 31] }, 'boxes sheets help record'],
      // A first round found one fewer: 40 - 39 is one ballot, with its cross.
      ['sheets that differ by one', { sheets: [39, 40, 40, 40] }, 'sheets record'],
      ['sheets that differ by many', { sheets: [30, 40, 40, 40] }, ''],
      ['a sheet of few', { sheets: [4, 40, 40, 40] }, 'sheets record'],
      ['an empty sheet', { sheets: [0, 40, 40, 40] }, ''],
      ['help given to two', { help: [2] }, 'help record'],
      ['help given to many', { help: [12, 0] }, ''],
      ['one invalid ballot', { invalid: [12, 1] }, 'sheets record'],
      // Entered into the tablet's box: its figures are those of all, but an invalid ballot is a paper.
      [
        '1 paper of 13, counted with the others',
        { ballots: 13, boxes: [13], papers: 1 },
        'invalid sheets record',
      ],
      ['9 papers of 13', { ballots: 13, boxes: [13], papers: 9 }, 'invalid sheets record'],
      ['10 papers of 13', { ballots: 13, boxes: [13], papers: 10 }, ''],
      ['no paper of 13', { ballots: 13, boxes: [13], papers: 0 }, ''],
      ['both', { help: [9], invalid: [9] }, 'sheets help record'],
    ]
    for (const [what, given, expected] of table) expect(kept(given), what).to.equal(expected)
  })

  it('are those of all where few voted in one way and few ballots are valid', () => {
    const table: [string, Partial<PublishedParts>, string][] = [
      // 28 of 30 papers are invalid, and 5 voted on the tablet: 7 votes are left, which are nearly theirs.
      [
        '5 on a tablet and 2 valid papers of 30',
        { ballots: 35, valid: 7, boxes: [30, 5] },
        'figures boxes sheets help record',
      ],
      [
        '5 on a tablet and 5 valid papers of 30',
        { ballots: 35, valid: 10, boxes: [30, 5] },
        'boxes sheets help record',
      ],
      [
        '5 papers entered among 30 on a tablet, of which 7 voted for somebody',
        { ballots: 35, valid: 7, boxes: [35], papers: 5 },
        'figures invalid boxes sheets help record',
      ],
      // One box of many: how they fall on candidates and blank is the result.
      ['7 votes among 40 papers', { valid: 7 }, ''],
    ]
    for (const [what, given, expected] of table) expect(kept(given), what).to.equal(expected)
  })

  it('are those that an earlier result gives by the difference', () => {
    const table: [string, Partial<PublishedParts>, string][] = [
      ['a corrected result that differs by many', { former: [former({ parts: [20, 20] })] }, ''],
      // Everybody read the old figures, so the new ones give the difference.
      [
        'one that differs by one',
        { former: [former({ parts: [1, 20] })] },
        'figures boxes sheets help record',
      ],
      [
        'one that nobody was told of',
        { former: [former({ certified: false, parts: [1] })] },
        'sheets record',
      ],
      ['one of few ballots, never told', { former: [former({ ballots: 9, parts: [31] })] }, 'sheets record'],
      [
        'two earlier ones that differ by one',
        { former: [former({ parts: [20], others: [1] })] },
        'sheets record',
      ],
    ]
    for (const [what, given, expected] of table) expect(kept(given), what).to.equal(expected)
  })

  it('leave nothing from which a part below the threshold can be computed, and no more is kept than that takes', () => {
    const figure = fc.nat({ max: 3 * threshold })
    const few = fc.array(figure, { maxLength: 4 })
    fc.assert(
      fc.property(figure, figure, figure, few, few, few, (paper, tablet, bad, otherSheets, help, invalid) => {
        const ballots = paper + tablet
        const valid = Math.max(0, ballots - bad)
        const boxes = [paper, tablet]
        const sheets = [...otherSheets, paper, paper]
        const given = { ballots, valid, boxes, sheets, help, invalid }
        const { figures, boxes: byBox, sheets: bySheet, help: helped, record } = withheld(statutes, given)
        const total = figures === null ? [ballots] : []
        const inBoxes = byBox === null ? [...boxes, ballots - paper, ballots - tablet] : []
        const differences = sheets.flatMap((one) => sheets.map((other) => Math.abs(one - other)))
        const onSheets = [...sheets, ...differences, ...invalid]
        const isSmall = (part: number) => part > 0 && part < threshold
        const published = [
          ...[...total, ...inBoxes],
          ...(bySheet === null ? onSheets : []),
          ...(helped === null ? help : []),
        ]
        expect(published.filter(isSmall)).to.deep.equal([])
        // What is shown rests on what is shown.
        expect(record === null).to.equal(bySheet === null && helped === null)
        if (bySheet === null || helped === null) expect(byBox).to.equal(null)
        if (byBox === null) expect(figures).to.equal(null)
        const isApart = boxes.some(isSmall)
        if (figures === null && isApart) expect(valid).to.be.at.least(threshold)
        // What is kept is kept for a reason.
        if (figures !== null) expect(isApart ? Math.min(ballots, valid) : ballots).to.be.below(threshold)
        else if (byBox !== null) expect(isApart).to.equal(true)
        else {
          expect(bySheet !== null).to.equal(onSheets.some(isSmall))
          expect(helped !== null).to.equal(help.some(isSmall))
        }
      }),
    )
  })
})

describe('A box with few ballots in an election on paper and tablet', () => {
  it('is the one with 1 to 9, and never an empty one', () => {
    const found = (paper: number, tablet: number) =>
      smallBoxes(statutes, { paper, tablet }).map(({ box, ballots }) => `${box} ${ballots}`)
    expect(found(12, 1)).to.deep.equal(['tablet 1'])
    expect(found(1, 12)).to.deep.equal(['paper 1'])
    expect(found(9, 9)).to.deep.equal(['paper 9', 'tablet 9'])
    expect(found(0, 10)).to.deep.equal([])
    expect(found(10, 0)).to.deep.equal([])
  })

  it('closes no poll before somebody has been warned', () => {
    const small = smallBoxes(statutes, { paper: 12, tablet: 1 })
    expect(checkSmallBoxes(small, true)).to.deep.equal({ ok: true })
    expect(checkSmallBoxes([], false)).to.deep.equal({ ok: true })
    expect(checkSmallBoxes(small, false)).to.deep.include({ reason: 'small_box', field: 'small_box' })
  })

  it('is exactly what keeps the boxes back where there are ballots enough in all', () => {
    const figure = fc.nat({ max: 3 * threshold })
    fc.assert(
      fc.property(figure, figure, (paper, tablet) => {
        fc.pre(paper + tablet >= threshold)
        const given = parts({ ballots: paper + tablet, boxes: [paper, tablet], sheets: [] })
        expect(smallBoxes(statutes, { paper, tablet }).length > 0).to.equal(
          withheld(statutes, given).boxes !== null,
        )
      }),
    )
  })
})
