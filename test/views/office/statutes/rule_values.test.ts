import { expect } from 'chai'
import { RULE_NAMES, getRule, ruleKeys } from '../../../../models/statutes/document.ts'
import { valueForm } from '../../../../views/office/statutes/values/rule_values.ts'
import type { ValueField } from '../../../../views/office/statutes/values/value_form.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'

const { t } = aReader()
const statutes = randers()

function sent(fields: readonly ValueField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ kind, field }) => [field.name, shown(kind, field.value)]))
}

function shown(kind: ValueField['kind'], value: ValueField['field']['value']): unknown {
  if (kind === 'checkboxes') return [value ?? []].flat()
  return kind === 'number_field' && value !== '' ? Number(value) : (value ?? '')
}

describe('The form of each rule', () => {
  it('reads back the very value that it shows', () => {
    for (const key of ruleKeys(statutes)) {
      const { value } = getRule(statutes, key)
      const form = valueForm(key)
      const fields = form.fields(t, value)
      if (fields.length > 0 && value !== null)
        expect(form.read(sent(fields), value), key).to.deep.equal(value)
    }
  })

  it('asks for fields that it shows, and for one of the choices that it offers', () => {
    for (const key of RULE_NAMES) {
      const form = valueForm(key)
      const fields = new Map(form.fields(t, undefined).map(({ field }) => [field.name, field]))
      for (const asked of form.asks({}, undefined)) {
        const field = fields.get(asked.name)
        expect(field, `${key} ${asked.name}`).not.to.equal(undefined)
        const options = field && 'options' in field ? field.options.map(({ value }) => value) : []
        expect(options, `${key} ${asked.name}`).to.deep.equal(asked.among)
      }
    }
  })

  it('asks for a figure only of the kind that is chosen', () => {
    const names = (typed: Record<string, string>) =>
      valueForm('noticeDays')
        .asks(typed)
        .map(({ name }) => name)
    expect(names({ value: 'days' })).to.deep.equal(['value', 'days'])
    expect(names({ value: 'both' })).to.deep.equal(['value', 'days', 'weekdays'])
    expect(names({})).to.deep.equal(['value'])
  })

  it('has words for every label, hint and choice, in both languages', () => {
    for (const lang of ['da', 'en'] as const)
      for (const key of RULE_NAMES) {
        const fields = valueForm(key).fields(aReader({ lang }).t, undefined)
        expect(JSON.stringify(fields), key).not.to.match(/statutes_form\.|statutes\.rules|\{\{|undefined/)
      }
  })
})
