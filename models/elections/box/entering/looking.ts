import type { Db } from '../../../core/db.ts'
import type { AccountId, ElectionId } from '../../../core/ids.ts'
import type { PaperSeen } from '../../../rules/elections/box/entering.ts'
import { listStanding } from '../../candidates/candidates.ts'
import type { CandidacyRow } from '../../candidates/tables.ts'
import { findPaperAccount, type PaperAccount } from '../../polling/paper_accounts.ts'
import type { Official } from '../../reach.ts'
import { type Entry, findEntry } from './entry.ts'
import { readWaiting } from './papers.ts'
import { findTurn, isAtTheBox, type Turn } from './turn.ts'

/** What somebody who looks at the page may see of the entering. */
export interface SeenEntry {
  entry: Entry | undefined
  turn: Turn | undefined
  papers: PaperAccount | undefined
  standing: readonly CandidacyRow[]
  /** What waits, for nobody but the two. */
  seen: PaperSeen | undefined
  user: AccountId
  /** The user sits at the box with this very sign-in. */
  isMine: boolean
}

export async function lookAtEntry(db: Db, by: Official, id: ElectionId, session: string): Promise<SeenEntry> {
  const turn = await findTurn(db, by.clock, id)
  const user = by.user.id
  const isMine = await isAtTheBox(db, id, user, session)
  return {
    entry: await findEntry(db, id),
    papers: await findPaperAccount(db, id),
    standing: await listStanding(db, id),
    ...{ turn, user, isMine },
    seen: turn && isMine ? readWaiting(by.keys, id, turn) : undefined,
  }
}
