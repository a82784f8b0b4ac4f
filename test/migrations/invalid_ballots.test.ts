import { expect } from 'chai'
import * as tooFewMarks from '../../migrations/0_3/20261205150000_invalid_ballots__add_too_few_marks.ts'
import { refusedBy } from '../../models/core/db.ts'
import { withoutForeignKeys } from '../../models/core/migrate.ts'
import { anApp } from '../support/app.ts'
import { aClosedElection, counts } from '../support/builders/elections.ts'

describe('invalid ballots: the reasons that the database takes', () => {
  it('go back and forth with the rows and the guards, and not back over a ballot with too few crosses', async () => {
    const { db, ...house } = await anApp()
    const id = await aClosedElection({ db, ...house })
    await counts({ db, ...house }, id, 'bo', {
      ...{ votes: [10, 10, 5], blank: 4, invalid: 2 },
      reasons: ['no_cross', 'recognisable'],
    })
    const rows = await db('invalid_ballots').orderBy('number')
    const step = (to: 'up' | 'down') => withoutForeignKeys(db, () => db.transaction(tooFewMarks[to]))
    const [count] = rows
    if (!count) throw new Error('no invalid ballot')
    const few = { count_id: count.count_id, number: 3, reason: 'too_few_marks' as const, note: null }
    const refusalOf = async (query: PromiseLike<unknown>): Promise<unknown> =>
      Promise.resolve(query).then(
        () => undefined,
        (error: unknown) => error,
      )
    await step('down')
    expect(await db('invalid_ballots').orderBy('number')).to.deep.equal(rows)
    expect(await refusalOf(db('invalid_ballots').insert(few))).to.be.an.instanceOf(Error)
    await step('up')
    expect(await db('invalid_ballots').orderBy('number')).to.deep.equal(rows)
    for (const change of [
      db('invalid_ballots').where({ number: 1 }).delete(),
      db('invalid_ballots').where({ number: 1 }).update({ note: 'En tegning' }),
    ])
      expect(refusedBy(await refusalOf(change), 'invalid_ballots_insert_only')).to.equal(true)
    await db('invalid_ballots').insert(few)
    expect(
      await refusalOf(db('invalid_ballots').insert({ ...few, number: 4, reason: 'ugly' as never })),
    ).to.be.an.instanceOf(Error)
    expect(await refusalOf(step('down'))).to.be.an.instanceOf(Error)
    expect(await db('invalid_ballots').orderBy('number')).to.deep.equal([...rows, few])
  })
})
