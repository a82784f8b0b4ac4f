import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { boothAccount } from '../booth/panel.ts'
import { findBoxLoss } from '../box/record.ts'
import type { RecordedLoss } from './counted.ts'
import { recordedKey } from './polling.ts'
import { without } from './without.ts'

export async function recordedLoss(db: Db, electionId: ElectionId): Promise<RecordedLoss | undefined> {
  const loss = await findBoxLoss(db, electionId)
  if (!loss) return undefined
  const { releases, cast, voided } = await boothAccount(db, electionId)
  const { tablets, key } = await recordedKey(db, electionId)
  return { ...without(loss, 'election_id', 'papers'), releases, voided, envelopes: cast, tablets, key }
}
