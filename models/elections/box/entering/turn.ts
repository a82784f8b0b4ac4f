import { livingSessions } from '../../../accounts/sessions.ts'
import { sha256 } from '../../../core/canonical.ts'
import type { Clock } from '../../../core/dates.ts'
import type { Db } from '../../../core/db.ts'
import type { AccountId, ElectionId } from '../../../core/ids.ts'
import type { AtTheBox, Ending, Pair, Place } from '../../../rules/elections/box/entering.ts'
import type { PaperEntryTurnRow } from './tables.ts'

/** The paper that comes next, and the two who look at it. */
export interface Turn extends Pair {
  /** 0 while all papers are in. */
  number: number
  waiting: string | null
  /** That all papers are in, as one of the two said it: it waits, or was sent back. */
  ending: Ending | null
}

/** Returns undefined when the papers are counted by hand, and once the box is opened. */
export async function findTurn(db: Db, clock: Clock, id: ElectionId): Promise<Turn | undefined> {
  const row = await db('paper_entry_turns').where({ election_id: id }).first()
  if (!row) return undefined
  const accounts = [row.first_account_id, row.second_account_id].filter((account) => account !== null)
  const people = await db('accounts').whereIn('id', accounts).select('id', 'name', 'person_id')
  const living = await livingSessions(db, clock.now())
  const atTheBox = (account: AccountId | null, session: string | null): AtTheBox | null => {
    const found = people.find(({ id }) => id === account)
    return found ? { ...found, isHere: session !== null && living.has(session) } : null
  }
  return {
    number: row.number,
    waiting: row.waiting,
    ending: endingOf(row),
    first: atTheBox(row.first_account_id, row.first_session),
    second: atTheBox(row.second_account_id, row.second_session),
  }
}

function endingOf(row: PaperEntryTurnRow): Ending | null {
  const { ending_by: by, ending_papers: papers, ending_reason: reason, ending_mark: mark } = row
  return by === null || papers === null ? null : { by, papers, reason, mark }
}

/** Neither a paper nor the end, and nothing is left of one that was sent back. */
export const NOTHING_WAITS = {
  ...{ waiting: null, ending_by: null, ending_papers: null, ending_reason: null, ending_mark: null },
} as const

/** Whether this account sits at the box with this very sign-in, and not with another one. */
export async function isAtTheBox(
  db: Db,
  id: ElectionId,
  account: AccountId,
  session: string,
): Promise<boolean> {
  const row = await db('paper_entry_turns').where({ election_id: id }).first()
  const hash = sha256(session)
  return (
    (row?.first_account_id === account && row.first_session === hash) ||
    (row?.second_account_id === account && row.second_session === hash)
  )
}

/** Whether the other one is asked if all papers are in. */
export function endWaits({ ending }: Pick<Turn, 'ending'>): boolean {
  return ending !== null && ending.mark !== null
}

/** Changes when there is anything new to see, and tells nothing of it. */
export function markOfTurn(turn: Turn | undefined): string {
  if (!turn) return ''
  const { number, waiting, ending, first, second } = turn
  const people = [first, second].map((one) => one && [one.id, one.isHere])
  return sha256(JSON.stringify([number, waiting, ending, people])).slice(0, 16)
}

/** Names the two places, so that nobody frees them for another two than those on the page. */
export function markOfPlaces({ first, second }: Pair): string {
  return sha256(JSON.stringify([first?.id ?? null, second?.id ?? null])).slice(0, 16)
}

/** Names what waits, so that nobody says yes to another paper than the one on the page. */
export function markOfWaiting(waiting: string): string {
  return sha256(waiting)
}

export function placeIn({ first, second }: Pair, account: AccountId): Place | undefined {
  if (first?.id === account) return 'first'
  return second?.id === account ? 'second' : undefined
}
