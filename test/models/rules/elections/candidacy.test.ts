import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../models/core/dates.ts'
import {
  candidacyRefusals,
  isHeldToTerms,
  seatsInTheWay,
  type Candidacy,
} from '../../../../models/rules/elections/candidacy.ts'
import { statesThat } from '../../../../models/rules/elections/state.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

const day = isoDate

const FAULTS = [
  'consent_missing',
  'ground_not_allowed',
  'ground_not_checked',
  'too_young',
  'consent_after_deadline',
  'day_in_future',
  'reelection_limit',
  'candidate_already_listed',
  'candidate_same_name',
  'candidate_on_board',
] as const
type Fault = (typeof FAULTS)[number]

function candidacyWith(faults: readonly Fault[]): Candidacy {
  const has = (fault: Fault) => faults.includes(fault)
  const sat = { id: anId(1), starts_on: day('2018-01-01'), ends_on: day('2021-12-31') }
  return {
    statutes: randers({
      candidateEligibility: { anyOf: ['resident'] },
      minimumAge: 18,
      reelection: { maxTerms: 1 },
    }),
    standing: {
      consentedOn: has('consent_missing') ? null : day('2026-02-20'),
      ground: has('ground_not_allowed') ? 'active' : 'resident',
      checkedBy: has('ground_not_checked') ? ' ' : 'Karen Holm',
      ofAge: !has('too_young'),
    },
    consent: {
      consentedOn: has('consent_after_deadline') ? day('2026-03-03') : day('2026-03-02'),
      checkedOn: has('day_in_future') ? day('2026-03-04') : day('2026-03-03'),
      candidatesBy: day('2026-03-02'),
      today: day('2026-03-03'),
    },
    terms: { sat: has('reelection_limit') ? [sat] : [], termId: anId(2) },
    beside: {
      candidate: { person_id: anId(7), name: 'Aage Lind' },
      listed: [
        { person_id: anId(8), name: 'Bo Krag' },
        ...(has('candidate_already_listed') ? [{ person_id: anId(7), name: 'Aage Lind' }] : []),
        ...(has('candidate_same_name') ? [{ person_id: null, name: ' aage  LIND ' }] : []),
      ],
      board: [
        { id: anId(1), person_id: null, name: 'Dagmar Lind' },
        ...(has('candidate_on_board') ? [{ id: anId(2), person_id: anId(7), name: 'Aa. Lind' }] : []),
      ],
    },
  }
}

describe('Who may stand', () => {
  for (const fault of FAULTS)
    it(`is not a person with this alone: ${fault}`, () => {
      expect(reasons(candidacyWith([fault]))).to.deep.equal([fault])
    })

  it('is told with every reason at once, in the order of the statutes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FAULTS]), (faults) => {
        const expected = FAULTS.filter((fault) => faults.includes(fault))
        expect(reasons(candidacyWith(faults))).to.deep.equal(expected)
      }),
    )
  })

  it('is asked only for the parts that are there', () => {
    fc.assert(
      fc.property(fc.subarray([...FAULTS]), (faults) => {
        const { statutes, standing, consent, terms, beside } = candidacyWith(faults)
        expect(reasons({ statutes })).to.deep.equal([])
        const apart = [{ standing }, { consent }, { terms }, { beside }]
        expect(apart.flatMap((part) => reasons({ statutes, ...part }))).to.deep.equal(
          reasons({ statutes, standing, consent, terms, beside }),
        )
      }),
    )
  })

  it('names the input of the form that mends each reason, and who sits on the board', () => {
    const refusals = candidacyRefusals(candidacyWith(['candidate_already_listed', 'candidate_on_board']))
    expect(refusals.map(({ field, params }) => [field, params])).to.deep.equal([
      ['person_id', {}],
      ['name', { name: 'Aa. Lind' }],
    ])
  })

  it('tells of one person who is on the list twice over only that they are on it', () => {
    const { statutes, beside } = candidacyWith(['candidate_already_listed'])
    expect(reasons({ statutes, beside })).to.deep.equal(['candidate_already_listed'])
  })

  it('is held to the limit of terms until the list is approved', () => {
    expect(isHeldToTerms('nominating')).to.equal(true)
    for (const status of statesThat('listed')) expect(isHeldToTerms(status), status).to.equal(false)
  })
})

describe('A seat that a candidate holds', () => {
  const election = {
    polling_on: day('2026-03-10'),
    term: { starts_on: day('2026-01-01'), ends_on: day('2029-12-31') },
  }
  const table: [what: string, from: string, until: string, candidacy: number | null, inTheWay: boolean][] = [
    ['to the end of the term', '2026-01-01', '2029-12-31', null, true],
    ['on the polling day alone', '2026-03-10', '2026-03-10', null, true],
    ['to the day before the polling', '2026-01-01', '2026-03-09', null, false],
    ['from the day after the term', '2030-01-01', '2033-12-31', null, false],
    ['given by another election', '2026-01-01', '2029-12-31', 4, true],
    ['given by this election', '2026-01-01', '2029-12-31', 5, false],
  ]
  for (const [what, from, until, candidacy, inTheWay] of table)
    it(`${inTheWay ? 'is' : 'is not'} in the way: ${what}`, () => {
      const candidacy_id = candidacy === null ? null : anId(candidacy)
      const held = { starts_on: day(from), ends_on: day(until), candidacy_id }
      expect(seatsInTheWay([held], election, [{ id: anId(5) }])).to.deep.equal(inTheWay ? [held] : [])
    })
})

function reasons(candidacy: Candidacy): string[] {
  return candidacyRefusals(candidacy).map(({ reason }) => reason)
}
