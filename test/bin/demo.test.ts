import { expect } from 'chai'
import { beginningOf, fillCouncil, type Subplot } from '../../bin/demo/council.ts'
import { earlierCouncils } from '../../bin/demo/past.ts'
import { movableClock } from '../../rehearsal/kit/clock.ts'
import { listAccounts } from '../../models/accounts/accounts.ts'
import { ROLES } from '../../models/accounts/permissions.ts'
import { verifyChain } from '../../models/core/chain.ts'
import { isoDate } from '../../models/core/dates.ts'
import type { Db } from '../../models/core/db.ts'
import { publicHistory } from '../../models/council/history/publication.ts'
import { rosterOn } from '../../models/council/roster.ts'
import { latestStatutes } from '../../models/statutes/versions.ts'
import { aDatabase } from '../support/database.ts'
import { anId } from '../support/ids.ts'
import { KEYS } from '../support/databases/keys.ts'

describe('the demonstration', () => {
  for (const day of ['2026-03-10', '2026-11-22', '2028-02-29']) {
    describe(`on ${day}`, () => {
      let db: Db

      before(async () => {
        db = await filled(day)
      })

      it('fills a council that is in the middle of things', async () => {
        const roster = await rosterOn(db, isoDate(day))
        const vacant = roster.filter(({ member }) => !member).map(({ seat }) => seat.label)
        expect(vacant).to.deep.equal(['Boligsocial'])
        expect(roster.flatMap(({ member }) => member?.office ?? [])).to.have.members(['chair', 'vice_chair'])
        expect(new Set(roster.flatMap(({ member }) => member?.chosen.how ?? []))).to.deep.equal(
          new Set(['elected', 'by_lot', 'uncontested', 'appointed']),
        )
        const statuses = await db('elections').orderBy('id').pluck<string[]>('status')
        expect(statuses).to.deep.equal(['final', 'final', 'final', 'final', 'closed'])
        expect(await db('counts').where({ election_id: anId(5) })).to.have.length(1)
        expect(await db('nominations').where({ status: 'open' })).to.have.length(1)
        const meetings = await db('meetings').orderBy('held_on').pluck<string[]>('held_on')
        expect(meetings).to.include(day)
        expect(meetings.filter((held) => held < day)).not.to.be.empty
      })

      it('leaves a log that reads as if it had happened day by day, and an account for every role', async () => {
        expect((await verifyChain(db)).whole).to.equal(true)
        // The first line is the loading of the statutes, which came with the copied database.
        const days = (await db('audit_events').orderBy('sequence').pluck<string[]>('day')).slice(1)
        expect(days).to.deep.equal([...days].sort())
        const open = (await listAccounts(db)).filter(({ closed_on }) => closed_on === null)
        expect(new Set(open.map(({ role }) => role))).to.deep.equal(new Set(ROLES))
      })
    })
  }

  for (const day of ['2026-01-01', '2026-01-14', '2026-02-01', '2029-12-31']) {
    it(`has something to show on ${day} too, at the edge of a term`, async () => {
      const roster = await rosterOn(await filled(day), isoDate(day))
      expect(roster.filter(({ member }) => member).length).to.be.at.least(7)
    })
  }

  it('has a past as well: a council before the one that sat, members who left, gaps and names that are not shown', async () => {
    const db = await filled('2026-11-22', earlierCouncils)
    const today = isoDate('2026-11-22')
    const { seats } = await publicHistory(db, today)
    const stretches = seats.flatMap((seat) => seat.stretches)
    const held = stretches.flatMap((one) => (one.kind === 'held' ? one.held : []))
    expect(held.filter(({ starts_on }) => starts_on === '2018-01-01')).to.have.length(9)
    expect(held.filter(({ early, ends_on }) => early && ends_on < today)).to.have.length(3)
    expect(stretches.filter((one) => one.kind === 'gap' && one.until !== undefined)).to.have.length(2)
    expect(held.filter(({ name }) => name === null)).to.have.length(2)
    const before = await rosterOn(db, isoDate('2018-06-01'))
    expect(before.flatMap(({ member }) => member?.office ?? [])).to.have.members(['chair', 'vice_chair'])
    const now = await rosterOn(db, today)
    expect(now.filter(({ member }) => !member).map(({ seat }) => seat.label)).to.deep.equal(['Boligsocial'])
  })

  it('has no further past where the statutes know of one earlier term only', async () => {
    const db = await filled('2023-03-10', earlierCouncils)
    expect(await db('memberships').where('starts_on', '<', isoDate('2022-01-01'))).to.have.length(9)
  })

  it('says which day it is that the statutes have no term for', async () => {
    const { statutes } = await latestStatutes(await aDatabase())
    expect(() => beginningOf(statutes, isoDate('2031-05-01'))).to.throw('2031-05-01')
  })
})

async function filled(day: string, subplot?: Subplot): Promise<Db> {
  const db = await aDatabase()
  const { statutes } = await latestStatutes(db)
  const clock = movableClock(beginningOf(statutes, isoDate(day)))
  await fillCouncil({ db, clock, keys: KEYS }, isoDate(day), subplot)
  expect(clock.today()).to.equal(day)
  return db
}
