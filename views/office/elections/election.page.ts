import type { IsoDate } from '../../../models/core/dates.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import type { BoardChoice, BoardMember } from '../../../models/elections/board.ts'
import type { CandidacyRow } from '../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../models/elections/elections.ts'
import type { Deed } from '../../../models/elections/history.ts'
import type { IncidentRow } from '../../../models/elections/incidents/tables.ts'
import type { CallOffRow } from '../../../models/elections/planning/tables.ts'
import type { NextStep } from '../../../models/elections/next_step.ts'
import { DUTY_OF_STEP } from '../../../models/elections/step_duties.ts'
import type { Sitting } from '../../../models/elections/planning/sittings.ts'
import type { NameTwice } from '../../../models/elections/roll/twice.ts'
import type { ElectionRow } from '../../../models/elections/tables.ts'
import { allows } from '../../../models/rules/elections/acts.ts'
import { isAhead } from '../../../models/rules/elections/readiness/ticks.ts'
import { facts, type Facts } from '../../../models/rules/elections/state.ts'
import type { GuideStep } from '../../partials/elections/parts.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { deedLines, type DeedLine } from './deeds.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from './head.ts'
import { nextOf, type Next } from './next.ts'
import type { Asking } from './parts.ts'
import { nobodyThere } from './planning/words.ts'
import { namesTwice, type NamesTwice } from './roll/twice.ts'
import { stepGuide } from './step_guide.ts'

export interface ElectionPage extends Asking {
  head: ElectionHead
  next: Next | null
  steps: GuideStep[]
  board: string
  /** Nobody of the board works where the vote is, and the reader can mend it. */
  nobodyThere: { text: string; href: string } | null
  sittings: readonly Sitting[]
  means: ElectionRow['means']
  statutes: { in_force_from: IsoDate; href: string }
  rerun: { kind: 'rerun_of' | 'rerun_by'; href: string } | null
  /** The decision, and where a new election is planned. */
  callOff: { decided_by: string; decided_on: IsoDate; reason: string; newHref: string | null } | null
  also: Link[]
  twice: NamesTwice | null
  deeds: DeedLine[]
  /** Null before the call: until then only the office knows of the election. */
  publicHref: string | null
  assumedRules: string[]
}

interface Link {
  kind:
    | 'plan'
    | 'call_off'
    | 'board'
    | 'candidates'
    | 'readiness'
    | 'room'
    | 'polling'
    | 'roll'
    | 'papers'
    | 'result'
    | 'complaints'
    | 'conduct'
    | 'incidents'
    | 'investigation'
    | 'packages'
    | 'record'
    | 'after'
  href: string
}

export interface ElectionPageRows {
  step: NextStep | undefined
  sittings: readonly [Sitting, ...Sitting[]]
  board: readonly Pick<BoardMember, 'id' | 'name'>[]
  /** Who may sit on it; for a reader who can change it. */
  choices: readonly BoardChoice[]
  candidacies: readonly Pick<CandidacyRow, 'id' | 'name'>[]
  deeds: readonly Deed[]
  statutesFrom: IsoDate
  reruns: { of: ElectionId | undefined; by: ElectionId | undefined }
  namesTwice: readonly NameTwice[]
  /** Without the key slips there is no count. */
  isBoxLost: boolean
  callOff: CallOffRow | undefined
  /** What happened to candidates after the first vote. */
  incidents: readonly Pick<IncidentRow, 'effect'>[]
}

export function electionPage(reader: Reader, election: Election, rows: ElectionPageRows): ElectionPage {
  const { id, statutes, means, statutes_version_id: version } = election
  const { sittings } = rows
  const next = nextOf(reader, election, rows.step, sittings)
  return {
    head: headOf(reader, election),
    next,
    asks: next && needsOthers(rows.step) ? DUTY_OF_STEP[next.kind] : null,
    steps: stepGuide(reader, election, sittings, next, endedAt(election, rows)),
    board: listOf(
      reader,
      rows.board.map(({ name }) => name),
    ),
    nobodyThere: emptySeatAt(reader, election, rows),
    sittings,
    means,
    statutes: { in_force_from: rows.statutesFrom, href: paths.statutesVersion(version) },
    rerun: rerunOf(rows.reruns),
    callOff: callOffOf(reader, election, rows.callOff),
    also: alsoPossible(reader, election, next, rows),
    twice: namesTwice(reader, election, rows.namesTwice),
    deeds: deedLines(reader, rows.deeds, rows.candidacies),
    publicHref: facts(election.status).called ? paths.publicElection(id) : null,
    assumedRules: assumedAmong(reader, statutes, ['uncontested', 'marks', 'ballotOrder', 'complaintDays']),
  }
}

/** Also where the reader can take the step all the same, but only with the board on the telephone. */
function needsOthers(step: NextStep | undefined): boolean {
  return step !== undefined && (!step.mine || (step.kind === 'draw_lot' && !step.expected))
}

/** The stage at which an election ended that did not go all the way. */
function endedAt({ list_version }: Election, { isBoxLost, callOff, incidents }: ElectionPageRows) {
  if (callOff) return list_version > 0 ? 'polling' : 'candidates'
  if (incidents.some(({ effect }) => effect === 'stops')) return 'polling'
  return isBoxLost ? 'count' : undefined
}

function callOffOf(
  { can }: Reader,
  { area_slug }: Election,
  callOff: CallOffRow | undefined,
): ElectionPage['callOff'] {
  if (!callOff) return null
  const { decided_by, decided_on, reason } = callOff
  const newHref = `${paths.newElection}?omraade=${encodeURIComponent(area_slug)}`
  return { decided_by, decided_on, reason, newHref: can['elections.plan'] ? newHref : null }
}

function emptySeatAt(
  reader: Reader,
  { id, status }: Election,
  { board, choices }: ElectionPageRows,
): ElectionPage['nobodyThere'] {
  if (!reader.can['elections.plan'] || !facts(status).beforePolling || !allows(status, 'changeBoard'))
    return null
  const text = nobodyThere(reader, choices, board)
  return text === null ? null : { text, href: paths.electionBoard(id) }
}

function rerunOf({ of, by }: ElectionPageRows['reruns']): ElectionPage['rerun'] {
  if (of !== undefined) return { kind: 'rerun_of', href: paths.election(of) }
  return by === undefined ? null : { kind: 'rerun_by', href: paths.election(by) }
}

function mayOpenLater(is: Readonly<Facts>, next: Next | null, id: ElectionId): boolean {
  return is.awaits === 'opening' && next?.href !== paths.polling(id)
}

/** Each linked page says itself whether anything can still be done there. */
function alsoPossible(
  { can }: Reader,
  { id, status }: Election,
  next: Next | null,
  rows: Pick<ElectionPageRows, 'incidents'>,
): Link[] {
  const is = facts(status)
  const takesCandidates = is.called && is.awaits !== 'new_call' && next?.href !== paths.candidates(id)
  const links: [isThere: boolean, kind: Link['kind'], href: string][] = [
    [takesCandidates, 'candidates', paths.candidates(id)],
    [is.called, 'papers', paths.electionPapers(id)],
    [
      (isAhead(status) || is.takesVotes) && next?.href !== paths.readiness(id),
      'readiness',
      paths.readiness(id),
    ],
    [is.called && !is.calledOff, 'room', paths.room(id)],
    [is.takesVotes || mayOpenLater(is, next, id), 'polling', paths.polling(id)],
    [!is.withoutVote && can['elections.run'], 'roll', paths.roll(id)],
    [is.hasResult, 'result', paths.result(id)],
    [is.takesComplaints || is.awaits === 'new_election', 'complaints', paths.complaints(id)],
    [allows(status, 'recordConduct'), 'conduct', paths.conduct(id)],
    [is.takesVotes || is.stopped || rows.incidents.length > 0, 'incidents', paths.incidents(id)],
    [allows(status, 'investigate'), 'investigation', paths.investigation(id)],
    [is.pollingOver && !is.withoutVote && allows(status, 'openPackages'), 'packages', paths.packages(id)],
    [!is.underWay && !is.calledOff, 'record', paths.electionRecord(id)],
    [is.over, 'after', paths.electionAfter(id)],
    [allows(status, 'changeTimetable') && can['elections.plan'], 'plan', paths.electionPlan(id)],
    [allows(status, 'callOff') && can['elections.plan'], 'call_off', paths.callOff(id)],
    [
      next !== null && allows(status, 'changeBoard') && can['elections.plan'],
      'board',
      paths.electionBoard(id),
    ],
  ]
  return links.filter(([isThere]) => isThere).map(([, kind, href]) => ({ kind, href }))
}
