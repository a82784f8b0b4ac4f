import type { SignedIn } from '../accounts/accounts.ts'
import type { Db, Trx } from '../core/db.ts'
import type { ElectionId } from '../core/ids.ts'
import { Conflict, NotFound } from '../core/errors.ts'
import { getTerm } from '../council/terms.ts'
import { getStatutesVersion } from '../statutes/versions.ts'
import { allows, stateAfter, type ElectionAct, type ElectionMove } from '../rules/elections/acts.ts'
import { findArea, type PlaceArea, type Statutes } from '../statutes/document.ts'
import type { TermRow } from '../council/tables.ts'
import type { ElectionRow } from './tables.ts'
import type { ElectionState } from '../rules/elections/state.ts'
import { inReachOf } from './reach.ts'
import { isPlace } from '../rules/core/by_kind.ts'

export interface Election extends ElectionRow {
  area_slug: string
  area_name: string
  /** How the statutes name its voters: "på" or "blandt brugere i". */
  wording: PlaceArea['wording']
  term: TermRow
  /** The version that the election runs under. */
  statutes: Statutes
}

type Row = ElectionRow & { area_slug: string; area_name: string }

/** Throws NotFound when the election is out of this user's reach. */
export async function getElection(db: Db, user: SignedIn, id: ElectionId): Promise<Election> {
  const row = await electionRows(db).where('elections.id', id).where(inReachOf(db, user)).first()
  if (!row) throw new NotFound(`election ${id}`)
  return complete(db, row)
}

/** Lists only the elections in the user's reach, the newest polling day first. */
export async function listElections(db: Db, user: SignedIn): Promise<Election[]> {
  const rows = await electionRows(db).where(inReachOf(db, user))
  return Promise.all(rows.map((row) => complete(db, row)))
}

/** Without a question of reach: for what the public may see. */
export async function listAllElections(db: Db): Promise<Election[]> {
  const rows = await electionRows(db)
  return Promise.all(rows.map((row) => complete(db, row)))
}

/** Without a question of reach: for what the public may see. */
export async function getAnyElection(db: Db, id: ElectionId): Promise<Election> {
  const row = await electionRows(db).where('elections.id', id).first()
  if (!row) throw new NotFound(`election ${id}`)
  return complete(db, row)
}

/** Returns undefined when there is no such election. */
export async function electionStatus(db: Db, id: ElectionId): Promise<ElectionState | undefined> {
  return (await db('elections').where({ id }).first('status'))?.status
}

function electionRows(db: Db) {
  return db('elections')
    .join('areas', 'areas.id', 'elections.area_id')
    .orderBy('elections.polling_on', 'desc')
    .orderBy('elections.id', 'desc')
    .select<Row[]>('elections.*', 'areas.slug as area_slug', 'areas.name as area_name')
}

async function complete(db: Db, row: Row): Promise<Election> {
  const { statutes } = await getStatutesVersion(db, row.statutes_version_id)
  const area = findArea(statutes, row.area_slug)
  const wording = area && isPlace(area) ? area.wording : 'på'
  return { ...row, wording, term: await getTerm(db, row.term_id), statutes }
}

/** Throws a Conflict that says how things stand now, unless the act may be done in the election as it stands. */
export function requireAct({ status }: Pick<ElectionRow, 'status'>, what: ElectionAct): void {
  if (!allows(status, what)) throw new Conflict(`election_is_${status}`)
}

/** Throws Conflict with the present state when it has changed meanwhile, and RangeError for a move no act may make. */
export async function moveElection<E extends ElectionRow>(
  trx: Trx,
  election: E,
  move: ElectionMove,
  changes: Partial<ElectionRow> = {},
): Promise<E> {
  const { id, status } = election
  if (!allows(status, move)) throw new RangeError(`${move} cannot be done in an election that is ${status}`)
  const to = stateAfter(move)
  const moved = await trx('elections')
    .where({ id, status })
    .update({ ...changes, status: to })
  if (moved === 1) return { ...election, ...changes, status: to }
  const now = await trx('elections').where({ id }).first('status')
  throw new Conflict(`election_is_${now?.status ?? status}`)
}

export function subjectOf({ id }: { id: ElectionId }): string {
  return `election:${id}`
}
