import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import type { CandidacyId, ElectionId } from '../../core/ids.ts'
import { NotFound } from '../../core/errors.ts'
import { assumedRules, type PlaceArea, type RuleName } from '../../statutes/document.ts'
import type { TermRow } from '../../council/tables.ts'
import type { ElectionRow } from '../tables.ts'
import { type ElectionState, facts, publicState } from '../../rules/elections/state.ts'
import { isListed } from '../../rules/elections/candidate_list.ts'
import { crossesIn, type Crosses } from '../../rules/elections/marks.ts'
import { withheld, type Withheld } from '../../rules/elections/withheld.ts'
import { listStanding } from '../candidates/candidates.ts'
import { type DestroyedBox, findDestroyedBox } from '../box/closed_box.ts'
import { listCodes } from '../box/codes.ts'
import { hasBooth } from '../means.ts'
import { listCertifications } from './certification.ts'
import { getAnyElection, listAllElections, type Election } from '../elections.ts'
import {
  publicCandidates,
  publicNames,
  type PublicCandidate,
  type PublicName,
} from '../candidates/publication.ts'
import { toldReopening, type ToldReopening } from '../candidates/reopening.ts'
import type { RecordRow } from '../record/tables.ts'
import { toldIncidents, type ToldIncident } from '../incidents/incidents.ts'
import { findCallOff } from '../planning/calling_off.ts'
import type { CallOffRow } from '../planning/tables.ts'
import { toldMove } from '../planning/moves.ts'
import { findReruns } from '../planning/reruns.ts'
import { getResult } from './loading.ts'
import { publicCorrections, type PublicCorrections } from './public_corrections.ts'
import { publishedParts } from './published_parts.ts'
import { rulesBehind, type Result } from './result.ts'
import { findShownRecord, type ShownRecord } from './shown_record.ts'
import { listSittings, listSittingsOf, type Sitting } from '../planning/sittings.ts'

// The only way out to the public. A plan is private before the call. Nothing of a count is shown before certification,
// not even that some are equal; and figures that could tell how one person voted never are.

const SHOWN = [
  'id',
  'kind',
  'place',
  'candidates_by',
  'polling_on',
  'opens_at',
  'closes_at',
  'complaints_until',
  'seats',
  'means',
] as const

/** A name is null when the person has said that it may not be shown. */
export interface PublicElection extends Pick<ElectionRow, (typeof SHOWN)[number]> {
  status: ElectionState
  area: string
  wording: PlaceArea['wording']
  over: boolean
  /** Null when the approved list was never opened again. */
  reopened: ToldReopening | null
  /** Null when the announced polling day was never moved. */
  moved: Awaited<ReturnType<typeof toldMove>>
  /** What happened to candidates after the first vote. */
  incidents: ToldIncident[]
  /** Who called it off and when; null when it was not. */
  calledOff: Pick<CallOffRow, 'decided_by' | 'decided_on' | 'reason'> | null
  sittings: Sitting[]
  term: Pick<TermRow, 'starts_on' | 'ends_on'>
  /** Empty until the result is certified. */
  elected: (string | null)[]
}

export interface PublicElectionInFull extends PublicElection, PublicCorrections {
  crosses: Crosses
  /** In ballot order; empty until the list is approved. */
  candidates: PublicCandidate[]
  /** The election that replaces this one, once it has been called, and the one that it replaces. */
  rerunBy: ElectionId | null
  rerunOf: ElectionId | null
  result: PublishedResult | null
  /** Of the sealed ballots from the tablet, sorted; empty before polling closes. They tell nothing of a vote. */
  codes: string[]
  /** Says why there are no codes any more; null for any other box. */
  destroyedBox: DestroyedBox | null
  assumed: RuleName[]
}

export interface PublishedResult {
  result: Omit<Result, 'candidates'> & { candidates: { id: CandidacyId; name: string | null }[] }
  provisional: boolean
  certified_on: IsoDate | null
  /** A threshold where a thing stays in the record, or the record in the office. */
  withheld: Withheld
  record: (Pick<ShownRecord, 'code' | 'whole'> & Pick<RecordRow, 'hash'>) | null
}

/** Lists only elections that have been called, the newest polling day first. */
export async function listPublicElections(db: Db): Promise<PublicElection[]> {
  const elections = (await listAllElections(db)).filter(({ status }) => facts(status).called)
  const sittings = await listSittingsOf(db, elections)
  return Promise.all(
    elections.map(async (election) => {
      const parts = await partsOf(db, election)
      return publicElection(election, parts, sittings.get(election.id) ?? [])
    }),
  )
}

/** Throws NotFound when the election has not been called yet. */
export async function getPublicElection(db: Db, id: ElectionId): Promise<PublicElectionInFull> {
  const election = await getAnyElection(db, id)
  if (!facts(election.status).called) throw new NotFound(`election ${id}`)
  const parts = await partsOf(db, election)
  return {
    ...publicElection(election, parts, await listSittings(db, election)),
    ...(await publicReruns(db, id)),
    crosses: crossesIn(election),
    candidates: isListed(election) ? await publicCandidates(db, election, parts.standing) : [],
    result: parts.result ? await publishedResult(db, election, parts.result, parts.standing) : null,
    ...(await publicCorrections(db, election, parts.result)),
    codes: hasBooth(election) ? await listCodes(db, id) : [],
    destroyedBox: (hasBooth(election) && (await findDestroyedBox(db, id))) || null,
    assumed: assumedAmong(election, parts.result),
  }
}

/** A rerun is not shown before its own call. */
async function publicReruns(
  db: Db,
  id: ElectionId,
): Promise<{ rerunBy: ElectionId | null; rerunOf: ElectionId | null }> {
  const { of, by } = await findReruns(db, id)
  const called = by !== undefined && facts((await getAnyElection(db, by)).status).called
  return { rerunBy: called ? by : null, rerunOf: of ?? null }
}

interface Parts {
  standing: PublicName[]
  result: Result | null
  reopened: ToldReopening | null
  incidents: ToldIncident[]
  calledOff: PublicElection['calledOff']
  moved: PublicElection['moved']
}

async function partsOf(db: Db, election: Election): Promise<Parts> {
  const standing = await publicNames(db, await listStanding(db, election.id))
  const { certified } = facts(election.status)
  const reopened = await toldReopening(db, election)
  const callOff = await findCallOff(db, election.id)
  return {
    ...{ standing, reopened, moved: await toldMove(db, election.id) },
    incidents: await toldIncidents(db, election.id, standing),
    result: certified ? await getResult(db, election) : null,
    calledOff: callOff ? told(callOff) : null,
  }
}

function told({ decided_by, decided_on, reason }: CallOffRow): NonNullable<PublicElection['calledOff']> {
  return { decided_by, decided_on, reason }
}

function publicElection(
  election: Election,
  { standing, result, reopened, incidents, calledOff, moved }: Parts,
  sittings: Sitting[],
): PublicElection {
  const shown = Object.fromEntries(SHOWN.map((column) => [column, election[column]]))
  const nameOf = (id: CandidacyId) => standing.find((one) => one.id === id)?.name ?? null
  return {
    ...(shown as Pick<ElectionRow, (typeof SHOWN)[number]>),
    status: publicState(election.status),
    area: election.area_name,
    wording: election.wording,
    over: facts(election.status).over,
    reopened,
    incidents,
    calledOff,
    moved,
    sittings,
    term: { starts_on: election.term.starts_on, ends_on: election.term.ends_on },
    elected: (result?.elected ?? []).map(nameOf),
  }
}

async function publishedResult(
  db: Db,
  election: Election,
  result: Result,
  standing: Parts['standing'],
): Promise<PublishedResult> {
  const [, second] = await listCertifications(db, result)
  const shown = await findShownRecord(db, election)
  return {
    result: { ...result, candidates: standing },
    record: shown ? { hash: shown.row.hash, code: shown.code, whole: shown.whole } : null,
    provisional: facts(election.status).provisional,
    certified_on: second?.certified_on ?? null,
    withheld: withheld(election.statutes, publishedParts(result, shown?.record)),
  }
}

/** The rules that the page leans on: how people vote before the result, how it came about after it. */
function assumedAmong({ statutes }: Election, result: Result | null): RuleName[] {
  const assumed = assumedRules(statutes)
  const leansOn: RuleName[] = result ? rulesBehind(result) : ['marks', 'complaintDays']
  return leansOn.filter((rule) => assumed.includes(rule))
}
