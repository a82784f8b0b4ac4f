import { expect } from 'chai'
import { settled } from '../../models/core/jobs.ts'
import { releaseBooth } from '../../models/elections/booth/booths.ts'
import { showRelease } from '../../models/elections/booth/casting.ts'
import { sha256 } from '../../models/core/canonical.ts'
import { anApp } from '../support/app.ts'
import { official } from '../support/builders/elections.ts'
import { onPostgres } from '../support/databases/server.ts'
import { newDatabasesOnly } from '../support/databases/reuse.ts'
import { attack, type Attacked, readCopy, type Moment, MOMENTS } from './attack.ts'
import { orderOf, tauOf } from './order.ts'
import { aPollingDay } from './polling_day.ts'
import { mostByChance, type Verdict, verdictsOn } from './verdict.ts'

/** Further from chance than this a tau lies one time in three million. Some hundred are looked at here. */
const DEVIATIONS = 5.1

/** What is promised. So many elections are held that 5.1 standard deviations are less, once all have voted. */
const TAU = 0.25

/**
 * Voters, tablets, and how many such elections. 21 of 12 voters and 6 of 40 have a standard deviation of 0.048 and 0.045.
 * Of the small ones, one on each number of tablets goes on to the erased roll; `npm run attack` takes all of them there.
 */
const HELD = [
  { voters: 12, each: 7, toTheEnd: 1 },
  { voters: 40, each: 2, toTheEnd: 2 },
]
const WHILE_CLOSED: readonly Moment[] = ['half', 'voted', 'closed']

describe('What copies of the database tell from the first vote to the erased roll', () => {
  // On PostgreSQL an earlier test leaves its rows in the files.
  if (onPostgres) newDatabasesOnly({ remembering: true })

  for (const { voters, each, toTheEnd } of HELD) {
    describe(`${voters} voters, on one, three and five tablets`, () => {
      const held: Attacked[][] = []
      let verdicts: Verdict[]

      for (const tablets of [1, 3, 5])
        it(`${each} elections on ${tablets} are copied from the first votes on`, async () => {
          for (let number = 0; number < each; number += 1) {
            // One goes through the pages; the others write the same, by the acts behind them.
            const way = number === 0 ? 'pages' : 'acts'
            const at = number < toTheEnd ? MOMENTS : WHILE_CLOSED
            const copies = await attack(voters, tablets, { way, at })
            expect(copies.map(({ moment }) => moment)).to.deep.equal(at)
            held.push(copies)
          }
        })

      it('no copy tells in which order the ballots were cast, nor after the closing who came when', () => {
        verdicts = verdictsOn(held)
        const orders = verdicts.filter(
          ({ of, moment }) => of === 'ballots' || (of === 'voters' && isOver(moment)),
        )
        expect(new Set(orders.map(({ moment }) => moment)).size).to.equal(6)
        // Where few have voted yet, or few are copied, chance alone makes more than 0.25.
        const told = orders.filter(({ deviations }) => Math.abs(deviations) > DEVIATIONS)
        expect(told).to.deep.equal([])
      })

      it('laid beside each other, marks and ballots give no more links than chance', () => {
        const links = verdicts.filter(({ of }) => of === 'links')
        expect(links.length).to.be.above(10)
        const many = links.filter(({ right, moment }) => right > mostByChance(copiesAt(moment)))
        expect(many).to.deep.equal([])
      })

      it('no file has a name of the roll once it is erased, and the roll was found before', () => {
        const names = (at: Moment) => held.flat().flatMap((copy) => (copy.moment === at ? [copy.names] : []))
        expect(new Set(names('voted'))).to.deep.equal(new Set([voters]))
        expect(new Set(names('erased'))).to.deep.equal(new Set([0]))
      })

      function copiesAt(moment: Moment): number {
        return held.filter((copies) => copies.some((copy) => copy.moment === moment)).length
      }
    })
  }

  function isOver(moment: Verdict['moment']): boolean {
    // Until then the roll on PostgreSQL lies as people came, which tells nothing of their ballots.
    return !onPostgres || (moment !== 'half' && moment !== 'voted')
  }

  it('the attack sees the order where ballots are put in without being mixed', async () => {
    const day = await aPollingDay(await anApp(), 12, 1)
    const { house, id, tablets, happened } = day
    const by = await official(house, 'signe')
    for (let who = 0; who < 12; who += 1) {
      const booth = await tablets[0]!.row()
      await releaseBooth(house.db, by, id, booth.id, booth)
      const code = sha256(`${who}`)
      const casting = {
        ...{ token_hash: booth.token_hash, release_hash: sha256((await showRelease(house.db, booth)) ?? '') },
        ...{ id: sha256(`key ${who}`).slice(0, 32), election_id: id, sealed: Buffer.alloc(200, who), code },
      }
      await house.db('castings' as never).insert(casting as never)
      happened.cast.push({ who, code, marks: `[${who}]` })
    }
    await settled(house.db)
    const taus = (await readCopy(day)).clues
      .filter(({ of }) => of === 'ballots')
      .map(({ places }) => tauOf(orderOf(places)))
    expect(Math.max(...taus)).to.equal(1)
  })

  it('the bounds are those of chance', () => {
    // P(X > 7) for a mean of 1 is 1.0e-5 - 9.1e-6 = 1.1e-6, and P(X > 9) = 1.0e-7 + 1.0e-8: above it, 10.
    expect(mostByChance(1)).to.equal(10)
    for (const { voters, each } of HELD) {
      const variance = (2 * (2 * voters + 5)) / (9 * voters * (voters - 1)) / (3 * each)
      expect(DEVIATIONS * Math.sqrt(variance)).to.be.below(TAU)
    }
    const places = [1, 2, 3, 4].map((at, turn) => ({ group: 0, at, turn, who: turn }))
    expect(orderOf(places)).to.deep.equal({ sum: 6, pairs: 6, variance: (4 * 3 * 13) / 18 })
    expect(orderOf(places.map((place) => ({ ...place, at: 0 })))).to.deep.equal({
      sum: 0,
      pairs: 6,
      variance: 0,
    })
    expect(tauOf(orderOf(places.map((place) => ({ ...place, at: -place.at }))))).to.equal(-1)
  })
})
