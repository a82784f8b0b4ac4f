import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { pollingPage, type PollingRows } from '../../../../../views/office/elections/polling/polling.page.ts'
import {
  boothsMark,
  tablePage,
  tableState,
} from '../../../../../views/office/elections/polling/polling_table.ts'
import { anElection, aSitting, theCandidates } from '../../../../support/plain/elections.ts'
import { anOpening, aPanel, theFigures } from '../../../../support/plain/polling.ts'
import { aReader } from '../../../../support/reader.ts'

const noon = { time: '12.00', by: 'Signe Holm', table: null }

function rows(given: Partial<PollingRows> = {}): PollingRows {
  const candidates = theCandidates()
  return {
    candidates,
    incidents: [],
    sittings: [aSitting()],
    opening: undefined,
    closing: undefined,
    pauses: [],
    ...given,
  }
}

describe('the page of the polling day', () => {
  const opens: readonly (readonly [title: string, on: string, day: string, mayOpen: boolean])[] = [
    ['the day before', '2026-03-09', 'coming', false],
    ['on the day', '2026-03-10', 'today', true],
    ['the day after, when it was forgotten', '2026-03-11', 'past', true],
  ]
  for (const [title, on, day, mayOpen] of opens)
    it(`offers to open ${title}: ${String(mayOpen)}`, () => {
      const page = pollingPage(aReader({ on }), anElection(), rows(), noon)
      expect([page.day, page.mayOpen]).to.deep.equal([day, mayOpen])
    })

  it('offers nothing to a reader who only looks, nor before the list is approved', () => {
    for (const as of ['auditor', 'chair'] as const) {
      const listed = pollingPage(aReader({ as }), anElection(), rows(), noon)
      const open = pollingPage(aReader({ as }), anElection({ status: 'polling' }), rows(), noon)
      expect([listed.mayOpen, open.mayClose], as).to.deep.equal([false, false])
    }
    expect(pollingPage(aReader(), anElection({ status: 'nominating' }), rows(), noon).mayOpen).to.equal(false)
  })

  it('suggests the time of day, and afterwards the announced one', () => {
    expect(pollingPage(aReader(), anElection(), rows(), noon).now).to.equal('12.00')
    const later = pollingPage(aReader({ on: '2026-03-11' }), anElection(), rows(), noon)
    expect(later.now).to.equal('11.00')
  })

  it('of several days knows the last, and when the sitting of today ends', () => {
    const second = aSitting({ number: 2, held_on: isoDate('2026-03-12'), closes_at: '18.00' })
    const two = rows({ sittings: [aSitting(), second] })
    const page = (on: string) => pollingPage(aReader({ on }), anElection(), two, noon)
    expect(page('2026-03-10')).to.include({ day: 'today', closesAt: '14.00', lastDay: '2026-03-12' })
    expect(page('2026-03-11')).to.include({ day: 'today', closesAt: '18.00' })
    expect(page('2026-03-12')).to.include({ day: 'today', closesAt: '18.00' })
    expect(page('2026-03-13')).to.include({ day: 'past', closesAt: '18.00' })
  })

  it('leads to the box where there is a tablet, until polling opens', () => {
    const href = (given: Parameters<typeof anElection>[0]) =>
      pollingPage(aReader(), anElection(given), rows(), noon).boxHref
    expect(href({ means: 'both' })).to.equal('/kontor/valg/7/stemmekasse')
    expect(href({ means: 'paper' })).to.equal(null)
    expect(href({ means: 'booth', status: 'polling' })).to.equal(null)
  })

  it('carries the table, and who opened', () => {
    const election = anElection({ status: 'polling' })
    const on = { figures: theFigures(), help: [], panel: null, leftOpen: false }
    const table = tablePage(aReader(), election, on)
    const page = pollingPage(aReader(), election, rows({ opening: anOpening() }), { ...noon, table })
    expect([page.mayOpen, page.mayClose, page.user]).to.deep.equal([false, true, 'Signe Holm'])
    expect(page.opening).to.include({ first_witness: 'Signe Holm' })
    expect(page.candidates).to.deep.equal(['Anker Bro', 'Jens Ærø', 'Åse Wang'])
    expect(page.table).to.equal(table)
  })
})

describe('the polling table', () => {
  const election = anElection({ status: 'polling', means: 'both' })
  const on = { figures: theFigures({ handed_out: 3, cast: 1, voted: 4 }), help: [], leftOpen: false }

  it('is open, in a break, or over', () => {
    expect(tableState(election, { open: 1 })).to.equal('open')
    expect(tableState(election, { open: 0 })).to.equal('paused')
    expect(tableState(anElection({ status: 'closed' }), { open: 1 })).to.equal('over')
  })

  it('lets a reader who only looks see the figures and run nothing', () => {
    const page = tablePage(aReader({ as: 'auditor' }), election, { ...on, panel: aPanel() })
    expect([page.runs, page.panel?.mayRun, page.figures.voted]).to.deep.equal([false, false, 4])
  })

  it('says what was just done, with the seal that undoes it, and nothing otherwise', () => {
    const still = tablePage(aReader(), election, { ...on, panel: null })
    expect([still.said, still.undo, still.search, still.panel]).to.deep.equal([null, null, null, null])
    const done = tablePage(aReader(), election, { ...on, panel: null }, { said: 'Udleveret', undo: 'seal' })
    expect([done.said, done.undo]).to.deep.equal(['Udleveret', 'seal'])
  })

  it('has a mark that changes when a booth does, and not with the number of those who have voted there alone', () => {
    const mark = boothsMark(aPanel())
    expect(boothsMark(aPanel({}, { cast: 9 }))).to.equal(mark)
    expect(boothsMark(aPanel({ state: 'released' }))).not.to.equal(mark)
    expect(boothsMark(aPanel({}, { mayRelease: false }))).not.to.equal(mark)
    expect(boothsMark(null)).to.equal('')
  })
})
