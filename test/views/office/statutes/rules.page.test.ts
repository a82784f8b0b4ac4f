import { expect } from 'chai'
import { ruleKeys, type RuleKey } from '../../../../models/statutes/document.ts'
import { hiddenFields } from '../../../../views/office/statutes/hidden_fields.ts'
import { previewPage } from '../../../../views/office/statutes/preview.page.ts'
import { rulePage } from '../../../../views/office/statutes/rule.page.ts'
import { rulesPage } from '../../../../views/office/statutes/rules.page.ts'
import { chosenRules, severalPage, typedFor } from '../../../../views/office/statutes/several.page.ts'
import { problemLines, uploadPage } from '../../../../views/office/statutes/upload.page.ts'
import { aVersion } from '../../../support/plain/statutes.ts'
import { aReader } from '../../../support/reader.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anId } from '../../../support/ids.ts'

const reader = aReader({ on: '2026-03-02' })
const version = aVersion(4, randers({ complaintDays: 14 }))
const rule = (key: RuleKey) => rulePage(reader, version, key)

describe('The pages of the rules in the office', () => {
  it('the list has those that wait for a yes first, each with the way to its form', () => {
    const { parts, waiting, isComing } = rulesPage(reader, version)
    expect(parts.map(({ kind }) => kind)).to.deep.equal(['assumed', 'confirmed'])
    expect(parts[0]?.rules.length).to.equal(waiting)
    expect(isComing).to.equal(false)
    const all = parts.flatMap(({ rules }) => rules)
    expect(all.map(({ key }) => key)).to.have.members(ruleKeys(version.statutes))
    expect(all.find(({ key }) => key === 'quorum')?.href).to.equal('/kontor/vedtaegter/quorum')
    expect(rulesPage(aReader({ on: '2017-12-31' }), version).isComing).to.equal(true)
  })

  it('an assumed rule can be confirmed, unless there is nothing to say yes to', () => {
    expect(rule('quorum').canConfirm).to.equal(true)
    expect(rule('complaintDays').canConfirm).to.equal(false)
    const open = aVersion(5, randers({ holdover: 'unknown' }))
    open.statutes.rules.holdover.confirmed = false
    expect(rulePage(reader, open, 'holdover').canConfirm).to.equal(false)
  })

  it('a rule that bound may be changed from today on, an assumed one from the version’s own day', () => {
    expect([rule('complaintDays').earliest, rule('quorum').earliest]).to.deep.equal([
      '2026-03-02',
      '2018-01-01',
    ])
    expect(rule('quorum').proposedFrom).to.equal('2026-03-02')
  })

  it('a rule with one possible value has no choice', () => {
    expect([rule('electionTie').hasChoice, rule('quorum').hasChoice]).to.deep.equal([false, true])
  })

  it('the preview says what the rule was and becomes, and when nothing but its standing changes', () => {
    const after = randers({ complaintDays: 7 })
    const changed = previewPage(reader, 'complaintDays', { before: version.statutes, after }, 'Fordi', [])
    expect(changed).to.include({ sameValue: false, isPast: true, reason: 'Fordi', source: 'the test' })
    const same = previewPage(reader, 'complaintDays', { before: after, after }, 'Fordi', [])
    expect(same.sameValue).to.equal(true)
    expect(same.after.tag.variant).to.equal('success')
  })

  it('several rules stand in one form, each under its own names', () => {
    const { rules, choices } = severalPage(reader, version, ['quorum', 'complaintDays', 'no_such_rule'])
    expect(rules.map(({ key }) => key)).to.have.members(['quorum', 'complaintDays'])
    const names = rules.flatMap(({ fields }) => fields).map(({ field }) => field.name)
    expect(names).to.include.members(['quorum:share', 'complaintDays:value'])
    expect(new Set(names).size).to.equal(names.length)
    expect(choices.filter(({ chosen }) => chosen).length).to.equal(2)
    expect(typedFor('quorum', { 'quorum:share': '1/2', 'complaintDays:value': '7' })).to.deep.equal({
      share: '1/2',
    })
  })

  it('none is chosen when none is asked for', () => {
    for (const asked of [undefined, '', 'Quorum', {}])
      expect(chosenRules(version.statutes, asked)).to.deep.equal([])
  })

  it('what was typed is carried along, without the tokens and the step', () => {
    const typed = { _csrf: 'x', _once: 'y', step: 'preview', reason: 'Fordi', value: ['a', 'b'] }
    expect(hiddenFields({ ...typed, gone: undefined })).to.deep.equal([
      { name: 'reason', value: 'Fordi' },
      { name: 'value', value: 'a' },
      { name: 'value', value: 'b' },
    ])
  })

  it('what is wrong in a file is said in the reader’s language', () => {
    const problem = { message: 'in English', params: { type: 'string' }, code: 'wrong_type' as const }
    const problems = [
      { ...problem, path: 'areas[0].name' },
      { ...problem, path: '(the whole document)' },
    ]
    const [one, whole] = problemLines(reader, problems)
    expect(one?.path).to.equal('areas[0].name')
    expect(one?.text).not.to.match(/\{\{|statutes_versions|string/)
    expect(whole?.path).not.to.include('(')
    expect(uploadPage(reader, anId(4), []).fileHref).to.equal('/vedtaegter/4/fil.json')
  })
})
