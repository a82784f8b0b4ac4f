import { expect } from 'chai'
import * as account from '../../migrations/0_4/20261209110000_election_incidents__add_account.ts'
import * as answers from '../../migrations/0_4/20261209110100_incident_answers__create.ts'
import { refusedBy } from '../../models/core/db.ts'
import { checkRows } from '../../models/core/ledger/check.ts'
import { withoutForeignKeys } from '../../models/core/migrate.ts'
import { listStanding } from '../../models/elections/candidates/candidates.ts'
import { findBarred, listInForce } from '../../models/elections/incidents/incidents.ts'
import { recordIncident } from '../../models/elections/incidents/recording.ts'
import { handOutPaper } from '../../models/elections/polling/tallies.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { anOpenElection, official } from '../support/builders/elections.ts'

describe('What one member of the board recorded of a candidate before two had to sign', () => {
  let house: TestApp

  const go = (to: 'up' | 'down') =>
    withoutForeignKeys(house.db, () =>
      house.db.transaction(async (trx) => {
        for (const step of to === 'up' ? [account, answers] : [answers, account]) await step[to](trx)
      }),
    )

  it('is in force after the update, stays written once, and is the row that the log knows', async () => {
    house = await anApp()
    const id = await anOpenElection(house)
    const by = await official(house, 'signe')
    await handOutPaper(house.db, by, id)
    const [first] = await listStanding(house.db, id)
    const what = { because: 'died', reason: 'Hans søster ringede.', known: 0 } as const
    const form = { ...what, candidacy: first!.id, learnt_on: house.clock.today() }
    await recordIncident(house.db, by, id, form)
    expect(await findBarred(house.db, id)).to.equal(undefined)
    await go('down')
    const [old] = await house.db('election_incidents').select<object[]>()
    expect(old).not.to.have.property('account_id')
    await go('up')
    expect(await findBarred(house.db, id)).to.deep.equal({ candidacies: [first!.id], seat: 'seat_open' })
    expect((await listInForce(house.db, id)).map(({ state }) => state)).to.deep.equal(['alone'])
    const changed: unknown = await house
      .db('election_incidents')
      .update({ reason: 'x' })
      .catch((error: unknown) => error)
    expect(refusedBy(changed, 'election_incidents_insert_only')).to.equal(true)
    // Who wrote it is lost on the way down, and nothing else.
    const found = await checkRows(house.db)
    expect(found.map((one) => ('columns' in one ? one.columns : one.kind))).to.deep.equal([['account_id']])
  })
})
