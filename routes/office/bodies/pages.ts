import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { getBodyInFull, listBodiesInFull, type BodyInFull } from '../../../models/bodies/body_in_full.ts'
import { listMergers, type Merger } from '../../../models/bodies/mergers.ts'
import { listEndingsInTerm } from '../../../models/council/places_over_time.ts'
import { listSeatDecisions } from '../../../models/council/seat_decisions.ts'
import { listSeats } from '../../../models/council/seats.ts'
import type { BodyChangeKind } from '../../../models/bodies/tables.ts'
import type { SeatChoice } from '../../../models/council/tables.ts'
import { userOf } from '../../web/access.ts'
import { canOf } from '../../../models/accounts/permissions.ts'
import { asOf, sameDay, type AsOf } from '../../../views/as_of.ts'
import { paths } from '../../../views/paths.ts'
import { readerOf } from '../../web/reader.ts'
import { type BodyKind, BODY_KINDS } from '../../../models/rules/core/by_kind.ts'

/** office/bodies/list. */
export interface BodiesPage {
  asOf: AsOf
  groups: { kind: BodyKind; bodies: BodyLine[] }[]
  /** No more active, the last one first. */
  ended: BodyLine[]
}

export interface BodyLine {
  name: string
  href: string
  areas: string[]
  from: IsoDate | null
  until: IsoDate | null
  successor: string | null
}

/** As they were on the day, under its names. Today's page also has those that are still to come. */
export async function bodiesPage(req: Request, asked?: IsoDate): Promise<BodiesPage> {
  const then = asOf(readerOf(req), paths.bodies, asked)
  const { day, isToday } = then
  const bodies = (await listBodiesInFull(req.db, day)).filter((body) => isToday || !isToCome(body, day))
  const isOver = ({ active_until }: BodyInFull) => active_until !== null && active_until < day
  const line = (body: BodyInFull) => lineOf(body, then)
  return {
    asOf: then,
    groups: BODY_KINDS.map((kind) => ({
      kind,
      bodies: bodies.filter((body) => body.kind === kind && !isOver(body)).map(line),
    })),
    ended: bodies.filter(isOver).map(line),
  }
}

function isToCome({ active_from: from }: BodyInFull, day: IsoDate): boolean {
  return from !== null && day < from
}

function lineOf(body: BodyInFull, then: AsOf): BodyLine {
  return {
    name: body.name,
    href: sameDay(paths.body(body.slug), then),
    areas: body.areasThen.map(({ name }) => name),
    from: body.active_from,
    until: body.active_until,
    successor: body.successor?.name ?? null,
  }
}

/** office/bodies/body. */
export interface BodyPage extends BodyLine {
  asOf: AsOf
  /** It began after the day that is asked for. */
  toCome: boolean
  kind: BodyKind
  /** Names before and to come, and what people also call it; of another day than today only the name it had. */
  names: { name: string; from: IsoDate | null; until: IsoDate | null }[]
  aliases: string[]
  address: string | null
  addresses: { address: string; from: IsoDate }[]
  /** null for whoever may not read it. */
  contact: { name: string; email: string | null; phone: string | null; address: string | null } | null
  mayReadContact: boolean
  successorHref: string | null
  predecessors: { name: string; href: string }[]
  over: boolean
  changes: {
    kind: BodyChangeKind
    on: IsoDate
    into: string | null
    decidedBy: string | null
    decidedOn: IsoDate | null
    reason: string
  }[]
  mergers: { text: string; on: IsoDate; outcome: 'rejected' | 'adopted' | 'open'; href: string }[]
  /** Members who sit longer than it lasts; only on the page of today. */
  seats: { label: string; name: string; until: IsoDate; href: string | null }[]
  decisions: { label: string; choice: SeatChoice; by: string; on: IsoDate; reason: string }[]
  /** Something has ended it: what follows is not written twice. */
  ended: boolean
  acts: { name: string; address: string; contact: string; ending: string; merger: string }
}

/** One of them as it was on the day, with what had happened by then; what can be done is on today's page. */
export async function bodyPage(req: Request, slug: string, asked?: IsoDate): Promise<BodyPage> {
  const then = asOf(readerOf(req), paths.body(slug), asked)
  const { day, isToday } = then
  const body = await getBodyInFull(req.db, slug, day)
  const can = canOf(userOf(req))
  const { contact } = body
  return {
    ...lineOf(body, then),
    asOf: then,
    toCome: !isToday && isToCome(body, day),
    kind: body.kind,
    names: isToday
      ? body.names.map(({ name, valid_from: from, valid_until: until }) => ({ name, from, until }))
      : [{ name: body.name, from: null, until: null }],
    aliases: body.aliases,
    address: body.addressThen,
    addresses: isToday ? body.addresses.map(({ address, valid_from: from }) => ({ address, from })) : [],
    mayReadContact: can['contacts.read'],
    contact: contact && can['contacts.read'] ? { ...contact, address: contact.postal_address } : null,
    successorHref: body.successor ? sameDay(paths.body(body.successor.slug), then) : null,
    predecessors: body.predecessors.map((one) => ({
      name: one.name,
      href: sameDay(paths.body(one.slug), then),
    })),
    over: body.active_until !== null && body.active_until < day,
    changes: body.changes
      .filter(({ effective_on }) => isToday || effective_on <= day)
      .map((change) => ({
        kind: change.kind,
        on: change.effective_on,
        into: change.into ?? null,
        decidedBy: change.decided_by,
        decidedOn: change.decided_on,
        reason: change.reason,
      })),
    mergers: (await listMergers(req.db))
      .filter(isAbout(body))
      .filter(({ proposed_on }) => isToday || proposed_on <= day)
      .map((merger) => mergerLine(merger, then)),
    ...(await seatsOf(req, body, then)),
    ended: body.changes.some(({ kind }) => kind !== 'renamed' && kind !== 'moved'),
    acts: {
      name: paths.bodyName(slug),
      address: paths.bodyAddress(slug),
      contact: paths.bodyContact(slug),
      ending: paths.bodyEnding(slug),
      merger: paths.mergers,
    },
  }
}

function isAbout(body: BodyInFull) {
  return ({ bodies }: Merger): boolean => bodies.some(({ id }) => id === body.id)
}

/** Not decided yet where the decision came after the day. */
function mergerLine({ id, text, proposed_on, decision }: Merger, { day, isToday }: AsOf) {
  const outcome = decision && (isToday || decision.decided_on <= day) ? decision.outcome : ('open' as const)
  return { text, on: proposed_on, outcome, href: paths.merger(id) }
}

/** Whose seats hang on the body after its last day, and what has been decided about them. */
async function seatsOf(
  req: Request,
  body: BodyInFull,
  { day, isToday }: AsOf,
): Promise<Pick<BodyPage, 'seats' | 'decisions'>> {
  const endings = isToday ? await listEndingsInTerm(req.db, day) : []
  const decisions: BodyPage['decisions'] = []
  const seats: BodyPage['seats'] = []
  const can = canOf(userOf(req))
  for (const seat of await listSeats(req.db)) {
    const decided = (await listSeatDecisions(req.db, seat.id)).filter(
      ({ body_id, decided_on }) => body_id === body.id && (isToday || decided_on <= day),
    )
    for (const { choice, decided_by: by, decided_on: on, reason } of decided)
      decisions.push({ label: seat.label, choice, by, on, reason })
    const ending = endings.find((one) => one.seat.id === seat.id && one.body.id === body.id)
    if (!ending || decided.length > 0) continue
    const mayDecide = can['register.write'] && ending.mustDecide
    const { person: name, ends_on: until } = ending.member
    const href = mayDecide ? `${paths.seatDecision(seat.slug)}?organisation=${body.id}` : null
    seats.push({ label: seat.label, name, until, href })
  }
  return { seats, decisions }
}
