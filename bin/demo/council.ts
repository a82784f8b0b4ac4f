import { addDays, type IsoDate } from '../../models/core/dates.ts'
import { findTermOn } from '../../models/council/terms.ts'
import { listAreas } from '../../models/council/areas.ts'
import { listSeats } from '../../models/council/seats.ts'
import { changeStatutesRule } from '../../models/council/statutes/rule_change.ts'
import { latestStatutes } from '../../models/statutes/versions.ts'
import type { Statutes } from '../../models/statutes/document.ts'
import { termOn } from '../../models/rules/statutes/term.ts'
import { inventedNames } from '../../rehearsal/kit/names.ts'
import { live, type Deed } from './diary.ts'
import { meetingDeeds, officesDeed } from './meeting.ts'
import { byElection, formerCouncil, letters, ordinaryElection, type Plot } from './seats.ts'
import type { Setting } from './setting.ts'
import { hireStaff } from './staff.ts'
import { isPlace } from '../../models/rules/core/by_kind.ts'

const BETWEEN_MEETINGS = 63

export type Subplot = (plot: Plot) => Promise<Deed[]> | Deed[]

/** The story begins in the autumn before the term of today's council. */
export function beginningOf({ terms }: Statutes, today: IsoDate): IsoDate {
  const term = termOn(terms, today)
  if (!term) throw new Error(`vedtægterne har ingen rådsperiode, som ${today} ligger i`)
  return addDays(term.municipalElectionOn, -70)
}

/**
 * Lets an invented council come about by its acts, from the autumn before its term until today; a seat is vacant with a
 * nomination waiting, and a by-election is half counted. Moves the clock, and leaves it at today.
 */
export async function fillCouncil(
  { db, clock, keys }: Pick<Setting, 'db' | 'clock' | 'keys'>,
  today: IsoDate,
  subplot?: Subplot,
): Promise<Plot> {
  const term = await findTermOn(db, today)
  if (!term) throw new Error(`no term on ${today}`)
  const staff = await hireStaff({ db, clock, keys })
  const { statutes } = await latestStatutes(db)
  const seats = await listSeats(db)
  const names = inventedNames()
  const town = { db, clock, keys, staff, chair: staff.formerChair }
  const plot: Plot = { ...town, term, statutes, seats, names, today }
  const areas = (await listAreas(db)).filter(isPlace)
  const deeds = [
    formerCouncil(plot),
    ...areas.flatMap((area, index) => ordinaryElection(plot, area, index)),
    ...letters(plot),
    ruleDeed(plot),
    officesDeed(plot, constitution(plot)),
    ...meetings(plot),
    ...byElection(plot, areas[2] ?? areas[0], workday(addDays(today, -1)), 'counted_once'),
    ...((await subplot?.(plot)) ?? []),
  ]
  // Early in a term some of it is still to come.
  await live(
    clock,
    deeds.filter(({ at }) => at.slice(0, 10) <= today),
  )
  clock.set(today)
  return plot
}

function ruleDeed({ db, staff, term }: Plot): Deed {
  const on = addDays(term.municipal_election_on, -20)
  return {
    at: on,
    run: async () => {
      const { id } = await latestStatutes(db)
      await changeStatutesRule(db, staff.secretary, {
        key: 'noticeDays',
        seenVersion: id,
        source: 'Rådets forretningsorden',
        reason: 'Læst igennem med formanden',
        inForceFrom: on,
      })
    },
  }
}

function constitution({ term }: Plot): IsoDate {
  return workday(addDays(term.starts_on, 13))
}

/** The Friday before a weekend. */
function workday(day: IsoDate): IsoDate {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 ? addDays(day, -2) : weekday === 6 ? addDays(day, -1) : day
}

/** The first meeting, one every other month since, one today and one to come. */
function meetings(plot: Plot): Deed[] {
  const { today } = plot
  const first = constitution(plot)
  const deeds = meetingDeeds(plot, { heldOn: first, title: 'Konstituerende møde', excused: 5 })
  for (
    let on = addDays(first, BETWEEN_MEETINGS);
    on < addDays(today, -20);
    on = addDays(on, BETWEEN_MEETINGS)
  ) {
    deeds.push(
      ...meetingDeeds(plot, { heldOn: workday(on), title: 'Ordinært møde', excused: Number(on.slice(5, 7)) }),
    )
  }
  const todays = today > first ? meetingDeeds(plot, { heldOn: today, title: 'Ordinært møde' }) : []
  const next = { heldOn: workday(addDays(today, BETWEEN_MEETINGS)), title: 'Ordinært møde' }
  if (next.heldOn > plot.term.ends_on) return [...deeds, ...todays]
  const nextPlanned = meetingDeeds(plot, next).map((deed) => ({ ...deed, at: addDays(today, -1) }))
  return [...deeds, ...todays, ...nextPlanned]
}
