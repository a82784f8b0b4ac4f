import { act } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import { Conflict } from '../../core/errors.ts'
import type { ElectionId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import { changedTicks, type TickKey, tickHolds, tickLines } from '../../rules/elections/readiness/ticks.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import { listSittings } from '../planning/sittings.ts'
import type { Official } from '../reach.ts'
import type { ReadinessTickRow } from './tables.ts'

export interface TickedLine {
  key: TickKey
  /** Who ticked it, and when; null while nobody has. */
  tick: Pick<ReadinessTickRow, 'recorded_by' | 'recorded_on' | 'recorded_at'> | null
}

/** The lines of one place, or those of the whole election. */
export interface TickList {
  place: string | null
  lines: TickedLine[]
}

/** First what is done once, then each place with what is to be there. */
export async function listTicks(db: Db, election: Election): Promise<TickList[]> {
  const rows = await db('readiness_ticks').where({ election_id: election.id }).orderBy('id', 'desc')
  const newest = (line: TickKey, place: string | null) =>
    rows.find((row) => row.line === line && row.place === place)
  const places = (await listSittings(db, election)).map(({ place }) => place)
  return [null, ...new Set(places)].map((place) => ({
    place,
    lines: tickLines(place === null ? 'election' : 'place', election.means).map((key) => {
      const row = newest(key, place)
      return { key, tick: row && tickHolds(row, election) ? row : null }
    }),
  }))
}

/** Whether somebody has looked at everything that no program can see. */
export async function isTickedOff(db: Db, election: Election): Promise<boolean> {
  const lists = await listTicks(db, election)
  return lists.every(({ lines }) => lines.every(({ tick }) => tick !== null))
}

export interface TicksForm {
  place: string | null
  /** The ticks on the page when it was shown. */
  seen: readonly TickKey[]
  chosen: readonly TickKey[]
}

/** A tick that was taken away stays in the book as a row of its own. Does nothing when nothing was changed. */
export async function changeTicks(
  db: Db,
  by: Official,
  id: ElectionId,
  { place, seen, chosen }: TicksForm,
): Promise<{ id: ElectionId }> {
  await getElection(db, by.user, id)
  const { ticked, unticked } = changedTicks(seen, chosen)
  if (ticked.length + unticked.length === 0) return { id }
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'getReady')
    const list = (await listTicks(trx, election)).find((one) => one.place === place)
    const own = list?.lines.map(({ key }) => key) ?? []
    if ([...ticked, ...unticked].some((key) => !own.includes(key))) throw new Conflict('readiness_changed')
    const { list_version } = election
    const recorded = {
      recorded_by: by.name,
      recorded_on: by.clock.today(),
      recorded_at: by.clock.time(),
    }
    for (const [lines, done] of [
      [ticked, 1],
      [unticked, 0],
    ] as const)
      for (const line of lines)
        await insertOne(trx, 'readiness_ticks', {
          ...{ election_id: id, line, place, done, list_version },
          ...recorded,
        })
    const details = { ...(place !== null && { place }), ticked, unticked }
    return { action: 'election.readiness_ticked', subject: subjectOf(election), details, result: { id } }
  })
}
