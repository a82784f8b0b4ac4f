import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { BodyId, StatutesVersionId } from '../../core/ids.ts'
import { NotFound } from '../../core/errors.ts'
import { listBodies, listBodiesOfArea, type Body } from '../../bodies/bodies.ts'
import type { SeatInArea } from '../../council/seats.ts'
import { statutesOn } from '../../statutes/versions.ts'
import { chainFrom } from '../../rules/bodies/body_life.ts'
import { bodiesLeft } from '../../rules/renewal/nomination.ts'
import { agreementOf, findArea, type Agreement } from '../../statutes/document.ts'
import type { TermRow } from '../../council/tables.ts'

export interface Askable {
  versionId: StatutesVersionId
  agreement: Agreement
  agreementConfirmed: boolean
  appointingBodyConfirmed: boolean
  /** Active on the day; when each nominates one member, without those that belong to another seat of the area. */
  active: Body[]
  /** Ended before the day. No successor takes over by itself: the secretary decides and says why. */
  ended: { body: Body; until: IsoDate; successor: Body | undefined }[]
}

/** By the statutes of the day. Throws NotFound for a seat filled by election. */
export async function listAskable(db: Db, seat: SeatInArea, term: TermRow, on: IsoDate): Promise<Askable> {
  const { id: versionId, statutes } = await statutesOn(db, on)
  const area = findArea(statutes, seat.area_slug)
  const agreement = area && agreementOf(area)
  if (!agreement) throw new NotFound(`nobody nominates for ${seat.slug}`)
  const bodies = await listBodiesOfArea(db, seat.area_id, on)
  const active = bodies.filter((body) => isActive(body, on))
  const used = agreement.value === 'one_each' ? await listBodiesOfOtherSeats(db, seat, term) : []
  const left = bodiesLeft(
    active.map(({ id }) => id),
    used,
  )
  const everyone = await listBodies(db, on)
  const ended = bodies.flatMap((body) => {
    const until = body.active_until
    if (until === null || until >= on) return []
    // A successor may have ended too: the first active one of the line is asked.
    const chain = chainFrom(everyone, body.id)
    const successor = chain.find((one) => isActive(one, on) && !used.includes(one.id))
    return [{ body, until, successor }]
  })
  return {
    versionId,
    agreement: agreement.value,
    agreementConfirmed: agreement.confirmed,
    appointingBodyConfirmed: statutes.rules.appointingBody.confirmed,
    active: active.filter(({ id }) => left.includes(id)),
    ended,
  }
}

function isActive(body: Body, on: IsoDate): boolean {
  return (body.active_from ?? on) <= on && on <= (body.active_until ?? on)
}

/** For each other seat, the organisation that was asked last for it in the term. */
async function listBodiesOfOtherSeats(db: Db, seat: SeatInArea, term: TermRow): Promise<BodyId[]> {
  const asked = await db('nominations')
    .join('seats', 'seats.id', 'nominations.seat_id')
    .where('seats.area_id', seat.area_id)
    .where('nominations.term_id', term.id)
    .whereNot('nominations.seat_id', seat.id)
    .whereNot('nominations.status', 'closed')
    .orderBy('nominations.id')
    .select('nominations.seat_id', 'nominations.body_id')
  const latest = new Map(asked.map(({ seat_id, body_id }) => [seat_id, body_id]))
  return [...latest.values()].filter((id): id is BodyId => id !== null)
}
