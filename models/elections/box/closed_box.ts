import { findDetails } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { BoxDoubt, BoxExpected } from '../../rules/elections/box/box_contents.ts'
import { boothAccount } from '../booth/panel.ts'
import { subjectOf } from '../elections.ts'
import { codesHash } from './codes.ts'

/** What the log keeps of the box as polling closes, so that a ballot that changes afterwards is seen. */
export async function closedBox(trx: Trx, electionId: ElectionId): Promise<Record<string, number | string>> {
  const codes = await trx('envelopes').where({ election_id: electionId }).pluck<string[]>('code')
  return { envelopes: codes.length, codes_hash: codesHash(codes) }
}

export interface ClosedBox extends BoxExpected {
  /** Each ballot carries a proof that this server sealed it: polling was opened by a version that makes them. */
  hasProofs: boolean
}

/** `cast`: the releases used up, which hold alone when the log of an older version has no figures. */
export async function findClosedBox(db: Db, electionId: ElectionId, cast: number): Promise<ClosedBox> {
  const subject = subjectOf({ id: electionId })
  const opened = await findDetails(db, subject, 'election.opened')
  const closed = await findDetails(db, subject, 'election.closed')
  const { envelopes, codes_hash } = closed ?? {}
  return {
    envelopes: typeof envelopes === 'number' ? envelopes : cast,
    codesHash: typeof codes_hash === 'string' ? codes_hash : null,
    hasProofs: opened?.proofs === true,
  }
}

/** Of a box that was never opened: its ballots were destroyed, and their codes with them. */
export interface DestroyedBox {
  envelopes: number
  /** Null when the log of an older version has no figures. */
  codesHash: string | null
  destroyed_on: IsoDate
}

/** Returns undefined for a box that was opened, that was empty, or whose ballots are still there. */
export async function findDestroyedBox(db: Db, electionId: ElectionId): Promise<DestroyedBox | undefined> {
  const here = { election_id: electionId }
  const destruction = await db('ballot_destructions').where(here).first('destroyed_on')
  const opening = await db('box_openings').where(here).first('election_id')
  if (!destruction || opening) return undefined
  const { cast } = await boothAccount(db, electionId)
  const { envelopes, codesHash } = await findClosedBox(db, electionId, cast)
  return envelopes === 0 ? undefined : { envelopes, codesHash, ...destruction }
}

/** What an opening found that was not as polling closed. Returns undefined when none was stopped. */
export async function findBoxDoubt(db: Db, electionId: ElectionId): Promise<BoxDoubt | undefined> {
  const details = await findDetails(db, subjectOf({ id: electionId }), 'election.box_doubted')
  if (!details) return undefined
  const { replaced, added, missing, log } = details
  return {
    ...{ replaced: Number(replaced), added: Number(added), missing: Number(missing) },
    ...(log === true && { log }),
  }
}
