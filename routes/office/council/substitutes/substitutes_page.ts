import type { Request } from 'express'
import type { IsoDate } from '../../../../models/core/dates.ts'
import { Conflict, Refused } from '../../../../models/core/errors.ts'
import { newestMembershipOf } from '../../../../models/council/memberships.ts'
import { listPeople } from '../../../../models/council/people_with_seats.ts'
import { getSeat } from '../../../../models/council/seats.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import {
  substituteFor,
  substitutesAt,
  substitutesForSeat,
} from '../../../../models/council/substitutes/substitutes.ts'
import { listRunnersUp, type RunnerUp } from '../../../../models/elections/result/substitutes_by_votes.ts'
import { findTermOn } from '../../../../models/council/terms.ts'
import type { SubstituteKind } from '../../../../models/rules/council/substitutes.ts'
import { sentenceIn } from '../../../../views/partials/statutes/statutes_text.ts'
import { paths } from '../../../../views/paths.ts'

/** office/register/substitutes: who stands ready for a seat, and the form that writes one more down. */
export interface SubstitutesPage {
  label: string
  back: string
  action: string
  rule: string
  kind: SubstituteKind
  standing: { name: string; area: string; position: number | null; withdrawHref: string }[]
  withdrawn: { name: string; on: IsoDate }[]
  /** Those who were not elected, in the order of their votes, as long as they are not written down. */
  runnersUp: RunnerUp[]
  people: { id: number; text: string }[]
}

export async function substitutesPage(req: Request, slug: string): Promise<SubstitutesPage> {
  const today = req.clock.today()
  const { seat, term, statutes, kind } = await substitutesAt(req.db, slug, today)
  const { standing, withdrawn } = await substitutesForSeat(req.db, seat, today)
  const names = [...standing, ...withdrawn].map(({ person }) => person)
  const runnersUp = kind === 'vote_order' ? await listRunnersUp(req.db, seat, term.id) : []
  return {
    label: seat.label,
    back: paths.seat(slug),
    action: paths.substitutes(slug),
    rule: sentenceIn(req.t, statutes, 'substitutes'),
    kind,
    standing: standing.map(({ id, person, area_name, position }) => ({
      ...{ name: person, area: area_name, position },
      withdrawHref: paths.substituteWithdrawal(id),
    })),
    withdrawn: withdrawn.map(({ person, withdrawn_on }) => ({ name: person, on: withdrawn_on ?? today })),
    runnersUp: runnersUp.filter(({ name }) => !names.includes(name)),
    people: (await listPeople(req.db, today))
      .filter(({ seat: held, name }) => !held && !names.includes(name))
      .map(({ id, name }) => ({ id, text: name })),
  }
}

/** office/register/substitute_in: who steps in, from when, and the question that seats them. */
export interface SubstituteInPage {
  label: string
  back: string
  action: string
  rule: string
  by: 'substitute' | 'choice' | 'lot'
  among: { id: number; name: string }[]
  starts_on: IsoDate
  due_on: IsoDate
  seen: number
}

/** Refused where the seat is not vacant or nobody steps in; the seat's own page says how it is filled instead. */
export async function substituteInPage(req: Request, slug: string): Promise<SubstituteInPage> {
  const today = req.clock.today()
  const seat = await getSeat(req.db, slug)
  const line = (await rosterOn(req.db, today)).find((one) => one.seat.id === seat.id)
  if (!line?.vacancy || line.vacancy.next) throw new Conflict('register_changed')
  if (line.vacancy.filling.by !== 'substitute') throw new Refused('substitute_does_not_step_in')
  const stepsIn = await substituteFor(req.db, seat, today)
  const term = await findTermOn(req.db, today, seat.area_id)
  if (stepsIn.by === 'nobody' || !term) throw new Conflict('substitute_gone')
  const among = stepsIn.by === 'substitute' ? [stepsIn.substitute] : stepsIn.among
  const { statutes } = await substitutesAt(req.db, slug, today)
  return {
    label: seat.label,
    back: paths.seat(slug),
    action: paths.substituteIn(slug),
    rule: sentenceIn(req.t, statutes, 'substitutes'),
    by: stepsIn.by,
    among: among.map(({ id, person }) => ({ id, name: person })),
    starts_on: today,
    due_on: term.ends_on,
    seen: await newestMembershipOf(req.db, seat.id),
  }
}
