import { addDays, type IsoDate } from '../../models/core/dates.ts'
import type { MembershipId } from '../../models/core/ids.ts'
import { endMembership } from '../../models/council/leaving.ts'
import { newestMembershipOf, startMembership } from '../../models/council/memberships.ts'
import { electOfficer } from '../../models/council/offices/offices.ts'
import { registerPerson } from '../../models/people/people.ts'
import { officesOf } from '../../models/statutes/offices.ts'
import { listTerms } from '../../models/council/terms.ts'
import type { SeatInArea } from '../../models/council/seats.ts'
import type { TermRow } from '../../models/council/tables.ts'
import type { Deed } from './diary.ts'
import type { Plot } from './seats.ts'

/** The council of the term before the last one, and members who left early, so that there is a past to look at. */
export function earlierCouncils(plot: Plot): Deed[] {
  const { db, term } = plot
  return [
    {
      // The day after the former council is written in.
      at: addDays(term.municipal_election_on, -68),
      run: async () => {
        const [earlier, former] = (await listTerms(db))
          .filter(({ ends_on }) => ends_on < term.starts_on)
          .slice(-2)
        if (earlier === undefined || former === undefined) return
        await writeIn(plot, earlier)
        await leaves(plot, 2, earlier, { after: 400, gap: 120 })
        await leaves(plot, 7, earlier, { after: 900, gap: 1 })
        await leaves(plot, 1, former, { after: 500, gap: 200 })
      },
    },
  ]
}

/** Nine new people, with a chair and a vice chair. Not every one of them wants to be named. */
async function writeIn(plot: Plot, { starts_on }: TermRow): Promise<void> {
  const { db, staff, seats, statutes } = plot
  for (const [index, seat] of seats.entries()) {
    const id = await place(plot, seat, starts_on, index % 4 !== 3)
    const office = index === 0 ? 'vice_chair' : index === 4 ? 'chair' : undefined
    if (!office || !officesOf(statutes).some(({ key }) => key === office)) continue
    const decided_on = addDays(starts_on, 12)
    const decision = { decided_on, decided_by: statutes.council.name }
    await electOfficer(db, staff.secretary, { office, membership_id: id, starts_on: decided_on, ...decision })
  }
}

async function place(
  plot: Plot,
  seat: SeatInArea,
  starts_on: IsoDate,
  named: boolean,
): Promise<MembershipId> {
  const { db, staff, names } = plot
  const { id: person_id } = await registerPerson(db, staff.secretary, {
    ...{ name: names.next().value, contact_by: 'phone', protected_address: false },
    phone: `86 40 98 ${10 + seat.number}`,
    publish: { name: named, email: false, phone: false },
  })
  const seen = await newestMembershipOf(db, seat.id)
  const { id } = await startMembership(db, staff.secretary, seat.slug, { person_id, starts_on, seen })
  return id
}

/** The member leaves some days into the term, and a successor comes after a while. */
async function leaves(
  plot: Plot,
  index: number,
  term: TermRow,
  { after, gap }: { after: number; gap: number },
): Promise<void> {
  const { db, staff, seats } = plot
  const seat = seats[index]
  const held =
    seat && (await db('memberships').where({ seat_id: seat.id, starts_on: term.starts_on }).first('id'))
  if (!held) return
  const ends_on = addDays(term.starts_on, after)
  await endMembership(db, staff.secretary, held.id, { ends_on, end_reason: 'resigned' })
  await place(plot, seat, addDays(ends_on, gap), true)
}
