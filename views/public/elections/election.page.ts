import type { IsoDate } from '../../../models/core/dates.ts'
import { stateAfter } from '../../../models/rules/elections/acts.ts'
import { facts } from '../../../models/rules/elections/state.ts'
import type { RecordedCorrection } from '../../../models/elections/record/corrections.ts'
import type { PublicElectionInFull, PublishedResult } from '../../../models/elections/result/publication.ts'
import { totalsOf } from '../../../models/elections/result/result.ts'
import type { CandidacyId } from '../../../models/core/ids.ts'
import { codesHash, shortCode } from '../../../models/elections/box/codes.ts'
import type { ElectionRow } from '../../../models/elections/tables.ts'
import {
  electionNotice,
  nowText,
  shownNames,
  type ElectionNotice,
} from '../../partials/elections/election_notice.ts'
import {
  resultFigures,
  resultSteps,
  shownLot,
  type ResultFigures,
  type ResultStep,
  type ShownLot,
} from '../../partials/elections/result.ts'
import { shownCorrection, type ShownCorrection } from '../../partials/elections/correction.ts'
import { crossesSaid } from '../../partials/elections/crosses.ts'
import { incidentLine } from '../../partials/elections/incident_line.ts'
import { shownSymbol, type ShownSymbol } from '../../partials/elections/symbols.ts'
import { ruleTitle } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

/** Holds nothing of the count before the result is certified. */
export interface ElectionPage extends ElectionNotice {
  /** People vote, or are going to; otherwise day and hours are of no use. */
  poll: boolean
  invitesVoters: boolean
  seats: number
  /** The crosses that one voter may make: "højst 2 krydser". */
  crosses: string
  /** The most crosses on a ballot. */
  crossesMax: number
  means: ElectionRow['means']
  /** In ballot order; empty before the list is approved. */
  candidates: CandidateOnList[]
  /** The annulled election that this one replaces. */
  rerunOfHref: string | null
  rerunByHref: string | null
  /** What happened to candidates after the first vote, and while people vote also what follows from it. */
  incidents: string[]
  result: PublicResult | null
  codes: PublicCodes | null
  /** The box was never opened, and its ballots were destroyed together with their codes. */
  destroyedBox: PublicElectionInFull['destroyedBox']
  recounts: WithCorrection<PublicElectionInFull['recounts'][number]>[]
  investigations: WithCorrection<PublicElectionInFull['investigations'][number]>[]
  assumedRules: string[]
}

type WithCorrection<Told> = Omit<Told, 'corrected'> & { correction: ShownCorrection | null }

/** A voter who noted a code finds it; nobody sees by it how anybody voted. */
export interface PublicCodes {
  /** As voters were shown them, sorted, up to a number. */
  shown: string[]
  count: number
  more: number
  /** SHA-256 of all codes, to compare with the poster and the record. */
  hash: string
  href: string
}

/** Only what may be shown beside the name. */
export interface CandidateOnList {
  name: string
  symbol: ShownSymbol | null
  statement: string | null
  photoHref: string | null
}

export interface PublicResult {
  provisional: boolean
  certified_on: IsoDate | null
  uncontested: { body: string; decided_on: IsoDate } | null
  /** Empty when there was no vote. With withheld figures there are no `votes`, and no step `no_votes`. */
  steps: ResultStep[]
  lot: ShownLot | null
  /** null when there was no vote, or when fewer ballots than the threshold were cast. */
  figures: ResultFigures | null
  /** The threshold, when it is the reason why figures are withheld. */
  withheldBelow: number | null
  /** The figures are withheld since, with those that were told before, they would tell of few ballots. */
  isCorrection: boolean
  /** SHA-256 of the record, to compare with the poster. Told always: the record holds a random salt. */
  recordHash: string | null
  recordHref: string | null
  /** Given when some sections of the record are not shown: the code that its public part and the certified one share. */
  recordPartCode: string | null
  /** The threshold, when the figures are shown but a smaller part of the record is kept back. */
  recordWithheldBelow: number | null
}

/** The page shows this many codes; the file has all of them. */
const MOST_CODES = 1000

type Words = Pick<Reader, 't' | 'lang'>

export function electionPage(reader: Words, election: PublicElectionInFull): ElectionPage {
  const { seats, crosses, means, rerunOf, rerunBy, result } = election
  const notice = electionNotice(reader, election)
  const { underWay, withoutVote, invitesVoters, takesVotes, stopped } = facts(election.status)
  const said = crossesSaid(crosses)
  return {
    ...notice,
    // The page has a box that says until when the result is provisional, so the first sentence need not.
    now: result?.provisional ? nowText(reader, { ...notice, status: stateAfter('makeFinal') }) : notice.now,
    poll: underWay && !withoutVote && !stopped,
    invitesVoters,
    ...{ seats, means },
    crosses: reader.t(`public_election.crosses.${said.wording}`, said.figures),
    crossesMax: crosses.max,
    candidates: candidatesOnList(reader, election),
    incidents: election.incidents.map((one) => incidentLine(reader, one, takesVotes)),
    rerunOfHref: rerunOf === null ? null : paths.publicElection(rerunOf),
    rerunByHref: rerunBy === null ? null : paths.publicElection(rerunBy),
    result: result && publicResult(reader, election, result),
    ...corrections(reader, election),
    codes: election.codes.length === 0 ? null : publicCodes(election),
    destroyedBox: election.destroyedBox,
    assumedRules: election.assumed.map((rule) => ruleTitle(reader.t, rule)),
  }
}

function corrections(
  reader: Words,
  { recounts, investigations, candidates }: PublicElectionInFull,
): Pick<ElectionPage, 'recounts' | 'investigations'> {
  const names = shownNames(
    reader,
    candidates.map(({ name }) => name),
  )
  const nameOf = (id: CandidacyId) => names[candidates.findIndex((one) => one.id === id)] ?? ''
  const shown = <Told extends { corrected: RecordedCorrection | null }>({ corrected, ...told }: Told) => {
    return { ...told, correction: corrected && shownCorrection(reader, corrected, nameOf) }
  }
  return { recounts: recounts.map(shown), investigations: investigations.map(shown) }
}

function publicCodes({ id, codes }: Pick<PublicElectionInFull, 'id' | 'codes'>): PublicCodes {
  return {
    shown: codes.slice(0, MOST_CODES).map(shortCode),
    count: codes.length,
    more: Math.max(0, codes.length - MOST_CODES),
    hash: codesHash(codes),
    href: paths.publicCodes(id),
  }
}

function candidatesOnList(
  { t }: Pick<Reader, 't'>,
  { id: election, candidates }: PublicElectionInFull,
): CandidateOnList[] {
  return candidates.map(({ id, name, symbol, statement, photo }) => ({
    name: name ?? t('public_election.nameless'),
    symbol: shownSymbol(symbol),
    statement,
    photoHref: photo ? paths.publicPhoto(election, id) : null,
  }))
}

function publicResult(
  reader: Words,
  { id, candidates: names }: PublicElectionInFull,
  { result: published, provisional, certified_on, withheld, record }: PublishedResult,
): PublicResult {
  const shown = shownNames(
    reader,
    names.map(({ name }) => name),
  )
  const candidates = published.candidates.map(({ id }, index) => ({ id, name: shown[index] ?? '' }))
  const result = { ...published, candidates }
  const few = withheld.figures !== null
  return {
    provisional,
    certified_on,
    uncontested: result.uncontested,
    steps: resultSteps(reader, result, few),
    lot: shownLot(
      result,
      published.candidates.every(({ name }) => name !== null),
    ),
    figures: few ? null : resultFigures(result, withheld.invalid !== null),
    withheldBelow: withheld.figures,
    // More ballots than the threshold, and withheld all the same: it is the correction.
    isCorrection: few && (totalsOf(published)?.ballots ?? 0) >= (withheld.figures ?? 0),
    recordHash: record?.hash ?? null,
    recordHref: record ? paths.publicRecordData(id) : null,
    recordPartCode: record && !record.whole ? record.code : null,
    recordWithheldBelow: record && !few ? withheld.record : null,
  }
}
