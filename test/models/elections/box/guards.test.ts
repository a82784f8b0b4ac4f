import { expect } from 'chai'
import { refusedBy } from '../../../../models/core/db.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import {
  aBooth,
  anOpenBoothElection,
  closed,
  openedBox,
  type Tablet,
} from '../../../support/builders/booth.ts'

const WRITTEN_ONCE = [
  'box_keys',
  'box_trials',
  'box_custodies',
  'box_slips',
  'box_slip_keys',
  'box_slip_copies',
  'box_slip_trials',
  'box_shares',
  'box_opening_slips',
  'box_openings',
  'box_lines',
  'box_codes',
  'box_compactions',
] as const

/** A column of those that know no election. */
const COLUMNS: Partial<Record<(typeof WRITTEN_ONCE)[number], string>> = {
  box_trials: 'box_key_id',
  box_slips: 'custody_id',
  box_slip_keys: 'slip_id',
  box_slip_copies: 'slip_key_id',
  box_slip_trials: 'slip_key_id',
  box_shares: 'box_key_id',
}

describe('the ballot box: what the database itself refuses', () => {
  let house: TestApp
  let id: ElectionId
  let slips: string[]
  let tablet: Tablet

  before(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house))
    tablet = await aBooth(house, id)
    await tablet.vote('Jens Ærø')
  })

  async function refusedWith(query: PromiseLike<unknown>): Promise<(guard: string) => boolean> {
    const error = await Promise.resolve(query).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    return (guard) => error !== undefined && refusedBy(error, guard)
  }

  it('a sealed ballot that is changed, or taken out while the box is closed', async () => {
    const changed = await refusedWith(house.db('envelopes').update({ code: 'a'.repeat(64) }))
    expect(changed('envelopes_guarded')).to.equal(true)
    const deleted = await refusedWith(house.db('envelopes').delete())
    expect(deleted('envelopes_guarded')).to.equal(true)
    expect(await house.db('envelopes')).to.have.length(1)
  })

  it('an open ballot before polling has closed', async () => {
    const early = await refusedWith(house.db('ballots').insert({ id: 'a', election_id: id, marks: '[]' }))
    expect(early('ballots_guarded')).to.equal(true)
  })

  it('a booth whose account does not close: released = cast + voided + the one that is out', async () => {
    for (const row of [{ ballots_cast: 2 }, { voided: 1 }, { releases: 5 }, { state: 'released' as const }]) {
      const refused = await refusedWith(house.db('booths').update(row))
      expect(refused('booths_account_closes'), JSON.stringify(row)).to.equal(true)
    }
    const forged = await refusedWith(house.db('booths').update({ release_hash: 'b'.repeat(64) }))
    expect(forged('booths_release')).to.equal(true)
  })

  describe('after the opening', () => {
    before(async () => {
      await closed(house, id)
      await openedBox(house, id, slips)
      // From before slips had named holders.
      const key = (await house.db('box_keys').first('id'))!
      const tried = { tried_by: 'Lis Winther', tried_on: house.clock.today() }
      await house.db('box_trials').insert({ box_key_id: key.id, ...tried })
    })

    for (const table of WRITTEN_ONCE) {
      it(`a changed or deleted row of ${table}`, async () => {
        expect(await house.db(table)).not.to.deep.equal([])
        const changed = await refusedWith(
          house.db(table).update({ [COLUMNS[table] ?? 'election_id']: 999 } as never),
        )
        expect(changed(`${table}_insert_only`)).to.equal(true)
        const deleted = await refusedWith(house.db(table).delete())
        expect(deleted(`${table}_insert_only`)).to.equal(true)
      })
    }

    it('an opened ballot that is changed, added or taken away before nobody can complain any more', async () => {
      for (const query of [
        house.db('ballots').update({ marks: '[]' }),
        house.db('ballots').insert({ id: 'a', election_id: id, marks: '[]' }),
        house.db('ballots').delete(),
      ]) {
        expect((await refusedWith(query))('ballots_guarded')).to.equal(true)
      }
    })

    it('a ballot into the box when it is over', async () => {
      const late = { id: 'a', election_id: id, sealed: Buffer.alloc(9), code: 'c'.repeat(64) }
      expect((await refusedWith(house.db('envelopes').insert(late)))('envelopes_guarded')).to.equal(true)
    })
  })
})
