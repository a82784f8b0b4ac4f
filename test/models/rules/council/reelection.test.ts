import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import { checkReelection, type TermSat } from '../../../../models/rules/council/reelection.ts'
import { anId } from '../../../support/ids.ts'

/** The n-th term of four years, the first from 2014: 1 is 2014–2017, 4 is 2026–2029. */
function term(n: number): TermSat {
  const year = 2010 + 4 * n
  return { id: anId(n), starts_on: isoDate(`${year}-01-01`), ends_on: isoDate(`${year + 3}-12-31`) }
}

describe('How many terms somebody may sit', () => {
  const table: [what: string, max: number | undefined, sat: number[], asked: number, refusal?: string][] = [
    ['without a limit, any number', undefined, [1, 2, 3, 4, 5], 6],
    ['nobody has sat before their first', 3, [], 1],
    ['a third after two', 3, [1, 2], 3],
    ['no fourth after three', 3, [1, 2, 3], 4, '2014–2017, 2018–2021, 2022–2025'],
    ['a pause takes nothing back', 3, [1, 2, 4], 6, '2014–2017, 2018–2021, 2026–2029'],
    ['two seats in one term are one term', 3, [1, 2, 2, 2], 3],
    ['two seats in one term are named once', 2, [2, 1, 2], 3, '2014–2017, 2018–2021'],
    ['whoever sits in the last one may take another seat in it', 3, [1, 2, 3], 3],
    ['and so may one who has sat too long already', 3, [1, 2, 3, 4], 4],
    ['one to come counts like one that is over', 1, [4], 3, '2026–2029'],
    ['a limit of one is no second', 1, [1], 2, '2014–2017'],
  ]
  for (const [what, max, sat, asked, refusal] of table) {
    it(what, () => {
      const rule = max === undefined ? 'unlimited' : { maxTerms: max }
      const verdict = checkReelection(rule, sat.map(term), anId(asked))
      if (refusal === undefined) expect(verdict).to.deep.equal({ ok: true })
      else
        expect(verdict).to.deep.equal({
          ok: false,
          reason: 'reelection_limit',
          params: { count: max, terms: refusal },
          field: 'person_id',
        })
    })
  }

  it('whoever is let in each time sits in as many terms as the rule says, and never in more', () => {
    const asked = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), asked, (maxTerms, wanted) => {
        const sat = wanted.reduce<TermSat[]>(
          (before, n) => (checkReelection({ maxTerms }, before, anId(n)).ok ? [...before, term(n)] : before),
          [],
        )
        const different = new Set(wanted).size
        expect(new Set(sat.map(({ id }) => id)).size).to.equal(Math.min(different, maxTerms))
      }),
    )
  })

  it('the order in which the terms are known does not matter', () => {
    const terms = fc.shuffledSubarray([1, 2, 3, 4, 5].map(term))
    fc.assert(
      fc.property(terms, (sat) => {
        const inOrder = [...sat].sort((a, b) => a.id - b.id)
        const [one, other] = [sat, inOrder].map((given) => checkReelection({ maxTerms: 3 }, given, anId(6)))
        expect(one).to.deep.equal(other)
      }),
    )
  })
})
