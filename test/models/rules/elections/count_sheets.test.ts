import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkCountSheet,
  compareSheets,
  countSheetRefusals,
  type CountContext,
  type CountSheet,
  type EnteredSheet,
} from '../../../../models/rules/elections/count_sheets.ts'
import type { InvalidBallot } from '../../../../models/rules/elections/invalid_ballots.ts'
import { anId, someIds } from '../../../support/ids.ts'

const votes = (...counts: number[]) =>
  counts.map((count, index) => ({ candidacy_id: anId(index + 1), votes: count }))
const context: CountContext = {
  handed_out: 61,
  exchanged: 0,
  crosses: { min: 1, max: 1 },
  candidacyIds: someIds(1, 2, 3),
}
// 58 in the box = 29 + 20 + 6 votes + 2 blank + 1 drawing
const drawing: InvalidBallot = { reason: 'recognisable' }
const sheet: CountSheet = {
  ...{ ballots_in_box: 58, blank: 2, invalid: 1, votes: votes(29, 20, 6) },
  invalid_ballots: [drawing],
}

describe('A count sheet', () => {
  it('is right where votes, blank and invalid add up to the ballots in the box', () => {
    expect(checkCountSheet(sheet, context)).to.deep.equal({ ok: true })
  })

  const wrong: [string, Partial<EnteredSheet>, object][] = [
    ['an empty field', { blank: undefined }, { reason: 'not_entered', field: 'blank' }],
    ['a field left as null', { ballots_in_box: null }, { reason: 'not_entered', field: 'ballots_in_box' }],
    ['a negative count', { invalid: -1 }, { reason: 'negative', field: 'invalid' }],
    ['half a ballot', { blank: 2.5 }, { reason: 'not_whole', field: 'blank' }],
    ['something that is no number', { blank: Number.NaN }, { reason: 'not_whole', field: 'blank' }],
    ['a slip on the keys', { ballots_in_box: 58_585_858 }, { reason: 'too_large', field: 'ballots_in_box' }],
    ['no figure for a candidate', { votes: votes(29, 26) }, { reason: 'not_entered', field: 'votes.3' }],
    [
      'a candidate not on the list',
      { votes: votes(29, 20, 5, 1) },
      { reason: 'unknown_candidate', field: 'votes.4' },
    ],
    [
      'a candidate who is there twice',
      { votes: [...votes(29, 20, 6), ...votes(0)] },
      { reason: 'candidate_twice', field: 'votes.1' },
    ],
    // 29 + 18 + 6 + 2 + 1 = 56, two fewer than 58
    ['two ballots missing', { votes: votes(29, 18, 6) }, { reason: 'ballots_missing', params: { count: 2 } }],
    // 30 + 20 + 6 + 2 + 1 = 59, one more than 58
    [
      'one ballot too many',
      { votes: votes(30, 20, 6) },
      { reason: 'too_many_ballots', params: { count: 1 } },
    ],
    // 40 blank + 30 invalid = 70 and no votes: twelve more than 58
    [
      'more blank and invalid than there are ballots',
      { blank: 40, invalid: 30, votes: votes(0, 0, 0) },
      { reason: 'too_many_ballots', params: { count: 12 } },
    ],
  ]
  for (const [what, change, expected] of wrong) {
    it(`with ${what} is refused`, () => {
      expect(checkCountSheet({ ...sheet, ...change }, context)).to.deep.include({ ok: false, ...expected })
    })
  }

  it('says every field that is wrong at once, and sums only when all are there', () => {
    const entered = { ...sheet, ballots_in_box: undefined, blank: -1, votes: votes(1, 1, 1) }
    const refusals = countSheetRefusals(entered, context)
    expect(refusals.map(({ field }) => field)).to.deep.equal(['ballots_in_box', 'blank'])
    expect(countSheetRefusals(sheet, context)).to.deep.equal([])
  })

  it('holds a million ballots and not one more', () => {
    const huge = {
      ballots_in_box: 1_000_000,
      blank: 1_000_000,
      invalid: 0,
      votes: votes(0, 0, 0),
      invalid_ballots: [],
    }
    expect(checkCountSheet(huge, { ...context, handed_out: 1_000_000 })).to.deep.equal({ ok: true })
    expect(checkCountSheet({ ...huge, blank: 1_000_001 }, context)).to.include({ reason: 'too_large' })
  })

  it('is not complete while an invalid ballot has no reason, and says which', () => {
    const unsaid = { ...sheet, invalid_ballots: [{ reason: undefined }] }
    expect(checkCountSheet({ ...sheet, invalid: undefined }, context).ok).to.equal(false)
    expect(checkCountSheet(unsaid, context)).to.deep.include({
      reason: 'invalid_reason_missing',
      field: 'invalid_reason_1',
    })
  })

  it('says at the ballots in the box what does not add up, and how many', () => {
    const table: [Partial<EnteredSheet>, string, number][] = [
      [{ votes: votes(29, 18, 6) }, 'ballots_missing', 2],
      [{ votes: votes(30, 20, 6) }, 'too_many_ballots', 1],
      // 55 blank + 4 invalid = 59, and one vote: two more than 58.
      [
        { blank: 55, invalid: 4, votes: votes(1, 0, 0), invalid_ballots: Array(4).fill(drawing) },
        'too_many_ballots',
        2,
      ],
      // 57 blank + 1 invalid leave no valid ballot, and there are three votes.
      [{ blank: 57, votes: votes(3, 0, 0) }, 'too_many_ballots', 3],
    ]
    for (const [change, reason, count] of table)
      expect(checkCountSheet({ ...sheet, ...change }, context)).to.deep.equal({
        ok: false,
        reason,
        params: { count },
        field: 'ballots_in_box',
      })
    expect(checkCountSheet(sheet, { ...context, handed_out: 57 })).to.deep.equal({
      ok: false,
      reason: 'more_ballots_than_handed_out',
      params: { count: 1 },
      field: 'ballots_in_box',
    })
  })

  it('with everything zero is right: zero is a figure, empty is not', () => {
    const none = { ballots_in_box: 0, blank: 0, invalid: 0, votes: votes(0, 0, 0), invalid_ballots: [] }
    expect(checkCountSheet(none, context)).to.deep.equal({ ok: true })
  })
})

describe('More ballots in the box than were handed out', () => {
  it('are refused until somebody writes why', () => {
    // 57 handed out, 58 in the box: one more
    const fewer = { ...context, handed_out: 57 }
    expect(checkCountSheet(sheet, fewer)).to.deep.include({
      reason: 'more_ballots_than_handed_out',
      params: { count: 1 },
    })
    expect(checkCountSheet(sheet, { ...fewer, difference_reason: '   ' }).ok).to.equal(false)
    const explained = { ...fewer, difference_reason: 'En seddel blev delt ud uden streg på listen' }
    expect(checkCountSheet(sheet, explained)).to.deep.equal({ ok: true })
  })

  it('begin with the first one more: as many as were handed out is right', () => {
    expect(checkCountSheet(sheet, { ...context, handed_out: 58 })).to.deep.equal({ ok: true })
    expect(checkCountSheet(sheet, { ...context, handed_out: 59, exchanged: 1 })).to.deep.equal({ ok: true })
  })

  it('counts papers that were exchanged as not in the box', () => {
    // 61 handed out - 4 exchanged = 57 can be in the box
    expect(checkCountSheet(sheet, { ...context, exchanged: 4 })).to.deep.include({
      reason: 'more_ballots_than_handed_out',
      params: { count: 1 },
    })
  })
})

describe('Where a voter may set two crosses', () => {
  const two = { ...context, crosses: { min: 1, max: 2 } }
  const valid55 = { ballots_in_box: 58, blank: 2, invalid: 1, invalid_ballots: [drawing] }

  it('55 valid ballots hold from 55 to 110 votes', () => {
    expect(checkCountSheet({ ...valid55, votes: votes(40, 30, 40) }, two)).to.deep.equal({ ok: true })
    expect(checkCountSheet({ ...valid55, votes: votes(40, 30, 41) }, two)).to.deep.include({
      reason: 'votes_do_not_fit',
      params: { count: 1 },
    })
    expect(checkCountSheet({ ...valid55, votes: votes(40, 10, 4) }, two)).to.deep.include({
      reason: 'ballots_missing',
      params: { count: 1 },
    })
  })

  it('more blank and invalid than there are ballots are too many by themselves, whatever each could hold', () => {
    // 40 blank + 20 invalid = 60 and no votes: two more than 58. With three votes there are five too many.
    const blanks = {
      ...valid55,
      blank: 40,
      invalid: 20,
      invalid_ballots: Array<InvalidBallot>(20).fill(drawing),
    }
    const refusal = { ok: false, reason: 'votes_do_not_fit', field: 'ballots_in_box' }
    expect(checkCountSheet({ ...blanks, votes: votes(0, 0, 0) }, two)).to.deep.equal({
      ...refusal,
      params: { count: 2 },
    })
    expect(checkCountSheet({ ...blanks, votes: votes(3, 0, 0) }, two)).to.deep.equal({
      ...refusal,
      params: { count: 5 },
    })
  })

  it('nobody can have more votes than there are valid ballots', () => {
    expect(checkCountSheet({ ...valid55, votes: votes(56, 10, 4) }, two)).to.deep.include({
      reason: 'votes_do_not_fit',
      params: { count: 1 },
      field: 'votes.1',
    })
  })
})

describe('Two sheets', () => {
  it('that agree have no differing line, whatever the order of the candidates', () => {
    expect(compareSheets(sheet, { ...sheet, votes: [...sheet.votes].reverse() })).to.deep.equal([])
  })

  it('that differ are told where, and not by how much', () => {
    const other = { ballots_in_box: 57, blank: 2, invalid: 0, votes: votes(29, 21, 6), invalid_ballots: [] }
    const lines = compareSheets(sheet, other)
    expect(lines).to.deep.equal([
      { line: 'ballots_in_box' },
      { line: 'invalid' },
      { line: 'candidate', candidacy_id: 2 },
    ])
  })

  it('that found as many invalid ballots, but for other reasons, differ on the reasons alone', () => {
    const others: CountSheet = { ...sheet, invalid_ballots: [{ reason: 'too_many_marks' }] }
    expect(compareSheets(sheet, others)).to.deep.equal([{ line: 'invalid_reasons' }])
    const more: CountSheet = { ...sheet, invalid: 2, invalid_ballots: [drawing, drawing] }
    expect(compareSheets(sheet, more)).to.deep.equal([{ line: 'invalid' }])
  })

  it('name the candidacies by their number, whichever comes first on the sheet', () => {
    const turned = (...counts: number[]) => [...votes(...counts)].reverse()
    const [a, b] = [
      { ...sheet, votes: turned(29, 20, 6) },
      { ...sheet, votes: turned(20, 29, 6) },
    ]
    expect(compareSheets(a, b)).to.deep.equal([
      { line: 'candidate', candidacy_id: 1 },
      { line: 'candidate', candidacy_id: 2 },
    ])
  })

  it('differ where only one of them has a candidate', () => {
    expect(compareSheets(sheet, { ...sheet, votes: votes(29, 20) })).to.deep.equal([
      { line: 'candidate', candidacy_id: 3 },
    ])
  })

  const figure = fc.integer({ min: 0, max: 3 })
  const anySheet = fc
    .record({
      ballots_in_box: figure,
      blank: figure,
      invalid: figure,
      votes: fc.tuple(figure, figure, figure),
    })
    .map((figures) => ({
      ...figures,
      votes: votes(...figures.votes),
      invalid_ballots: Array.from({ length: figures.invalid }, () => drawing),
    }))

  it('agree when and only when they are the same, and differ alike from either side', () => {
    fc.assert(
      fc.property(anySheet, anySheet, (a, b) => {
        const lines = compareSheets(a, b)
        expect(compareSheets(b, a)).to.deep.equal(lines)
        expect(lines.length === 0).to.equal(JSON.stringify(a) === JSON.stringify(b))
        const named = new Set(lines.flatMap((line) => Object.keys(line)))
        for (const name of named) expect(['line', 'candidacy_id']).to.include(name)
      }),
    )
  })

  it('pass the check only where they add up', () => {
    const roomy = { ...context, handed_out: 1000 }
    fc.assert(
      fc.property(anySheet, (any) => {
        const sum = any.votes.reduce((total, line) => total + line.votes, any.blank + any.invalid)
        expect(checkCountSheet(any, roomy).ok).to.equal(sum === any.ballots_in_box)
      }),
    )
  })
})
