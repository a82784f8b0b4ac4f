import type { Election } from '../../../../models/elections/elections.ts'
import type { RecordFault } from '../../../../models/elections/record/check.ts'
import type { RecordRow } from '../../../../models/elections/record/tables.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface RecordPage {
  head: ElectionHead
  /** The newest first; empty before the result is certified. */
  records: ShownRecord[]
  faults: readonly RecordFault[]
  pdfHref: string
  dataHref: string
  afterHref: string | null
}

type ShownRecord = Pick<RecordRow, 'id' | 'made_at' | 'made_on' | 'hash' | 'audit_sequence' | 'audit_hash'>

export function recordPage(
  reader: Reader,
  election: Election,
  { records, faults }: { records: readonly RecordRow[]; faults: readonly RecordFault[] },
): RecordPage {
  const { id, status } = election
  return {
    head: headOf(reader, election),
    records: records.map(shownRecord),
    faults,
    pdfHref: paths.electionPaper(id, 'protokol.pdf'),
    dataHref: paths.electionRecordData(id),
    afterHref: facts(status).over ? paths.electionAfter(id) : null,
  }
}

function shownRecord({ id, made_at, made_on, hash, audit_sequence, audit_hash }: RecordRow): ShownRecord {
  return { id, made_at, made_on, hash, audit_sequence, audit_hash }
}
