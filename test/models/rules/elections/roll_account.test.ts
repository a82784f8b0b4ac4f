import { expect } from 'chai'
import fc from 'fast-check'
import { ballotsBeyondMarks, checkRollAccount } from '../../../../models/rules/elections/roll_account.ts'

describe('Ballots against the marks on a roll', () => {
  const table: [marked: number, ballots: number, reason: string | undefined, ok: boolean, beyond: number][] =
    [
      [10, 10, undefined, true, 0],
      // A voter is marked and gives the paper back: fewer ballots are explained by nobody.
      [10, 9, undefined, true, 0],
      // One marked, ten cast: 10 − 1 = 9 beyond.
      [1, 10, undefined, false, 9],
      [1, 10, '   ', false, 9],
      [1, 10, 'Listen blev ført på papir', true, 9],
      [0, 1, undefined, false, 1],
      [0, 0, undefined, true, 0],
    ]
  for (const [marked, ballots, reason, ok, beyond] of table) {
    it(`${ballots} ballots, ${marked} marked, ${reason?.trim() ? 'a reason' : 'no reason'}: ${ok ? 'closes' : 'is asked'}`, () => {
      expect(ballotsBeyondMarks({ marked, ballots })).to.equal(beyond)
      expect(checkRollAccount({ marked, ballots }, reason)).to.deep.equal(
        ok
          ? { ok: true }
          : {
              ok: false,
              reason: 'more_ballots_than_marks',
              params: { count: beyond, marked, ballots },
              field: 'marks_reason',
            },
      )
    })
  }

  it('need a reason exactly where there are more', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (marked, ballots) => {
        expect(checkRollAccount({ marked, ballots }, undefined).ok).to.equal(ballots <= marked)
      }),
    )
  })
})
