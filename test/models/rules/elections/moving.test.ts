import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { checkMove, isMoved, listAfterMove } from '../../../../models/rules/elections/moving.ts'

const [tuesday, thursday] = [isoDate('2026-03-10'), isoDate('2026-03-12')]

describe('Moving the polling day', () => {
  it('takes a reason once people have been told of the day', () => {
    const move = { was: tuesday, days: [thursday] }
    expect(checkMove({ ...move, status: 'planned', reason: undefined }).ok).to.equal(true)
    for (const status of ['nominating', 'listed'] as const) {
      const without = checkMove({ ...move, status, reason: ' ' })
      expect(without).to.deep.include({ reason: 'move_without_reason', field: 'reason' })
      expect(checkMove({ ...move, status, reason: 'Stedet er lukket' }).ok).to.equal(true)
    }
  })

  it('is no move when people can still vote on the day they were told', () => {
    expect(isMoved({ status: 'listed', was: tuesday, days: [tuesday, thursday] })).to.equal(false)
    expect(isMoved({ status: 'listed', was: tuesday, days: [thursday] })).to.equal(true)
  })

  it('gives an approved list a new number, since the day stands on the papers', () => {
    const list = { was: tuesday, list_version: 3 }
    expect(listAfterMove({ ...list, status: 'listed', polling_on: thursday })).to.equal(4)
    expect(listAfterMove({ ...list, status: 'listed', polling_on: tuesday })).to.equal(3)
    expect(listAfterMove({ ...list, status: 'nominating', polling_on: thursday })).to.equal(3)
  })
})
