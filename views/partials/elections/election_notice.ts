import { formatLongDate, type IsoDate } from '../../../models/core/dates.ts'
import type { PublicElection } from '../../../models/elections/result/publication.ts'
import type { ElectionKind } from '../../../models/elections/tables.ts'
import { type ElectionState, facts } from '../../../models/rules/elections/state.ts'
import type { PlaceArea } from '../../../models/statutes/document.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { whenText, type When } from './election_words.ts'

export interface ElectionNotice {
  href: string
  area: string
  wording: PlaceArea['wording']
  kind: ElectionKind
  status: ElectionState
  candidates_by: IsoDate
  polling_on: IsoDate
  /** Every time at which one can vote, in order. */
  sittings: When[]
  complaints_until: IsoDate
  reopened: PublicElection['reopened']
  calledOff: PublicElection['calledOff']
  moved: PublicElection['moved']
  /** Names; empty until the result is certified. */
  elected: string[]
  /** Where the election stands, in a sentence or two. */
  now: string
  /** Where the reader learns how to vote; null when the vote is over. */
  howHref: string | null
}

type Words = Pick<Reader, 't' | 'lang'>

export function electionNotice(reader: Words, election: PublicElection): ElectionNotice {
  const { id, area, wording, kind, status, candidates_by, polling_on, complaints_until, sittings } = election
  const { reopened, calledOff, moved } = election
  const notice = {
    ...{
      area,
      wording,
      kind,
      status,
      candidates_by,
      polling_on,
      complaints_until,
      sittings,
      reopened,
      calledOff,
      moved,
    },
    href: paths.publicElection(id),
    elected: shownNames(reader, election.elected),
    howHref: facts(status).invitesVoters ? `${paths.publicElection(id)}#how` : null,
  }
  return { ...notice, now: nowText(reader, notice) }
}

/** A name that may not be shown is said to be there. */
export function shownNames({ t }: Pick<Reader, 't'>, names: readonly (string | null)[]): string[] {
  return names.map((name) => name ?? t('public_election.nameless'))
}

/** Where the election stands, for readers who want to stand, to vote, or to know who was elected. */
export function nowText({ t, lang }: Words, election: Omit<ElectionNotice, 'now'>): string {
  const { status, wording, area, sittings, candidates_by, complaints_until, elected } = election
  const names = new Intl.ListFormat(lang).format(elected)
  const [first] = sittings
  const many = sittings.length > 1 && facts(status).invitesVoters
  const times = sittings.map((one) => `${whenText(t, lang, one)} (${one.place})`)
  const stage = election.reopened?.open ? 'reopened' : status
  return t(`public_election.${many ? 'now_many' : 'now'}.${stage}`, {
    at: t(`public_election.at.${wording}`, { area }),
    when: first ? whenText(t, lang, first) : '',
    place: first?.place ?? '',
    times: new Intl.ListFormat(lang).format(times),
    by: formatLongDate(candidates_by, lang),
    until: formatLongDate(complaints_until, lang),
    names,
    count: elected.length,
  })
}
