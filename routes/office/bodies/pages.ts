import type { Request } from 'express'
import type { IsoDate } from '../../../models/dates.ts'
import { getBodyInFull, listBodiesInFull, type BodyInFull } from '../../../models/register/bodies.ts'
import { listMergers, type Merger } from '../../../models/register/mergers.ts'
import { listEndingsInTerm } from '../../../models/register/places_over_time.ts'
import { listSeatDecisions } from '../../../models/register/seat_decisions.ts'
import { listSeats } from '../../../models/register/places.ts'
import type { BodyChangeKind, SeatChoice } from '../../../models/tables.ts'
import { canOf, userOf } from '../../access.ts'
import { paths } from '../../paths.ts'

/** office/bodies/list. */
export interface BodiesPage {
  groups: { kind: 'place' | 'organisation'; bodies: BodyLine[] }[]
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

export async function bodiesPage(req: Request): Promise<BodiesPage> {
  const today = req.clock.today()
  const bodies = await listBodiesInFull(req.db, today)
  const isOver = ({ active_until }: BodyInFull) => active_until !== null && active_until < today
  const kinds = ['place', 'organisation'] as const
  return {
    groups: kinds.map((kind) => ({
      kind,
      bodies: bodies.filter((body) => body.kind === kind && !isOver(body)).map(lineOf),
    })),
    ended: bodies.filter(isOver).map(lineOf),
  }
}

function lineOf(body: BodyInFull): BodyLine {
  return {
    name: body.name,
    href: paths.body(body.slug),
    areas: body.areas.map(({ name }) => name),
    from: body.active_from,
    until: body.active_until,
    successor: body.successor?.name ?? null,
  }
}

/** office/bodies/body. */
export interface BodyPage extends BodyLine {
  kind: 'place' | 'organisation'
  /** Names before and to come, and what people also call it. */
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
  /** Members who sit longer than it lasts. */
  seats: { label: string; name: string; until: IsoDate; href: string | null }[]
  decisions: { label: string; choice: SeatChoice; by: string; on: IsoDate; reason: string }[]
  /** Something has ended it: what follows is not written twice. */
  ended: boolean
  acts: { name: string; address: string; contact: string; ending: string; merger: string }
}

export async function bodyPage(req: Request, slug: string): Promise<BodyPage> {
  const today = req.clock.today()
  const body = await getBodyInFull(req.db, slug, today)
  const can = canOf(userOf(req))
  const { contact } = body
  return {
    ...lineOf(body),
    kind: body.kind,
    names: body.names.map(({ name, valid_from: from, valid_until: until }) => ({ name, from, until })),
    aliases: body.aliases,
    address: body.addressThen,
    addresses: body.addresses.map(({ address, valid_from: from }) => ({ address, from })),
    mayReadContact: can['contacts.read'],
    contact: contact && can['contacts.read'] ? { ...contact, address: contact.postal_address } : null,
    successorHref: body.successor ? paths.body(body.successor.slug) : null,
    predecessors: body.predecessors.map((one) => ({ name: one.name, href: paths.body(one.slug) })),
    over: body.active_until !== null && body.active_until < today,
    changes: body.changes.map((change) => ({
      kind: change.kind,
      on: change.effective_on,
      into: change.into ?? null,
      decidedBy: change.decided_by,
      decidedOn: change.decided_on,
      reason: change.reason,
    })),
    mergers: (await listMergers(req.db)).filter(isAbout(body)).map(mergerLine),
    ...(await seatsOf(req, body)),
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

function mergerLine({ id, text, proposed_on, decision }: Merger) {
  return { text, on: proposed_on, outcome: decision?.outcome ?? ('open' as const), href: paths.merger(id) }
}

/** Whose seats hang on the body after its last day, and what has been decided about them. */
async function seatsOf(req: Request, body: BodyInFull): Promise<Pick<BodyPage, 'seats' | 'decisions'>> {
  const endings = await listEndingsInTerm(req.db, req.clock.today())
  const decisions: BodyPage['decisions'] = []
  const seats: BodyPage['seats'] = []
  const can = canOf(userOf(req))
  for (const seat of await listSeats(req.db)) {
    const decided = (await listSeatDecisions(req.db, seat.id)).filter(({ body_id }) => body_id === body.id)
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
