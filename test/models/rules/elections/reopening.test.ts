import { expect } from 'chai'
import fc from 'fast-check'
import { checkReopening } from '../../../../models/rules/elections/reopening.ts'
import { checkVoidPapers } from '../../../../models/rules/elections/void_papers.ts'

const NOBODY = { handed_out: 0, marked: 0, releases: 0 }

describe('Opening an approved list again', () => {
  const cases: [title: string, given: Partial<Parameters<typeof checkReopening>[0]>, answer: string][] = [
    ['by the board, before polling opens', {}, 'may'],
    ['by the board before polling opens, where tablets are paired', { hasTablets: true }, 'may'],
    ['by someone beside the board', { onBoard: false }, 'reopening_by_board'],
    ['while polling is open and nobody has come', { begun: NOBODY }, 'may'],
    ['once a paper is given out', { begun: { ...NOBODY, handed_out: 1 } }, 'reopening_after_votes'],
    ['once a voter is marked', { begun: { ...NOBODY, marked: 1 } }, 'reopening_after_votes'],
    ['once a tablet is released', { begun: { ...NOBODY, releases: 1 } }, 'reopening_after_votes'],
    ['while polling is open on tablets', { begun: NOBODY, hasTablets: true }, 'reopening_with_tablets'],
  ]
  for (const [title, given, answer] of cases) {
    it(`${title}: ${answer}`, () => {
      const verdict = checkReopening({ onBoard: true, begun: undefined, hasTablets: false, ...given })
      expect(verdict.ok ? 'may' : verdict.reason).to.equal(answer)
    })
  }
})

describe('The account of void papers', () => {
  it('closes when every printed paper was found, and asks for a reason by the difference otherwise', () => {
    expect(checkVoidPapers({ printed: 60, found: 60 }, undefined).ok).to.equal(true)
    // 60 printed and 58 found leave 2; 61 found are 1 too many.
    for (const [found, count] of [
      [58, 2],
      [61, 1],
    ]) {
      const verdict = checkVoidPapers({ printed: 60, found }, ' ')
      const params = { count }
      expect(verdict).to.deep.include({
        reason: 'void_papers_without_reason',
        params,
        field: 'difference_reason',
      })
      expect(checkVoidPapers({ printed: 60, found }, 'To blev revet itu').ok).to.equal(true)
    }
  })

  it('asks for a figure, also where there is a reason', () => {
    for (const [found, reason] of [
      [undefined, 'not_entered'],
      [-1, 'negative'],
      [1.5, 'not_whole'],
    ] as const)
      expect(checkVoidPapers({ printed: 2, found }, 'Væk')).to.deep.include({ reason, field: 'found' })
  })

  it('with a reason takes every whole number', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (printed, found) => {
        expect(checkVoidPapers({ printed, found }, 'Talt af to').ok).to.equal(true)
        expect(checkVoidPapers({ printed, found }, undefined).ok).to.equal(printed === found)
      }),
    )
  })
})
