import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { AccountId, AreaId, ElectionId, TermId } from '../../core/ids.ts'
import { Conflict, NotFound, Refused } from '../../core/errors.ts'
import { insertOne } from '../../core/insert.ts'
import { getTerm, requireTermOfArea } from '../../council/terms.ts'
import { statutesOn } from '../../statutes/versions.ts'
import { electionKind } from '../../rules/council/open_seats.ts'
import { statesThat } from '../../rules/elections/state.ts'
import { allows, FIRST_STATE } from '../../rules/elections/acts.ts'
import type { AreaRow } from '../../bodies/tables.ts'
import type { TermRow } from '../../council/tables.ts'
import type { ElectionKind, ElectionRow } from '../tables.ts'
import { setBoard } from '../board.ts'
import { type Election, getElection, moveElection, requireAct, subjectOf } from '../elections.ts'
import { schedule, type TimetableForm } from './schedule.ts'
import type { Official } from '../reach.ts'
import { removePortraits } from '../candidates/portraits.ts'
import { recordMove } from './moves.ts'
import { markRerun } from './reruns.ts'
import { listHoldings, listOpenSeats } from '../result/seating.ts'
import { setSittings } from './sittings.ts'
import { isPlace } from '../../rules/core/by_kind.ts'

export type { TimetableForm }

export interface PlanForm extends TimetableForm {
  area_id: AreaId
  term_id: TermId
  board: AccountId[]
  /** `counted` when left out. */
  roll_kind?: ElectionRow['roll_kind'] | undefined
  /** The annulled election that this one replaces. */
  rerun_of?: ElectionId | undefined
}

/** Earlier holders in the term make it a by-election. The statutes are those in force on the polling day. */
export async function planElection(db: Db, by: Official, form: PlanForm): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const annulled = form.rerun_of === undefined ? undefined : await getAnnulled(trx, by, form.rerun_of)
    const area = await trx('areas')
      .where({ id: annulled?.area_id ?? form.area_id })
      .first()
    if (!area) throw new NotFound(`area ${form.area_id}`)
    if (!isPlace(area)) throw new Refused('area_not_elected', {}, 'area_id')
    const term = await getTerm(trx, annulled?.term_id ?? form.term_id)
    await requireTermOfArea(trx, area, term)
    await refuseSecond(trx, area, term)
    const { columns, sittings } = await schedule(trx, by, form, term)
    const filling = await whatToFill(trx, area, term, columns.polling_on, annulled !== undefined)
    const row = {
      ...columns,
      ...filling,
      area_id: area.id,
      term_id: term.id,
      status: FIRST_STATE,
      list_version: 0,
      roll_kind: form.roll_kind ?? 'counted',
      means: form.means ?? 'paper',
    } as const
    const id = await insertOne(trx, 'elections', row)
    await setSittings(trx, id, sittings)
    await setBoard(trx, { id, area_id: area.id }, form.board)
    if (annulled) {
      await markRerun(trx, annulled, id)
      await removePortraits(trx, annulled.id)
    }
    const { kind, seats, polling_on, candidates_by, means, roll_kind } = row
    const details = {
      ...{ area: area.slug, term: term.starts_on, kind, seats, polling_on, candidates_by, means, roll_kind },
      ...(sittings.length > 1 && { sittings: sittings.length }),
      ...(annulled && { rerun_of: annulled.id }),
    }
    return { action: 'election.planned', subject: subjectOf({ id }), details, result: { id } }
  })
}

/** Throws NotFound when the election is out of reach, and Conflict when it stands or was held again already. */
async function getAnnulled(trx: Trx, by: Official, id: ElectionId): Promise<Election> {
  const election = await getElection(trx, by.user, id)
  requireAct(election, 'planRerun')
  return election
}

async function refuseSecond(trx: Trx, area: AreaRow, term: TermRow): Promise<void> {
  const other = await trx('elections')
    .where({ area_id: area.id, term_id: term.id })
    .whereIn('status', statesThat('underWay'))
    .first('id')
  if (other) throw new Conflict('election_under_way', { area: area.name }, 'area_id')
}

async function whatToFill(
  trx: Trx,
  area: AreaRow,
  term: TermRow,
  pollingOn: IsoDate,
  isRerun: boolean,
): Promise<{ seats: number; kind: ElectionKind }> {
  const open = await listOpenSeats(trx, area.id, term, pollingOn)
  if (open.length === 0) throw new Refused('no_seat_to_fill', { area: area.name }, 'area_id')
  if (isRerun) return { seats: open.length, kind: 'rerun' }
  const held = (await listHoldings(trx, area.id)).filter(({ term_id }) => term_id === term.id)
  const kind = electionKind(open, held)
  const { statutes } = await statutesOn(trx, pollingOn)
  if (kind === 'by_election' && statutes.rules.vacancy.value === 'stays_empty') {
    throw new Refused('seat_stays_empty', {}, 'area_id')
  }
  return { seats: open.length, kind }
}

/** The timetable can change until polling opens. The deadline for candidates stands once the list is approved. */
export async function changeTimetable(
  db: Db,
  by: Official,
  id: ElectionId,
  form: Omit<TimetableForm, 'candidates_by'> & {
    candidates_by?: IsoDate | undefined
    /** Why the announced day is moved. */
    reason?: string | undefined
  },
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'changeTimetable')
    const stated = allows(election.status, 'setDeadline') ? form.candidates_by : undefined
    const timetable = { ...form, candidates_by: stated ?? election.candidates_by }
    const { columns, sittings } = await schedule(trx, by, timetable, election.term, election.candidates_by)
    const means = form.means ?? election.means
    const { polling_on, candidates_by } = columns
    const moved = await recordMove(trx, by, election, { columns, sittings, reason: form.reason })
    const { list_version } = moved
    await trx('elections')
      .where({ id })
      .update({ ...columns, means, list_version })
    await setSittings(trx, id, sittings)
    const details = {
      ...{ polling_on, candidates_by, means, was: election.polling_on },
      ...(list_version !== election.list_version && { list_version }),
      ...(moved.reason !== undefined && { reason: moved.reason }),
    }
    return { action: 'election.moved', subject: subjectOf(election), details, result: { id } }
  })
}

/** From now on people can stand. */
export async function callElection(db: Db, by: Official, id: ElectionId): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'call')
    await moveElection(trx, election, 'call')
    const details = { candidates_by: election.candidates_by }
    return { action: 'election.called', subject: subjectOf(election), details, result: { id } }
  })
}

/** A call without candidates is made again, with new days. */
export async function callAgain(
  db: Db,
  by: Official,
  id: ElectionId,
  form: TimetableForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'callAgain')
    const { columns, sittings } = await schedule(trx, by, form, election.term)
    const means = form.means ?? election.means
    await moveElection(trx, election, 'callAgain', { ...columns, means })
    await setSittings(trx, id, sittings)
    const { polling_on, candidates_by } = columns
    const details = { polling_on, candidates_by }
    return { action: 'election.called_again', subject: subjectOf(election), details, result: { id } }
  })
}
