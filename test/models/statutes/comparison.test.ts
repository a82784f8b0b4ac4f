import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../models/core/dates.ts'
import type { StatutesVersionId } from '../../../models/core/ids.ts'
import { assumedRules, getRule, ruleKeys, StatutesError } from '../../../models/statutes/document.ts'
import {
  canonical,
  changeRule,
  checkRuleChange,
  checkRuleValue,
  confirmRule,
  differences,
  withRules,
} from '../../../models/statutes/comparison.ts'
import { versionInForce } from '../../../models/rules/statutes/in_force.ts'
import { anyDay, randers } from '../../support/statutes/randers.ts'
import { anId } from '../../support/ids.ts'

const today = isoDate('2026-03-02')
const inForceFrom = isoDate('2026-03-02')
const overFilledSeats = { share: [1, 2], comparison: 'at_least', base: 'filled_seats' }

describe('Changing a rule of the statutes', () => {
  it('makes a new document and leaves the old one as it was', () => {
    const before = randers()
    const change = { value: overFilledSeats, source: 'Byrådet 02-03-2026', confirmed: true } as const
    const after = changeRule(before, 'quorum', change, inForceFrom)
    expect(after.rules.quorum).to.deep.equal(change)
    expect(after.inForceFrom).to.equal('2026-03-02')
    expect(before).to.deep.equal(randers())
    expect(differences(before, after)).to.deep.equal([
      {
        key: 'quorum',
        before: { share: [1, 2], comparison: 'at_least', base: 'all_seats' },
        after: overFilledSeats,
        confirmedBefore: false,
        confirmedAfter: true,
      },
    ])
  })

  it('can change how the organisations of one area agree, and only there', () => {
    const before = randers()
    const change = { value: 'joint', source: 'Svar fra Randers Kommune', confirmed: true } as const
    const after = changeRule(before, 'areas.psykiatri.agreement', change, inForceFrom)
    expect(differences(before, after).map(({ key, after: value }) => [key, value])).to.deep.equal([
      ['areas.psykiatri.agreement', 'joint'],
    ])
  })

  it('refuses a document that does not hold together', () => {
    const change = { value: 10, source: 'Byrådet', confirmed: true } as const
    expect(() => changeRule(randers(), 'seats', change, inForceFrom)).to.throw(StatutesError)
    const unknown = { value: 'joint', source: 'Byrådet', confirmed: true } as const
    expect(() => changeRule(randers(), 'areas.nowhere.agreement', unknown, inForceFrom)).to.throw(RangeError)
  })

  it('says of a value whether the rule can have it', () => {
    const statutes = randers()
    expect(checkRuleValue(statutes, 'complaintDays', 14)).to.deep.equal({ ok: true })
    expect(checkRuleValue(statutes, 'areas.psykiatri.agreement', 'joint')).to.deep.equal({ ok: true })
    for (const value of [-1, 7.5, '7', null, undefined]) {
      expect(checkRuleValue(statutes, 'complaintDays', value)).to.include({
        reason: 'rule_value_not_allowed',
      })
    }
    expect(checkRuleValue(statutes, 'seats', 0)).to.include({ reason: 'rule_value_not_allowed' })
    expect(checkRuleValue(statutes, 'seats', 10)).to.deep.include({
      reason: 'seats_do_not_add_up',
      params: { seats: 10, sum: 9 },
    })
  })
})

describe('A value that a rule cannot have', () => {
  const refusal = (key: 'seats' | 'marks' | 'complaintDays', value: unknown) =>
    checkRuleValue(randers(), key, value)
  const notAllowed = { ok: false, reason: 'rule_value_not_allowed', field: 'value' }

  it('is told as seats outside the range, where the range itself is right', () => {
    for (const [min, max] of [
      [10, 12],
      [10, 10],
      [0, 8],
    ] as const) {
      expect(refusal('seats', { min, max })).to.deep.equal({
        ...{ ok: false, reason: 'seats_outside_range', field: 'value' },
        params: { min, max, sum: 9 },
      })
    }
  })

  const odd = [{ min: 12, max: 10 }, { min: 10 }, { max: 12 }, { min: '10', max: 12 }, { min: 10, max: '12' }]
  for (const value of [...odd, null, 'nine', -1, 9.5, [9]]) {
    it(`is only said not to be allowed, as seats: ${JSON.stringify(value)}`, () => {
      expect(refusal('seats', value)).to.deep.equal(notAllowed)
    })
  }

  it('is no matter of seats in another rule', () => {
    expect(refusal('complaintDays', 4000)).to.deep.equal(notAllowed)
    expect(refusal('marks', { min: 1, max: 5, per: 'seat' })).to.deep.equal(notAllowed)
  })

  it('is told with both numbers where the seats do not add up', () => {
    const params = { seats: 10, sum: 9 }
    const reason = 'seats_do_not_add_up'
    expect(refusal('seats', 10)).to.deep.equal({ ok: false, reason, params, field: 'value' })
  })

  it('is no answer for a rule that these statutes do not have', () => {
    expect(() => checkRuleValue(randers(), 'areas.nowhere.agreement', 'joint')).to.throw(RangeError)
  })
})

describe('Several rules at once', () => {
  const agreed = {
    key: 'areas.psykiatri.agreement',
    value: 'joint',
    source: 'Svar fra Randers Kommune',
  } as const
  const rules = [
    { key: 'vacancy', value: 'substitute', source: 'Byrådet', sourceEn: 'The city council' },
    { key: 'substitutes', value: 'pool', source: 'Byrådet' },
    { key: 'consultation', value: 'none', source: 'Byrådet' },
    agreed,
  ] as const

  it('are put together, each confirmed with its source, and nothing else is touched', () => {
    const before = randers()
    const byCouncil = { source: 'Byrådet', confirmed: true }
    const agreement = { value: 'joint', source: agreed.source, confirmed: true }
    expect(withRules(before, rules, inForceFrom)).to.deep.equal({
      ...before,
      inForceFrom,
      rules: {
        ...before.rules,
        vacancy: { ...byCouncil, value: 'substitute', sourceEn: 'The city council' },
        substitutes: { ...byCouncil, value: 'pool' },
        consultation: { ...byCouncil, value: 'none' },
      },
      areas: before.areas.map((area) =>
        area.key === 'psykiatri' ? { ...area, filling: { ...area.filling, agreement } } : area,
      ),
    })
    expect(before).to.deep.equal(randers())
  })

  it('say nothing of an English source where there is none', () => {
    const { substitutes, vacancy } = withRules(randers(), rules, inForceFrom).rules
    expect(substitutes).to.have.all.keys('value', 'source', 'confirmed')
    expect(vacancy).to.have.all.keys('value', 'source', 'sourceEn', 'confirmed')
  })

  it('are refused where they do not fit each other', () => {
    expect(() => withRules(randers(), rules.slice(0, 1), inForceFrom)).to.throw(StatutesError)
  })
})

describe('Confirming an assumed rule', () => {
  it('takes its source in both languages', () => {
    const papers = { source: 'UR010118, § 7', sourceEn: 'UR010118, section 7' }
    const after = confirmRule(randers(), 'electionTie', papers, inForceFrom)
    expect(after.rules.electionTie).to.deep.equal({ value: 'lot', ...papers, confirmed: true })
  })

  it('keeps its value, takes the source, and leaves one assumed rule fewer', () => {
    const before = randers()
    const after = confirmRule(before, 'electionTie', 'UR010118, § 7', inForceFrom)
    expect(after.rules.electionTie).to.deep.equal({ value: 'lot', source: 'UR010118, § 7', confirmed: true })
    expect(assumedRules(after)).to.deep.equal(assumedRules(before).filter((key) => key !== 'electionTie'))
    expect(differences(before, after).map(({ key }) => key)).to.deep.equal(['electionTie'])
  })

  it('of every rule in turn leaves none assumed and no value changed', () => {
    const before = randers()
    const confirmed = ruleKeys(before).reduce(
      (statutes, key) => confirmRule(statutes, key, 'UR010118', inForceFrom),
      before,
    )
    expect(assumedRules(confirmed)).to.deep.equal([])
    for (const key of ruleKeys(before)) {
      expect(getRule(confirmed, key).value).to.deep.equal(getRule(before, key).value)
    }
  })
})

describe('Differences between two versions', () => {
  it('are none between a document and itself, whatever the order of names in it', () => {
    const turned = { base: 'all_seats', comparison: 'at_least', share: [1, 2] } as const
    const rule = { value: { ...turned, share: [1, 2] as [number, number] }, source: 'x', confirmed: false }
    const statutes = randers()
    expect(differences(statutes, statutes)).to.deep.equal([])
    expect(differences(statutes, { ...statutes, rules: { ...statutes.rules, quorum: rule } })).to.deep.equal(
      [],
    )
  })

  it('compare values by what they say, and not by the order of their names', () => {
    const value = { b: [2, 1, { d: null, c: true }], a: { z: 'x', y: undefined } }
    expect(canonical(value)).to.equal('{"a":{"z":"x"},"b":[2,1,{"c":true,"d":null}]}')
    expect(canonical({ c: 1, a: 2, b: 3 })).to.equal('{"a":2,"b":3,"c":1}')
    expect(canonical(undefined)).to.equal(undefined)
  })

  it('name a rule of which only the later one says anything', () => {
    const rule = { key: 'consultation', value: 'none', source: 'x' } as const
    const found = differences(randers(), withRules(randers(), [rule], inForceFrom))
    const standing = { confirmedBefore: undefined, confirmedAfter: true }
    expect(found).to.deep.equal([{ key: 'consultation', before: undefined, after: 'none', ...standing }])
  })

  it('name the agreement of an area that only one of them has', () => {
    const statutes = randers()
    const fewer = { ...statutes, areas: statutes.areas.filter(({ key }) => key !== 'boligsocial') }
    const gone = { key: 'areas.boligsocial.agreement', before: 'single', after: undefined }
    expect(differences(statutes, fewer)).to.deep.equal([
      { ...gone, confirmedBefore: true, confirmedAfter: undefined },
    ])
  })
})

describe('The day from which a change holds', () => {
  const latestInForceFrom = isoDate('2018-01-01')
  const table = [
    ['an assumed rule, from the first day of the version', false, '2018-01-01', 'ok'],
    ['an assumed rule, from some day since', false, '2021-06-01', 'ok'],
    ['an assumed rule, from the day before the version', false, '2017-12-31', 'version_before_latest'],
    ['a confirmed rule, from yesterday', true, '2026-03-01', 'version_in_past'],
    ['a confirmed rule, from today', true, '2026-03-02', 'ok'],
    ['a confirmed rule, from next year', true, '2027-01-01', 'ok'],
    ['a confirmed rule, from before the version', true, '2017-12-31', 'version_before_latest'],
  ] as const
  for (const [what, wasConfirmed, from, expected] of table) {
    it(`${what}: ${expected}`, () => {
      const verdict = checkRuleChange({ latestInForceFrom, today, inForceFrom: isoDate(from), wasConfirmed })
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(expected)
    })
  }

  it('is told with the first day that it can be', () => {
    const change = { latestInForceFrom, today, wasConfirmed: true }
    expect(checkRuleChange({ ...change, inForceFrom: isoDate('2017-12-31') })).to.deep.equal({
      ...{ ok: false, reason: 'version_before_latest', field: 'in_force_from' },
      params: { from: latestInForceFrom },
    })
    expect(checkRuleChange({ ...change, inForceFrom: isoDate('2026-03-01') })).to.deep.equal({
      ...{ ok: false, reason: 'version_in_past', field: 'in_force_from' },
      params: { today },
    })
  })

  it('cannot come before a version that is booked ahead', () => {
    const booked = isoDate('2027-01-01')
    const verdict = checkRuleChange({
      latestInForceFrom: booked,
      today,
      inForceFrom: today,
      wasConfirmed: true,
    })
    expect(verdict).to.deep.include({ reason: 'version_before_latest', params: { from: booked } })
  })
})

describe('The version in force', () => {
  const version = (id: StatutesVersionId, from: string) => ({ id, in_force_from: isoDate(from) })
  const versions = [
    version(anId(1), '2018-01-01'),
    version(anId(3), '2022-01-01'),
    version(anId(2), '2022-01-01'),
  ]

  it('is the latest whose day has come, and of several from one day the last made', () => {
    expect(versionInForce(versions, isoDate('2017-12-31'))).to.equal(undefined)
    expect(versionInForce(versions, isoDate('2018-01-01'))?.id).to.equal(1)
    expect(versionInForce(versions, isoDate('2021-12-31'))?.id).to.equal(1)
    expect(versionInForce(versions, isoDate('2022-01-01'))?.id).to.equal(3)
  })

  it('is the last made of several from one day, in whatever order they come', () => {
    const [a, b, c] = [
      version(anId(1), '2022-01-01'),
      version(anId(2), '2022-01-01'),
      version(anId(3), '2018-01-01'),
    ]
    for (const list of [
      [a, b, c],
      [b, a, c],
      [c, b, a],
      [c, a, b],
    ]) {
      expect(versionInForce(list, isoDate('2022-01-01'))).to.equal(b)
      expect(versionInForce(list, isoDate('2021-12-31'))).to.equal(c)
    }
  })

  it('does not depend on the order in which the versions come', () => {
    const many = fc.array(anyDay, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(many, anyDay, (days, on) => {
        const made = days.map((day, id) => ({ id: anId(id), in_force_from: day }))
        const found = versionInForce(made, on)
        expect(versionInForce([...made].reverse(), on)).to.deep.equal(found)
        const others = made.filter(({ in_force_from }) => in_force_from <= on)
        expect(found !== undefined).to.equal(others.length > 0)
        for (const other of others) {
          expect([other.in_force_from, other.id] <= [found?.in_force_from, found?.id]).to.equal(true)
        }
      }),
    )
  })
})
