import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { act } from '../../../models/core/audit.ts'
import type { Trx } from '../../../models/core/db.ts'
import { checkRows } from '../../../models/core/ledger/check.ts'
import { anApp } from '../../support/app.ts'

const slug = () => `sted-${randomUUID()}`

const WAYS: readonly [string, (trx: Trx, id: never) => Promise<unknown>][] = [
  ['a row that is made', (trx) => trx('bodies').insert({ slug: slug(), kind: 'place' } as never)],
  ['a row that is changed', (trx, id) => trx('bodies').where({ id }).update({ slug: slug() })],
  [
    'a row that is changed twice',
    async (trx, id) => {
      await trx('bodies').where({ id }).update({ slug: slug() })
      await trx('bodies').where({ id }).update({ slug: slug() })
    },
  ],
  ['rows of a list', (trx, id) => trx('bodies').whereIn('id', [id]).update({ slug: slug() })],
  ['rows of a copy of a query', (trx, id) => trx('bodies').where({ id }).clone().update({ slug: slug() })],
  [
    'rows of a copy of a copy',
    (trx, id) => trx('bodies').clone().where({ id }).clone().update({ slug: slug() }),
  ],
  ['a row that is taken out by a copy of a query', (trx, id) => trx('bodies').where({ id }).clone().delete()],
]

describe('The marks of what an act has written', () => {
  for (const [way, write] of WAYS) {
    it(`know ${way}`, async () => {
      const house = await anApp()
      const done = { action: 'person.changed', subject: 'person:1', details: {}, result: null } as const
      let id: unknown
      await act(house.db, house.by, async (trx) => {
        const [row] = await trx('bodies')
          .insert({ slug: slug(), kind: 'place' } as never)
          .returning('id')
        id = row?.id
        return done
      })
      await act(house.db, house.by, async (trx) => {
        await write(trx, id as never)
        return done
      })
      expect(await checkRows(house.db)).to.deep.equal([])
    })
  }
})
