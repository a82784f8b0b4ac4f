import type { Election } from '../../../../models/elections/elections.ts'
import { mayBecomeFinal } from '../../../../models/rules/elections/complaint_period.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface FinalPage {
  head: ElectionHead
  action: string
  state: 'form' | 'running' | 'undecided' | 'final' | 'not_certified' | 'reader'
  undecided: number
  complaintsHref: string
  afterHref: string
}

export function finalPage(reader: Reader, election: Election, undecided: number): FinalPage {
  const { id } = election
  return {
    head: headOf(reader, election),
    action: paths.electionFinal(id),
    state: stateOf(reader, election, undecided),
    undecided,
    complaintsHref: paths.complaints(id),
    afterHref: paths.electionAfter(id),
  }
}

function stateOf(
  { can, today }: Reader,
  { status, complaints_until: deadline }: Election,
  undecidedComplaints: number,
): FinalPage['state'] {
  const is = facts(status)
  if (is.certified && is.over) return 'final'
  if (!is.provisional) return 'not_certified'
  if (undecidedComplaints > 0) return 'undecided'
  if (!mayBecomeFinal({ deadline, today, undecidedComplaints }).ok) return 'running'
  return can['elections.plan'] ? 'form' : 'reader'
}
