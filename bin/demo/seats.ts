import { addDays, type IsoDate } from '../../models/core/dates.ts'
import { endMembership } from '../../models/council/leaving.ts'
import { startMembership } from '../../models/council/memberships.ts'
import { electOfficer } from '../../models/council/offices/offices.ts'
import { registerPerson } from '../../models/people/people.ts'
import { listTerms } from '../../models/council/terms.ts'
import type { SeatInArea } from '../../models/council/seats.ts'
import { rosterOn } from '../../models/council/roster.ts'
import { findArea, type Statutes } from '../../models/statutes/document.ts'
import type { AreaRow } from '../../models/bodies/tables.ts'
import type { TermRow } from '../../models/council/tables.ts'
import type { Deed } from './diary.ts'
import { electionDeeds, type Halt } from './election.ts'
import { nominationDeeds } from './nomination.ts'
import type { Setting } from './setting.ts'
import { isNominatedSeat, isOfOrganisations } from '../../models/rules/core/by_kind.ts'

export interface Plot extends Setting {
  term: TermRow
  statutes: Statutes
  seats: SeatInArea[]
  names: Generator<string, never>
  today: IsoDate
}

/** A clear winner, a tie for the lot, a single candidate, and two candidates. */
const CONTESTS = [[14, 9, 6], [8, 8, 3], [0], [11, 7]]

/** Written in by hand, as when the program is new. */
export function formerCouncil({ db, staff, seats, names, term, statutes }: Plot): Deed {
  return {
    at: addDays(term.municipal_election_on, -69),
    run: async () => {
      const before = (await listTerms(db)).filter(({ ends_on }) => ends_on < term.starts_on).at(-1)
      if (!before) return
      for (const seat of seats) {
        const { id: person_id } = await registerPerson(db, staff.secretary, {
          name: seat === seats[0] ? staff.formerChair.name : names.next().value,
          contact_by: 'phone',
          phone: `86 40 99 ${10 + seat.number}`,
          protected_address: false,
          publish: { name: true, email: false, phone: false },
        })
        const { starts_on } = before
        const held = { person_id, starts_on, seen: 0 }
        const { id: membership_id } = await startMembership(db, staff.secretary, seat.slug, held)
        if (seat !== seats[0]) continue
        const decision = { decided_on: starts_on, decided_by: statutes.council.name }
        await electOfficer(db, staff.secretary, { office: 'chair', membership_id, starts_on, ...decision })
      }
    },
  }
}

export function ordinaryElection(plot: Plot, area: AreaRow, index: number): Deed[] {
  const votes = CONTESTS[index % CONTESTS.length] ?? []
  const seats = plot.seats.filter(({ area_id }) => area_id === area.id).length
  const extra = Array.from({ length: seats - 1 }, () => 20)
  return electionDeeds(plot, {
    area,
    term: plot.term,
    pollingOn: addDays(plot.term.municipal_election_on, 14 + index),
    candidates: [...extra, ...votes].map((each) => [plot.names.next().value, each] as const),
    halt: 'final',
  })
}

/** Sent the day after the municipal election; the last seat waits for an answer still. */
export function letters(plot: Plot): Deed[] {
  const { statutes, seats, term, names, today } = plot
  const asked = addDays(term.municipal_election_on, 1)
  const nominated = seats.filter(isNominatedSeat)
  const waiting = nominated.find((seat) => nobodyLeft(statutes, seat, asked)) ?? nominated.at(-1)
  const disputed = nominated.find((seat) => isJoint(statutes, seat))
  return nominated.flatMap((seat) => {
    if (seat === waiting)
      return nominationDeeds(plot, { seat, term, askedOn: addDays(today, -12), names: [], halt: 'asked' })
    const proposed = Array.from({ length: seat === disputed ? 2 : 1 }, () => names.next().value)
    return nominationDeeds(plot, { seat, term, askedOn: asked, names: proposed, halt: 'appointed' })
  })
}

function nobodyLeft(statutes: Statutes, seat: SeatInArea, on: IsoDate): boolean {
  const area = findArea(statutes, seat.area_slug)
  return area?.bodies.every(({ activeUntil }) => activeUntil !== undefined && activeUntil < on) ?? false
}

function isJoint(statutes: Statutes, seat: SeatInArea): boolean {
  const area = findArea(statutes, seat.area_slug)
  return area !== undefined && isOfOrganisations(area) && area.filling.agreement.value === 'joint'
}

/** A member moves away in two weeks, and the vote for a successor has been prepared since. */
export function byElection(plot: Plot, area: AreaRow | undefined, pollingOn: IsoDate, halt: Halt): Deed[] {
  const { db, staff, today, term, names } = plot
  const announcedOn = addDays(pollingOn, -45)
  if (!area || announcedOn <= term.starts_on) return []
  // On the very last day the membership is over anyway.
  const lastDay = addDays(term.ends_on, -1)
  const leavesOn = addDays(today, 14) < lastDay ? addDays(today, 14) : lastDay
  const leaving: Deed = {
    at: announcedOn,
    run: async () => {
      const line = (await rosterOn(db, today)).find(({ seat }) => seat.area_id === area.id)
      if (!line?.member) throw new Error(`nobody holds the seat of ${area.name}`)
      const end = { ends_on: leavesOn, end_reason: 'moved' as const }
      await endMembership(db, staff.secretary, line.member.id, end)
    },
  }
  const candidates = [12, 17, 5].map((votes) => [names.next().value, votes] as const)
  return [leaving, ...electionDeeds(plot, { area, term, pollingOn, candidates, halt })]
}
