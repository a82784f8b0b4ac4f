import { expect } from 'chai'
import { getAnyElection, moveElection, requireStatus } from '../../../models/elections/elections.ts'
import { ELECTION_STATES, nextStates } from '../../../models/rules/elections/state.ts'
import { anApp } from '../../support/app.ts'
import { aCalledElection } from '../../support/builders/elections.ts'

describe('elections: moving from one state to the next', () => {
  it('is refused in words for each state that it turns out to be in', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const election = await getAnyElection(house.db, id)
    for (const status of ELECTION_STATES) {
      const others = ELECTION_STATES.filter((other) => other !== status)
      expect(() => {
        requireStatus({ ...election, status }, ...others)
      }, status).to.throw(`election_is_${status}`)
      expect(() => {
        requireStatus({ ...election, status }, status)
      }).not.to.throw()
    }
  })

  it('is compare-and-set: whoever read an older state gets a conflict, and nothing moves', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const read = await getAnyElection(house.db, id)
    await house.db.transaction((trx) => moveElection(trx, read, 'listed'))
    const error = await house.db
      .transaction((trx) => moveElection(trx, read, 'listed'))
      .catch((thrown: unknown) => thrown)
    expect(error).to.include({ reason: 'election_is_listed' })
  })

  it('goes only along the table', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const election = await getAnyElection(house.db, id)
    for (const from of ELECTION_STATES) {
      for (const to of ELECTION_STATES.filter((state) => !nextStates(from).includes(state))) {
        const error = await house.db
          .transaction((trx) => moveElection(trx, { ...election, status: from }, to))
          .catch((thrown: unknown) => thrown)
        expect(error, `${from} to ${to}`).to.be.instanceOf(RangeError)
      }
    }
    expect((await getAnyElection(house.db, id)).status).to.equal('nominating')
  })
})
