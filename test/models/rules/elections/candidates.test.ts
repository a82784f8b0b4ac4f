import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import {
  byName,
  checkUncontested,
  drawsOrder,
  isListed,
  listOutcome,
} from '../../../../models/rules/elections/candidate_list.ts'
import { eligibilityRefusals, type Standing } from '../../../../models/rules/council/eligibility.ts'
import { allowed } from '../../../../models/rules/core/verdict.ts'
import type { Statutes } from '../../../../models/statutes/document.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

const standing: Standing = {
  consentedOn: isoDate('2025-10-01'),
  ground: 'resident',
  checkedBy: 'Karen Holm',
  ofAge: null,
}

describe('"Kandidater til rådet skal være bosiddende eller have virke i Randers Kommune"', () => {
  it('whoever lives in the municipality may stand', () => {
    expect(checkEligibility(randers(), standing)).to.deep.equal({ ok: true })
  })

  it('whoever is active there may stand, wherever they live', () => {
    expect(checkEligibility(randers(), { ...standing, ground: 'active' })).to.deep.equal({ ok: true })
  })

  const missing: [string, Partial<Standing>, string, string][] = [
    ['without having said yes', { consentedOn: null }, 'consent_missing', 'consented_on'],
    ['with neither ground', { ground: null }, 'ground_missing', 'eligible_as'],
    ['with a ground that nobody checked', { checkedBy: null }, 'ground_not_checked', 'checked_by'],
    ['with a ground checked by nobody in particular', { checkedBy: ' ' }, 'ground_not_checked', 'checked_by'],
  ]
  for (const [what, change, reason, field] of missing) {
    it(`nobody stands ${what}`, () => {
      const verdict = checkEligibility(randers(), { ...standing, ...change })
      expect(verdict).to.deep.equal({ ok: false, reason, field })
    })
  }

  it('everything that is missing is said at once', () => {
    const nothing = { consentedOn: null, ground: null, checkedBy: null, ofAge: null }
    expect(eligibilityRefusals(randers(), nothing).map(({ reason }) => reason)).to.deep.equal([
      'consent_missing',
      'ground_missing',
      'ground_not_checked',
    ])
  })

  it('a council that asks for residence does not take activity instead', () => {
    const residentsOnly = randers({ candidateEligibility: { anyOf: ['resident'] } })
    expect(checkEligibility(residentsOnly, { ...standing, ground: 'active' })).to.deep.equal({
      ok: false,
      reason: 'ground_not_allowed',
      field: 'eligible_as',
    })
  })
})

describe('An age limit', () => {
  it('is not asked about in Randers, where the papers name none', () => {
    expect(checkEligibility(randers(), { ...standing, ofAge: false })).to.deep.equal({ ok: true })
  })

  it('is asked about where the statutes have one', () => {
    const from18 = randers({ minimumAge: 18 })
    expect(checkEligibility(from18, { ...standing, ofAge: true })).to.deep.equal({ ok: true })
    const refusal = { ok: false, params: { age: 18 }, field: 'of_age' }
    expect(checkEligibility(from18, standing)).to.deep.equal({ ...refusal, reason: 'age_not_stated' })
    expect(checkEligibility(from18, { ...standing, ofAge: false })).to.deep.equal({
      ...refusal,
      reason: 'too_young',
    })
  })
})

describe('The approved list', () => {
  const table = [
    // candidates, seats, with a decision, without that possibility
    [0, 1, 'unfilled', 'unfilled'],
    [1, 1, 'uncontested_possible', 'poll'],
    [2, 1, 'poll', 'poll'],
    [1, 2, 'uncontested_possible', 'poll'],
    [2, 2, 'uncontested_possible', 'poll'],
    [3, 2, 'poll', 'poll'],
  ] as const
  for (const [candidates, seats, byDecision, byPoll] of table) {
    it(`with ${candidates} for ${seats}: ${byDecision}; where a poll is always held: ${byPoll}`, () => {
      expect(listOutcome(candidates, seats, 'decision')).to.equal(byDecision)
      expect(listOutcome(candidates, seats, 'poll')).to.equal(byPoll)
    })
  }

  it('is approved once it has a version, until a new call', () => {
    expect(isListed({ list_version: 1, status: 'listed' })).to.equal(true)
    expect(isListed({ list_version: 0, status: 'listed' })).to.equal(false)
    expect(isListed({ list_version: 1, status: 'nominating' })).to.equal(false)
  })

  it('is drawn by lot where the statutes say so, unless it has one name', () => {
    const byLot = { statutes: randers({ ballotOrder: 'lot' }) }
    expect([0, 1, 2, 3].map((candidates) => drawsOrder(byLot, candidates))).to.deep.equal([
      ...[false, false, true, true],
    ])
    expect(drawsOrder({ statutes: randers({ ballotOrder: 'alphabet' }) }, 2)).to.equal(false)
  })

  it('lists two of the same name by their number', () => {
    const twins = [
      { id: anId(9), name: 'Ole' },
      { id: anId(4), name: 'Ole' },
    ]
    expect(byName(twins).map(({ id }) => id)).to.deep.equal([4, 9])
  })

  it('is in the order of names that a Danish reader expects: å and aa last', () => {
    const names = ['Åse', 'Ole', 'Ærø', 'Aage', 'Østen', 'Anna', 'Zita']
    const sorted = byName(names.map((name, id) => ({ id: anId(id), name }))).map(({ name }) => name)
    expect(sorted.slice(0, 5)).to.deep.equal(['Anna', 'Ole', 'Zita', 'Ærø', 'Østen'])
    expect(sorted.slice(5)).to.have.members(['Aage', 'Åse'])
  })
})

describe('One candidate at Café Rusfri', () => {
  const decision = {
    candidates: 1,
    seats: 1,
    uncontested: 'decision' as const,
    decidedBy: 'Valgbestyrelsen',
    decidedOn: isoDate('2025-11-03'),
  }

  it('is elected without a vote when a body has decided so on a day', () => {
    expect(checkUncontested(decision)).to.deep.equal({ ok: true })
  })

  it('is not elected by the number of candidates alone', () => {
    for (const decidedBy of [undefined, '', '  '])
      expect(checkUncontested({ ...decision, decidedBy })).to.deep.equal({
        ok: false,
        reason: 'deciding_body_missing',
        field: 'decided_by',
      })
    expect(checkUncontested({ ...decision, decidedOn: undefined })).to.deep.equal({
      ok: false,
      reason: 'decision_date_missing',
      field: 'decided_on',
    })
    expect(checkUncontested({ ...decision, uncontested: 'poll' })).to.include({ reason: 'poll_required' })
  })

  it('would need a vote against another, and nobody can be elected where none stands', () => {
    expect(checkUncontested({ ...decision, candidates: 2 })).to.include({ reason: 'poll_required' })
    expect(checkUncontested({ ...decision, candidates: 0 })).to.include({ reason: 'no_candidates' })
  })
})

function checkEligibility(statutes: Statutes, asked: Standing) {
  return eligibilityRefusals(statutes, asked)[0] ?? allowed
}
