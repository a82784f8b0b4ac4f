import { expect } from 'chai'
import {
  isAmong,
  isCertified,
  mayCertify,
  mayCount,
  samePerson,
  stands,
} from '../../../../models/rules/elections/certification.ts'
import { anId, someIds } from '../../../support/ids.ts'

const secretary = { id: anId(1), person_id: null }
const chair = { id: anId(2), person_id: anId(20) }
const officer = { id: anId(3), person_id: null }
const candidates = [{ person_id: anId(30) }, { person_id: anId(31) }]

describe('Counting', () => {
  const count = { account: officer, candidates, countedThisRoundBy: [] }

  it('is done by two people, each once', () => {
    expect(mayCount(count)).to.deep.equal({ ok: true })
    expect(mayCount({ ...count, account: secretary, countedThisRoundBy: [officer] })).to.deep.equal({
      ok: true,
    })
    expect(mayCount({ ...count, countedThisRoundBy: [officer] })).to.include({ reason: 'already_counted' })
    expect(mayCount({ ...count, countedThisRoundBy: [secretary, chair] })).to.include({
      reason: 'round_is_counted',
    })
  })

  it('is not done by a candidate', () => {
    const standing = { id: anId(4), person_id: anId(31) }
    expect(mayCount({ ...count, account: standing })).to.include({ reason: 'is_a_candidate' })
  })
})

describe('Certifying a result', () => {
  const certification = {
    account: chair,
    boardMemberIds: someIds(1, 2),
    counters: [officer, { id: anId(4), person_id: null }],
    candidates,
    alreadyCertifiedBy: [],
  }

  it('is done by two different members of the electoral board', () => {
    expect(mayCertify(certification)).to.deep.equal({ ok: true })
    expect(mayCertify({ ...certification, account: secretary, alreadyCertifiedBy: [chair] })).to.deep.equal({
      ok: true,
    })
    expect(isCertified([])).to.equal(false)
    expect(isCertified([chair])).to.equal(false)
    expect(isCertified([chair, chair])).to.equal(false)
    expect(isCertified([chair, secretary])).to.equal(true)
  })

  it('is refused to whoever is not on the board', () => {
    expect(mayCertify({ ...certification, account: officer })).to.include({ reason: 'not_on_board' })
  })

  it('is refused to a member of the board who entered a count', () => {
    expect(mayCertify({ ...certification, counters: [chair, officer] })).to.include({
      reason: 'entered_a_count',
    })
  })

  it('is refused to a chair who stands in the election', () => {
    expect(mayCertify({ ...certification, candidates: [{ person_id: anId(20) }] })).to.include({
      reason: 'is_a_candidate',
    })
  })

  it('is refused the second time', () => {
    expect(mayCertify({ ...certification, alreadyCertifiedBy: [chair] })).to.include({
      reason: 'already_certified',
    })
  })
})

describe('Whether an account belongs to a candidate', () => {
  const lis = { id: anId(3), person_id: null, name: 'Lis Winther' }

  it('follows from the register where it knows both', () => {
    expect(stands({ ...lis, person_id: anId(7) }, [{ person_id: anId(7), name: 'Lis W.' }])).to.equal(true)
    expect(stands({ ...lis, person_id: anId(7) }, [{ person_id: anId(8), name: 'Lis Winther' }])).to.equal(
      false,
    )
  })

  it('follows from the name where it does not: no capital letter, space or way of writing å hides it', () => {
    expect(stands(lis, [{ person_id: null, name: ' lis  WINTHER' }])).to.equal(true)
    expect(stands(lis, [{ person_id: anId(8), name: 'Lis Winther' }])).to.equal(true)
    expect(stands({ ...lis, name: 'Åse Å' }, [{ person_id: null, name: 'A\u030Ase A\u030A' }])).to.equal(true)
    expect(stands(lis, [{ person_id: null, name: 'Lis Winter' }])).to.equal(false)
    expect(stands({ id: anId(3), person_id: null }, [{ person_id: null }])).to.equal(false)
  })
})

describe('One person with two accounts', () => {
  const bo = { id: anId(5), person_id: anId(50), name: 'Bo Krag' }
  const boAgain = { id: anId(6), person_id: anId(50), name: 'B. Krag' }
  const boUnknown = { id: anId(7), person_id: null, name: 'bo  KRAG' }
  const otherBo = { id: anId(8), person_id: anId(51), name: 'Bo Krag' }
  const nameless = { id: anId(9), person_id: null }

  it('is known by the register, and by the name where the register does not say', () => {
    const table: [typeof bo | typeof boUnknown | typeof nameless, typeof bo | typeof boUnknown, boolean][] = [
      [bo, bo, true],
      [bo, boAgain, true],
      [bo, boUnknown, true],
      [bo, otherBo, false],
      [boAgain, boUnknown, false],
      [nameless, boUnknown, false],
      [nameless, bo, false],
    ]
    for (const [a, b, same] of table) {
      expect(samePerson(a, b), JSON.stringify([a, b])).to.equal(same)
      expect(samePerson(b, a), JSON.stringify([b, a])).to.equal(same)
    }
    expect(isAmong(bo, [])).to.equal(false)
    expect(isAmong(bo, [otherBo, boAgain])).to.equal(true)
  })

  it('is not somebody whose names run together the same way', () => {
    const one = { id: anId(1), person_id: null, name: 'Bo Dahl Krag' }
    expect(samePerson(one, { id: anId(2), person_id: null, name: 'Bodahl Krag' })).to.equal(false)
    expect(
      samePerson({ ...one, name: 'Straße' }, { id: anId(2), person_id: null, name: 'STRASSE' }),
    ).to.equal(false)
  })

  it('counts once in a round, does not certify what it counted, and certifies once', () => {
    const count = { candidates, countedThisRoundBy: [bo] }
    for (const account of [boAgain, boUnknown])
      expect(mayCount({ ...count, account })).to.include({ reason: 'already_counted' })
    expect(mayCount({ ...count, account: otherBo })).to.deep.equal({ ok: true })
    const board = { boardMemberIds: someIds(5, 6, 7, 8), candidates, counters: [], alreadyCertifiedBy: [] }
    expect(mayCertify({ ...board, account: boAgain, counters: [bo] })).to.include({
      reason: 'entered_a_count',
    })
    expect(mayCertify({ ...board, account: boUnknown, alreadyCertifiedBy: [bo] })).to.include({
      reason: 'already_certified',
    })
    expect(isCertified([bo, boAgain])).to.equal(false)
    expect(isCertified([bo, boUnknown, boAgain])).to.equal(false)
    expect(isCertified([bo, otherBo])).to.equal(true)
  })
})
