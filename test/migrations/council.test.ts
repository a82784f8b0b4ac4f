import { expect } from 'chai'
import { isoDate } from '../../models/core/dates.ts'
import type { MembershipId, OfficeholdingId, PersonId, SeatId, TermId } from '../../models/core/ids.ts'
import * as openOffices from '../../migrations/0_2/20261204100000_officeholdings__open_offices.ts'
import { withoutForeignKeys } from '../../models/core/migrate.ts'
import { refusedBy, type Db } from '../../models/core/db.ts'
import type { MembershipRow } from '../../models/council/tables.ts'
import type { OfficeholdingRow } from '../../models/council/offices/tables.ts'
import { aClock } from '../support/app.ts'
import { asSystem } from '../support/databases/keys.ts'
import { aPerson } from '../support/builders/register.ts'
import { aDatabase } from '../support/database.ts'
import { anId } from '../support/ids.ts'

/** The database by itself, without the program in front of it: both engines refuse the same, by the same names. */
describe('the guards of the register in the database', () => {
  let db: Db
  let maja: PersonId
  let finn: PersonId
  let seats: SeatId[]
  let term: TermId

  beforeEach(async () => {
    db = await aDatabase()
    const by = asSystem(aClock())
    maja = await aPerson(db, by, { name: 'Maja Lund' })
    finn = await aPerson(db, by, { name: 'Finn Overgaard' })
    seats = await db('seats').orderBy('number').pluck('id')
    term = (await db('terms')
      .where({ starts_on: isoDate('2026-01-01') })
      .first())!.id
  })

  type NewMembership = Omit<MembershipRow, 'id'>

  function membership(given: Partial<NewMembership> = {}): NewMembership {
    const starts_on = given.starts_on ?? isoDate('2026-01-01')
    const due_on = given.due_on ?? isoDate('2029-12-31')
    const who = { seat_id: seats[0]!, person_id: maja, term_id: term }
    const end = { ends_on: due_on, end_reason: null, end_note: null }
    const origin = { origin: 'registration' as const, candidacy_id: null, appointment_id: null }
    return {
      ...who,
      starts_on,
      due_on,
      ...end,
      ...origin,
      voided_on: null,
      end_private: 0 as const,
      ...given,
    }
  }

  async function store(given: Partial<NewMembership> = {}): Promise<MembershipId> {
    const [row] = await db('memberships').insert(membership(given)).returning('id')
    return (row as { id: MembershipId }).id
  }

  type NewHolding = Omit<OfficeholdingRow, 'id'>

  async function hold(
    given: Partial<NewHolding> & { membership_id: MembershipId },
  ): Promise<OfficeholdingId> {
    const days = { starts_on: isoDate('2026-02-01'), ends_on: isoDate('2029-12-31') }
    const decided = { decided_on: isoDate('2026-02-01'), decided_by: 'Udsatterådet', end_note: null }
    const holding = { office: 'chair' as const, number: 1, ...days, ...decided, voided_on: null, ...given }
    const [row] = await db('officeholdings').insert(holding).returning('id')
    return (row as { id: OfficeholdingId }).id
  }

  async function refuses(guard: string, attempt: () => PromiseLike<unknown>): Promise<void> {
    const before = await stored()
    let error: unknown
    try {
      await attempt()
    } catch (thrown) {
      error = thrown
    }
    expect(error, `nothing refused; expected ${guard}`).to.be.an.instanceOf(Error)
    expect(refusedBy(error, guard), (error as Error).message).to.equal(true)
    expect(await stored()).to.deep.equal(before)
  }

  async function stored() {
    return {
      memberships: await db('memberships').orderBy('id'),
      officeholdings: await db('officeholdings').orderBy('id'),
    }
  }

  describe('memberships', () => {
    it('refuse two on one seat on the same day, even a single one', async () => {
      await store({ due_on: isoDate('2027-06-30'), ends_on: isoDate('2027-06-30') })
      const next = { person_id: finn, starts_on: isoDate('2027-06-30') }
      await refuses('memberships_seat_no_overlap', () => store(next))
    })

    it('take a successor who begins the day after, booked ahead', async () => {
      await store({ due_on: isoDate('2027-06-30') })
      await store({ person_id: finn, starts_on: isoDate('2027-07-01') })
      expect(await db('memberships')).to.have.length(2)
    })

    it('refuse one person on two seats on the same day', async () => {
      await store()
      await refuses('memberships_person_no_overlap', () =>
        store({ seat_id: seats[1]!, starts_on: isoDate('2029-12-31') }),
      )
    })

    it('refuse an end that is stretched so that it meets the next on the seat', async () => {
      const id = await store({ due_on: isoDate('2027-06-30') })
      await store({ person_id: finn, starts_on: isoDate('2027-07-01') })
      await refuses('memberships_kept', () =>
        db('memberships')
          .where({ id })
          .update({ due_on: isoDate('2027-07-31') }),
      )
    })

    it('refuse an end before the start', async () => {
      const days = { starts_on: isoDate('2026-05-01'), due_on: isoDate('2026-04-30') }
      await refuses('memberships_days_in_order', () => store({ ...days, ends_on: isoDate('2026-04-30') }))
    })

    it('refuse an end after it was due', async () => {
      const days = { due_on: isoDate('2027-12-31'), ends_on: isoDate('2028-01-01') }
      await refuses('memberships_days_in_order', () => store(days))
    })

    it('refuse an early end without a reason, and a reason without an early end', async () => {
      const id = await store()
      await refuses('memberships_early_end_has_reason', () =>
        db('memberships')
          .where({ id })
          .update({ ends_on: isoDate('2027-01-31') }),
      )
      await refuses('memberships_early_end_has_reason', () =>
        db('memberships').where({ id }).update({ end_reason: 'moved' }),
      )
      await db('memberships')
        .where({ id })
        .update({ ends_on: isoDate('2027-01-31'), end_reason: 'moved' })
    })

    it('refuse a reason that is not on the list', async () => {
      const id = await store()
      const early = { ends_on: isoDate('2027-01-31'), end_reason: 'bored' as never }
      let refused = false
      await db('memberships')
        .where({ id })
        .update(early)
        .catch(() => (refused = true))
      expect(refused).to.equal(true)
      expect((await db('memberships').where({ id }).first())!.end_reason).to.equal(null)
    })

    it('refuse a day that does not exist', async () => {
      let refused = false
      await store({ starts_on: '2026-02-30' as never }).catch(() => (refused = true))
      expect(refused).to.equal(true)
      expect(await db('memberships')).to.deep.equal([])
    })

    it('are never deleted, and who sat where from when is never rewritten', async () => {
      const id = await store()
      await refuses('memberships_kept', () => db('memberships').where({ id }).delete())
      for (const change of [
        { seat_id: seats[1]! },
        { person_id: finn },
        { starts_on: isoDate('2026-01-02') },
        { due_on: isoDate('2029-12-30') },
      ]) {
        await refuses('memberships_kept', () => db('memberships').where({ id }).update(change))
      }
    })

    it('stay struck out, and no longer stand in the way', async () => {
      const id = await store()
      await db('memberships')
        .where({ id })
        .update({ voided_on: isoDate('2026-01-15') })
      await refuses('memberships_kept', () => db('memberships').where({ id }).update({ voided_on: null }))
      await store({ person_id: finn })
    })

    it('refuse an origin without what stands behind it', async () => {
      await refuses('memberships_elected_by_candidacy', () => store({ origin: 'election' }))
      await refuses('memberships_appointed_by_appointment', () => store({ origin: 'appointment' }))
    })

    it('refuse a seat, a person and a term that do not exist', async () => {
      for (const wrong of [{ seat_id: anId(9999) }, { person_id: anId(9999) }, { term_id: anId(9999) }]) {
        let refused = false
        await store(wrong).catch(() => (refused = true))
        expect(refused, JSON.stringify(wrong)).to.equal(true)
      }
      expect(await db('memberships')).to.deep.equal([])
    })
  })

  describe('officeholdings', () => {
    let first: MembershipId
    let second: MembershipId

    beforeEach(async () => {
      first = await store()
      second = await store({ person_id: finn, seat_id: seats[1]! })
    })

    it('refuse two holders of one office on the same day', async () => {
      await hold({ membership_id: first, ends_on: isoDate('2027-01-31') })
      await refuses('officeholdings_no_overlap', () =>
        hold({ membership_id: second, starts_on: isoDate('2027-01-31') }),
      )
      await hold({ membership_id: second, starts_on: isoDate('2027-02-01') })
    })

    it('refuse one member in two offices on the same day', async () => {
      await hold({ membership_id: first })
      await refuses('officeholdings_membership_no_overlap', () =>
        hold({ membership_id: first, office: 'vice_chair' }),
      )
    })

    it('refuse a holder who is not a member every one of the days', async () => {
      await refuses('officeholdings_within_membership', () =>
        hold({ membership_id: first, starts_on: isoDate('2025-12-31') }),
      )
      await refuses('officeholdings_within_membership', () =>
        hold({ membership_id: first, ends_on: isoDate('2030-01-01') }),
      )
      await refuses('officeholdings_within_membership', () => hold({ membership_id: anId(9999) }))
    })

    it('refuse a membership that ends, or is struck out, before the office does', async () => {
      await hold({ membership_id: first })
      const early = { ends_on: isoDate('2027-01-31'), end_reason: 'resigned' as const }
      await refuses('officeholdings_within_membership', () =>
        db('memberships').where({ id: first }).update(early),
      )
      await refuses('officeholdings_within_membership', () =>
        db('memberships')
          .where({ id: first })
          .update({ voided_on: isoDate('2026-03-01') }),
      )
    })

    it('refuse an end that is stretched past the membership', async () => {
      const id = await hold({ membership_id: first, ends_on: isoDate('2027-01-31') })
      await refuses('officeholdings_within_membership', () =>
        db('officeholdings')
          .where({ id })
          .update({ ends_on: isoDate('2030-01-31') }),
      )
    })

    it('refuse an end before the start', async () => {
      await refuses('officeholdings_days_in_order', () =>
        hold({ membership_id: first, ends_on: isoDate('2026-01-31') }),
      )
    })

    it('may be of any office, and only those of chair and vice chair can be taken back', async () => {
      const chair = await hold({ membership_id: first })
      const step = (to: 'up' | 'down') => withoutForeignKeys(db, () => db.transaction(openOffices[to]))
      const rows = await db('officeholdings')
      await step('down')
      expect(await db('officeholdings')).to.deep.equal(rows)
      await step('up')
      expect(await db('officeholdings')).to.deep.equal(rows)
      await refuses('officeholdings_kept', () => db('officeholdings').where({ id: chair }).delete())
      await hold({ membership_id: second, office: 'kasserer' })
      const both = await db('officeholdings').orderBy('id')
      let error: unknown
      await step('down').catch((thrown: unknown) => (error = thrown))
      expect(error).to.be.an.instanceOf(Error)
      expect(await db('officeholdings').orderBy('id')).to.deep.equal(both)
    })

    it('are never deleted', async () => {
      const id = await hold({ membership_id: first })
      await refuses('officeholdings_kept', () => db('officeholdings').where({ id }).delete())
    })
  })

  describe('people', () => {
    it('refuse a message by way of a drop-in centre that is not named', async () => {
      let error: unknown
      await db('people')
        .where({ id: maja })
        .update({ contact_by: 'place', contact_place_id: null })
        .catch((thrown: unknown) => (error = thrown))
      expect(refusedBy(error, 'people_contact_place')).to.equal(true)
    })

    it('keep every answer about what may be published', async () => {
      for (const attempt of [
        db('person_publications').where({ person_id: maja }).update({ published: false }),
        db('person_publications').where({ person_id: maja }).delete(),
      ]) {
        let error: unknown
        await attempt.catch((thrown: unknown) => (error = thrown))
        expect(refusedBy(error, 'person_publications_insert_only')).to.equal(true)
      }
    })
  })
})
