import type { Request, Response, Router } from 'express'
import { facts } from '../../../../models/rules/elections/state.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { body } from 'express-validator'
import { later, type IsoDate } from '../../../../models/core/dates.ts'
import { listBoard } from '../../../../models/elections/board.ts'
import {
  certifyResult,
  checkCertifier,
  checkFinal,
  finishElection,
  listCertifications,
} from '../../../../models/elections/result/certification.ts'
import { countUndecided } from '../../../../models/elections/complaints/complaints.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { findResult } from '../../../../models/elections/result/loading.ts'
import type { Result } from '../../../../models/elections/result/result.ts'
import { listOpenSeats } from '../../../../models/elections/result/seating.ts'
import { requires, userOf } from '../../../web/access.ts'
import { canOf } from '../../../../models/accounts/permissions.ts'
import { submit, type Again } from '../../../web/forms.ts'
import { idFrom } from '../../../web/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { shownResult, type ShownResult } from './pages.ts'
import { electionOf, officialOf, showPage, type ElectionRequest } from '../shared.ts'
import { assumedAmong, headOf, listOf, type ElectionHead } from '../../../../views/office/elections/head.ts'

/** The end of an election: two of the board confirm the result, and when complaints are over it is final. */
export function certificationRoutes(router: Router): void {
  router.get('/kontor/valg/:id/godkendelse', requires('elections.read'), (req: ElectionRequest, res) =>
    showCertification(req, res),
  )
  router.post(
    '/kontor/valg/:id/godkendelse',
    requires('elections.certify'),
    body('result_hash').isString().bail().withMessage('invalid.required'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ result_hash: string }, unknown>(req, res, {
        act: ({ result_hash }) => certifyResult(req.db, officialOf(req), id, result_hash),
        again: (shown) => showCertification(req, res, shown),
        done: () => paths.result(id),
        notice: 'elections.certification.done',
      })
    },
  )
  router.get('/kontor/valg/:id/afslutning', requires('elections.read'), (req: ElectionRequest, res) =>
    showFinal(req, res),
  )
  router.post(
    '/kontor/valg/:id/afslutning',
    requires('elections.plan'),
    async (req: ElectionRequest, res) => {
      const id = idFrom(req.params.id)
      await submit<object, unknown>(req, res, {
        act: () => finishElection(req.db, officialOf(req), id),
        again: (shown) => showFinal(req, res, shown),
        done: () => paths.election(id),
        notice: 'elections.final.done',
      })
    },
  )
}

/** office/elections/certification */
export interface CertificationPage {
  head: ElectionHead
  action: string
  result: ShownResult | null
  mayCertify: boolean
  /** Why this person cannot, in words; empty where they can, or where there is nothing to certify. */
  refusal: string
  certified: { name: string; on: IsoDate }[]
  board: string
  /** From when the elected get their seats, and until when; null where no seat is free. */
  seat: { from: IsoDate; until: IsoDate } | null
  resultHref: string
  assumedRules: string[]
}

async function showCertification(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const open = allows(election.status, 'certify')
  const result = await findResult(req.db, election)
  const certifications = result ? await listCertifications(req.db, result) : []
  const verdict = open && result ? await verdictOn(req, election, result) : null
  const page: CertificationPage = {
    head: headOf(req, election),
    action: paths.certification(election.id),
    result: result && result.outcome !== 'lot_required' ? shownResult(req, result) : null,
    mayCertify: verdict?.ok ?? false,
    refusal: verdict && !verdict.ok ? req.t(`refusals.${verdict.reason}`) : '',
    certified: certifications.map(({ certifier, certified_on }) => ({ name: certifier, on: certified_on })),
    board: listOf(
      req,
      (await listBoard(req.db, election.id)).map(({ name }) => name),
    ),
    seat: open ? await seatFor(req, election) : null,
    resultHref: paths.result(election.id),
    assumedRules: assumedAmong(req, election.statutes, ['complaintDays']),
  }
  showPage(req, res, 'result/certification', page, shown)
}

/** An account whose role certifies nothing is told the same as one that is not on the board. */
async function verdictOn(req: Request, election: Election, result: Result) {
  const user = userOf(req)
  const verdict = await checkCertifier(req.db, user, election, result)
  return verdict.ok && !canOf(user)['elections.certify']
    ? ({ ok: false, reason: 'not_on_board' } as const)
    : verdict
}

async function seatFor(req: Request, election: Election): Promise<CertificationPage['seat']> {
  const { term, area_id } = election
  const [seat] = await listOpenSeats(req.db, area_id, term, req.clock.today())
  return seat ? { from: later(seat.from, term.starts_on), until: term.ends_on } : null
}

/** office/elections/final */
export interface FinalPage {
  head: ElectionHead
  action: string
  state: 'form' | 'running' | 'undecided' | 'final' | 'not_certified' | 'reader'
  /** How many complaints wait for a decision. */
  undecided: number
  complaintsHref: string
  afterHref: string
}

async function showFinal(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const page: FinalPage = {
    head: headOf(req, election),
    action: paths.electionFinal(election.id),
    complaintsHref: paths.complaints(election.id),
    afterHref: paths.electionAfter(election.id),
    ...(await finalState(req, election)),
  }
  showPage(req, res, 'result/final', page, shown)
}

async function finalState(req: Request, election: Election): Promise<Pick<FinalPage, 'state' | 'undecided'>> {
  const undecided = await countUndecided(req.db, election.id)
  return { state: await finalStateOf(req, election, undecided), undecided }
}

async function finalStateOf(
  req: Request,
  election: Election,
  undecided: number,
): Promise<FinalPage['state']> {
  const is = facts(election.status)
  if (is.certified && is.over) return 'final'
  if (!is.provisional) return 'not_certified'
  if (undecided > 0) return 'undecided'
  if (!(await checkFinal(req.db, election, officialOf(req))).ok) return 'running'
  return canOf(userOf(req))['elections.plan'] ? 'form' : 'reader'
}
