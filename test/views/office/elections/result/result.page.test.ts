import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import {
  deriveResult,
  type Result,
  type ResultInputs,
} from '../../../../../models/elections/result/result.ts'
import {
  certificationPage,
  type CertificationRows,
} from '../../../../../views/office/elections/result/certification.page.ts'
import { finalPage } from '../../../../../views/office/elections/result/final.page.ts'
import { lotPage } from '../../../../../views/office/elections/result/lot.page.ts'
import { resultPage } from '../../../../../views/office/elections/result/result.page.ts'
import { anElection } from '../../../../support/plain/elections.ts'
import { aReader } from '../../../../support/reader.ts'
import { anId } from '../../../../support/ids.ts'

const day = isoDate('2026-03-10')

/** The result of a count on paper among Anker Bro, Jens Ærø and Åse Wang, for one seat. */
function aResult(votes: readonly [number, number, number], given: Partial<ResultInputs> = {}): Result {
  const candidates = ['Anker Bro', 'Jens Ærø', 'Åse Wang'].map((name, index) => ({
    id: anId(index + 1),
    name,
  }))
  const ballots_in_box = votes[0] + votes[1] + votes[2]
  const election = anElection()
  return deriveResult({
    election: {
      id: anId(7),
      area: 'perron-4',
      term: [election.term.starts_on, election.term.ends_on],
      kind: 'by_election',
      seats: 1,
      polling_on: day,
      statutes_version_id: anId(1),
      list_version: 1,
    },
    candidates,
    count: {
      ...{ round: 1, ballots_in_box, blank: 0, invalid: 0, lot: null },
      votes: votes.map((n, index) => ({ candidacy_id: anId(index + 1), votes: n })),
      counters: [
        { name: 'Kaj Dam', difference_reason: 'en tog sedlen med' },
        { name: 'Lis Ek', difference_reason: null },
      ],
      papers: {
        ...{ printed: 50, handed_out: ballots_in_box + 1, exchanged: 0, not_returned: 0 },
        ...{ unused: 49 - ballots_in_box, difference_reason: null },
      },
    },
    uncontested: null,
    ...given,
  })
}

describe('the page of the result', () => {
  const page = (status: Parameters<typeof anElection>[0], result?: Result) =>
    resultPage(aReader(), anElection(status), { result, certifications: [], record: undefined })

  it('leads to the next step, and to none when there is nothing more to do', () => {
    const next = (['closed', 'counted', 'lot_required', 'certified'] as const).map(
      (status) => page({ status }).next?.kind,
    )
    expect(next).to.deep.equal(['count', 'certification', 'lot', undefined])
    expect(page({ status: 'counted' }).next?.href).to.equal('/kontor/valg/7/godkendelse')
  })

  it('says who is elected, and of the papers how many are missing and why', () => {
    const { result } = page({ status: 'counted' }, aResult([3, 20, 5]))
    expect(result).to.include({ elected: 'Jens Ærø', electedCount: 1, counters: 'Kaj Dam og Lis Ek' })
    expect(result?.papers).to.deep.include({ missing: 1, difference_reason: null })
    expect(result?.reasons).to.deep.equal([{ name: 'Kaj Dam', reason: 'en tog sedlen med' }])
    expect([result?.booth, result?.both]).to.deep.equal([null, null])
  })

  it('adds the two boxes up where people voted both ways, and tells no votes of the tablet alone', () => {
    const booth = {
      ...{ round: 0, releases: 5, voided: 1, envelopes: 4, blank: 1, invalid: 0, codes_hash: 'ab' },
      ...{ opened_by: 'Kaj Dam og Lis Ek', opened_on: day, lot: null },
      votes: [{ candidacy_id: anId(1), votes: 3 }],
    }
    const { result } = page({ status: 'counted', means: 'both' }, aResult([3, 20, 5], { booth }))
    expect(result?.both).to.deep.equal({ paper: 28, tablet: 4, ballots: 32 })
    expect(Object.keys(result?.booth ?? {})).not.to.include('votes')
  })
})

describe('the page of a lot', () => {
  const tie = aResult([9, 9, 2])
  const lotRows = { callable: [], calls: [], user: { id: anId(9), person_id: null } }
  it('has its form for the board while some are equal', () => {
    const state = (status: 'lot_required' | 'counted', isOnBoard: boolean, result?: Result) =>
      lotPage(aReader(), anElection({ status }), { ...lotRows, result, isOnBoard }).state
    expect(state('lot_required', true, tie)).to.equal('form')
    expect(state('lot_required', false, tie)).to.equal('not_on_board')
    expect(state('counted', true, aResult([3, 20, 5]))).to.equal('no_lot')
    expect(state('counted', true)).to.equal('no_lot')
  })

  it('names those who are equal, and how many votes each has', () => {
    const page = lotPage(aReader(), anElection({ status: 'lot_required' }), {
      ...{ ...lotRows, result: tie, isOnBoard: true },
    })
    expect(page.among.map(({ name }) => name)).to.deep.equal(['Anker Bro', 'Jens Ærø'])
    expect([page.votes, page.seatsLeft, page.elected]).to.deep.equal([9, 1, ''])
  })
})

describe('the page of the certification', () => {
  const rows: CertificationRows = {
    result: aResult([3, 20, 5]),
    certifications: [],
    board: [{ name: 'Anker Bro' }, { name: 'Åse Wang' }],
    verdict: { ok: true },
    openSeat: { from: isoDate('2025-12-01') },
  }
  const page = (given: Partial<CertificationRows> = {}, as: 'secretary' | 'auditor' = 'secretary') =>
    certificationPage(aReader({ as }), anElection({ status: 'counted' }), { ...rows, ...given })

  it('lets one of the board certify, and tells others why not', () => {
    const { t } = aReader()
    expect([page().mayCertify, page().refusal]).to.deep.equal([true, ''])
    const counted = page({ verdict: { ok: false, reason: 'entered_a_count' } })
    expect([counted.mayCertify, counted.refusal]).to.deep.equal([false, t('refusals.entered_a_count')])
    const looks = page({}, 'auditor')
    expect([looks.mayCertify, looks.refusal]).to.deep.equal([false, t('refusals.not_on_board')])
  })

  it('says from when the elected has the seat, the first day of the term at the earliest', () => {
    expect(page().seat).to.deep.equal({ from: '2026-01-01', until: '2029-12-31' })
    expect(page({ openSeat: { from: day } }).seat?.from).to.equal('2026-03-10')
    expect(page({ openSeat: undefined }).seat).to.equal(null)
  })

  it('shows no result before lots are drawn, and offers nothing once it is certified', () => {
    expect(page({ result: aResult([9, 9, 2]) }).result).to.equal(null)
    const done = certificationPage(aReader(), anElection({ status: 'certified' }), rows)
    expect([done.mayCertify, done.refusal, done.seat]).to.deep.equal([false, '', null])
  })
})

describe('the page of the end', () => {
  const state = (
    status: 'counted' | 'certified' | 'final',
    on: string,
    undecided = 0,
    as: 'secretary' | 'auditor' = 'secretary',
  ) => finalPage(aReader({ as, on }), anElection({ status }), undecided).state

  it('comes the day after the last day for complaints, when each of them is decided', () => {
    expect(state('counted', '2026-03-20')).to.equal('not_certified')
    expect(state('certified', '2026-03-17')).to.equal('running')
    expect(state('certified', '2026-03-18')).to.equal('form')
    expect(state('certified', '2026-03-18', 1)).to.equal('undecided')
    expect(state('certified', '2026-03-18', 0, 'auditor')).to.equal('reader')
    expect(state('final', '2026-03-18')).to.equal('final')
  })
})
