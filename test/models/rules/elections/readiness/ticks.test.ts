import { expect } from 'chai'
import fc from 'fast-check'
import {
  changedTicks,
  isAhead,
  TICK_KEYS,
  tickHolds,
  tickLines,
} from '../../../../../models/rules/elections/readiness/ticks.ts'

describe('What people look at before a polling day', () => {
  it('is named by what the election uses', () => {
    const all = (means: 'paper' | 'booth' | 'both') => [
      ...tickLines('election', means),
      ...tickLines('place', means),
    ]
    expect(all('both')).to.have.members(TICK_KEYS)
    expect(all('paper')).to.include.members([
      'pens',
      'ballot_box',
      'counters',
      'magnifier',
      'screen',
      'light',
    ])
    expect(all('paper')).not.to.include('chargers')
    expect(all('booth')).to.include.members(['chargers', 'key_holders', 'table_height', 'printer_page'])
    expect(all('booth')).not.to.include('pens')
  })

  const ticks: [what: string, tick: Parameters<typeof tickHolds>[0], holds: boolean][] = [
    ['a tick', { line: 'pens', place: 'Caféen', done: 1, list_version: 1 }, true],
    ['a tick taken away', { line: 'pens', place: 'Caféen', done: 0, list_version: 2 }, false],
    ['papers with an older list', { line: 'papers_there', place: 'Caféen', done: 1, list_version: 1 }, false],
    ['papers with this list', { line: 'ballot_look', place: null, done: 1, list_version: 2 }, true],
    ['a line of an older version', { line: 'candles', place: null, done: 1, list_version: 2 }, false],
  ]
  for (const [what, tick, holds] of ticks)
    it(`${holds ? 'holds' : 'does not hold'} for ${what}`, () => {
      expect(tickHolds(tick, { list_version: 2 })).to.equal(holds)
    })

  it('changes only what was changed on the page, whatever another one has ticked meanwhile', () => {
    const some = fc.uniqueArray(fc.constantFrom(...TICK_KEYS))
    fc.assert(
      fc.property(some, some, some, (seen, chosen, meanwhile) => {
        const { ticked, unticked } = changedTicks(seen, chosen)
        const after = [...new Set([...meanwhile, ...ticked])].filter((key) => !unticked.includes(key))
        for (const key of TICK_KEYS) {
          const untouched = seen.includes(key) === chosen.includes(key)
          const wanted = untouched ? meanwhile.includes(key) : chosen.includes(key)
          expect(after.includes(key)).to.equal(wanted)
        }
      }),
    )
  })

  it('is for a vote that lies ahead', () => {
    expect(isAhead('listed')).to.equal(true)
    expect(isAhead('planned')).to.equal(false)
    expect(isAhead('polling')).to.equal(false)
    expect(isAhead('called_off')).to.equal(false)
  })
})
