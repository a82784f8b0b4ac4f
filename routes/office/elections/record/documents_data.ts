import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { isListed } from '../../../../models/rules/elections/candidate_list.ts'
import { withheldBelow } from '../../../../models/rules/elections/withheld.ts'
import { hasBooth, hasPaper } from '../../../../models/elections/means.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { listRoll, photosOf } from '../../../../models/elections/polling/prints.ts'
import { findRecord } from '../../../../models/elections/record/record.ts'
import { getResult } from '../../../../models/elections/result/loading.ts'
import { lotOf, totalsOf } from '../../../../models/elections/result/result.ts'
import { listSittings } from '../../../../models/elections/planning/sittings.ts'
import type { BallotPage } from '../../../../views/paper/elections/ballots.ts'
import type { ScreenPage, ScreenStage } from '../../../../views/paper/elections/info_screen.ts'
import type { NoticePage } from '../../../../views/paper/elections/notices.ts'
import type { ResultPosterPage } from '../../../../views/paper/elections/result_poster.ts'
import type { RollPage, SheetPage } from '../../../../views/paper/elections/sheets.ts'
import type { Translate } from '../../../../views/partials/statutes/statutes_text.ts'
import { shownSymbol } from '../../../../views/partials/elections/symbols.ts'
import { resultFigures } from '../../../../views/partials/elections/result.ts'
import { paths } from '../../../../views/paths.ts'
import type { ElectionRequest } from '../shared.ts'

/* What the documents of an election are made of: plain data, in the shape that each of them takes. */

/** "Valg på Perron 4" in the language of the document. */
function nameOf({ wording, area_name }: Election, t: Translate): string {
  return t('elections.name', { at: t(`public_election.at.${wording}`, { area: area_name }) })
}

/** The election's page for everybody; null on a machine that others cannot reach. */
function publicLink(req: ElectionRequest, { id }: Election): string | null {
  const baseUrl = req.house.baseUrl
  const { hostname } = new URL(baseUrl)
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? null : baseUrl + paths.publicElection(id)
}

export async function noticePage(req: ElectionRequest, election: Election): Promise<NoticePage> {
  const { rules } = election.statutes
  const { uncontested_body: body, uncontested_on: decided_on } = election
  const listed = isListed(election)
  return {
    council: req.house.council.name,
    area: election.area_name,
    wording: election.wording,
    kind: election.kind,
    means: election.means,
    seats: election.seats,
    sittings: await listSittings(req.db, election),
    candidates_by: election.candidates_by,
    polling_on: election.polling_on,
    voters: rules.voters.value,
    eligibility: rules.candidateEligibility.value,
    minimumAge: rules.minimumAge.value,
    marksMax: rules.marks.value.max,
    complaintDays: rules.complaintDays.value,
    candidates: listed ? (await listStanding(req.db, election.id)).map(({ name }) => name) : [],
    uncontested: body !== null && decided_on !== null ? { body, decided_on } : null,
    unfilled: facts(election.status).awaits === 'new_call',
    contact: req.house.contact,
    link: publicLink(req, election),
  }
}

export async function ballotPage(
  req: ElectionRequest,
  election: Election,
  t: Translate,
): Promise<BallotPage> {
  const standing = await listStanding(req.db, election.id)
  const photos = await photosOf(req.db, election.id)
  return {
    election: nameOf(election, t),
    electionId: election.id,
    listVersion: election.list_version,
    polling_on: election.polling_on,
    marksMax: election.statutes.rules.marks.value.max,
    candidates: standing.map(({ id, name, symbol }) => {
      const [jpeg, drawing] = [photos.get(id), shownSymbol(symbol)]
      if (jpeg) return { name, portrait: { jpeg, alt: t('documents.ballot.photo', { name }) } }
      return { name, portrait: drawing && { path: drawing.path, alt: t(`symbols.${drawing.name}`) } }
    }),
  }
}

export async function sheetPage(req: ElectionRequest, election: Election, t: Translate): Promise<SheetPage> {
  return {
    election: nameOf(election, t),
    polling_on: election.polling_on,
    sittings: await listSittings(req.db, election),
    candidates: (await listStanding(req.db, election.id)).map(({ name }) => name),
    hasPaper: hasPaper(election),
    hasBooth: hasBooth(election),
  }
}

export async function rollPage(req: ElectionRequest, election: Election, t: Translate): Promise<RollPage> {
  const entries = await listRoll(req.db, election.id)
  return {
    election: nameOf(election, t),
    polling_on: election.polling_on,
    entries: entries.map(({ name, note, marked }) => ({ name, note, marked: marked === 1 })),
  }
}

export async function resultPosterPage(req: ElectionRequest, election: Election): Promise<ResultPosterPage> {
  const result = await getResult(req.db, election)
  const notice = await noticePage(req, election)
  const lot = lotOf(result)
  const below = withheldBelow(election.statutes, totalsOf(result)?.ballots ?? null)
  const record = await findRecord(req.db, election.id)
  return {
    council: notice.council,
    area: notice.area,
    wording: notice.wording,
    link: notice.link,
    polling_on: election.polling_on,
    complaints_until: election.complaints_until,
    final: !facts(election.status).provisional,
    elected: electedNames(result),
    uncontested: notice.uncontested,
    lot: lot && {
      ...{ method: lot.method, witnesses: lot.witnesses, drawn_on: lot.drawn_on },
      byApp: lot.draw !== undefined,
    },
    figures: below === null ? resultFigures(result) : null,
    withheldBelow: below,
    term: [election.term.starts_on, election.term.ends_on],
    record: record
      ? { hash: record.hash, audit_sequence: record.audit_sequence, audit_hash: record.audit_hash }
      : null,
  }
}

type Result = Awaited<ReturnType<typeof getResult>>

function electedNames({ elected, candidates }: Result): string[] {
  return elected.flatMap((id) => candidates.filter((one) => one.id === id)).map(({ name }) => name)
}

function stageOf({ status }: Election): ScreenStage | undefined {
  const is = facts(status)
  if (is.certified) return 'result'
  if (is.withoutVote) return is.awaits === 'new_call' ? 'unfilled' : 'uncontested'
  if (!is.invitesVoters) return undefined
  return is.listed ? 'vote' : 'call'
}

/** What an information screen can show now; undefined where there is nothing to tell. */
export async function screenPage(req: ElectionRequest, election: Election): Promise<ScreenPage | undefined> {
  const stage = stageOf(election)
  if (!stage) return undefined
  const result = stage === 'result' ? await getResult(req.db, election) : undefined
  return {
    stage,
    notice: await noticePage(req, election),
    elected: result ? electedNames(result) : [],
    provisionalUntil: facts(election.status).provisional ? election.complaints_until : null,
  }
}
