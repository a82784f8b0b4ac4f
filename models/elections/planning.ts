import { act } from '../audit.ts'
import type { IsoDate } from '../dates.ts'
import type { Db, Trx } from '../db.ts'
import { Conflict, NotFound, Refused } from '../errors.ts'
import { getTerm } from '../register/places.ts'
import { statutesOn } from '../register/statutes.ts'
import { complaintDeadline } from '../rules/complaint_period.ts'
import { electionKind } from '../rules/open_seats.ts'
import { timetableRefusals } from '../rules/timetable.ts'
import type { AreaRow, ElectionKind, ElectionStatus, TermRow } from '../tables.ts'
import { setBoard } from './board.ts'
import { getElection, moveElection, requireStatus, subjectOf } from './elections.ts'
import type { Official } from './reach.ts'
import { listHoldings, listOpenSeats } from './seating.ts'

export interface TimetableForm {
  polling_on: IsoDate
  candidates_by: IsoDate
  place: string
  opens_at: string
  closes_at: string
}

export interface PlanForm extends TimetableForm {
  area_id: number
  term_id: number
  board: number[]
}

/** While one of these runs in an area and a term, no second election is planned there. */
const UNDER_WAY: readonly ElectionStatus[] = [
  ...(['planned', 'nominating', 'listed', 'polling', 'closed', 'counted'] as const),
  ...(['lot_required', 'uncontested', 'unfilled'] as const),
]

/**
 * Plans an election for the free seats of a place. Whether it is ordinary or a by-election follows from who has held them
 * in the term; the statutes are those in force on the polling day.
 */
export async function planElection(db: Db, by: Official, form: PlanForm): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const area = await trx('areas').where({ id: form.area_id }).first()
    if (!area) throw new NotFound(`area ${form.area_id}`)
    if (area.kind !== 'place') throw new Refused('area_not_elected', {}, 'area_id')
    const term = await getTerm(trx, form.term_id)
    await refuseSecond(trx, area, term)
    const scheduled = await schedule(trx, by, form, term)
    const filling = await whatToFill(trx, area, term, form.polling_on)
    const row = {
      ...scheduled,
      ...filling,
      area_id: area.id,
      term_id: term.id,
      status: 'planned',
      list_version: 0,
      roll_kind: 'counted',
    } as const
    const [made] = await trx('elections').insert(row).returning('id')
    const { id } = made as { id: number }
    await setBoard(trx, { id, area_id: area.id }, form.board)
    const { kind, seats, polling_on, candidates_by } = row
    const details = { area: area.slug, term: term.starts_on, kind, seats, polling_on, candidates_by }
    return { action: 'election.planned', subject: subjectOf({ id }), details, result: { id } }
  })
}

async function refuseSecond(trx: Trx, area: AreaRow, term: TermRow): Promise<void> {
  const other = await trx('elections')
    .where({ area_id: area.id, term_id: term.id })
    .whereIn('status', UNDER_WAY)
    .first('id')
  if (other) throw new Conflict('election_under_way', { area: area.name }, 'area_id')
}

/** The columns that follow from the timetable, with the statutes of the polling day. */
async function schedule(
  trx: Trx,
  by: Official,
  form: TimetableForm,
  term: TermRow,
  announcedDeadline?: IsoDate,
) {
  const { polling_on, candidates_by, place, opens_at, closes_at } = form
  const [wrong] = timetableRefusals(
    { pollingOn: polling_on, candidatesBy: candidates_by, opensAt: opens_at, closesAt: closes_at },
    { today: by.clock.today(), termEndsOn: term.ends_on, announcedDeadline },
  )
  if (wrong) throw new Refused(wrong.reason, wrong.params, wrong.field)
  const { id: statutes_version_id, statutes } = await statutesOn(trx, polling_on)
  const complaints_until = complaintDeadline(polling_on, statutes.rules.complaintDays.value)
  return { polling_on, candidates_by, place, opens_at, closes_at, statutes_version_id, complaints_until }
}

/** How many seats are free, and which kind of election fills them. */
async function whatToFill(
  trx: Trx,
  area: AreaRow,
  term: TermRow,
  pollingOn: IsoDate,
): Promise<{ seats: number; kind: ElectionKind }> {
  const open = await listOpenSeats(trx, area.id, term, pollingOn)
  if (open.length === 0) throw new Refused('no_seat_to_fill', { area: area.name }, 'area_id')
  const held = (await listHoldings(trx, area.id)).filter(({ term_id }) => term_id === term.id)
  const kind = electionKind(open, held)
  const { statutes } = await statutesOn(trx, pollingOn)
  if (kind === 'by_election' && statutes.rules.vacancy.value === 'stays_empty') {
    throw new Refused('seat_stays_empty', {}, 'area_id')
  }
  return { seats: open.length, kind }
}

/**
 * Moves the day, the hours or the place, as long as polling has not opened. The deadline for candidates stands as it is
 * once the list is approved.
 */
export async function changeTimetable(
  db: Db,
  by: Official,
  id: number,
  form: Omit<TimetableForm, 'candidates_by'> & { candidates_by?: IsoDate | undefined },
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'planned', 'nominating', 'listed')
    const stated = election.status === 'listed' ? undefined : form.candidates_by
    const timetable = { ...form, candidates_by: stated ?? election.candidates_by }
    const changes = await schedule(trx, by, timetable, election.term, election.candidates_by)
    await trx('elections').where({ id }).update(changes)
    const { polling_on, candidates_by } = changes
    const details = { polling_on, candidates_by, was: election.polling_on }
    return { action: 'election.moved', subject: subjectOf(election), details, result: { id } }
  })
}

/** Calls for candidates: from now on people can stand. */
export async function callElection(db: Db, by: Official, id: number): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'planned')
    await moveElection(trx, election, 'nominating')
    const details = { candidates_by: election.candidates_by }
    return { action: 'election.called', subject: subjectOf(election), details, result: { id } }
  })
}

/** Calls again, with new days, after nobody stood. */
export async function callAgain(
  db: Db,
  by: Official,
  id: number,
  form: TimetableForm,
): Promise<{ id: number }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireStatus(election, 'unfilled')
    const changes = await schedule(trx, by, form, election.term)
    await moveElection(trx, election, 'nominating', changes)
    const { polling_on, candidates_by } = changes
    const details = { polling_on, candidates_by }
    return { action: 'election.called_again', subject: subjectOf(election), details, result: { id } }
  })
}
