import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { listObjections } from '../conduct/objections.ts'
import { listPresences } from '../conduct/presence.ts'
import type { RecordedConduct } from './document.ts'

/** Returns undefined when nothing was written, so that records from before are the same text as ever. */
export async function recordedConduct(db: Db, electionId: ElectionId): Promise<RecordedConduct | undefined> {
  const presences = await listPresences(db, electionId)
  const objections = await listObjections(db, electionId)
  if (presences.length + objections.length === 0) return undefined
  return {
    presences: presences.map(({ phase, name, present_on, from_at, until_at }) => {
      return { phase, name, present_on, from_at, until_at }
    }),
    objections: objections.map(({ number, phase, raised_on, text, objector, decision }) => ({
      ...{ number, phase, raised_on, text, named: objector !== null },
      decision: decision && {
        decision: decision.decision,
        decided_by: decision.decided_by,
        decided_on: decision.decided_on,
      },
    })),
  }
}
