import { act } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { Conflict } from '../../core/errors.ts'
import type { ElectionId } from '../../core/ids.ts'
import { insertOne } from '../../core/insert.ts'
import {
  type Chore,
  choresOf,
  TICKED_CHORES,
  type TickedChore,
  versionTicked,
} from '../../rules/elections/readiness/chores.ts'
import { changedTicks } from '../../rules/elections/readiness/ticks.ts'
import { listOutcome } from '../../rules/elections/candidate_list.ts'
import { listStanding } from '../candidates/candidates.ts'
import { findKeyAndTrial } from '../box/keys.ts'
import { type Election, getElection, subjectOf } from '../elections.ts'
import { hasBooth, hasPaper } from '../means.ts'
import { loadMaterial } from '../packages/packages.ts'
import { listSittings } from '../planning/sittings.ts'
import { printedCopies } from '../polling/prints.ts'
import type { Official } from '../reach.ts'
import type { RecordRow } from '../record/tables.ts'
import type { ReadinessTickRow } from './tables.ts'

export interface ToldChore extends Chore {
  /** Who said that it is done, and when; null where the program sees it by itself, or nobody has said it. */
  tick: Pick<ReadinessTickRow, 'recorded_by' | 'recorded_on' | 'recorded_at'> | null
}

export async function listChores(db: Db, election: Election, today: IsoDate): Promise<ToldChore[]> {
  const { id, status, means, candidates_by, polling_on, complaints_until, uncontested_on } = election
  const [{ held_on: opensOn }] = await listSittings(db, election)
  const results = await listResults(db, id)
  const ticks = await findTicks(db, id, results.length)
  const { open } = await loadMaterial(db, election)
  const key = hasBooth(election) ? await findKeyAndTrial(db, id) : undefined
  const chores = choresOf({
    ...{ state: status, means, today, candidates_by, opensOn, polling_on, complaints_until },
    recordedOn: results.at(-1)?.made_on ?? null,
    printed: hasPaper(election) ? await printedCopies(db, election) : 0,
    isBoxLocked: key?.tried === true,
    isVote: uncontested_on === null,
    mayBeUncontested: await mayBeUncontested(db, election),
    isSealed: open.length === 0,
    isDestroyed:
      (await db('ballot_destructions').where({ election_id: id }).first('election_id')) !== undefined,
    ticked: [...ticks.keys()],
  })
  return chores.map((chore) => ({ ...chore, tick: tickOf(ticks, chore) }))
}

async function mayBeUncontested(db: Db, { id, seats, statutes }: Election): Promise<boolean> {
  const { length } = await listStanding(db, id)
  return listOutcome(length, seats, statutes.rules.uncontested.value) === 'uncontested_possible'
}

function tickOf(ticks: ReadonlyMap<string, ReadinessTickRow>, { key }: Chore): ToldChore['tick'] {
  return ticks.get(key) ?? null
}

/** The records that tell a result that nobody had been told of. The destruction of the ballots changes none. */
async function listResults(db: Db, election_id: ElectionId): Promise<Pick<RecordRow, 'made_on'>[]> {
  return db('records')
    .where({ election_id })
    .whereIn('made_at', ['certified', 'corrected'])
    .orderBy('id')
    .select('made_on')
}

async function findTicks(
  db: Db,
  election_id: ElectionId,
  records: number,
): Promise<Map<TickedChore, ReadinessTickRow>> {
  const rows = await db('readiness_ticks').where({ election_id }).whereIn('line', TICKED_CHORES).orderBy('id')
  const found = new Map<TickedChore, ReadinessTickRow>()
  for (const key of TICKED_CHORES) {
    const newest = rows.filter(({ line }) => line === key).at(-1)
    if (newest?.done === 1 && newest.list_version === versionTicked(key, records)) found.set(key, newest)
  }
  return found
}

export interface ChoresForm {
  /** The ticks on the page when it was shown. */
  seen: readonly TickedChore[]
  chosen: readonly TickedChore[]
}

/** A tick that was taken away stays in the book as a row of its own. Does nothing when nothing was changed. */
export async function tickChores(
  db: Db,
  by: Official,
  id: ElectionId,
  { seen, chosen }: ChoresForm,
): Promise<{ id: ElectionId }> {
  await getElection(db, by.user, id)
  const { ticked, unticked } = changedTicks(seen, chosen)
  if (ticked.length + unticked.length === 0) return { id }
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    const chores = await listChores(trx, election, by.clock.today())
    const isOpen = (key: TickedChore) =>
      chores.some((chore) => chore.key === key && (chore.state === 'now' || chore.state === 'done'))
    if (![...ticked, ...unticked].every(isOpen)) throw new Conflict('readiness_changed')
    const records = (await listResults(trx, id)).length
    for (const line of [...ticked, ...unticked])
      await insertOne(trx, 'readiness_ticks', {
        ...{ election_id: id, line, place: null, done: ticked.includes(line) ? 1 : 0 },
        list_version: versionTicked(line, records),
        ...{ recorded_by: by.name, recorded_on: by.clock.today(), recorded_at: by.clock.time() },
      })
    const details = { ticked, unticked }
    return { action: 'election.chores_ticked', subject: subjectOf(election), details, result: { id } }
  })
}
