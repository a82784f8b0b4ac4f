import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { readFormer, type Former } from '../count/former.ts'
import type { InvestigationEndRow, FindingsRow, InvestigationRow, FindingSignatureRow } from './tables.ts'

export interface Investigation extends InvestigationRow {
  findings: FindingsRow | null
  signatures: FindingSignatureRow[]
  /** Null while the investigation is open. */
  closing: (Omit<InvestigationEndRow, 'was'> & { was: Former }) | null
}

/** In the order in which they were begun. */
export async function listInvestigations(db: Db, electionId: ElectionId): Promise<Investigation[]> {
  const all = await db('investigations').where({ election_id: electionId }).orderBy('number')
  const ids = all.map(({ id }) => id)
  const findings = await db('findings').whereIn('investigation_id', ids)
  const signatures = await db('finding_signatures').whereIn('investigation_id', ids).orderBy('id')
  const closings = await db('investigation_ends').whereIn('investigation_id', ids)
  return all.map((one) => {
    const closing = closings.find(({ investigation_id }) => investigation_id === one.id)
    return {
      ...one,
      findings: findings.find(({ investigation_id }) => investigation_id === one.id) ?? null,
      signatures: signatures.filter(({ investigation_id }) => investigation_id === one.id),
      closing: closing ? { ...closing, was: readFormer(closing.was) } : null,
    }
  })
}

export async function findOpenInvestigation(
  db: Db,
  electionId: ElectionId,
): Promise<Investigation | undefined> {
  return (await listInvestigations(db, electionId)).find(({ closing }) => closing === null)
}
