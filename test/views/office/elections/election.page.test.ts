import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { NextStep } from '../../../../models/elections/next_step.ts'
import { electionPage, type ElectionPageRows } from '../../../../views/office/elections/election.page.ts'
import { listPage } from '../../../../views/office/elections/list.page.ts'
import { anElection, aSitting } from '../../../support/plain/elections.ts'
import { aReader } from '../../../support/reader.ts'
import { anId } from '../../../support/ids.ts'

function aStep(given: Partial<NextStep> = {}): NextStep {
  const due = isoDate('2026-03-10')
  const whose = { mine: true, expected: true, waits: false, candidates: 3 }
  return { kind: 'open', due, room: 'polling', ...whose, ...given }
}

function rows(given: Partial<ElectionPageRows> = {}): ElectionPageRows {
  return {
    step: aStep(),
    sittings: [aSitting()],
    board: [
      { id: anId(2), name: 'Anker Bro' },
      { id: anId(3), name: 'Åse Wang' },
    ],
    choices: [],
    candidacies: [{ id: anId(1), name: 'Jens Ærø' }],
    deeds: [],
    statutesFrom: isoDate('2018-01-01'),
    reruns: { of: undefined, by: undefined },
    namesTwice: [],
    isBoxLost: false,
    incidents: [],
    callOff: undefined,
    ...given,
  }
}

describe('the page of one election', () => {
  const links = (as: 'secretary' | 'auditor', status: Parameters<typeof anElection>[0]) =>
    electionPage(aReader({ as }), anElection(status), rows()).also.map(({ kind }) => kind)

  it('leads the secretary to what can be done besides the next step', () => {
    expect(links('secretary', { status: 'planned' })).to.deep.equal(['roll', 'plan', 'call_off', 'board'])
    expect(links('secretary', { status: 'listed' })).to.deep.equal([
      ...['candidates', 'papers', 'readiness', 'room', 'roll', 'plan', 'call_off', 'board'],
    ])
    expect(links('secretary', { status: 'final' })).to.deep.equal([
      ...['candidates', 'papers', 'room', 'roll', 'result', 'complaints', 'packages', 'record', 'after'],
    ])
  })

  it('leads a reader who only looks neither to the roll nor to what is planned', () => {
    expect(links('auditor', { status: 'planned' })).to.deep.equal([])
    expect(links('auditor', { status: 'polling' })).to.deep.equal([
      ...['candidates', 'papers', 'readiness', 'room', 'polling', 'complaints', 'conduct', 'incidents'],
    ])
  })

  it('leads to what anyone may see once the election is called, and not before', () => {
    const open = (status: Parameters<typeof anElection>[0]) =>
      electionPage(aReader(), anElection(status), rows()).publicHref
    expect(open({ status: 'planned' })).to.equal(null)
    for (const status of ['nominating', 'polling', 'annulled'] as const) {
      expect(open({ status }), status).to.match(/^\/valg\/\d+$/)
    }
  })

  it('does not lead to the candidates twice', () => {
    const step = aStep({ kind: 'stand', room: 'candidates' })
    const page = electionPage(aReader(), anElection({ status: 'nominating' }), rows({ step }))
    expect(page.also.map(({ kind }) => kind)).to.deep.equal([
      ...['papers', 'readiness', 'room', 'roll', 'plan', 'call_off', 'board'],
    ])
  })

  it('says that a step is late after its day, but not that complaints are', () => {
    const after = aReader({ on: '2026-03-11' })
    const late = (kind: NextStep['kind']) =>
      electionPage(after, anElection(), rows({ step: aStep({ kind }) })).next?.late
    expect([late('open'), late('complaints')]).to.deep.equal([true, false])
    expect(electionPage(aReader(), anElection(), rows()).next?.late).to.equal(false)
  })

  it('says where polling opens, which can be another place than that of its last day', () => {
    const sittings = [aSitting({ place: 'Slotsgården' }), aSitting({ number: 2 })] as const
    const step = aStep({ kind: 'wait_for_polling' })
    const page = electionPage(aReader(), anElection(), rows({ step, sittings: [...sittings] }))
    expect(page.next?.place).to.equal('Slotsgården')
  })

  it('shows the way with what is done, what is now and what is late', () => {
    const page = electionPage(aReader({ on: '2026-03-12' }), anElection(), rows())
    expect(page.steps.map(({ state }) => state)).to.deep.equal([
      ...['done', 'done', 'done', 'current', 'todo', 'todo', 'todo'],
    ])
    expect(page.steps[3]?.note).to.match(/, over fristen$/)
    expect(page.steps[0]).to.include({ href: '/kontor/valg/7/indkaldelse' })
    expect(page.steps[4]).not.to.have.property('href')
  })

  it('ends the way at the count when the key slips are lost', () => {
    const lost = rows({ step: undefined, isBoxLost: true })
    const page = electionPage(aReader(), anElection({ status: 'annulled' }), lost)
    expect(page.steps[4]?.state).to.equal('current')
    expect(page.next).to.equal(null)
  })

  it('has no polling on its way when nobody votes', () => {
    const decided = { status: 'uncontested', uncontested_on: isoDate('2026-03-05') } as const
    const page = electionPage(aReader(), anElection(decided), rows({ step: aStep({ kind: 'certify' }) }))
    expect(page.steps).to.have.length(6)
    expect(page.steps[3]).to.include({ state: 'done', date: '2026-03-05' })
  })

  it('leads to the election that it replaces, or that replaced it', () => {
    const rerun = (reruns: ElectionPageRows['reruns']) =>
      electionPage(aReader(), anElection(), rows({ reruns })).rerun
    expect(rerun({ of: anId(3), by: undefined })).to.deep.equal({ kind: 'rerun_of', href: '/kontor/valg/3' })
    expect(rerun({ of: undefined, by: anId(9) })).to.deep.equal({ kind: 'rerun_by', href: '/kontor/valg/9' })
    expect(rerun({ of: undefined, by: undefined })).to.equal(null)
  })

  it('tells names on two rolls to the secretary alone', () => {
    const elections = [
      { id: anId(7), area: 'Perron 4' },
      { id: anId(8), area: 'Slotsgården' },
    ]
    const twice = rows({ namesTwice: [{ name: 'Jens Ærø', elections }] })
    const names = (as: 'secretary' | 'auditor' | 'polling_officer') =>
      electionPage(aReader({ as }), anElection(), twice).twice?.names
    expect(names('secretary')).to.deep.equal([{ name: 'Jens Ærø', areas: 'Perron 4 og Slotsgården' }])
    expect([names('auditor'), names('polling_officer')]).to.deep.equal([undefined, undefined])
  })

  it('says each deed in a sentence with its names and days, the newest first', () => {
    const day = isoDate('2026-02-20')
    const deeds = [
      { action: 'candidacy.registered', actor: 'Signe Holm', day, details: { candidacy: 1 } },
      {
        action: 'election.roll_chosen',
        actor: 'Signe Holm',
        day: isoDate('2026-02-21'),
        details: { roll_kind: 'named' },
      },
    ] as const
    const page = electionPage(aReader(), anElection(), rows({ deeds }))
    expect(page.deeds.map(({ day: on }) => on)).to.deep.equal(['2026-02-21', '2026-02-20'])
    expect(page.deeds[1]?.text).to.include('Jens Ærø')
    for (const { text } of page.deeds) expect(text).not.to.match(/[{}]|elections\./)
  })
})

describe('the list of elections', () => {
  it('shows what comes first at the top while it runs, and of those that are over the newest', () => {
    const row = (id: number, status: 'listed' | 'final' | 'annulled') => ({
      ...{ election: anElection({ id: anId(id), status }), step: undefined, sittings: [] },
    })
    const newestFirst = [row(4, 'listed'), row(3, 'final'), row(2, 'listed'), row(1, 'annulled')]
    const { underWay, finished } = listPage(aReader(), newestFirst)
    expect(underWay.map(({ head }) => head.id)).to.deep.equal([2, 4])
    expect(finished.map(({ head }) => head.id)).to.deep.equal([3, 1])
  })
})
