import type { BoardLine } from '../../../models/renewal/board.ts'
import type { BoardStepKind } from '../../../models/rules/renewal/progress.ts'
import { facts } from '../../../models/rules/elections/state.ts'
import type { TermRow } from '../../../models/council/tables.ts'
import type { Can } from '../../../models/accounts/permissions.ts'
import { paths } from '../../paths.ts'
import { newHref } from './nominations/words.ts'
import type { ElectionId, MembershipId } from '../../../models/core/ids.ts'

/** The button says `renewal.do.<what>`. */
export interface NextLink {
  what: string
  href: string
}

/** null for a reader who may not see where the step is taken. */
export function nextOf(line: BoardLine, step: BoardStepKind, term: TermRow, can: Can): NextLink | null {
  if (line.member) return nextOfMember(line.member.id, step, can)
  return line.track === 'election' ? nextInElection(line, step, can) : nextInNomination(line, step, term, can)
}

/** A member can only wait for the body that appoints those who were elected. */
function nextOfMember(membershipId: MembershipId, step: BoardStepKind, can: Can): NextLink | null {
  const mayWrite = step === 'formal' && can['register.write']
  return mayWrite ? { what: step, href: paths.formalAppointment(membershipId) } : null
}

/** Steps without a page of their own lead to the election. */
const PAGES: Partial<Record<BoardStepKind, (id: ElectionId) => string>> = {
  candidates: paths.candidates,
  list: paths.candidateList,
  polling: paths.polling,
  count: paths.count,
  certified: paths.certification,
}

function nextInElection({ seat, electionId, electionStatus }: BoardLine, step: BoardStepKind, can: Can) {
  if (electionId === undefined) {
    const href = `${paths.newElection}?omraade=${encodeURIComponent(seat.area_slug)}`
    return can['elections.plan'] ? { what: 'plan', href } : null
  }
  if (!can['elections.read']) return null
  if (step === 'call') {
    const awaits = electionStatus && facts(electionStatus).awaits
    if (awaits === 'new_call') return { what: 'call_again', href: paths.electionCallAgain(electionId) }
    return awaits === 'call'
      ? { what: 'call', href: paths.electionCall(electionId) }
      : { what: 'see_election', href: paths.election(electionId) }
  }
  const page = PAGES[step]
  return page
    ? { what: step, href: page(electionId) }
    : { what: 'see_election', href: paths.election(electionId) }
}

function nextInNomination({ seat, nominationId }: BoardLine, step: BoardStepKind, term: TermRow, can: Can) {
  if (nominationId === undefined)
    return can['nominations.write'] ? { what: 'letter', href: newHref(seat.slug, term) } : null
  if (!can['nominations.read']) return null
  const decides = step === 'agreed' || step === 'appointed'
  if (decides && can['nominations.write']) return { what: step, href: paths.appointment(nominationId) }
  return { what: step === 'answers' ? 'answers' : 'see_nomination', href: paths.nomination(nominationId) }
}
