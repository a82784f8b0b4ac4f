import type { Page } from '../../../rehearsal/kit/page.ts'
import { addDays, isoDate } from '../../../models/core/dates.ts'
import { NO_ID, type SeatId, type TermId } from '../../../models/core/ids.ts'
import { insertOne } from '../../../models/core/insert.ts'
import { endMembership } from '../../../models/council/leaving.ts'
import type { TestApp } from '../app.ts'
import { aMember, anOfficer, type Member } from './register.ts'
import { anId } from '../ids.ts'

export const UNNAMED = { name: false, email: false, phone: false }

export interface Past {
  bodil: Member
  gerda: Member
  omar: Member
  karen: Member
  coming: Member
}

/**
 * A past with everything in it. Slotsgården: Bodil Krogh, who left in March 2024 and asked to keep the reason private,
 * a gap, Gerda Elmose to the end of 2025, and then no member. Psykiatriens Hus: Omar Yildiz, chair from 2022, who has
 * not agreed to be named, and has the seat again for 2026–2029. Psykiatri 1: Karen Toft, who has not agreed either, and
 * after a gap Tove Brink, who is booked to come on 1 May 2026.
 */
export async function aPast({ db, by }: Pick<TestApp, 'db' | 'by'>): Promise<Past> {
  const bodil = await aMember(db, by, { seat: 'slotsgaarden', name: 'Bodil Krogh', startsOn: '2022-01-01' })
  await endMembership(db, by, bodil.membershipId, {
    ...{ ends_on: isoDate('2024-03-31'), end_reason: 'died', end_private: true },
  })
  const gerda = await aMember(db, by, { seat: 'slotsgaarden', name: 'Gerda Elmose', startsOn: '2024-06-01' })
  const omar = await aMember(db, by, {
    ...{ seat: 'psykiatriens-hus', name: 'Omar Yildiz', startsOn: '2022-01-01', publish: UNNAMED },
  })
  await anOfficer(db, by, omar, 'chair', isoDate('2022-01-15'))
  await db('memberships').insert({
    ...{ seat_id: anId(4), person_id: omar.personId, term_id: anId(3), origin: 'registration' },
    ...{ starts_on: isoDate('2026-01-01'), due_on: isoDate('2029-12-31'), ends_on: isoDate('2029-12-31') },
  })
  const karen = await aMember(db, by, {
    ...{ seat: 'psykiatri-1', name: 'Karen Toft', startsOn: '2022-01-01', publish: UNNAMED },
  })
  const coming = await aMember(db, by, { seat: 'psykiatri-1', name: 'Tove Brink', startsOn: '2026-05-01' })
  return { bodil, gerda, omar, karen, coming }
}

/** A thousand memberships on the nine seats since 1986, straight into the tables: 40 years of an old roster. */
export async function aLongHistory({ db }: Pick<TestApp, 'db'>, count = 1000): Promise<void> {
  const first = isoDate('1986-01-01')
  for (let year = 1986; year < 2018; year += 4) {
    await db('terms').insert({
      ...{ starts_on: isoDate(`${year}-01-01`), ends_on: isoDate(`${year + 3}-12-31`) },
      municipal_election_on: isoDate(`${year - 1}-11-19`),
    })
  }
  const [term] = await db('terms').pluck<TermId[]>('id')
  const seats = await db('seats').orderBy('number').pluck<SeatId[]>('id')
  await db('seats').update({ starts_on: first })
  const days = Math.floor((40 * 365.25 * seats.length) / count)
  for (let n = 0; n < count; n += 1) {
    const name = `Person ${String(n + 1).padStart(4, '0')}`
    const registered_on = isoDate('2026-01-01')
    const person = {
      name,
      contact_by: 'phone' as const,
      phone: '86 40 00 00',
      protected_address: 0 as const,
      registered_on,
    }
    const person_id = await insertOne(db, 'people', person)
    if (n % 2 === 0)
      await db('person_publications').insert({
        person_id,
        field: 'name',
        published: 1,
        decided_on: registered_on,
      })
    const starts_on = addDays(first, Math.floor(n / seats.length) * days)
    const due_on = addDays(starts_on, days - 1)
    const early = n % 10 === 0
    await db('memberships').insert({
      ...{
        seat_id: seats[n % seats.length] ?? NO_ID,
        person_id,
        term_id: term ?? NO_ID,
        origin: 'registration',
        starts_on,
        due_on,
      },
      ...{ ends_on: early ? addDays(due_on, -30) : due_on, end_reason: early ? 'resigned' : null },
    })
  }
}

export function stretchesDrawn(page: Page): string[] {
  return page.texts('.tl-piece title').sort()
}

export function stretchesInTables(page: Page): string[] {
  const rows = page.$('.timeline-tables tbody tr').toArray()
  const cells = rows.map((row) =>
    page
      .$(row)
      .children()
      .toArray()
      .map((cell) => page.$(cell).text().replace(/\s+/g, ' ').trim()),
  )
  return cells
    .map(([who, from, until, offices]) =>
      [`${who ?? ''}, ${from ?? ''} – ${until ?? ''}`, offices].filter(Boolean).join('. '),
    )
    .sort()
}
