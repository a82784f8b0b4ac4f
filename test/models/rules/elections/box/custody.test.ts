import { expect } from 'chai'
import fc from 'fast-check'
import {
  type Custody,
  type HeldSlip,
  isTriedEnough,
  mayHold,
  mayTake,
  slipState,
  thresholdOf,
} from '../../../../../models/rules/elections/box/custody.ts'
import type { AccountId } from '../../../../../models/core/ids.ts'
import { anId } from '../../../../support/ids.ts'

const maker: AccountId = anId(1)
const second: AccountId = anId(2)
const third: AccountId = anId(3)
const fourth: AccountId = anId(4)

function slip(number: number, given: Partial<HeldSlip> = {}): HeldSlip {
  return { number, account_id: anId(number), shownTo: null, isOnPaper: false, triedBy: [], ...given }
}

function custody(slips: HeldSlip[], isLocked = false): Custody {
  return { threshold: thresholdOf(slips.length) ?? 2, account_id: maker, slips, isLocked }
}

describe('Holding key slips', () => {
  it('two of three or three of five open a box, and no other number is offered', () => {
    const offered = [0, 1, 2, 3, 4, 5, 6].map(thresholdOf)
    expect(offered).to.deep.equal([undefined, undefined, undefined, 2, undefined, 3, undefined])
  })

  it('no one holds two, by account or by name, and no candidate holds one', () => {
    const named = (...names: string[]) => names.map((name) => ({ name, account: undefined }))
    expect(mayHold(named('Bo Krag', 'Lis Winther', 'Ole Sky'), [])).to.deep.equal({ ok: true })
    expect(mayHold(named('Bo Krag', 'bo  krag', 'Ole Sky'), [])).to.include({ reason: 'holder_twice' })
    const account = { id: anId(7), person_id: null, name: 'Bo Krag' }
    const candidates = [{ person_id: null, name: 'Bo Krag' }]
    expect(
      mayHold([{ name: 'Bo Krag', account }, ...named('Ole Sky', 'Pia Eng')], candidates),
    ).to.deep.include({ reason: 'holder_stands', params: { name: 'Bo Krag' } })
  })

  it('the words are shown to the holder alone, until the box is locked', () => {
    const slips = [slip(1), slip(2), slip(3)]
    const [first = slip(1)] = slips
    expect(mayTake(custody(slips), first, maker)).to.deep.equal({ ok: true })
    expect(mayTake(custody(slips), first, second)).to.include({ reason: 'slip_of_another_holder' })
    expect(mayTake(custody(slips, true), first, maker)).to.include({ reason: 'slip_is_in_use' })
  })

  it('a sheet is printed by nobody who would then have seen enough slips', () => {
    const paper = slip(3, { account_id: null })
    const slips = [slip(1), slip(2), paper]
    expect(mayTake(custody(slips), paper, maker)).to.include({ reason: 'slips_seen_enough' })
    expect(mayTake(custody(slips), paper, fourth)).to.deep.equal({ ok: true })
    // Of five slips, three open the box: two may be seen.
    const [four, five] = [slip(4, { account_id: null, shownTo: third }), slip(5, { account_id: null })]
    const many = [slip(1), slip(2), slip(6), four, five]
    expect(mayTake(custody(many), five, third)).to.deep.equal({ ok: true })
    expect(mayTake(custody([...many.slice(0, 2), slip(3), four, five]), five, third)).to.include({
      reason: 'slips_seen_enough',
    })
  })

  it('waits, is shown, is on paper and is tried, in that order', () => {
    expect(slipState(slip(1))).to.equal('waiting')
    expect(slipState(slip(1, { shownTo: maker }))).to.equal('shown')
    expect(slipState(slip(1, { shownTo: maker, isOnPaper: true }))).to.equal('on_paper')
    expect(slipState(slip(1, { shownTo: maker, isOnPaper: true, triedBy: [maker] }))).to.equal('tried')
  })

  it('is tried enough when as many as open the box were tried by others than the one who named the holders', () => {
    const tried = fc.array(fc.subarray([maker, second, third]), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(tried, (triedBy) => {
        const slips = triedBy.map((by, index) => slip(index + 1, { triedBy: by }))
        const counted = triedBy.filter((by) => by.includes(second) || by.includes(third)).length
        expect(isTriedEnough(custody(slips))).to.equal(counted >= 2)
      }),
    )
  })
})
