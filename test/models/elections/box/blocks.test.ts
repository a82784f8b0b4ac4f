import { expect } from 'chai'
import { migrationSource } from '../../../../migrations/index.ts'
import { refusedBy } from '../../../../models/core/db.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { ballotOf } from '../../../../models/elections/booth/ballot.ts'
import { MOST_IN_PILE } from '../../../../models/elections/box/blocks.ts'
import { signBallot } from '../../../../models/elections/box/proof.ts'
import { codeOf, sealBallot } from '../../../../models/elections/box/sealing.ts'
import { sweepPolling } from '../../../../models/elections/polling/closing_job.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import {
  aBooth,
  anOpenBoothElection,
  closed,
  openedBox,
  type Slips,
  type Tablet,
} from '../../../support/builders/booth.ts'
import { KEYS } from '../../../support/databases/keys.ts'
import { onPostgres } from '../../../support/databases/server.ts'

const PARTS = ['envelopes', 'box_mixings'] as const

/** Ballots of voters who came before, on a tablet that is there. */
async function cast(house: TestApp, id: ElectionId, { id: booth }: Tablet, ballots: number): Promise<void> {
  const { publicKey, longest } = await ballotOf(house.db, id)
  const rows = Array.from({ length: ballots }, () => {
    const sealed = sealBallot(signBallot(KEYS, { election: id, marks: [] }, publicKey!), publicKey!, longest)
    return { id: codeOf(sealed.sealed).slice(32), election_id: id, ...sealed }
  })
  await house.db.batchInsert('envelopes', rows, 200)
  await house.db('booths').where({ id: booth }).update({ releases: ballots, ballots_cast: ballots })
}

if (onPostgres)
  describe('A box on PostgreSQL that is too large to be laid down anew whole', () => {
    let house: TestApp
    let id: ElectionId
    let slips: Slips
    let tablet: Tablet

    before(async () => {
      house = await anApp()
      ;({ id, slips } = await anOpenBoothElection(house))
      tablet = await aBooth(house, id)
      await cast(house, id, tablet, MOST_IN_PILE)
    })

    const codes = async () => (await house.db('envelopes').pluck('code')).sort()
    const lyingIn = async () => {
      const found = await Promise.all(PARTS.map((part) => house.db(part, { only: true }).pluck('id')))
      return found.map((ids) => ids.length)
    }
    const writers = async () => {
      const { rows } = await house.db.raw<{ rows: unknown[] }>(
        'select distinct xmin::text from only envelopes union all select distinct xmin::text from box_mixings',
      )
      return rows.length
    }
    const refusal = async (query: PromiseLike<unknown>) => {
      const error = await Promise.resolve(query).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      return ['envelopes_guarded', 'box_mixings_guarded'].filter((guard) => refusedBy(error, guard))
    }

    it('is a pile and a block, and has every ballot once', async () => {
      const before = await codes()
      await tablet.vote()
      expect(await lyingIn()).to.deep.equal([1500, 501])
      expect(new Set(await codes()).size).to.equal(MOST_IN_PILE + 1)
      expect(await codes()).to.include.members(before)
      expect(await writers()).to.equal(2)
      await tablet.vote()
      expect(await lyingIn()).to.deep.equal([1501, 501])
    })

    it('draws by lot what goes into a block, so that no part of the keys stays behind', async () => {
      const keys = await house.db('box_mixings').pluck('id')
      const low = keys.filter((key) => key < '8').length
      // Of 501 so many lie in the lower half, but for one time in ten million.
      expect(low).to.be.within(190, 311)
    })

    it('is guarded in each part: nothing is changed, taken out or put in past a cast', async () => {
      const some = async (part: (typeof PARTS)[number]) => (await house.db(part, { only: true }).first())!
      for (const part of PARTS) {
        const { id: key } = await some(part)
        const guard = [`${part}_guarded`]
        for (const table of [part, 'envelopes'] as const) {
          expect(await refusal(house.db(table).where({ id: key }).update({ code: 'a' }))).to.deep.equal(guard)
          expect(await refusal(house.db(table).where({ id: key }).delete())).to.deep.equal(guard)
        }
        expect(await refusal(house.db.raw('truncate only ??', [part]))).to.deep.equal(guard)
      }
      const inBlock = await some('box_mixings')
      const again = { ...inBlock, id: 'f'.repeat(32) }
      expect(await refusal(house.db('envelopes').insert(again))).to.deep.equal(['envelopes_guarded'])
      const unlike = { ...again, code: 'f'.repeat(64) }
      expect(await refusal(house.db('box_mixings').insert(unlike))).to.deep.equal(['box_mixings_guarded'])
      expect(await codes()).to.have.length(MOST_IN_PILE + 2)
    })

    it('goes back to an older release with every ballot, and comes again', async () => {
      const before = await codes()
      const isOfParts = async () => (await house.db('pg_inherits')).length > 0
      while (await isOfParts()) await house.db.migrate.down({ migrationSource })
      expect(await codes()).to.deep.equal(before)
      expect(await house.db('box_mixings')).to.have.length(0)
      const [first] = await house.db('envelopes').limit(1)
      const taken = house.db('envelopes').where({ id: first!.id }).delete()
      expect(await refusal(taken)).to.deep.equal(['envelopes_guarded'])
      await house.db.migrate.latest({ migrationSource })
      await tablet.vote()
      expect(await lyingIn()).to.deep.equal([1500, 503])
    })

    it('is laid together when polls close, by one transaction', async () => {
      await closed(house, id)
      await sweepPolling(house.db, id)
      expect(await lyingIn()).to.deep.equal([MOST_IN_PILE + 3, 0])
      expect(await writers()).to.equal(1)
    })

    it('is opened whole, and nothing is left', async () => {
      await openedBox(house, id, slips)
      const opening = await house.db('box_openings').first()
      expect(opening).to.include({ envelopes: MOST_IN_PILE + 3, blank: MOST_IN_PILE + 3 })
      expect(await lyingIn()).to.deep.equal([0, 0])
    })
  })
