import type { BoardLine } from '../../../models/renewal/board.ts'
import { waitsForYes } from '../../../models/renewal/nominations/consent.ts'
import type { BoardStepKind } from '../../../models/rules/renewal/progress.ts'
import type { TermRow } from '../../../models/council/tables.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { newHref } from './nominations/words.ts'
import type { MembershipId } from '../../../models/core/ids.ts'

export interface NextLink {
  text: string
  href: string
}

/** null for a reader who may not see where the step is taken. */
export function nextOf(reader: Reader, line: BoardLine, step: BoardStepKind, term: TermRow): NextLink | null {
  if (line.member) return nextOfMember(reader, line.member.id, step)
  return line.track === 'election' ? nextInElection(reader, line) : nextInNomination(reader, line, step, term)
}

/** A member can only wait for the body that appoints those who were elected. */
function nextOfMember(reader: Reader, membershipId: MembershipId, step: BoardStepKind): NextLink | null {
  const mayWrite = step === 'formal' && reader.can['register.write']
  return mayWrite ? linkTo(reader, step, paths.formalAppointment(membershipId)) : null
}

/** The board says what the election itself says. */
function nextInElection(reader: Reader, { seat, electionId, electionStep }: BoardLine): NextLink | null {
  const { t, can } = reader
  if (electionId === undefined) {
    const href = `${paths.newElection}?omraade=${encodeURIComponent(seat.area_slug)}`
    return can['elections.plan'] ? linkTo(reader, 'plan', href) : null
  }
  if (!can['elections.read']) return null
  return electionStep?.mine
    ? { text: t(`elections.next.${electionStep.kind}.button`), href: paths[electionStep.room](electionId) }
    : linkTo(reader, 'see_election', paths.election(electionId))
}

function nextInNomination(
  reader: Reader,
  { seat, nominationId, nomination }: BoardLine,
  step: BoardStepKind,
  term: TermRow,
): NextLink | null {
  const { can } = reader
  if (nominationId === undefined)
    return can['nominations.write'] ? linkTo(reader, 'letter', newHref(seat.slug, term)) : null
  if (!can['nominations.read']) return null
  const decides = step === 'agreed' || step === 'appointed'
  const asked = nomination && waitsForYes(nomination)
  if (asked !== undefined && can['nominations.write'])
    return linkTo(reader, 'reply', `${paths.nomineeReply(nominationId)}?person=${asked}`)
  if (decides && can['nominations.write']) return linkTo(reader, step, paths.appointment(nominationId))
  const what = step === 'answers' ? 'answers' : 'see_nomination'
  return linkTo(reader, what, paths.nomination(nominationId))
}

function linkTo({ t }: Reader, what: string, href: string): NextLink {
  return { text: t(`renewal.do.${what}`), href }
}
