import { together } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import { Conflict, Refused } from '../core/errors.ts'
import type { AccountId, AreaId, BodyId, SeatId } from '../core/ids.ts'
import { getArea } from '../council/areas.ts'
import type { SeatInArea } from '../council/seats.ts'
import { type BoardChoice, listBoardChoices } from '../elections/board.ts'
import { usualTimes } from '../elections/planning/places_to_elect.ts'
import { planElection } from '../elections/planning/planning.ts'
import type { Official } from '../elections/reach.ts'
import type { BoardLine } from './board.ts'
import { renewalBoard } from './board.ts'
import { listAskable } from './nominations/askable.ts'
import { askForNomination } from './nominations/asking.ts'
import { getRenewal, type Renewal } from './renewal.ts'

export interface ElectionToPlan {
  id: AreaId
  name: string
  /** Where people voted last, or the name of the place. */
  place: string
  opens_at: string | undefined
  closes_at: string | undefined
  /** The proposed board. */
  board: BoardChoice[]
}

export interface SeatToAsk {
  seat: SeatInArea
  /** Set when each organisation names a member of its own: the next one that no other seat belongs to. */
  body_id: BodyId | undefined
  asked: string[]
}

export interface ToPlan {
  elections: ElectionToPlan[]
  seats: SeatToAsk[]
  /** Seats for which somebody has to choose first whom to ask. */
  apart: SeatInArea[]
}

/** What is left to plan of a renewal: no election and no nomination is under way for it. */
export async function whatToPlan(db: Db, renewal: Renewal, today: IsoDate): Promise<ToPlan> {
  const { lines } = await renewalBoard(db, renewal, today)
  const open = lines.filter(({ member, left }) => !member && !left)
  const places = open.filter(({ track, electionId }) => track === 'election' && electionId === undefined)
  const areas = [...new Set(places.map(({ seat }) => seat.area_id))]
  const elections = []
  for (const id of areas) {
    const { name } = await getArea(db, id)
    const { place, opens_at, closes_at } = await usualTimes(db, { id, name })
    const board = (await listBoardChoices(db, id)).filter(({ usual }) => usual)
    elections.push({ id, name, place, opens_at, closes_at, board })
  }
  const seats = open.filter(({ track, nominationId }) => track === 'nomination' && nominationId === undefined)
  return { elections, ...(await whomToAsk(db, seats, renewal, today)) }
}

async function whomToAsk(
  db: Db,
  lines: readonly BoardLine[],
  { term }: Renewal,
  today: IsoDate,
): Promise<Pick<ToPlan, 'seats' | 'apart'>> {
  const seats: SeatToAsk[] = []
  const apart: SeatInArea[] = []
  for (const { seat } of lines) {
    const { agreement, active } = await listAskable(db, seat, term, today)
    const taken = seats.filter((one) => one.seat.area_id === seat.area_id).map(({ body_id }) => body_id)
    const left = agreement === 'one_each' ? active.filter(({ id }) => !taken.includes(id)) : active
    const asked = agreement === 'one_each' ? left.slice(0, 1) : left
    if (asked.length === 0 || (agreement === 'single' && asked.length > 1)) apart.push(seat)
    else {
      const body_id = agreement === 'joint' ? undefined : asked[0]?.id
      seats.push({ seat, body_id, asked: asked.map(({ name }) => name) })
    }
  }
  return { seats, apart }
}

export interface OneGoForm {
  /** The areas that vote, and the seats that organisations are asked about. */
  areas: AreaId[]
  seats: SeatId[]
  polling_on: IsoDate
  candidates_by: IsoDate
  opens_at: string
  closes_at: string
  answer_by: IsoDate
  /** Where people vote, by area. */
  places: ReadonlyMap<AreaId, string>
}

export interface Planned {
  elections: { name: string; place: string; board: string[] }[]
  seats: { name: string; asked: string[] }[]
}

/** Plans every election and asks every organisation, or does nothing. `try` only says what would come of it. */
export async function planInOneGo(
  db: Db,
  by: Official,
  years: string,
  form: OneGoForm,
  how: 'do' | 'try',
): Promise<Planned> {
  refuseNothing(form)
  const planned = await together(
    db,
    by,
    async (trx, inner) => {
      const today = by.clock.today()
      const renewal = await getRenewal(trx, years)
      const left = await whatToPlan(trx, renewal, today)
      const elections = form.areas.map((id) => left.elections.find((one) => one.id === id))
      const seats = form.seats.map((id) => left.seats.find(({ seat }) => seat.id === id))
      const result: Planned = { elections: [], seats: [] }
      for (const election of elections) {
        if (!election) throw new Conflict('renewal_planned_meanwhile')
        const { id: area_id, name, board } = election
        const place = placeOf(form, election)
        const ids = board.map(({ id }): AccountId => id)
        if (ids.length < SMALLEST_BOARD) throw new Refused('renewal_board_too_small', { area: name }, 'areas')
        await planElection(trx, inner, { ...form, area_id, term_id: renewal.term.id, place, board: ids })
        result.elections.push({ name, place, board: board.map((one) => one.name) })
      }
      for (const one of seats) {
        if (!one) throw new Conflict('renewal_planned_meanwhile')
        const { seat, body_id, asked } = one
        const { answer_by } = form
        const about = { seat: seat.slug, term_id: renewal.term.id, body_id, successors: [] }
        await askForNomination(trx, inner, { ...about, asked_on: today, answer_by })
        result.seats.push({ name: seat.label, asked })
      }
      return { ...result }
    },
    how,
  )
  return planned
}

const SMALLEST_BOARD = 2

function refuseNothing({ areas, seats }: OneGoForm): void {
  if (areas.length + seats.length === 0) throw new Refused('renewal_nothing_chosen', {}, 'areas')
}

function placeOf({ places }: OneGoForm, { id, name }: ElectionToPlan): string {
  const place = places.get(id)?.trim() ?? ''
  if (place === '') throw new Refused('renewal_place_missing', { area: name }, `place_${id}`)
  return place
}
