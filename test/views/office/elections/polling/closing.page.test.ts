import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import {
  closingPage,
  knownFigures,
  withMovedTally,
  type ClosingRows,
} from '../../../../../views/office/elections/polling/closing.page.ts'
import { pollingCorrectionPage } from '../../../../../views/office/elections/polling/polling_correction.page.ts'
import { pollingPausePage } from '../../../../../views/office/elections/polling/polling_pause.page.ts'
import { anElection, aSitting } from '../../../../support/plain/elections.ts'
import { theFigures } from '../../../../support/plain/polling.ts'
import { aReader } from '../../../../support/reader.ts'

const open = anElection({ status: 'polling' })

function rows(given: Partial<ClosingRows> = {}): ClosingRows {
  const figures = theFigures()
  const usual = { leftOpen: false, time: '14.05', values: {}, voids: [], incidentWaits: false }
  return { sittings: [aSitting()], figures, ...usual, ...given }
}

describe('the page that closes the polls', () => {
  it('asks for a reason before the announced time, by the clock or by what was typed', () => {
    const early = (given: Partial<ClosingRows>) => closingPage(aReader(), open, rows(given)).isEarly
    expect(early({})).to.equal(false)
    expect(early({ time: '13.30' })).to.equal(true)
    expect(early({ values: { closed_at: '13:30' } })).to.equal(true)
    expect(early({ values: { closed_at: '14.00' } })).to.equal(false)
    expect(early({ values: { closed_at: '14.00', early_reason: '' } })).to.equal(true)
  })

  it('left open since the last sitting it asks when voting really stopped, and suggests no time', () => {
    const reader = aReader({ on: '2026-03-11' })
    expect(closingPage(reader, open, rows({ leftOpen: true }))).to.include({
      leftOpenSince: '2026-03-10',
      now: '',
    })
    const second = aSitting({ number: 2, held_on: isoDate('2026-03-12') })
    const between = closingPage(reader, open, rows({ sittings: [aSitting(), second], time: '12.00' }))
    expect(between).to.include({ leftOpenSince: null, now: '14.00' })
  })

  it('closes nothing that is closed', () => {
    const closed = closingPage(aReader(), anElection({ status: 'closed' }), rows({ leftOpen: true }))
    expect(closed).to.include({ mayClose: false, leftOpenSince: null })
  })

  it('works out the missing papers from what is typed, once the printed ones are', () => {
    const missing = (values: Record<string, string>) => closingPage(aReader(), open, rows({ values })).missing
    expect(missing({ handed_out: '3' })).to.equal(null)
    expect(missing({ printed: '10', handed_out: '3' })).to.equal(7)
    expect(missing({ printed: '10', handed_out: '3', unused: '6' })).to.equal(1)
    expect(missing({ printed: '10', handed_out: '3', unused: '8' })).to.equal(-1)
    expect(missing({ printed: 'ti' })).to.equal(null)
  })

  it('hints where the roll and the papers tell different things, and not where no roll is kept', () => {
    const figures = theFigures({ marked: 5, handed_out: 6, exchanged: 1, cast: 1 })
    expect(closingPage(aReader(), open, rows({ figures })).hint).to.deep.equal({ marked: 5, given: 6 })
    const same = { ...figures, marked: 6 }
    expect(closingPage(aReader(), open, rows({ figures: same })).hint).to.equal(null)
    const counted = { ...open, roll_kind: 'counted' } as const
    expect(closingPage(aReader(), counted, rows({ figures })).hint).to.equal(null)
  })

  it('asks for no papers where people vote on a tablet alone', () => {
    expect(closingPage(aReader(), { ...open, means: 'booth' }, rows()).paper).to.equal(false)
    expect(closingPage(aReader(), { ...open, means: 'both' }, rows()).paper).to.equal(true)
  })

  it('warns of few ballots in one of two boxes, by the tally or by what is typed, in both languages', () => {
    const both = { ...open, means: 'both' } as const
    const small = (cast: number, values: Record<string, string>, election: typeof open = both) =>
      closingPage(aReader(), election, rows({ figures: theFigures({ cast }), values })).small
    const given = (handed_out: string) => ({ handed_out, exchanged: '1', not_returned: '1' })
    // 14 handed out, 1 exchanged and 1 not returned leave 12.
    expect(small(1, given('14'))).to.deep.equal([{ box: 'tablet', ballots: 1, threshold: 10 }])
    expect(small(12, given('3'))).to.deep.equal([{ box: 'paper', ballots: 1, threshold: 10 }])
    expect(small(9, given('11')).map(({ box }) => box)).to.deep.equal(['paper', 'tablet'])
    expect(small(10, given('12'))).to.deep.equal([])
    expect(small(0, given('14'))).to.deep.equal([])
    // A tally that is kept on paper alone is not known yet.
    expect(small(12, {})).to.deep.equal([])
    expect(small(0, given('5'), open)).to.deep.equal([])
    expect(small(3, {}, { ...open, means: 'booth' })).to.deep.equal([])
  })
})

describe('the figures that closing the polls suggests', () => {
  const tally = theFigures({ handed_out: 12, exchanged: 1, not_returned: 0 })

  it('are the printed papers and the tally; a tally that was kept on paper stays empty, which is not zero', () => {
    expect(knownFigures(40, tally)).to.deep.equal({
      printed: '40',
      handed_out: '12',
      exchanged: '1',
      not_returned: '0',
    })
    expect(knownFigures(0, theFigures())).to.deep.equal({})
  })

  it('follow the tally where they were left alone, and stay as typed where they were not', () => {
    const typed = { tally: '11.1.0', handed_out: '11', exchanged: '2', not_returned: '0', printed: '40' }
    expect(withMovedTally(typed, { ...tally, not_returned: 1 })).to.deep.equal({
      ...typed,
      handed_out: '12',
      not_returned: '1',
    })
  })
})

describe('what is put right at the polling table', () => {
  it('is over when polling is, and counts papers alone where there is no roll', () => {
    const none = { figures: theFigures(), help: [], voter: null }
    expect(pollingCorrectionPage(aReader(), open, none)).to.include({ over: false, counted: false })
    const counted = anElection({ status: 'closed', roll_kind: 'counted' })
    expect(pollingCorrectionPage(aReader(), counted, none)).to.include({ over: true, counted: true })
    expect(pollingPausePage(aReader(), open, 'paused').state).to.equal('paused')
  })
})
