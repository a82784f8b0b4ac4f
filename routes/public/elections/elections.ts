import express, { type Request, type Response, type Router } from 'express'
import {
  getPublicElection,
  getPublicRecord,
  listPublicElections,
  type PublicElection,
  type PublicElectionInFull,
  type PublishedResult,
} from '../../../models/elections/result/publication.ts'
import { getPublicPhoto } from '../../../models/elections/candidates/publication.ts'
import type { SymbolName } from '../../../models/elections/candidates/portrait.ts'
import type { ElectionStatus } from '../../../models/elections/tables.ts'
import { nowText } from '../../../views/partials/elections/election_words.ts'
import type {
  CandidateOnList,
  ElectionNotice,
  PublicElectionPage,
  PublicElectionsPage,
  PublicResult,
} from '../../../views/page_types.ts'
import { ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { symbolPath } from '../../../views/partials/elections/symbols.ts'
import { anyone } from '../../web/access.ts'
import { resultFigures, resultSteps, shownLot } from './results.ts'
import { idFrom } from '../../web/ids.ts'
import { paths } from '../../../views/paths.ts'
import { sendPhoto } from '../../web/photos.ts'
import { showKept } from '../../web/views.ts'

/** The elections as anyone may read them: where, when and who before the vote; who was elected, and why, after it. */
export function electionRoutes(): Router {
  const router = express.Router()
  router.get(paths.publicElections, anyone, async (req: Request, res: Response) => {
    await showKept(req, res, 'public/elections/elections', {
      key: '',
      make: async () => ({ title: req.t('public_election.list_heading'), page: await listPage(req) }),
    })
  })
  router.get('/valg/:id', anyone, async (req: Request<{ id: string }>, res: Response) => {
    const id = idFrom(req.params.id)
    await showKept(req, res, 'public/elections/election', {
      key: `${id}`,
      make: async () => {
        const page = await electionPage(req, id)
        const at = req.t(`public_election.at.${page.wording}`, { area: page.area })
        return { title: req.t('public_election.heading', { at }), page }
      },
    })
  })
  router.get(
    '/valg/:id/kandidat/:candidacy/foto',
    anyone,
    async (req: Request<{ id: string; candidacy: string }>, res: Response) => {
      sendPhoto(req, res, await getPublicPhoto(req.db, idFrom(req.params.id), idFrom(req.params.candidacy)))
    },
  )
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
  const finished = elections.filter(({ over }) => over)
  const terms = [...new Set(finished.map(({ term }) => yearsOf(term)))].sort().reverse()
  return {
    underWay: elections
      .filter(({ over }) => !over)
      .reverse()
      .map((election) => electionNotice(req, election)),
    finished: terms.map((term) => ({
      term,
      elections: finished
        .filter((election) => yearsOf(election.term) === term)
        .map((election) => electionNotice(req, election)),
    })),
  }
}

function yearsOf({ starts_on, ends_on }: PublicElection['term']): string {
  return `${starts_on.slice(0, 4)}–${ends_on.slice(0, 4)}`
}

/** One can vote at these, or will be able to. */
const MAY_VOTE: readonly ElectionStatus[] = ['nominating', 'listed', 'polling']

/** An election as the front page and the list show it. */
export function electionNotice(req: Request, election: PublicElection): ElectionNotice {
  const { id, area, wording, kind, status, candidates_by, polling_on, complaints_until, sittings } = election
  const notice = {
    ...{ area, wording, kind, status, candidates_by, polling_on, complaints_until, sittings },
    href: paths.publicElection(id),
    elected: shownNames(req, election.elected),
    howHref: MAY_VOTE.includes(status) ? `${paths.publicElection(id)}#how` : null,
  }
  return { ...notice, now: nowText(req.t, req.lang, notice) }
}

function shownNames(req: Request, names: readonly (string | null)[]): string[] {
  return names.map((name) => name ?? req.t('public_election.nameless'))
}

async function electionPage(req: Request, id: number): Promise<PublicElectionPage> {
  const election = await getPublicElection(req.db, id)
  const { seats, marksMax, means, rerunOf, rerunBy } = election
  const notice = electionNotice(req, election)
  // The box below says until when it is provisional, so the first sentence need not.
  const provisional = election.result?.provisional === true
  return {
    ...notice,
    now: provisional ? nowText(req.t, req.lang, { ...notice, status: 'final' }) : notice.now,
    ...{ seats, marksMax, means },
    candidates: candidatesOnList(req, election),
    rerunOfHref: rerunOf === null ? null : paths.publicElection(rerunOf),
    rerunByHref: rerunBy === null ? null : paths.publicElection(rerunBy),
    result: election.result && publicResult(req, election, election.result),
    assumedRules: election.assumed.map((rule) => ruleTitle(req.t, rule)),
  }
}

function candidatesOnList(
  req: Request,
  { id: election, candidates }: PublicElectionInFull,
): CandidateOnList[] {
  return candidates.map(({ id, name, symbol, statement, photo }) => {
    const path = symbolPath(symbol)
    return {
      name: name ?? req.t('public_election.nameless'),
      symbol: path === undefined ? null : { name: symbol as SymbolName, path },
      statement,
      photoHref: photo ? paths.publicPhoto(election, id) : null,
    }
  })
}

function publicResult(
  req: Request,
  { id, candidates: names }: PublicElectionInFull,
  { result: published, provisional, certified_on, withheldBelow, record }: PublishedResult,
): PublicResult {
  const shown = shownNames(
    req,
    names.map(({ name }) => name),
  )
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
