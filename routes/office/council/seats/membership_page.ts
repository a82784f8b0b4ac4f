import type { Request } from 'express'
import { later, type IsoDate } from '../../../../models/core/dates.ts'
import { newestMembershipOf } from '../../../../models/council/memberships.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import { findTermOn } from '../../../../models/council/terms.ts'
import { getSeat } from '../../../../models/council/seats.ts'
import { rosterOn, type RosterLine } from '../../../../models/council/roster.ts'
import { paths } from '../../../../views/paths.ts'

/** office/register/membership_form. */
export interface MembershipPage {
  label: string
  action: string
  back: string
  newPersonHref: string
  people: { id: number; text: string }[]
  /** Chosen beforehand, where somebody was registered on the way. */
  person: number | undefined
  starts_on: IsoDate | undefined
  due_on: IsoDate | undefined
  /** The newest membership that the page knows of. */
  seen: number
  holder: { name: string; ends_on: IsoDate } | null
}

export async function membershipPage(req: Request, slug: string): Promise<MembershipPage> {
  const seat = await getSeat(req.db, slug)
  const today = req.clock.today()
  const line = (await rosterOn(req.db, today)).find((one) => one.seat.id === seat.id)
  const starts_on = await suggestedStart(req, line, today)
  const term = starts_on && (await findTermOn(req.db, starts_on, seat.area_id))
  const people = await listPeople(req.db, today)
  const asked = Number(req.query.person)
  return {
    label: seat.label,
    action: paths.newMembership(slug),
    back: paths.seat(slug),
    newPersonHref: `${paths.newPerson}?plads=${encodeURIComponent(slug)}`,
    people: people.map(({ id, name, seat: held }) => ({
      id,
      text: held ? `${name} (${held.label})` : name,
    })),
    person: people.find(({ id }) => id === asked)?.id,
    starts_on,
    due_on: term ? term.ends_on : undefined,
    seen: await newestMembershipOf(req.db, seat.id),
    holder: line?.member ? { name: line.member.person, ends_on: line.member.ends_on } : null,
  }
}

/** Today where the seat is vacant; nothing where somebody holds it, since only the secretary knows when they stop. */
async function suggestedStart(
  req: Request,
  line: RosterLine | undefined,
  today: IsoDate,
): Promise<IsoDate | undefined> {
  if (!line?.vacancy) return undefined
  const term = await findTermOn(req.db, today, line.seat.area_id)
  return term ? later(today, term.starts_on) : today
}
