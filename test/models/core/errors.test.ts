import { expect } from 'chai'
import { Refused, require } from '../../../models/core/errors.ts'
import { allowed, refused, type Verdict } from '../../../models/rules/core/verdict.ts'

describe('What a rule answers, required', () => {
  it('goes on where the rule allows it', () => {
    require(allowed)
  })

  it('is refused with the reason, the params and the field of the rule', () => {
    const verdict = refused('complaint_too_late', { deadline: '2026-01-20' }, 'received_on')
    expect(refusalOf(verdict)).to.include({ reason: 'complaint_too_late', field: 'received_on' })
    expect(refusalOf(verdict).params).to.deep.equal({ deadline: '2026-01-20' })
  })

  it('names no field where neither rule nor form does', () => {
    expect(refusalOf(refused('complaint_period_runs')).field).to.be.undefined
  })

  it('names the field of the form before that of the rule', () => {
    expect(refusalOf(refused('end_before_start', undefined, 'due_on'), 'dato').field).to.equal('dato')
  })
})

function refusalOf(
  verdict: Verdict<'complaint_too_late' | 'complaint_period_runs' | 'end_before_start'>,
  field?: string,
): Refused {
  try {
    require(verdict, field)
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('not refused')
}
