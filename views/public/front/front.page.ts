import { formatDate, type IsoDate } from '../../../models/core/dates.ts'
import type {
  PublicCouncil,
  PublicMember,
  PublicSeat,
  PublicVacancy,
} from '../../../models/council/publication.ts'
import type { PublicElection } from '../../../models/elections/result/publication.ts'
import type { PublicMeeting } from '../../../models/front/notices.ts'
import type { Office } from '../../../models/statutes/offices.ts'
import { AREA_KINDS, type AreaKind } from '../../../models/rules/core/by_kind.ts'
import { asOf, type AsOf } from '../../as_of.ts'
import { electionNotice, type ElectionNotice } from '../../partials/elections/election_notice.ts'
import { officeName } from '../../partials/statutes/office_words.ts'
import { ruleTitle } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'

export interface FrontPage {
  asOf: AsOf
  seats: number
  seatsFilled: number
  /** Seats that exist on the day; each group in the statutes' order. */
  groups: { kind: AreaKind; seats: SeatCard[] }[]
  term: { starts_on: IsoDate; ends_on: IsoDate } | null
  nextMeeting: PublicMeeting | null
  elections: ElectionNotice[]
  /** Titles of the assumed rules that the page leans on. */
  assumedRules: string[]
}

export interface SeatCard {
  slug: string
  area: string
  /** The member's name, or that the seat is vacant. */
  heading: string
  member: SeatedMember | null
  vacancy: SeatVacancy | null
}

export interface SeatedMember {
  office: string | null
  since: string
  until: string
  chosen: string
  electionHref: string | null
  /** null when it may not be published. */
  phone: string | null
  email: string | null
}

export interface SeatVacancy {
  filling: string
  hasSubstitutes: boolean
  /** A successor who is booked ahead. */
  next: string | null
}

type Words = Pick<Reader, 't' | 'lang' | 'today'>

/** `elections` are newest first. */
export function frontPage(
  reader: Words,
  asked: IsoDate | undefined,
  council: PublicCouncil,
  offices: readonly Office[],
  elections: readonly PublicElection[],
  nextMeeting: PublicMeeting | null,
): FrontPage {
  const groups = AREA_KINDS.map((kind) => ({
    kind,
    seats: council.seats.filter((seat) => seat.kind === kind).map((seat) => seatCard(reader, offices, seat)),
  }))
  return {
    asOf: asOf(reader, paths.front, asked),
    seats: council.seats.length,
    seatsFilled: council.seats.filter(({ member }) => member).length,
    groups: groups.filter(({ seats }) => seats.length > 0),
    term: council.term,
    nextMeeting,
    // The next polling day first: here readers look for what comes.
    elections: elections
      .filter(({ over }) => !over)
      .map((election) => electionNotice(reader, election))
      .reverse(),
    assumedRules: council.assumed.map(({ key, area }) => ruleTitle(reader.t, key, area)),
  }
}

function seatCard(
  reader: Words,
  offices: readonly Office[],
  { slug, area, member, vacancy }: PublicSeat,
): SeatCard {
  return {
    slug,
    area,
    heading: member ? (member.name ?? reader.t('front.name_withheld')) : vacantSince(reader, vacancy),
    member: member && seatedMember(reader, offices, member),
    vacancy: vacancy && seatVacancy(reader, vacancy),
  }
}

export function vacantSince(
  { t, lang }: Pick<Reader, 't' | 'lang'>,
  vacancy: Pick<PublicVacancy, 'since'> | null,
): string {
  return vacancy?.since
    ? t('front.vacant_since', { date: formatDate(vacancy.since, lang) })
    : t('front.vacant')
}

function seatedMember(reader: Words, offices: readonly Office[], member: PublicMember): SeatedMember {
  const { t, lang } = reader
  const { office, starts_on, ends_on, due_on, electionId, phone, email } = member
  const last = formatDate(ends_on, lang)
  return {
    office: office && officeName(reader, offices, office),
    since: t('front.since', { date: formatDate(starts_on, lang) }),
    until: t(ends_on < due_on ? 'front.leaves' : 'front.until', { date: last }),
    chosen: howChosen(reader, member),
    electionHref: electionId === null ? null : paths.publicElection(electionId),
    phone,
    email,
  }
}

function howChosen({ t, lang }: Words, { chosen, chosen_on, nominatedBy }: PublicMember): string {
  const organisations = new Intl.ListFormat(lang).format(nominatedBy)
  return [
    ...(nominatedBy.length > 0 ? [t('front.nominated_by', { organisations })] : []),
    chosen_on
      ? t(`front.chosen_on.${chosen}`, { date: formatDate(chosen_on, lang) })
      : t(`front.chosen.${chosen}`),
  ].join(' ')
}

function seatVacancy(reader: Words, vacancy: PublicVacancy): SeatVacancy {
  const { t, lang } = reader
  const { next, hasSubstitutes } = vacancy
  const date = next && formatDate(next.starts_on, lang)
  return {
    filling: howFilled(reader, vacancy),
    hasSubstitutes,
    next: next && t('front.next', { name: next.name ?? t('front.somebody'), date }),
  }
}

function howFilled({ t, lang }: Words, { filling, organisations }: PublicVacancy): string {
  if (filling !== 'nomination') return t(`front.filling.${filling}`)
  return organisations.length > 0
    ? t('front.filling.nomination', { organisations: new Intl.ListFormat(lang).format(organisations) })
    : t('front.filling.nomination_open')
}
