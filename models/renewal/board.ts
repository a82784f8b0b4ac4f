import type { SignedIn } from '../accounts/accounts.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db } from '../core/db.ts'
import type { ElectionId, MeetingId, NominationId } from '../core/ids.ts'
import { listNominationsOfTerm, type Nomination } from './nominations/nominations.ts'
import {
  progressOf,
  type BoardStep,
  type ElectionFacts,
  type FormalFacts,
  type NominationFacts,
} from '../rules/renewal/progress.ts'
import { facts } from '../rules/elections/state.ts'
import type { RuleValue } from '../statutes/document.ts'
import { listElections } from '../elections/elections.ts'
import { nextStep, type NextStep } from '../elections/next_step.ts'
import type { ElectionRow } from '../elections/tables.ts'
import {
  asksForFormal,
  formalAppointmentsOf,
  type FormalAppointment,
} from '../council/formal/formal_appointments.ts'
import { listHeld, type Held } from '../council/held.ts'
import { standing } from '../council/in_office.ts'
import { listAreasOfTerm } from '../council/areas.ts'
import { listBodiesOfArea } from '../bodies/bodies.ts'
import { listSeats, type SeatInArea } from '../council/seats.ts'
import { holdersOf, type Holders } from './holders.ts'
import type { Renewal } from './renewal.ts'
import { statutesOn } from '../statutes/versions.ts'
import { type AreaKind, byKind, isElectedSeat } from '../rules/core/by_kind.ts'

export interface BoardLine extends Holders {
  seat: SeatInArea
  track: 'election' | 'nomination'
  steps: BoardStep[]
  electionId: ElectionId | undefined
  /** What the election itself says is next. Only for a reader who is known. */
  electionStep: NextStep | undefined
  nominationId: NominationId | undefined
  /** Set while the seat waits for organisations that have not answered or do not agree. */
  nomination: Nomination | undefined
  endings: { name: string; until: IsoDate }[]
}

export interface Board {
  lines: BoardLine[]
  filled: number
  /** Seats without a member although the new term has begun. */
  interregnum: { lines: BoardLine[]; holdover: RuleValue<'holdover'>; confirmed: boolean } | undefined
  constituting: { id: MeetingId; held_on: IsoDate } | undefined
}

/** Another election has taken the place of a replaced one, and is to take the place of one that was called off. */
function isTheOne({ status }: Pick<ElectionRow, 'status'>): boolean {
  return !facts(status).replaced && !facts(status).calledOff
}

/** Works everything out anew; stores nothing. For a reader each seat has the next step of its election too. */
export async function renewalBoard(
  db: Db,
  renewal: Renewal,
  today: IsoDate,
  reader?: SignedIn,
): Promise<Board> {
  const { term, days } = renewal
  const seats = await seatsIn(db, term)
  const elections = await db('elections').where({ term_id: term.id }).orderBy('id', 'desc')
  const nominations = await listNominationsOfTerm(db, term.id)
  const ids = seats.map(({ id }) => id)
  const held = await listHeld(
    db,
    (rows) =>
      void rows.where(standing()).whereIn('memberships.seat_id', ids).orderBy('memberships.starts_on'),
  )
  const formal = await formalAppointmentsOf(
    db,
    held.filter(({ term_id }) => term_id === term.id),
  )
  const nextIn = reader ? await nextSteps(db, reader, renewal, today) : new Map<ElectionId, NextStep>()
  const lines: BoardLine[] = []
  for (const seat of seats) {
    const own = held.filter(({ seat_id }) => seat_id === seat.id)
    const holders = holdersOf(own, term, today)
    const { member, left } = holders
    const election = elections.find((one) => one.area_id === seat.area_id && isTheOne(one))
    const nomination = nominations.find((one) => one.seat_id === seat.id && one.status !== 'closed')
    const track = factsOf(seat, election, nomination)
    const steps = progressOf(track, {
      hasMember: member !== undefined,
      hasLeft: left,
      formal: member
        ? formalOf(member, formal.get(member.id))
        : await formalToCome(db, seat, election, term.starts_on),
      days,
      termStartsOn: term.starts_on,
      today,
    })
    lines.push({
      ...holders,
      seat,
      track: track.track,
      steps,
      electionId: election?.id,
      electionStep: election && nextIn.get(election.id),
      nominationId: nomination?.id,
      nomination,
      endings: await endingsOf(db, seat, term),
    })
  }
  return {
    lines,
    filled: lines.filter(({ member, steps }) => member && steps.at(-1)?.state === 'done').length,
    interregnum: await interregnumOf(db, lines, renewal, today),
    constituting: await db('meetings')
      .whereBetween('held_on', [term.starts_on, term.ends_on])
      .orderBy('held_on')
      .first('id', 'held_on'),
  }
}

async function nextSteps(
  db: Db,
  reader: SignedIn,
  { term }: Renewal,
  today: IsoDate,
): Promise<Map<ElectionId, NextStep>> {
  const steps = new Map<ElectionId, NextStep>()
  for (const election of await listElections(db, reader)) {
    if (election.term_id !== term.id) continue
    const step = await nextStep(db, election, reader, today)
    if (step) steps.set(election.id, step)
  }
  return steps
}

async function seatsIn(db: Db, term: Renewal['term']): Promise<SeatInArea[]> {
  const day = term.starts_on
  const areas = (await listAreasOfTerm(db, term.id)).map(({ id }) => id)
  return (await listSeats(db)).filter(
    (seat) => areas.includes(seat.area_id) && seat.starts_on <= day && day <= (seat.ends_on ?? day),
  )
}

function factsOf(
  seat: SeatInArea,
  election: ElectionRow | undefined,
  nomination: Nomination | undefined,
): ElectionFacts | NominationFacts {
  return byKind<{ kind: AreaKind }, ElectionFacts | NominationFacts>(
    { kind: seat.area_kind },
    {
      place: () => ({
        track: 'election',
        election: election && { ...election, uncontested: election.uncontested_on !== null },
      }),
      organisations: () => ({
        track: 'nomination',
        nomination: nomination && {
          outcome: nomination.outcome.state,
          appointed: nomination.status === 'appointed',
          answer_by: nomination.answer_by,
        },
      }),
    },
  )
}

function formalOf(member: Held, formal: FormalAppointment | undefined): FormalFacts {
  if (!formal) return { state: 'none' }
  return formal.made ? { state: 'written' } : { state: 'waits', since: member.starts_on }
}

async function formalToCome(
  db: Db,
  seat: SeatInArea,
  election: ElectionRow | undefined,
  termStartsOn: IsoDate,
): Promise<FormalFacts> {
  const asked = isElectedSeat(seat) && (await asksForFormal(db, election?.statutes_version_id, termStartsOn))
  return { state: asked ? 'to_come' : 'none' }
}

/** Organisations that end before the member they nominate does, so that the page can say it ahead. */
async function endingsOf(db: Db, seat: SeatInArea, term: Renewal['term']): Promise<BoardLine['endings']> {
  const bodies = await listBodiesOfArea(db, seat.area_id, term.starts_on)
  return bodies.flatMap(({ name, active_until }) =>
    active_until !== null && active_until < term.ends_on ? [{ name, until: active_until }] : [],
  )
}

/** The late seats after the old term, and whether the members who sat there go on. */
async function interregnumOf(
  db: Db,
  lines: BoardLine[],
  { term }: Renewal,
  today: IsoDate,
): Promise<Board['interregnum']> {
  const waiting = lines.filter(({ member, left, before }) => !member && !left && before?.end_reason === null)
  if (today < term.starts_on || waiting.length === 0) return undefined
  const { holdover } = (await statutesOn(db, today)).statutes.rules
  return { lines: waiting, holdover: holdover.value, confirmed: holdover.confirmed }
}
