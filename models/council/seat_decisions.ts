import { act, type By } from '../core/audit.ts'
import { addDays, type IsoDate } from '../core/dates.ts'
import { isTaken, type Db, type Trx } from '../core/db.ts'
import type { BodyId, SeatId } from '../core/ids.ts'
import { Conflict, Refused, require } from '../core/errors.ts'
import { checkLeaving, type EndReason } from '../rules/council/membership.ts'
import type { SeatChoice, SeatDecisionRow } from './tables.ts'
import { closeMembership } from './leaving.ts'
import { listBodies } from '../bodies/bodies.ts'
import { listSeats, type SeatInArea } from './seats.ts'
import { listSeatsToDecide, type SeatToDecide } from './places_over_time.ts'
import { byKind } from '../rules/core/by_kind.ts'

export interface DecisionAboutSeat extends SeatDecisionRow {
  body: string
}

/** Newest first. */
export async function listSeatDecisions(db: Db, seatId: SeatId): Promise<DecisionAboutSeat[]> {
  const rows = await db('seat_decisions').where({ seat_id: seatId }).orderBy('id', 'desc')
  return Promise.all(
    rows.map(async (row) => {
      const bodies = await listBodies(db, row.decided_on)
      return { ...row, body: bodies.find(({ id }) => id === row.body_id)?.name ?? '' }
    }),
  )
}

export interface DecisionAboutBody extends SeatDecisionRow {
  seat: string
}

/** Seat by seat, newest first. */
export async function listDecisionsAbout(db: Db, bodyId: BodyId): Promise<DecisionAboutBody[]> {
  const rows = await db('seat_decisions').where({ body_id: bodyId }).orderBy('id', 'desc')
  return (await listSeats(db)).flatMap(({ id, label }) =>
    rows.filter(({ seat_id }) => seat_id === id).map((row) => ({ ...row, seat: label })),
  )
}

export interface SeatDecisionForm {
  body_id: BodyId
  choice: SeatChoice
  /** The member's last day; left out for `keep`. */
  ends_on?: IsoDate | undefined
  decided_by: string
  decided_on: IsoDate
  reason: string
}

/** `keep`: the member sits the term out. Otherwise the member leaves; on `renew` the successor chooses anew. */
export async function decideSeat(
  db: Db,
  by: By,
  seat: SeatInArea,
  form: SeatDecisionForm,
): Promise<{ seat: string }> {
  if (form.decided_on > by.clock.today()) throw new Refused('date_in_future', {}, 'decided_on')
  return act(db, by, async (trx) => {
    const { body_id, choice, decided_by, decided_on, reason } = form
    const open = (await listSeatsToDecide(trx, by.clock.today())).find(
      (one) => one.seat.id === seat.id && one.body.id === body_id,
    )
    if (!open) throw new Conflict('seat_decided')
    await insertDecision(trx, {
      ...{ seat_id: seat.id, body_id, choice, decided_by, decided_on, reason },
      ...{ recorded_by: by.name, recorded_on: by.clock.today() },
    })
    const endsOn = choice === 'keep' ? undefined : await endFor(trx, by, open, form)
    if (choice === 'renew') await letSuccessorChoose(trx, open)
    const details = { seat: seat.slug, body: open.body.slug, choice, decided_by, decided_on, ends_on: endsOn }
    return { action: 'seat.decided', subject: `seat:${seat.id}`, details, result: { seat: seat.slug } }
  })
}

async function insertDecision(trx: Trx, row: Omit<SeatDecisionRow, 'id'>): Promise<void> {
  try {
    await trx('seat_decisions').insert(row)
  } catch (error) {
    if (isTaken(error)) throw new Conflict('seat_decided')
    throw error
  }
}

/** The member leaves on the day, at the earliest when the place or organisation ends. */
async function endFor(trx: Trx, by: By, open: SeatToDecide, form: SeatDecisionForm): Promise<IsoDate> {
  const { member, body, endsOn } = open
  const leavesOn = form.ends_on ?? endsOn
  if (leavesOn < endsOn) throw new Refused('leaves_before_body', { date: endsOn }, 'ends_on')
  const reason = byKind<SeatToDecide['body'], EndReason>(body, {
    place: () => 'other',
    organisation: () => 'organisation_withdrew',
  })
  const { starts_on: startsOn, due_on: dueOn, ends_on } = member
  require(checkLeaving({ startsOn, dueOn, endsOn: ends_on, leavesOn, reason }))
  const leaving = { ends_on: leavesOn, end_reason: reason, end_note: form.reason } as const
  await closeMembership(trx, member, leaving, by.clock.today())
  return leavesOn
}

/** From the day after, the successor belongs to the seat's area: it nominates, or people vote there. */
async function letSuccessorChoose(trx: Trx, { seat, body, successor, endsOn }: SeatToDecide): Promise<void> {
  if (!successor) throw new Refused('no_successor_to_choose', { name: body.name }, 'choice')
  const linked = await trx('area_bodies').where({ area_id: seat.area_id, body_id: successor.id }).first('id')
  if (linked) return
  await trx('area_bodies').insert({
    area_id: seat.area_id,
    body_id: successor.id,
    starts_on: addDays(endsOn, 1),
    ends_on: null,
  })
}
