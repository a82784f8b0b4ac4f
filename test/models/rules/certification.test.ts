import { expect } from 'chai'
import { addDays, formatLongDate, isoDate } from '../../../models/dates.ts'
import { isCertified, mayCertify, mayCount, stands } from '../../../models/rules/certification.ts'
import { checkComplaint, complaintDeadline, mayBecomeFinal } from '../../../models/rules/complaint_period.ts'
import fc from 'fast-check'
import { anyDay } from './randers.ts'

const secretary = { id: 1, person_id: null }
const chair = { id: 2, person_id: 20 }
const officer = { id: 3, person_id: null }
const candidates = [{ person_id: 30 }, { person_id: 31 }]

describe('Counting', () => {
  const count = { account: officer, candidates, countedThisRoundBy: [] }

  it('is done by two people, each once', () => {
    expect(mayCount(count)).to.deep.equal({ ok: true })
    expect(mayCount({ ...count, account: secretary, countedThisRoundBy: [3] })).to.deep.equal({ ok: true })
    expect(mayCount({ ...count, countedThisRoundBy: [3] })).to.include({ reason: 'already_counted' })
    expect(mayCount({ ...count, countedThisRoundBy: [1, 2] })).to.include({ reason: 'round_is_counted' })
  })

  it('is not done by a candidate', () => {
    const standing = { id: 4, person_id: 31 }
    expect(mayCount({ ...count, account: standing })).to.include({ reason: 'is_a_candidate' })
  })
})

describe('Certifying a result', () => {
  const certification = {
    account: chair,
    boardMemberIds: [1, 2],
    counterIds: [3, 4],
    candidates,
    alreadyCertifiedBy: [],
  }

  it('is done by two different members of the electoral board', () => {
    expect(mayCertify(certification)).to.deep.equal({ ok: true })
    expect(mayCertify({ ...certification, account: secretary, alreadyCertifiedBy: [2] })).to.deep.equal({
      ok: true,
    })
    expect(isCertified([])).to.equal(false)
    expect(isCertified([2])).to.equal(false)
    expect(isCertified([2, 2])).to.equal(false)
    expect(isCertified([2, 1])).to.equal(true)
  })

  it('is refused to whoever is not on the board', () => {
    expect(mayCertify({ ...certification, account: officer })).to.include({ reason: 'not_on_board' })
  })

  it('is refused to a member of the board who entered a count', () => {
    expect(mayCertify({ ...certification, counterIds: [2, 3] })).to.include({ reason: 'entered_a_count' })
  })

  it('is refused to a chair who stands in the election', () => {
    expect(mayCertify({ ...certification, candidates: [{ person_id: 20 }] })).to.include({
      reason: 'is_a_candidate',
    })
  })

  it('is refused the second time', () => {
    expect(mayCertify({ ...certification, alreadyCertifiedBy: [2] })).to.include({
      reason: 'already_certified',
    })
  })
})

describe('Complaints', () => {
  const pollingDay = isoDate('2017-11-21')
  const election = { pollingDay, complaintDays: 7 }

  it('end "ugedagen efter valgdagen": Tuesday 21 November 2017 gives Tuesday 28 November', () => {
    expect(complaintDeadline(pollingDay, 7)).to.equal('2017-11-28')
  })

  it('after seven days end on the weekday of the polling, whichever it was', () => {
    const weekday = (day: Parameters<typeof formatLongDate>[0]) => formatLongDate(day, 'da').split(' ')[0]
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(complaintDeadline(day, 7))).to.equal(weekday(day))
      }),
    )
  })

  it('are in time on the last day and too late on the next', () => {
    const received = (days: number) => checkComplaint({ ...election, receivedOn: addDays(pollingDay, days) })
    expect(received(-1)).to.deep.include({ reason: 'complaint_before_polling', params: { from: pollingDay } })
    expect(received(0)).to.deep.equal({ ok: true })
    expect(received(7)).to.deep.equal({ ok: true })
    expect(received(8)).to.deep.include({ reason: 'complaint_too_late', params: { deadline: '2017-11-28' } })
  })

  it('keep the result provisional until the period is over and every one is decided', () => {
    const final = (days: number, undecidedComplaints: number) =>
      mayBecomeFinal({ ...election, today: addDays(pollingDay, days), undecidedComplaints })
    expect(final(7, 0)).to.deep.include({
      reason: 'complaint_period_runs',
      params: { deadline: '2017-11-28' },
    })
    expect(final(8, 2)).to.deep.include({ reason: 'complaint_undecided', params: { count: 2 } })
    expect(final(8, 0)).to.deep.equal({ ok: true })
  })
})

describe('Whether an account belongs to a candidate', () => {
  const lis = { id: 3, person_id: null, name: 'Lis Winther' }

  it('follows from the register where it knows both', () => {
    expect(stands({ ...lis, person_id: 7 }, [{ person_id: 7, name: 'Lis W.' }])).to.equal(true)
    expect(stands({ ...lis, person_id: 7 }, [{ person_id: 8, name: 'Lis Winther' }])).to.equal(false)
  })

  it('follows from the name where it does not: no capital letter, space or way of writing å hides it', () => {
    expect(stands(lis, [{ person_id: null, name: ' lis  WINTHER' }])).to.equal(true)
    expect(stands(lis, [{ person_id: 8, name: 'Lis Winther' }])).to.equal(true)
    expect(stands({ ...lis, name: 'Åse Å' }, [{ person_id: null, name: 'A\u030Ase A\u030A' }])).to.equal(true)
    expect(stands(lis, [{ person_id: null, name: 'Lis Winter' }])).to.equal(false)
    expect(stands({ id: 3, person_id: null }, [{ person_id: null }])).to.equal(false)
  })
})
