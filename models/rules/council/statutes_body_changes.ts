/** @article ruleChanges */

import { addDays, type IsoDate } from '../../core/dates.ts'
import type { RegisterNow } from './register_now.ts'
import type { Body, OrganisationsArea, Statutes } from '../../statutes/document.ts'
import { includesDay } from '../core/spans.ts'
import { activeBodies } from './vacancy.ts'
import { isOfOrganisations } from '../core/by_kind.ts'

/** The organisations of an area change: one comes, or one is no longer there to name a member. */
export interface BodyChange {
  change: 'added' | 'lost'
  area: string
  seats: string[]
  body: string
  /** The first day with the organisation, or without it. */
  on: IsoDate
  /** For a lost organisation: whether none is left to name a member for the seats. */
  nobodyLeft: boolean
  successor: string | undefined
  /** The members on the seats that day. They stay to the end of their membership. */
  members: { person: string; until: IsoDate }[]
}

/**
 * The organisations that come and go because of the new version, from its day until the term it falls in ends. The
 * version leaves out or adds some; others end by themselves on a day that the version brings to light or covers.
 */
export function bodyChanges(before: Statutes, after: Statutes, now: RegisterNow): BodyChange[] {
  const from = after.inForceFrom
  const spans = after.terms.map((term) => ({ starts_on: term.startsOn, ends_on: term.endsOn }))
  const last = spans.find((span) => includesDay(span, from))?.ends_on ?? from
  return after.areas.filter(isOfOrganisations).flatMap((area) => {
    const old = before.areas.filter(isOfOrganisations).find(({ key }) => key === area.key)
    const dayBefore = old ? activeBodies(old, addDays(from, -1)) : []
    const today = activeBodies(area, from)
    const known = (bodies: readonly Body[], { key }: { key: string }) => bodies.some((one) => one.key === key)
    const lostNow = dayBefore.filter((body) => !known(today, body))
    const endLater = today.filter(({ activeUntil = last }) => activeUntil < last)
    const change = (body: Body, kind: BodyChange['change'], on: IsoDate) =>
      describe(area, body, kind, on, now, activeBodies(area, on).length === 0)
    return [
      ...lostNow.map((body) => change(body, 'lost', from)),
      ...today.filter((body) => old && !known(dayBefore, body)).map((body) => change(body, 'added', from)),
      ...endLater.map((body) => change(body, 'lost', addDays(body.activeUntil ?? last, 1))),
    ]
  })
}

function describe(
  area: OrganisationsArea,
  body: Body,
  change: BodyChange['change'],
  on: IsoDate,
  { seats, members }: RegisterNow,
  nobodyLeft: boolean,
): BodyChange {
  const own = seats.filter((seat) => seat.area_key === area.key && on <= (seat.ends_on ?? on))
  const sitting = members.filter(
    (member) => own.some(({ id }) => id === member.seat_id) && includesDay(member, on),
  )
  return {
    ...{ change, area: area.name, body: body.name, on },
    seats: own.map(({ number, label }) => `${number} (${label})`),
    nobodyLeft,
    successor: body.successor?.name,
    members: sitting.map(({ person, ends_on }) => ({ person, until: ends_on })),
  }
}
