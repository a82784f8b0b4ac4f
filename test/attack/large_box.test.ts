import { expect } from 'chai'
import { MIXED_WITH } from '../../models/elections/box/mixing.ts'
import { anApp } from '../support/app.ts'
import { newDatabasesOnly } from '../support/databases/reuse.ts'
import { onPostgres } from '../support/databases/server.ts'
import { attackLargeBox, type Block, LAST } from './large_box.ts'
import { mostByChance, type Verdict, verdictsOn } from './verdict.ts'

/** Further from chance than this an order lies one time in three million. */
const DEVIATIONS = 5.1
const TAU = 0.25

describe('What a copy tells of a box too large to be laid down anew whole', () => {
  if (onPostgres) newDatabasesOnly({ remembering: true })
  let verdicts: Verdict[]
  let blocks: Block[]

  it(`${LAST} people are the last to vote, and the database is copied`, async () => {
    const box = await attackLargeBox(await anApp())
    verdicts = verdictsOn([[box.copy]])
    ;({ blocks } = box)
  })

  it('no way to read it gives the order of the last ballots', () => {
    const orders = verdicts.filter(({ of }) => of === 'ballots')
    expect(orders.filter(({ found }) => found === LAST)).not.to.be.empty
    // Of a few on each of many pages chance alone makes more than 0.25.
    const told = orders.filter(
      ({ tau, deviations }) => Math.abs(tau) > TAU && Math.abs(deviations) > DEVIATIONS,
    )
    expect(told).to.deep.equal([])
  })

  it('laid beside each other, marks and ballots give no more links than chance', () => {
    const links = verdicts.filter(({ of }) => of === 'links')
    expect(links.length).to.be.above(10)
    expect(links.filter(({ right }) => right > mostByChance(1))).to.deep.equal([])
  })

  if (onPostgres)
    it(`it lies in blocks of at least ${MIXED_WITH}, and the last ballots in the last of them with many others`, () => {
      expect(blocks.filter(({ ballots }) => ballots < MIXED_WITH)).to.deep.equal([])
      expect(blocks.length).to.equal(3)
      expect(blocks.at(-1)?.turns).to.include(LAST - 1)
    })
})
