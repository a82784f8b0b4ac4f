import express, { type Request, type Response, type Router } from 'express'
import {
  getPublicElection,
  getPublicRecord,
  listPublicElections,
  type PublicElection,
  type PublicElectionInFull,
  type PublishedResult,
} from '../../models/elections/publication.ts'
import type {
  ElectionNotice,
  PublicElectionPage,
  PublicElectionsPage,
  PublicResult,
} from '../../views/page_types.ts'
import { ruleTitle } from '../../views/statutes_text.ts'
import { anyone } from '../access.ts'
import { resultFigures, resultSteps, shownLot } from '../election_results.ts'
import { idFrom } from '../ids.ts'
import { paths } from '../paths.ts'
import { show } from '../views.ts'

/** The elections as anyone may read them: where, when and who before the vote; who was elected, and why, after it. */
export function electionRoutes(): Router {
  const router = express.Router()
  router.get(paths.publicElections, anyone, async (req: Request, res: Response) => {
    const page = await req.answers.get(`elections:${req.lang}`, () => listPage(req))
    show(req, res, 'public/elections', { title: req.t('public_election.list_heading'), page })
  })
  router.get('/valg/:id', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const id = idFrom(req.params.id)
    const page = await req.answers.get(`election:${id}:${req.lang}`, () => electionPage(req, id))
    const at = req.t(`public_election.at.${page.wording}`, { area: page.area })
    show(req, res, 'public/election', { title: req.t('public_election.heading', { at }), page })
  })
  router.get('/valg/:id/protokol.json', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const id = idFrom(req.params.id)
    sendRecord(res, id, await req.answers.get(`record:${id}`, () => getPublicRecord(req.db, id)))
  })
  return router
}

/** The record's data, byte for byte: its SHA-256 is the code on the page and on the poster. */
export function sendRecord(res: Response, id: number, document: string): void {
  res.attachment(`valgprotokol-${id}.json`).type('application/json').send(Buffer.from(document, 'utf8'))
}

async function listPage(req: Request): Promise<PublicElectionsPage> {
  const elections = await listPublicElections(req.db)
  return {
    underWay: elections.filter(({ over }) => !over).map((election) => electionNotice(req, election)),
    finished: elections.filter(({ over }) => over).map((election) => electionNotice(req, election)),
  }
}

/** An election as the front page and the list show it. */
export function electionNotice(req: Request, election: PublicElection): ElectionNotice {
  const { id, area, wording, kind, status, candidates_by, polling_on, opens_at, closes_at } = election
  const { place, complaints_until } = election
  return {
    href: paths.publicElection(id),
    area,
    wording,
    kind,
    status,
    candidates_by,
    polling_on,
    opens_at,
    closes_at,
    place,
    complaints_until,
    elected: shownNames(req, election.elected),
  }
}

function shownNames(req: Request, names: readonly (string | null)[]): string[] {
  return names.map((name) => name ?? req.t('public_election.nameless'))
}

async function electionPage(req: Request, id: number): Promise<PublicElectionPage> {
  const election = await getPublicElection(req.db, id)
  return {
    ...electionNotice(req, election),
    seats: election.seats,
    marksMax: election.marksMax,
    candidates: shownNames(req, election.candidates),
    result: election.result && publicResult(req, election, election.result),
    assumedRules: election.assumed.map((rule) => ruleTitle(req.t, rule)),
  }
}

function publicResult(
  req: Request,
  { id, candidates: names }: PublicElectionInFull,
  { result: published, provisional, certified_on, withheldBelow, record }: PublishedResult,
): PublicResult {
  const shown = shownNames(req, names)
  const candidates = published.candidates.map(({ id }, index) => ({ id, name: shown[index] ?? '' }))
  const result = { ...published, candidates }
  const { uncontested } = result
  const withheld = withheldBelow !== null
  return {
    provisional,
    certified_on,
    uncontested,
    steps: resultSteps(req, result, withheld),
    lot: shownLot(
      result,
      published.candidates.every(({ name }) => name !== null),
    ),
    figures: withheld ? null : resultFigures(result),
    withheldBelow,
    recordHash: record?.hash ?? null,
    recordHref: record?.open ? paths.publicRecordData(id) : null,
  }
}
