import { later, type IsoDate } from '../../../models/core/dates.ts'
import type { Election } from '../../../models/elections/elections.ts'
import { hasBooth, hasPaper } from '../../../models/elections/means.ts'
import { publishedParts } from '../../../models/elections/result/published_parts.ts'
import { lotOf, totalsOf, type Result } from '../../../models/elections/result/result.ts'
import { isListed } from '../../../models/rules/elections/candidate_list.ts'
import { crossesIn } from '../../../models/rules/elections/marks.ts'
import { facts } from '../../../models/rules/elections/state.ts'
import { withheld } from '../../../models/rules/elections/withheld.ts'
import { resultFigures } from '../../partials/elections/result.ts'
import { shownSymbol } from '../../partials/elections/symbols.ts'
import type { Translate } from '../../partials/statutes/statutes_text.ts'
import type { Reader } from '../../reader.ts'
import type { BallotPage } from './ballots.ts'
import type { DocumentSource } from './document_source.ts'
import type { ScreenPage, ScreenStage } from './posters/info_screen.ts'
import type { NoticePage } from './posters/notices.ts'
import type { LabelsPage } from './package_labels.ts'
import type { PrinterPage } from './readiness/printer_page.ts'
import type { ReadinessListPage } from './readiness/readiness_list.ts'
import { correctedPart } from './posters/corrected.ts'
import type { ResultPosterPage } from './posters/result_poster.ts'
import type { RollPage, SheetPage } from './sheets.ts'

type Words = Pick<Reader, 't' | 'lang'>

/** "Valg på Perron 4" in the language of the document. */
function nameOf({ wording, area_name }: Election, t: Translate): string {
  return t('elections.name', { at: t(`public_election.at.${wording}`, { area: area_name }) })
}

export async function noticePage({
  election,
  council,
  contact,
  link,
  load,
}: DocumentSource): Promise<NoticePage> {
  const { rules } = election.statutes
  const { uncontested_body: body, uncontested_on: decided_on } = election
  const callOff = await load.callOff()
  const moved = await load.moved()
  return {
    ...{ council, contact, link },
    area: election.area_name,
    wording: election.wording,
    kind: election.kind,
    means: election.means,
    seats: election.seats,
    sittings: await load.sittings(),
    candidates_by: election.candidates_by,
    polling_on: election.polling_on,
    voters: rules.voters.value,
    eligibility: rules.candidateEligibility.value,
    minimumAge: rules.minimumAge.value,
    crosses: crossesIn(election),
    complaintDays: rules.complaintDays.value,
    candidates: isListed(election) ? (await load.standing()).map(({ name }) => name) : [],
    uncontested: body !== null && decided_on !== null ? { body, decided_on } : null,
    unfilled: facts(election.status).awaits === 'new_call',
    isStopped: facts(election.status).stopped,
    calledOff: callOff ? { body: callOff.decided_by, decided_on: callOff.decided_on } : null,
    movedFrom: moved?.was ?? null,
    incidents: facts(election.status).takesVotes ? await load.incidents() : [],
    outdated: [(await load.reopened())?.on, moved?.moved_on].reduce(latest, null),
  }
}

function latest(day: IsoDate | null | undefined, other: IsoDate | null | undefined): IsoDate | null {
  if (!day || !other) return day ?? other ?? null
  return later(day, other)
}

export async function ballotPage({ election, load }: DocumentSource, t: Translate): Promise<BallotPage> {
  const standing = await load.standing()
  const photos = await load.photos()
  return {
    election: nameOf(election, t),
    electionId: election.id,
    listVersion: election.list_version,
    polling_on: election.polling_on,
    crosses: crossesIn(election),
    candidates: standing.map(({ id, name, symbol }) => {
      const [jpeg, drawing] = [photos.get(id), shownSymbol(symbol)]
      if (jpeg) return { name, portrait: { jpeg, alt: t('documents.ballot.photo', { name }) } }
      return { name, portrait: drawing && { path: drawing.path, alt: t(`symbols.${drawing.name}`) } }
    }),
  }
}

export async function sheetPage({ election, load }: DocumentSource, t: Translate): Promise<SheetPage> {
  return {
    election: nameOf(election, t),
    polling_on: election.polling_on,
    sittings: await load.sittings(),
    candidates: (await load.standing()).map(({ name }) => name),
    crosses: crossesIn(election),
    hasPaper: hasPaper(election),
    hasBooth: hasBooth(election),
  }
}

export async function readinessPage(
  { election, load }: DocumentSource,
  t: Translate,
): Promise<ReadinessListPage> {
  return {
    ...(await load.readiness()),
    election: nameOf(election, t),
    means: election.means,
    polling_on: election.polling_on,
    sittings: await load.sittings(),
  }
}

export function printerTrial({ election }: DocumentSource, t: Translate): PrinterPage {
  return { election: nameOf(election, t), polling_on: election.polling_on }
}

export async function labelsPage(
  { election, council, load }: DocumentSource,
  t: Translate,
): Promise<LabelsPage> {
  const standing = await load.standing()
  return {
    ...{ council, election: nameOf(election, t), polling_on: election.polling_on },
    labels: (await load.packages()).map((label) => {
      return { ...label, name: standing.find(({ id }) => id === label.candidacy_id)?.name }
    }),
  }
}

export async function rollPage({ election, load }: DocumentSource, t: Translate): Promise<RollPage> {
  const entries = await load.roll()
  return {
    election: nameOf(election, t),
    polling_on: election.polling_on,
    entries: entries.map(({ name, note, marked }) => ({ name, note, marked: marked === 1 })),
  }
}

export async function resultPosterPage(source: DocumentSource, words: Words): Promise<ResultPosterPage> {
  const { election, load } = source
  const result = await load.result()
  const { council, area, wording, link, uncontested } = await noticePage(source)
  const lot = lotOf(result)
  const record = await load.record()
  const {
    figures: below,
    invalid,
    sheets,
  } = withheld(election.statutes, publishedParts(result, record?.document))
  const correction = await load.correction()
  return {
    ...{ council, area, wording, link },
    polling_on: election.polling_on,
    complaints_until: election.complaints_until,
    final: !facts(election.status).provisional,
    elected: electedNames(result),
    uncontested,
    lot: lot && {
      ...{ method: lot.method, drawn_on: lot.drawn_on },
      byApp: lot.draw !== undefined,
      byTelephone: lot.telephone !== undefined,
    },
    figures: below === null ? resultFigures(result, invalid !== null) : null,
    withheldBelow: below,
    isCorrection: below !== null && (totalsOf(result)?.ballots ?? 0) >= below,
    corrected: correction ? correctedPart(correction, result, sheets === null, words) : null,
    term: [election.term.starts_on, election.term.ends_on],
    record: record
      ? {
          ...{ hash: record.hash, code: record.code },
          ...{ audit_sequence: record.audit_sequence, audit_hash: record.audit_hash },
        }
      : null,
  }
}

function electedNames({ elected, candidates }: Result): string[] {
  return elected.flatMap((id) => candidates.filter((one) => one.id === id)).map(({ name }) => name)
}

/** Returns undefined when there is nothing to show. */
export async function screenPage(source: DocumentSource): Promise<ScreenPage | undefined> {
  const { election, load } = source
  const stage = screenStage(election)
  if (!stage) return undefined
  return {
    stage,
    notice: await noticePage(source),
    elected: stage === 'result' ? electedNames(await load.result()) : [],
    provisionalUntil: provisionalUntil(election),
  }
}

function provisionalUntil({ status, complaints_until }: Election): IsoDate | null {
  return facts(status).provisional ? complaints_until : null
}

function screenStage({ status }: Election): ScreenStage | undefined {
  const is = facts(status)
  if (is.certified) return 'result'
  if (is.calledOff) return 'called_off'
  if (is.withoutVote) return is.awaits === 'new_call' ? 'unfilled' : 'uncontested'
  if (!is.invitesVoters) return undefined
  return is.listed ? 'vote' : 'call'
}
