import { forgedSessions } from '../accounts/sessions.ts'
import { checkGuards, type GuardFinding } from '../../migrations/schema/guards.ts'
import { authorOfHead, verifyChain, type ChainCheck } from '../core/chain.ts'
import type { Db } from '../core/db.ts'
import type { Authorship, OutsideKeys } from '../core/keys.ts'
import { checkRows, type RowFinding } from '../core/ledger/check.ts'
import { isBehind } from '../core/migrate.ts'
import { verifyRecords, type RecordCheck } from '../elections/record/check.ts'

export type VerifiedPart = 'chain' | 'head' | 'rows' | 'sessions' | 'guards' | 'elections'

export interface Verification {
  /** Migrations are still to come: then nothing else can be said. */
  behind: boolean
  chain: ChainCheck | undefined
  head: Authorship | undefined
  rows: RowFinding[]
  /** The first signs of the sessions whose user was written past the program. */
  sessions: string[]
  guards: GuardFinding[]
  elections: RecordCheck[]
  /** The checks that met nonsense and could not go on. */
  stopped: { part: VerifiedPart; reason: string }[]
}

/** Makes every check, whatever the others find. Changes nothing. */
export async function verifyAll(db: Db, keys: OutsideKeys): Promise<Verification> {
  const stopped: Verification['stopped'] = []
  const made = async <T>(part: VerifiedPart, check: () => Promise<T>): Promise<T | undefined> =>
    check().catch((error: unknown) => {
      stopped.push({ part, reason: error instanceof Error ? error.message : String(error) })
      return undefined
    })
  const chain = await made('chain', () => verifyChain(db))
  const behind = (await isBehind(db).catch(() => true)) ? true : false
  const none = { behind, chain, head: undefined, rows: [], sessions: [], guards: [], elections: [], stopped }
  if (behind) return none
  return {
    ...none,
    head: await made('head', () => authorOfHead(db, keys)),
    rows: (await made('rows', () => checkRows(db))) ?? [],
    sessions: (await made('sessions', () => forgedSessions(db, keys))) ?? [],
    guards: (await made('guards', () => checkGuards(db))) ?? [],
    elections: (await made('elections', () => verifyRecords(db, keys))) ?? [],
  }
}
