import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { RecordedInvestigation } from '../../../../models/elections/record/investigation.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Duty } from '../../../../models/rules/elections/board/duties.ts'
import { FIGURES } from '../../../../models/rules/elections/protocol/investigation.ts'
import { shownCorrection, type ShownCorrection } from '../../../partials/elections/correction.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, nameFinder, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'

export interface InvestigationPage extends Asking {
  head: ElectionHead
  investigations: ShownInvestigation[]
  beginAction: string
  findingsAction: string
  signAction: string
  mayBegin: boolean
  mayWrite: boolean
  maySign: boolean
  figures: typeof FIGURES
}

interface ShownInvestigation extends Pick<
  RecordedInvestigation,
  'number' | 'reason' | 'begun_by' | 'begun_on' | 'findings' | 'signatures'
> {
  correction: ShownCorrection | null
  /** The ballots are being counted anew. */
  isCounting: boolean
}

export interface InvestigationRows {
  investigations: readonly RecordedInvestigation[]
  candidacies: readonly CandidacyRow[]
  mayBegin: boolean
  isOpen: boolean
  maySign: boolean
}

export function investigationPage(
  reader: Reader,
  election: Election,
  rows: InvestigationRows,
): InvestigationPage {
  const { id, status } = election
  const nameOf = nameFinder(rows.candidacies)
  const isTime = allows(status, 'investigate')
  const may = isTime && reader.can['elections.certify']
  const newest = rows.investigations.at(-1)
  const isWritten = newest?.findings !== null
  return {
    head: headOf(reader, election),
    investigations: rows.investigations.map((one) => {
      const { number, reason, begun_by, begun_on, findings, signatures, corrected } = one
      return {
        ...{ number, reason, begun_by, begun_on, findings, signatures },
        isCounting: corrected !== null && corrected.is === null,
        correction: corrected && shownCorrection(reader, corrected, nameOf),
      }
    }),
    asks: isTime ? asksFor(may, rows) : null,
    beginAction: paths.investigation(id),
    findingsAction: paths.findings(id),
    signAction: paths.findingsSigned(id),
    mayBegin: may && rows.mayBegin,
    mayWrite: may && rows.maySign && rows.isOpen && !isWritten,
    maySign: may && rows.maySign && rows.isOpen && isWritten,
    figures: FIGURES,
  }
}

function asksFor(may: boolean, { isOpen, mayBegin, maySign }: InvestigationRows): Duty | null {
  if (isOpen) return may && maySign ? null : 'sign_findings'
  return may && mayBegin ? null : 'investigate'
}
