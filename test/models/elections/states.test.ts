import { expect } from 'chai'
import { getAnyElection, moveElection, requireAct } from '../../../models/elections/elections.ts'
import { allows, ELECTION_ACTS, ELECTION_MOVES } from '../../../models/rules/elections/acts.ts'
import { ELECTION_STATES } from '../../../models/rules/elections/state.ts'
import { anApp } from '../../support/app.ts'
import { aCalledElection } from '../../support/builders/elections.ts'

describe('elections: moving from one state to the next', () => {
  it('is refused in words for each state that does not allow the act', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const election = await getAnyElection(house.db, id)
    for (const status of ELECTION_STATES) {
      for (const act of ELECTION_ACTS) {
        const required = () => {
          requireAct({ ...election, status }, act)
        }
        if (allows(status, act)) expect(required, `${act} when ${status}`).not.to.throw()
        else expect(required, `${act} when ${status}`).to.throw(`election_is_${status}`)
      }
    }
  })

  it('is compare-and-set: whoever read an older state gets a conflict, and nothing moves', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const read = await getAnyElection(house.db, id)
    await house.db.transaction((trx) => moveElection(trx, read, 'approveList'))
    const error = await house.db
      .transaction((trx) => moveElection(trx, read, 'approveList'))
      .catch((thrown: unknown) => thrown)
    expect(error).to.include({ reason: 'election_is_listed' })
  })

  it('goes only along the table', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const election = await getAnyElection(house.db, id)
    for (const from of ELECTION_STATES) {
      for (const move of ELECTION_MOVES.filter((one) => !allows(from, one))) {
        const error = await house.db
          .transaction((trx) => moveElection(trx, { ...election, status: from }, move))
          .catch((thrown: unknown) => thrown)
        expect(error, `${move} when ${from}`).to.be.instanceOf(RangeError)
      }
    }
    expect((await getAnyElection(house.db, id)).status).to.equal('nominating')
  })
})
