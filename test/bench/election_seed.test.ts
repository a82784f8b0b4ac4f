import { expect } from 'chai'
import { openReleases, seedElection } from '../../bench/election_seed.ts'
import { BENCH_KEYS, benchConfig } from '../../bench/settings.ts'
import { castBallot } from '../../models/elections/booth/casting.ts'
import { aMigratedDatabase } from '../support/database.ts'

const { statutesFile } = benchConfig('none')

describe('The elections of the bench', () => {
  it('are open by the acts that people do, on paper and with a roll of names', async () => {
    const { db } = await aMigratedDatabase()
    const { id } = await seedElection(db, statutesFile, 'paper', 'named')
    expect(await db('elections').where({ id }).pluck('status')).to.deep.equal(['polling'])
  })

  it('take one ballot for each release of a tablet', async () => {
    const { db } = await aMigratedDatabase()
    const election = await seedElection(db, statutesFile, 'booth')
    for (const showing of await openReleases(db, election, 3)) {
      const choice = { marks: election.candidates.slice(0, 1), blank: false }
      expect(await castBallot(db, BENCH_KEYS, showing, choice)).to.be.a('string')
      expect(await castBallot(db, BENCH_KEYS, showing, choice)).to.equal(undefined)
    }
    expect(await db('envelopes').where({ election_id: election.id }).pluck('id')).to.have.length(3)
  })
})
