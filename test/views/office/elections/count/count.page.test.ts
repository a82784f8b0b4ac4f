import { expect } from 'chai'
import type { Counting } from '../../../../../models/elections/count/rounds.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import { countPage, type CountRows } from '../../../../../views/office/elections/count/count.page.ts'
import { withZeros } from '../../../../../views/office/elections/count/fields.ts'
import { anElection, someStatutes, theCandidates } from '../../../../support/plain/elections.ts'
import { aReader } from '../../../../support/reader.ts'
import { anId } from '../../../../support/ids.ts'

const closed = anElection({ status: 'closed' })

function counting(given: Partial<Counting> = {}): Counting {
  return {
    round: 1,
    entered: [],
    enteredBy: [],
    differs: [],
    differing: [],
    differingBy: [],
    check: undefined,
    agreed: undefined,
    counters: [],
    recount: undefined,
    ...given,
  }
}

function rows(given: Partial<CountRows> = {}): CountRows {
  return {
    account: { id: anId(1), name: 'Signe Holm', person_id: null },
    standing: theCandidates(),
    counting: counting(),
    papers: undefined,
    sitsOnBoard: false,
    ...given,
  }
}

const papers: NonNullable<CountRows['papers']> = {
  id: anId(1),
  election_id: anId(7),
  printed: 100,
  handed_out: 61,
  exchanged: 1,
  unused: 39,
  not_returned: 2,
  difference_reason: null,
  made_by: 'Signe Holm',
  made_on: isoDate('2026-03-10'),
}

describe('the page of a count', () => {
  it('has a form once polling is closed, for a reader who may count', () => {
    const state = (election: typeof closed, as: 'secretary' | 'auditor' = 'secretary', given = rows()) =>
      countPage(aReader({ as }), election, given).state
    expect(state(closed)).to.equal('form')
    expect(state(closed, 'auditor')).to.equal('reader')
    expect(state(anElection({ status: 'polling' }))).to.equal('not_closed')
    expect(state(anElection({ status: 'counted' }))).to.equal('counted')
    expect(state(anElection({ status: 'closed', means: 'booth' }))).to.equal('box')
    const agreed = { ...{ round: 1, list_version: 1, counters: [], votes: [], invalid_ballots: [] } }
    const both = rows({
      counting: counting({ agreed: { ...agreed, ballots_in_box: 0, blank: 0, invalid: 0 } }),
    })
    expect(state(anElection({ status: 'closed', means: 'both' }), 'secretary', both)).to.equal('paper_done')
  })

  it('lets nobody count twice, who stands, or as the third', () => {
    const state = (given: Partial<CountRows>) => countPage(aReader(), closed, rows(given)).state
    const me = { id: anId(1), person_id: null }
    const [two, three] = [
      { id: anId(2), person_id: null },
      { id: anId(3), person_id: null },
    ] as const
    expect(state({ counting: counting({ enteredBy: [me] }) })).to.equal('waiting')
    expect(state({ counting: counting({ enteredBy: [two, three] }) })).to.equal('full')
    expect(state({ account: { id: anId(9), name: 'Åse Wang', person_id: null } })).to.equal('is_a_candidate')
  })

  it('names the lines of the ballot, and those on which two did not agree, without a figure', () => {
    const differs = [
      { line: 'candidate', candidacy_id: anId(2) },
      { line: 'blank' },
      { line: 'ballots_in_box' },
    ] as const
    const page = countPage(
      aReader(),
      closed,
      rows({ counting: counting({ round: 2, differs: [...differs] }) }),
    )
    expect(page.lines.map(({ name }) => name)).to.deep.equal([
      ...['votes_1', 'votes_2', 'votes_3', 'blank', 'invalid'],
    ])
    expect(page.differs.slice(0, 1)).to.deep.equal(['Jens Ærø'])
    expect(page.differs.join()).not.to.match(/\d|elections\./)
  })

  it('works out the sums of what has been typed, and nothing before the box is counted', () => {
    const sums = (values: Record<string, string>) =>
      countPage(aReader(), closed, rows({ papers }), values).sums
    expect(sums({ votes_1: '20' })).to.deep.equal({ missing: null, papersMissing: null })
    expect(sums({ ballots_in_box: '58', votes_1: '40', votes_2: 'x', blank: '2' })).to.deep.equal({
      ...{ missing: 16, papersMissing: 0 },
    })
    expect(sums({ ballots_in_box: '60', votes_1: '61' })).to.deep.equal({ missing: -1, papersMissing: -2 })
  })

  it('has a line for each invalid ballot that is typed, up to what can be gone through', () => {
    const lines = (invalid: string) => countPage(aReader(), closed, rows(), { invalid }).invalidLines
    expect([lines(''), lines('2'), lines('9999').length]).to.deep.equal([[], [1, 2], 300])
  })

  it('sums up the box only where each voter has one cross', () => {
    const two = someStatutes((rules) => Object.assign(rules.marks.value, { max: 2 }))
    const sumsUp = (statutes = closed.statutes) =>
      countPage(aReader(), { ...closed, statutes }, rows()).sumsUp
    expect([sumsUp(), sumsUp(two)]).to.deep.equal([true, false])
  })

  it('says how many crosses a valid ballot has, and which sum of crosses cannot be', () => {
    const between = someStatutes((rules) => Object.assign(rules.marks.value, { min: 2, max: 3 }))
    const crosses = (values: Record<string, string>, statutes = between) =>
      countPage(aReader(), { ...closed, statutes }, rows(), values).crosses
    expect(crosses({})).to.deep.equal({
      ...{ min: 2, max: 3, missing: null },
      said: 'Hver gyldig seddel har mindst 2 og højst 3 krydser. Tæl krydserne ved hvert navn, ikke sedlerne.',
    })
    // 22 in the box, 1 blank, 1 invalid: 20 valid; 20 × 2 = 40 and 20 × 3 = 60.
    const missing = (votes: number) =>
      crosses({ ballots_in_box: '22', blank: '1', invalid: '1', votes_1: `${votes}` })?.missing
    expect([39, 40, 60, 61].map(missing)).to.deep.equal([1, 0, 0, -1])
    expect(crosses({}, closed.statutes)).to.equal(null)
  })

  it('offers too few crosses as a reason only where one cross is too few', () => {
    const two = someStatutes((rules) => Object.assign(rules.marks.value, { min: 2, max: 2 }))
    const reasons = (statutes = closed.statutes) =>
      countPage(aReader(), { ...closed, statutes }, rows()).invalidReasons
    expect(reasons(two)).to.include('too_few_marks')
    expect(reasons()).not.to.include('too_few_marks')
    expect(reasons().length).to.equal(reasons(two).length - 1)
  })

  it('fills the rest with zeros, and leaves what is typed', () => {
    const typed = { blank: ' ', votes_1: '3', rest: '0' }
    const filled = withZeros(typed, ['blank', 'invalid', 'votes_1'])
    expect(filled).to.deep.equal({ blank: '0', invalid: '0', votes_1: '3', rest: '0' })
  })
})
