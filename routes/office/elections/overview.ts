import type { Request, Response, Router } from 'express'
import { facts } from '../../../models/rules/elections/state.ts'
import { allows } from '../../../models/rules/elections/acts.ts'
import type { IsoDate } from '../../../models/core/dates.ts'
import { listBoard } from '../../../models/elections/board.ts'
import { findBoxLoss } from '../../../models/elections/box/loss.ts'
import { listElections, type Election } from '../../../models/elections/elections.ts'
import { nextStep, type NextStep } from '../../../models/elections/next_step.ts'
import { findReruns } from '../../../models/elections/planning/reruns.ts'
import { listSittings, type Sitting } from '../../../models/elections/planning/sittings.ts'
import { getStatutesVersion } from '../../../models/statutes/versions.ts'
import type { ElectionRow } from '../../../models/elections/tables.ts'
import { requires, userOf } from '../../web/access.ts'
import { paths } from '../../../views/paths.ts'
import { listDeedLines, type DeedLine } from './deeds.ts'
import { electionOf, showPage, type ElectionRequest } from './shared.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from '../../../views/office/elections/head.ts'
import { twiceOf, type TwicePage } from './roll/pages.ts'
import { stepGuide, type GuideStep } from './step_guide.ts'

/** The list of elections, and one election: where it stands, what is next, what has been done. */
export function overviewRoutes(router: Router): void {
  router.get(paths.elections, requires('elections.read'), async (req: Request, res: Response) => {
    // It changes by acts alone, and with the day.
    const key = `office_elections:${userOf(req).id}:${req.lang}:${req.clock.today()}`
    showPage(req, res, 'list', await req.answers.get(key, () => listPage(req)))
  })
  router.get('/kontor/valg/:id', requires('elections.read'), async (req: ElectionRequest, res) => {
    showPage(req, res, 'election', await electionPage(req))
  })
}

/** office/elections/list */
export interface ElectionsPage {
  underWay: ListedElection[]
  finished: ListedElection[]
}

export interface ListedElection {
  head: ElectionHead
  next: Next | null
}

/** The next step in words, with a button where it is this person's to take. */
export interface Next {
  kind: NextStep['kind']
  due: IsoDate
  late: boolean
  mine: boolean
  waits: boolean
  candidates: number
  /** Where polling opens. */
  place: string
  href: string
}

async function listPage(req: Request): Promise<ElectionsPage> {
  const user = userOf(req)
  const listed: (ListedElection & { over: boolean })[] = []
  for (const election of await listElections(req.db, user)) {
    const head = headOf(req, election)
    listed.push({ head, next: await nextOf(req, election), over: facts(election.status).over })
  }
  // What comes first is at the top while it runs; of those that are over, the newest.
  return {
    underWay: listed.filter(({ over }) => !over).reverse(),
    finished: listed.filter(({ over }) => over),
  }
}

async function nextOf(req: Request, election: Election): Promise<Next | null> {
  const today = req.clock.today()
  const step = await nextStep(req.db, election, userOf(req), today)
  if (!step) return null
  const { kind, due, mine, waits, candidates, room } = step
  const late = due < today && kind !== 'complaints'
  const { place } = kind === 'wait_for_polling' ? (await listSittings(req.db, election))[0] : election
  return { kind, due, late, mine, waits, candidates, place, href: paths[room](election.id) }
}

/** office/elections/election */
export interface ElectionPage {
  head: ElectionHead
  next: Next | null
  steps: GuideStep[]
  board: string
  sittings: Sitting[]
  means: ElectionRow['means']
  statutes: { in_force_from: IsoDate; href: string }
  /** The annulled election that this one replaces, or the one that replaced it. */
  rerun: { kind: 'rerun_of' | 'rerun_by'; href: string } | null
  /** Other things that can be done now: the pages where. */
  also: {
    kind:
      | 'plan'
      | 'board'
      | 'candidates'
      | 'polling'
      | 'roll'
      | 'papers'
      | 'result'
      | 'complaints'
      | 'record'
      | 'after'
    href: string
  }[]
  /** Names on this roll and on another one; null where there are none, or it is not for this reader to know. */
  twice: TwicePage | null
  deeds: DeedLine[]
  publicHref: string
  assumedRules: string[]
}

async function electionPage(req: ElectionRequest): Promise<ElectionPage> {
  const election = await electionOf(req)
  const next = await nextOf(req, election)
  const { id, statutes, means, statutes_version_id: version } = election
  const sittings = await listSittings(req.db, election)
  const lost = (await findBoxLoss(req.db, id)) !== undefined ? ('count' as const) : undefined
  return {
    head: headOf(req, election),
    next,
    steps: stepGuide(req, election, sittings, next, lost),
    board: listOf(
      req,
      (await listBoard(req.db, id)).map(({ name }) => name),
    ),
    sittings,
    means,
    statutes: {
      in_force_from: (await getStatutesVersion(req.db, version)).in_force_from,
      href: paths.statutesVersion(version),
    },
    rerun: await rerunOf(req, id),
    also: alsoPossible(election, next),
    twice: await twiceOf(req, election),
    deeds: await listDeedLines(req, election),
    publicHref: paths.publicElection(id),
    assumedRules: assumedAmong(req, statutes, ['uncontested', 'marks', 'ballotOrder', 'complaintDays']),
  }
}

async function rerunOf(req: Request, id: number): Promise<ElectionPage['rerun']> {
  const { of, by } = await findReruns(req.db, id)
  if (of !== undefined) return { kind: 'rerun_of', href: paths.election(of) }
  return by === undefined ? null : { kind: 'rerun_by', href: paths.election(by) }
}

/** Links beside the next step; each page says itself whether anything can still be done there. */
function alsoPossible({ id, status }: Election, next: Next | null): ElectionPage['also'] {
  const links: ElectionPage['also'] = []
  const is = facts(status)
  if (is.called && is.awaits !== 'new_call' && next?.href !== paths.candidates(id))
    links.push({ kind: 'candidates', href: paths.candidates(id) })
  if (is.called) links.push({ kind: 'papers', href: paths.electionPapers(id) })
  if (next?.kind === 'uncontested' || is.takesVotes) links.push({ kind: 'polling', href: paths.polling(id) })
  if (!is.withoutVote) links.push({ kind: 'roll', href: paths.roll(id) })
  if (is.hasResult) links.push({ kind: 'result', href: paths.result(id) })
  if (is.takesComplaints || is.awaits === 'new_election')
    links.push({ kind: 'complaints', href: paths.complaints(id) })
  if (!is.underWay) links.push({ kind: 'record', href: paths.electionRecord(id) })
  if (is.over) links.push({ kind: 'after', href: paths.electionAfter(id) })
  if (allows(status, 'changeTimetable')) links.push({ kind: 'plan', href: paths.electionPlan(id) })
  if (next && allows(status, 'changeBoard')) links.push({ kind: 'board', href: paths.electionBoard(id) })
  return links
}
