import { expect } from 'chai'
import type { By } from '../../../models/core/audit.ts'
import { isoDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { Conflict, NotFound, Refused } from '../../../models/core/errors.ts'
import { seatPerson, type Seating } from '../../../models/council/memberships.ts'
import { aClock } from '../../support/app.ts'
import { asSystem } from '../../support/databases/keys.ts'
import { aMember, aPerson } from '../../support/builders/register.ts'
import { aDatabase } from '../../support/database.ts'
import { anId } from '../../support/ids.ts'

describe('seating a person inside another act', () => {
  let db: Db
  let by: By
  let seating: Seating

  beforeEach(async () => {
    db = await aDatabase()
    by = asSystem(aClock())
    const seat = await db('seats').where({ slug: 'perron-4' }).first('id')
    const term = await db('terms')
      .where({ starts_on: isoDate('2026-01-01') })
      .first('id')
    seating = {
      seatId: seat!.id,
      personId: await aPerson(db, by),
      termId: term!.id,
      startsOn: isoDate('2026-01-01'),
      dueOn: isoDate('2029-12-31'),
      origin: 'registration',
    }
  })

  async function refusal(given: Partial<Seating>): Promise<Refused> {
    try {
      await db.transaction((trx) => seatPerson(trx, { ...seating, ...given }))
    } catch (error) {
      expect(await db('memberships').where({ seat_id: seating.seatId })).to.deep.equal([])
      if (error instanceof Refused) return error
      throw error
    }
    throw new Error('not refused')
  }

  it('gives the id of the membership', async () => {
    const id = await db.transaction((trx) => seatPerson(trx, seating))
    expect(await db('memberships').where({ id }).first()).to.include({
      seat_id: seating.seatId,
      person_id: seating.personId,
      starts_on: '2026-01-01',
      due_on: '2029-12-31',
      ends_on: '2029-12-31',
    })
  })

  it('refuses days outside the term that it is given, whatever other term they lie in', async () => {
    const early = await refusal({ startsOn: isoDate('2025-12-31') })
    expect([early.reason, early.field]).to.deep.equal(['outside_term', 'starts_on'])
    const late = await refusal({ dueOn: isoDate('2030-01-01') })
    expect([late.reason, late.field]).to.deep.equal(['outside_term', 'due_on'])
  })

  it('refuses somebody who sits elsewhere', async () => {
    const { personId } = await aMember(db, by, { seat: 'slotsgaarden', name: 'Gerda Elmose' })
    const refused = await refusal({ personId })
    expect(refused.reason).to.equal('person_has_seat')
    expect(refused.params).to.include({ seat: 'Slotsgården' })
  })

  it('refuses days on which the seat does not exist', async () => {
    await db('seats')
      .where({ id: seating.seatId })
      .update({ ends_on: isoDate('2028-12-31') })
    expect((await refusal({})).reason).to.equal('seat_not_there')
    await db.transaction((trx) => seatPerson(trx, { ...seating, dueOn: isoDate('2028-12-31') }))
  })

  it('knows no seat and no term that do not exist', async () => {
    for (const wrong of [{ seatId: anId(9999) }, { termId: anId(9999) }]) {
      let error: unknown
      await refusal(wrong).catch((thrown: unknown) => (error = thrown))
      expect(error).to.be.an.instanceOf(NotFound)
    }
  })

  it('lets one of two transactions at once have the seat, even where neither stands in line', async () => {
    const bodil = await aPerson(db, by, { name: 'Bodil Krogh' })
    const both = await Promise.allSettled(
      [seating.personId, bodil].map((personId) =>
        db.transaction((trx) => seatPerson(trx, { ...seating, personId })),
      ),
    )
    expect(both.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    const reason: unknown = lost?.reason
    expect(reason).to.be.an.instanceOf(Refused)
    // A request that looked too early to see the other is stopped by the database instead of the rule.
    if (reason instanceof Conflict) expect(reason.reason).to.equal('register_changed')
    else expect((reason as Refused).reason).to.equal('seat_taken')
    expect(await db('memberships')).to.have.length(1)
  })
})
