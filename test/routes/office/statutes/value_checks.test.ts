import { expect } from 'chai'
import { matchedData, validationResult } from 'express-validator'
import { changeRule } from '../../../../models/statutes/comparison.ts'
import { getRule, type RuleKey } from '../../../../models/statutes/document.ts'
import { checksOf } from '../../../../routes/office/statutes/value_checks.ts'
import { valueForm } from '../../../../views/office/statutes/values/rule_values.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'

type Fields = Record<string, string | string[]>

const statutes = randers()
const { t } = aReader()

function sent(key: RuleKey, typed: Fields): Fields {
  const shown = valueForm(key)
    .fields(t, getRule(statutes, key).value)
    .map(({ field }): [string, string | string[]] => [
      field.name,
      typeof field.value === 'object' && field.value !== null ? [...field.value] : String(field.value ?? ''),
    ])
  return { ...Object.fromEntries(shown), ...typed }
}

async function read(key: RuleKey, typed: Fields): Promise<{ value?: unknown; wrong: string[] }> {
  const form = valueForm(key)
  const now = getRule(statutes, key).value
  const request = { body: sent(key, typed) }
  for (const check of checksOf(form.asks(request.body, now))) await check.run(request)
  const wrong = validationResult(request).array({ onlyFirstError: true })
  if (wrong.length > 0) return { wrong: wrong.map(({ msg }) => String(msg)) }
  return { value: form.read(matchedData(request), now), wrong: [] }
}

describe('What is typed in the form of a rule', () => {
  const changes: [key: RuleKey, fields: Fields, value: unknown][] = [
    ['complaintDays', { value: '14' }, 14],
    ['minimumAge', { value: 'limit', count: '15' }, 15],
    ['minimumAge', { value: 'without' }, null],
    ['councilTie', { value: 'chair_decides' }, 'chair_decides'],
    ['appointingBody', { value: 'Socialudvalget' }, 'Socialudvalget'],
    ['voters', { value: 'Alle over 18 år' }, 'Alle over 18 år'],
    ['meetingsOpen', { value: 'open' }, true],
    ['marks', { min: '1', max: '2' }, { min: 1, max: 2 }],
    ['reelection', { value: 'limit', count: '2' }, { maxTerms: 2 }],
    ['absenceLoss', { value: 'limit', count: '6' }, { months: 6 }],
    ['candidateEligibility', { value: 'resident' }, { anyOf: ['resident'] }],
    ['offices', { value: ['chair'] }, ['chair']],
    ['areas.psykiatri.agreement', { value: 'joint' }, 'joint'],
  ]
  for (const [key, typed, value] of changes) {
    it(`${key} can become ${JSON.stringify(value)}`, async () => {
      const { value: typedValue, wrong } = await read(key, typed)
      expect(wrong).to.deep.equal([])
      const papers = { source: 'Vedtægterne § 7', confirmed: true as const }
      const changed = changeRule(statutes, key, { value: typedValue, ...papers }, statutes.inForceFrom)
      expect(getRule(changed, key)).to.deep.equal({ value, ...papers })
    })
  }

  it('is refused when no form offers it, or when it is no figure', async () => {
    expect((await read('councilTie', { value: 'coin' })).wrong).to.deep.equal(['invalid.choose'])
    expect((await read('complaintDays', { value: 'fjorten' })).wrong).to.deep.equal([
      'invalid.not_a_whole_number',
    ])
    expect((await read('quorum', { share: 'other', part: '', whole: '' })).wrong).to.have.length(2)
  })
})
