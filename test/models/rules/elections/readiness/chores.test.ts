import { expect } from 'chai'
import fc from 'fast-check'
import { isoDate } from '../../../../../models/core/dates.ts'
import {
  type Chore,
  choresOf,
  type RoomFacts,
  TICKED_CHORES,
  versionTicked,
} from '../../../../../models/rules/elections/readiness/chores.ts'
import { ELECTION_STATES, facts } from '../../../../../models/rules/elections/state.ts'

function room(given: Partial<RoomFacts> = {}): RoomFacts {
  return {
    ...{ state: 'nominating', means: 'paper', today: isoDate('2026-03-01'), mayBeUncontested: false },
    ...{ candidates_by: isoDate('2026-03-02'), opensOn: isoDate('2026-03-10') },
    ...{ polling_on: isoDate('2026-03-11'), complaints_until: isoDate('2026-03-25'), recordedOn: null },
    ...{ printed: 0, isBoxLocked: false, isVote: true, isSealed: false, isDestroyed: false, ticked: [] },
    ...given,
  }
}

const now = (given: Partial<RoomFacts>) =>
  choresOf(room(given))
    .filter(({ state }) => state === 'now')
    .map(({ key, due }) => `${key} ${due}`)

const stateOf = (key: Chore['key'], given: Partial<RoomFacts>) =>
  choresOf(room(given)).find((chore) => chore.key === key)?.state

describe('What an election needs of the people in the room', () => {
  it('comes one after the other, from the call to the end', () => {
    const both = { means: 'both' } as const
    const recordedOn = isoDate('2026-03-12')
    const table: [string, Partial<RoomFacts>, string[]][] = [
      ['not called yet', { state: 'planned' }, []],
      ['called', { state: 'nominating' }, ['call_hung 2026-03-02']],
      ['called, and the last day for candidates has gone', { today: isoDate('2026-03-03') }, []],
      ['called, and it hangs there', { state: 'nominating', ticked: ['call_hung'] }, []],
      // The day before the first polling day, which is the 10th.
      ['listed', { ...both, state: 'listed' }, ['papers_printed 2026-03-09', 'box_locked 2026-03-09']],
      ['listed, all there', { ...both, state: 'listed', printed: 40, isBoxLocked: true }, []],
      ['listed, and perhaps nobody votes', { ...both, state: 'listed', mayBeUncontested: true }, []],
      ['people vote', { ...both, state: 'polling' }, []],
      ['closed', { ...both, state: 'closed' }, ['codes_hung 2026-03-11']],
      ['counted on paper', { state: 'counted' }, ['material_sealed 2026-03-12']],
      [
        'certified the day after the last polling day',
        { state: 'certified', recordedOn },
        ['record_signed 2026-03-13', 'result_hung 2026-03-13', 'material_sealed 2026-03-12'],
      ],
      [
        'final, and nothing is put away',
        { state: 'final', recordedOn, ticked: ['record_signed', 'result_hung'] },
        ['material_sealed 2026-03-12', 'material_destroyed 2026-03-26'],
      ],
      [
        'annulled',
        { state: 'rerun', recordedOn },
        ['material_sealed 2026-03-12', 'material_destroyed 2026-03-26'],
      ],
    ]
    for (const [what, given, expected] of table) expect(now(given), what).to.deep.equal(expected)
  })

  it('is less where nobody votes, and other things on a tablet', () => {
    const decided = { isVote: false, recordedOn: isoDate('2026-03-03') }
    expect(now({ ...decided, state: 'certified' })).to.deep.equal([
      'record_signed 2026-03-04',
      'result_hung 2026-03-04',
    ])
    expect(now({ ...decided, state: 'final', ticked: ['record_signed', 'result_hung'] })).to.deep.equal([])
    const onTablets = choresOf(room({ means: 'booth' })).map(({ key }) => key)
    expect(onTablets).not.to.include.members(['papers_printed', 'material_sealed'])
    expect(onTablets).to.include.members(['box_locked', 'codes_hung'])
  })

  it('is over when its time has gone, whether or not anybody said that it was done', () => {
    expect(stateOf('call_hung', { state: 'listed' })).to.equal('past')
    expect(stateOf('call_hung', { state: 'listed', ticked: ['call_hung'] })).to.equal('done')
    expect(stateOf('material_sealed', { state: 'final', isDestroyed: true })).to.equal('done')
    expect(stateOf('record_signed', { state: 'called_off' })).to.equal('past')
  })

  it('is asked for in no state in which it cannot be done, and never once it is done', () => {
    const facts_ = fc.record({
      state: fc.constantFrom(...ELECTION_STATES),
      means: fc.constantFrom('paper' as const, 'booth' as const, 'both' as const),
      printed: fc.nat({ max: 2 }),
      isBoxLocked: fc.boolean(),
      isVote: fc.boolean(),
      isSealed: fc.boolean(),
      isDestroyed: fc.boolean(),
      ticked: fc.subarray([...TICKED_CHORES]),
    })
    fc.assert(
      fc.property(facts_, (given) => {
        const is = facts(given.state)
        for (const { key, state } of choresOf(room(given))) {
          if (state !== 'now') continue
          expect(is.called, `${key} ${given.state}`).to.equal(true)
          expect(given.ticked).not.to.include(key)
          if (key === 'result_hung' || key === 'record_signed') expect(is.certified).to.equal(true)
          if (key === 'material_destroyed') expect(is.over && !given.isDestroyed).to.equal(true)
          if (key === 'papers_printed') expect(is.listed && is.beforePolling).to.equal(true)
        }
      }),
    )
  })

  it('is ticked anew when the result is corrected', () => {
    expect([versionTicked('call_hung', 2), versionTicked('result_hung', 2)]).to.deep.equal([0, 2])
  })
})
