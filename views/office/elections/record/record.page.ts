import type { Election } from '../../../../models/elections/elections.ts'
import type { RecordFault } from '../../../../models/elections/record/check.ts'
import { publicCode } from '../../../../models/elections/record/public_record.ts'
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
  /** Some of the newest is not for the public. */
  isKeptBack: boolean
  pdfHref: string
  dataHref: string
  afterHref: string | null
}

type Shown = Pick<RecordRow, 'id' | 'made_at' | 'made_on' | 'hash' | 'audit_sequence' | 'audit_hash'>

/** `code`: of its sections, which what the public may have of it has too. */
type ShownRecord = Shown & { code: string }

export interface RecordRows {
  records: readonly RecordRow[]
  faults: readonly RecordFault[]
  isPublic: boolean
}

export function recordPage(
  reader: Reader,
  election: Election,
  { records, faults, isPublic }: RecordRows,
): RecordPage {
  const { id, status } = election
  return {
    head: headOf(reader, election),
    records: records.map(shownRecord),
    faults,
    isKeptBack: records.length > 0 && !isPublic,
    pdfHref: paths.electionPaper(id, 'protokol.pdf'),
    dataHref: paths.electionRecordData(id),
    afterHref: facts(status).over ? paths.electionAfter(id) : null,
  }
}

function shownRecord(row: RecordRow): ShownRecord {
  const { id, made_at, made_on, hash, audit_sequence, audit_hash } = row
  return { id, made_at, made_on, hash, audit_sequence, audit_hash, code: codeOf(row) }
}

/** A text that was changed past the program may be no record at all; the page says so elsewhere. */
function codeOf({ document }: RecordRow): string {
  try {
    return publicCode(document)
  } catch {
    return ''
  }
}
