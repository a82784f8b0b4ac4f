import { expect } from 'chai'
import * as ending from '../../migrations/0_4/20261209100000_paper_entry_turns__add_ending.ts'
import * as ends from '../../migrations/0_4/20261209100100_paper_entry_ends__allow_several.ts'
import * as reopenings from '../../migrations/0_4/20261209100200_paper_entry_reopenings__create.ts'
import { refusedBy } from '../../models/core/db.ts'
import type { ElectionId } from '../../models/core/ids.ts'
import { checkRows } from '../../models/core/ledger/check.ts'
import { withoutForeignKeys } from '../../models/core/migrate.ts'
import { paths } from '../../views/paths.ts'
import type { TestApp } from '../support/app.ts'
import {
  anEntryHouse,
  end,
  putIn,
  reopen,
  type TwoAtTheBox,
  twoAtTheBox,
} from '../support/builders/paper_entry.ts'

describe('Papers whose entry had ended when an end could not be taken back', () => {
  let house: TestApp
  let id: ElectionId
  let pair: TwoAtTheBox

  beforeEach(async () => {
    ;({ house, id } = await anEntryHouse())
    pair = await twoAtTheBox(house, id)
    await putIn(pair, id, 'blank', 'blank', 'blank')
    await end(pair, id, { papers: '3' })
  })

  const steps = [ending, ends, reopenings]
  const go = (to: 'up' | 'down') =>
    withoutForeignKeys(house.db, () =>
      house.db.transaction(async (trx) => {
        for (const step of to === 'up' ? steps : steps.toReversed()) await step[to](trx)
      }),
    )

  it('keep their end, which the log still knows, and can be opened again', async () => {
    const [before] = await house.db('paper_entry_ends')
    await go('down')
    expect(await house.db('paper_entry_turns')).to.deep.equal([])
    const old = await house.db('paper_entry_ends').select<object[]>()
    expect(old).to.have.length(1)
    expect(old[0]).not.to.have.property('number')
    const late: unknown = await house
      .db('paper_entry_ends')
      .delete()
      .catch((error: unknown) => error)
    expect(refusedBy(late, 'paper_entry_ends_insert_only')).to.equal(true)
    await go('up')
    expect(await house.db('paper_entry_ends')).to.deep.equal([{ ...before, id, confirmed_by: null }])
    // Who said yes is lost on the way down, and nothing else.
    const found = (await checkRows(house.db)).filter(
      (one) => 'table' in one && one.table === 'paper_entry_ends',
    )
    expect(found.map((one) => ('columns' in one ? one.columns : one.kind))).to.deep.equal([['confirmed_by']])
    pair = await twoAtTheBox(house, id, paths.paperEntryAgain(id))
    await reopen(pair.first, id, 'Den lå under dugen.')
    await putIn(pair, id, 'blank')
    await end(pair, id, { papers: '4', difference_reason: 'En seddel for meget.' })
    expect(await house.db('paper_entry_ends').orderBy('number').pluck('papers')).to.deep.equal([3, 4])
  })

  it('do not go back once they were opened again, and nothing is changed', async () => {
    await reopen(pair.first, id, 'Den lå under dugen.')
    const refused: unknown = await go('down').catch((error: unknown) => error)
    expect(refused).to.be.an.instanceOf(Error)
    expect(await house.db('paper_entry_reopenings')).to.have.length(1)
    await putIn(pair, id, 'blank')
    expect(await house.db('entered_papers')).to.have.length(4)
  })
})
