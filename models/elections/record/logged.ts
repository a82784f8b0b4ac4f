import type { Json } from '../../core/canonical.ts'
import { detailsOf } from '../../core/audit.ts'
import type { Db } from '../../core/db.ts'
import { type ElectionId, idOf } from '../../core/ids.ts'
import { subjectOf } from '../elections.ts'

/** After these there is a result, and nothing of the election is left to be done but what the record leaves room for. */
const SETTLED = ['election.certified', 'election.final', 'election.annulled', 'election.box_lost']
/** After these the ballots are counted anew. */
const UNSETTLED = ['election.recount_decided', 'election.investigation_recount']
const RECORDED = [...SETTLED, ...UNSETTLED, 'election.box_opened', 'election.closed']

export interface LoggedElection {
  /** True when the newest word of the log about the result is that there is one, or that there will be none. */
  isSettled: boolean
  /** True when the box could not be opened, or the vote was stopped: then there never is a result. */
  isWithoutResult: boolean
  isDestroyed: boolean
  /** The opened ballots were printed and lie among the papers, and nowhere else. */
  isMixedIn: boolean
  closed: Details | undefined
  opened: Details | undefined
}

type Details = Readonly<Record<string, Json>>

/** What the log says of an election, whatever its rows say. */
export async function readLog(db: Db, electionId: ElectionId): Promise<LoggedElection> {
  const events = await db('audit_events')
    .where({ subject: subjectOf({ id: electionId }) })
    .orderBy('sequence')
    .select('action', 'details')
  const newest = (wanted: string) => {
    const event = events.findLast(({ action }) => action === wanted)
    return event && detailsOf(event)
  }
  const last = events.findLast(({ action }) => [...SETTLED, ...UNSETTLED].includes(action))
  const closed = newest('election.closed')
  // A vote that was stopped ends as polls close.
  const isEnded = closed?.stopped === true
  return {
    isSettled: isEnded || (last !== undefined && SETTLED.includes(last.action)),
    isWithoutResult: isEnded || newest('election.box_lost') !== undefined,
    isMixedIn: newest('election.box_mixed') !== undefined,
    isDestroyed: newest('election.ballots_destroyed') !== undefined,
    closed,
    opened: newest('election.box_opened'),
  }
}

/** The elections that can be checked, by the log and by the records as well as by their own rows. */
export async function electionsToCheck(db: Db): Promise<ElectionId[]> {
  const subjects = await db('audit_events').whereIn('action', RECORDED).distinct('subject').pluck('subject')
  const logged = subjects.map((subject) => Number(/^election:(\d+)$/.exec(subject)?.[1]))
  const recorded = await db('records').distinct('election_id').pluck<number[]>('election_id')
  const certified = await db('certifications').distinct('election_id').pluck<number[]>('election_id')
  const ids = [...new Set([...logged, ...recorded, ...certified])].filter((id) => id > 0)
  return ids.sort((a, b) => a - b).map((id) => idOf<ElectionId>(id))
}
