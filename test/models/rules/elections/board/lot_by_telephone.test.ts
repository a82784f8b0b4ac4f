import { expect } from 'chai'
import {
  allowsLotByTelephone,
  mayConfirmLot,
  mayRecordLot,
  unconfirmed,
} from '../../../../../models/rules/elections/board/lot_by_telephone.ts'
import type { Statutes } from '../../../../../models/statutes/document.ts'
import { randers } from '../../../../support/statutes/randers.ts'
import { anId, someIds } from '../../../../support/ids.ts'

describe('A lot with the board on the telephone', () => {
  const allows = withRule(true)
  const base = {
    rules: allows,
    account: { id: anId(1), person_id: null, name: 'Bo Krag' },
    runs: true,
    candidates: [],
    board: someIds(2, 3),
    called: someIds(2),
  }
  const reason = (more: Partial<Parameters<typeof mayRecordLot>[0]>) => {
    const verdict = mayRecordLot({ ...base, ...more })
    return verdict.ok ? 'ok' : verdict.reason
  }

  it('is drawn by staff with at least one of the board on the telephone', () => {
    expect(reason({})).to.equal('ok')
    expect(reason({ called: someIds(2, 3) })).to.equal('ok')
    expect(reason({ called: [] })).to.equal('lot_call_missing')
    expect(reason({ called: someIds(2, 9) })).to.equal('lot_call_of_another')
  })

  it('not by whoever runs no election, nor by a candidate', () => {
    expect(reason({ runs: false })).to.equal('lot_by_board')
    expect(reason({ candidates: [{ person_id: null, name: 'bo krag' }] })).to.equal('is_a_candidate')
  })

  it('is not needed where somebody of the board is in the room', () => {
    const account = { ...base.account, id: anId(2) }
    expect(reason({ account, called: [] })).to.equal('ok')
    expect(reason({ account })).to.equal('lot_needs_no_call')
  })

  it('only where the statutes allow it; those that say nothing do not', () => {
    const { rules } = allows
    const { lotByTelephone: _unsaid, ...others } = rules
    expect(allowsLotByTelephone({ rules: others })).to.equal(false)
    expect(reason({ rules: { rules: others } })).to.equal('lot_by_board')
    expect(reason({ rules: withRule(false) })).to.equal('lot_by_board')
  })

  it('waits for each of those who were on the telephone, by whatever account of theirs', () => {
    const vera = { id: anId(3), person_id: anId(7), name: 'Vera Stub' }
    const calls = [
      { account: { id: anId(2), person_id: null, name: 'Signe Holm' }, confirmed: true },
      { account: vera, confirmed: false },
    ]
    expect(unconfirmed(calls)).to.deep.equal([calls[1]])
    expect(mayConfirmLot(calls, { ...vera, id: anId(30) }).ok).to.equal(true)
    for (const account of [calls[0]!.account, base.account])
      expect(mayConfirmLot(calls, account)).to.include({ reason: 'lot_call_not_yours' })
  })
})

function withRule(value: boolean): Pick<Statutes, 'rules'> {
  return randers({ lotByTelephone: value })
}
