import type { NextFunction, Response, Router } from 'express'
import type { IsoDate } from '../../../models/dates.ts'
import {
  approveList,
  decideUncontested,
  declareUnfilled,
  drawsOrder,
  type ListForm,
} from '../../../models/elections/candidate_list.ts'
import { listStanding } from '../../../models/elections/candidates.ts'
import { LOT_METHODS } from '../../../models/elections/lots.ts'
import { byName, listOutcome } from '../../../models/rules/candidate_list.ts'
import type { LotRow } from '../../../models/tables.ts'
import { canOf, requires, userOf } from '../../access.ts'
import { choice, chosenIds, date, text, wholeNumber } from '../../fields.ts'
import { submit, type Again } from '../../forms.ts'
import { idFrom } from '../../ids.ts'
import { paths } from '../../paths.ts'
import {
  assumedAmong,
  electionOf,
  headOf,
  listOf,
  officialOf,
  showPage,
  type ElectionHead,
  type ElectionRequest,
} from './shared.ts'

interface TypedList {
  seen: number[]
  method?: LotRow['method']
  witnesses?: string
  [position: `position_${number}`]: number
}

/** The list: approved in the order it has on the ballot, closed empty, or followed by a decision not to vote. */
export function candidateListRoutes(router: Router): void {
  router.get('/kontor/valg/:id/kandidatliste', requires('elections.read'), (req: ElectionRequest, res) =>
    showList(req, res),
  )
  router.post(
    '/kontor/valg/:id/kandidatliste',
    requires('elections.run'),
    chosenIds('seen'),
    checkOrder,
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<TypedList, { id: number }>(req, res, {
        act: (form) =>
          form.seen.length > 0
            ? approveList(req.db, officialOf(req), id, listFrom(form))
            : declareUnfilled(req.db, officialOf(req), id),
        again: (shown) => showList(req, res, shown),
        done: () => paths.election(id),
        notice:
          req.typed.seen === undefined ? 'elections.candidate_list.none' : 'elections.candidate_list.done',
      })
    },
  )
  uncontestedRoutes(router)
}

/** Where lots decide the order on the ballot, each name has a number, and the draw is described. */
async function checkOrder(req: ElectionRequest, _res: Response, next: NextFunction): Promise<void> {
  const election = await electionOf(req)
  const standing = await listStanding(req.db, election.id)
  if (election.status === 'nominating' && drawsOrder(election, standing.length)) {
    for (const { id } of standing) await wholeNumber(`position_${id}`).run(req)
    await choice('method', LOT_METHODS).run(req)
    await text('witnesses').run(req)
  }
  next()
}

function listFrom({ seen, method, witnesses, ...rest }: TypedList): ListForm {
  const positions = new Map(seen.map((id) => [id, rest[`position_${id}`] ?? 0]))
  return { seen, positions, method, witnesses }
}

function uncontestedRoutes(router: Router): void {
  router.get('/kontor/valg/:id/fredsvalg', requires('elections.read'), (req: ElectionRequest, res) =>
    showUncontested(req, res),
  )
  router.post(
    '/kontor/valg/:id/fredsvalg',
    requires('elections.plan'),
    text('decided_by'),
    date('decided_on'),
    async (req: ElectionRequest, res: Response) => {
      const id = idFrom(req.params.id)
      await submit<{ decided_by: string; decided_on: IsoDate }, unknown>(req, res, {
        act: (form) => decideUncontested(req.db, officialOf(req), id, form),
        again: (shown) => showUncontested(req, res, shown),
        done: () => paths.election(id),
        notice: 'elections.uncontested.done',
      })
    },
  )
}

/** office/elections/candidate_list */
export interface CandidateListPage {
  head: ElectionHead
  action: string
  /** In ballot order; by name as long as the order is not settled. */
  candidates: { id: number; name: string }[]
  approved: boolean
  mayApprove: boolean
  /** The day is not past on which people can still stand. */
  tooEarly: boolean
  drawsOrder: boolean
  methods: readonly LotRow['method'][]
  assumedRules: string[]
}

async function showList(req: ElectionRequest, res: Response, shown: Partial<Again> = {}): Promise<void> {
  const election = await electionOf(req)
  const standing = await listStanding(req.db, election.id)
  const open = election.status === 'nominating'
  const page: CandidateListPage = {
    head: headOf(req, election),
    action: paths.candidateList(election.id),
    candidates: (open ? byName(standing) : standing).map(({ id, name }) => ({ id, name })),
    approved: election.list_version > 0 && standing.length > 0,
    mayApprove: open && canOf(userOf(req))['elections.run'],
    tooEarly: open && req.clock.today() <= election.candidates_by,
    drawsOrder: drawsOrder(election, standing.length),
    methods: LOT_METHODS,
    assumedRules: assumedAmong(req, election.statutes, ['ballotOrder']),
  }
  showPage(req, res, 'candidate_list', page, shown)
}

/** office/elections/uncontested */
export interface UncontestedPage {
  head: ElectionHead
  action: string
  names: string
  count: number
  /** What the number of candidates leads to under the statutes. */
  outcome: ReturnType<typeof listOutcome>
  mayDecide: boolean
  decided: { body: string; decided_on: IsoDate } | null
  pollingHref: string
  today: IsoDate
  assumedRules: string[]
}

async function showUncontested(
  req: ElectionRequest,
  res: Response,
  shown: Partial<Again> = {},
): Promise<void> {
  const election = await electionOf(req)
  const { statutes, seats, status, uncontested_body: body, uncontested_on: decided_on } = election
  const standing = await listStanding(req.db, election.id)
  const outcome = listOutcome(standing.length, seats, statutes.rules.uncontested.value)
  const page: UncontestedPage = {
    head: headOf(req, election),
    action: paths.uncontested(election.id),
    names: listOf(
      req,
      standing.map(({ name }) => name),
    ),
    count: standing.length,
    outcome,
    mayDecide:
      status === 'listed' && outcome === 'uncontested_possible' && canOf(userOf(req))['elections.plan'],
    decided: body !== null && decided_on !== null ? { body, decided_on } : null,
    pollingHref: paths.polling(election.id),
    today: req.clock.today(),
    assumedRules: assumedAmong(req, statutes, ['uncontested']),
  }
  showPage(req, res, 'uncontested', page, shown)
}
