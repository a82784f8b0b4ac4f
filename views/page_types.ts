import type { IsoDate } from '../models/core/dates.ts'
import type { StepRule } from '../models/rules/elections/plurality.ts'
import type { OrganisationsArea, PlaceArea, RuleKey } from '../models/statutes/document.ts'
import type { SymbolName } from '../models/elections/candidates/portrait.ts'
import type { Office } from '../models/council/offices/tables.ts'
import type { ElectionKind, ElectionRow, ElectionStatus } from '../models/elections/tables.ts'
import type { LotRow } from '../models/elections/result/tables.ts'
import type { AsOf } from './as_of.ts'
import type { When } from './partials/elections/election_words.ts'
import type { RuleGroup } from './partials/statutes/statutes_text.ts'

/*
 * What each page of the public door holds, plain and ready to show. Names that are columns are written as columns;
 * an `href` is null where there is nothing to lead to.
 */

/** public/front (`?dato=`; a day that cannot be read comes as an error of the field `dato`). */
export interface FrontPage {
  asOf: AsOf
  /** Seats that exist on the day: elected at places, nominated by organisations; each in the statutes' order. */
  places: SeatCard[]
  organisations: SeatCard[]
  seatsFilled: number
  term: { starts_on: IsoDate; ends_on: IsoDate } | null
  nextMeeting: { title: string; held_on: IsoDate; starts_at: string; place: string } | null
  elections: ElectionNotice[]
  /** Titles (`ruleTitle`) of the assumed rules that the page leans on. */
  assumedRules: string[]
}

/** public/search and office/search (`?q=`; a text that is too long comes as an error of the field `q`). */
export interface SearchPage {
  action: string
  typed: string
  /** What there is to search through, in words; empty where there is nothing. */
  among: string
  /** `unreadable`: there is neither a letter nor a figure in what was typed. */
  state: 'empty' | 'unreadable' | 'searched'
  /** Only those with a hit. */
  groups: SearchGroup[]
}

export type SearchKind = 'people' | 'seats' | 'places' | 'organisations' | 'elections' | 'meetings'

export interface SearchGroup {
  kind: SearchKind
  hits: Hit[]
  /** More than the hits where there are very many. */
  total: number
}

export interface Hit {
  name: string
  href: string
  /** What it is, and what tells it from another of the same name. */
  lines: string[]
}

/** Exactly one of `member` and `vacancy` is there. */
export interface SeatCard {
  slug: string
  area: string
  member: SeatedMember | null
  vacancy: SeatVacancy | null
}

export interface SeatedMember {
  /** Each null where it may not be published. */
  name: string | null
  email: string | null
  phone: string | null
  office: Office | null
  starts_on: IsoDate
  due_on: IsoDate
  ends_on: IsoDate
  chosen: 'elected' | 'uncontested' | 'by_lot' | 'appointed' | 'registered'
  chosen_on: IsoDate | null
  /** The organisations that nominated; empty for an elected member or where it is not known. */
  nominatedBy: string[]
  electionHref: string | null
}

export interface SeatVacancy {
  /** The first vacant day; null where it is not known. */
  since: IsoDate | null
  filling: 'election' | 'nomination' | 'substitute' | 'council' | 'nobody' | 'unknown'
  /** Those who nominate, where `filling` is `nomination`. */
  organisations: string[]
  hasSubstitutes: boolean
  /** A successor who is booked ahead; `name` is null where it may not be published. */
  next: { name: string | null; starts_on: IsoDate } | null
}

/** An election as the front page and the list show it. */
export interface ElectionNotice {
  href: string
  area: string
  wording: PlaceArea['wording']
  kind: ElectionKind
  status: ElectionStatus
  candidates_by: IsoDate
  polling_on: IsoDate
  /** Every time at which one can vote, in order. */
  sittings: When[]
  complaints_until: IsoDate
  /** Names of those elected; empty until the result is certified. */
  elected: string[]
  /** Where it stands, in a sentence or two. */
  now: string
  /** Where it says how to vote; null once nobody can any more. */
  howHref: string | null
}

/** public/elections: what comes first, first; of those that are over, the newest, by the term they were for. */
export interface PublicElectionsPage {
  underWay: ElectionNotice[]
  finished: { term: string; elections: ElectionNotice[] }[]
}

/** Somebody who stands, with what they may show beside their name. */
export interface CandidateOnList {
  name: string
  symbol: { name: SymbolName; path: string } | null
  statement: string | null
  photoHref: string | null
}

/** public/election. Nothing of the count is here before the result is certified. */
export interface PublicElectionPage extends ElectionNotice {
  seats: number
  /** The most crosses a voter may make. */
  marksMax: number
  means: ElectionRow['means']
  /** The approved list in ballot order; empty before it is approved. */
  candidates: CandidateOnList[]
  /** The annulled election that this one replaces, and the one that replaces it. */
  rerunOfHref: string | null
  rerunByHref: string | null
  result: PublicResult | null
  assumedRules: string[]
}

export interface PublicResult {
  provisional: boolean
  certified_on: IsoDate | null
  uncontested: { body: string; decided_on: IsoDate } | null
  /** Empty where nobody voted. Where the figures are withheld: no `votes`, and no step `no_votes`. */
  steps: ResultStep[]
  lot: ShownLot | null
  /** null where there was no vote, or where fewer ballots than the threshold were cast. */
  figures: ResultFigures | null
  /** The threshold, where the figures are withheld because of it. */
  withheldBelow: number | null
  /** SHA-256 of the record, for comparing with the poster. Told always: the record holds a random salt. */
  recordHash: string | null
  /** Where the record's data can be read; null where its figures or a name in it may not be shown. */
  recordHref: string | null
}

/** A lot that was drawn. `draw` is there where the app drew: what anybody can check it with. */
export interface ShownLot extends Pick<LotRow, 'method' | 'drawn_on' | 'witnesses' | 'drawn_by'> {
  draw: {
    commitment: string
    seed: string
    words: string
    /** In the order drawn; empty where a name may not be shown. */
    lines: { id: number; name: string; hash: string }[]
  } | null
}

export interface ResultStep {
  rule: StepRule
  /** The rule that the step rests on, in words. */
  ruleText: string
  candidates: string[]
  votes: number | null
  seats: number
}

export interface ResultFigures {
  /** In ballot order or by votes, as the route likes. */
  candidates: { name: string; votes: number; elected: boolean }[]
  blank: number
  invalid: number
  ballots: number
}

/** `replaced`: a later version from the same day took its place, so it never held. */
export type Standing = 'in_force' | 'coming' | 'past' | 'replaced'

/** public/statutes: one version, by groups; the same view shows an older or a coming one. */
export interface StatutesPage {
  title: string
  reference: string
  in_force_from: IsoDate
  /** The last day the version holds; null while no later one has been made. */
  in_force_until: IsoDate | null
  standing: Standing
  groups: { group: RuleGroup; rules: RuleLine[] }[]
  areas: AreaLine[]
  terms: {
    starts_on: IsoDate
    ends_on: IsoDate
    /** The day that the renewal is counted from; the municipal election where the terms follow it. */
    municipal_election_on: IsoDate
    followsMunicipal: boolean
    /** The areas that the term is for; empty where it is for all. */
    areas: string[]
  }[]
  /** Newest first. */
  versions: VersionLine[]
  /** What this version changed; null for the first one. */
  changes: { previousFrom: IsoDate; lines: DifferenceLine[] } | null
}

/** A text of the statutes file; `lang` is there where it is in another language than the page. */
export interface OwnText {
  text: string
  lang: 'da' | undefined
}

/** `title` and `sentence` come from statutes_text.ts. `href` leads to where the rule is confirmed or changed. */
export interface RuleLine {
  key: RuleKey
  title: string
  sentence: string
  source: OwnText
  note: OwnText | null
  confirmed: boolean
  href: string | null
}

export interface AreaLine {
  name: string
  kind: 'place' | 'organisations'
  wording: PlaceArea['wording'] | null
  /** How the area's seats are filled. */
  method: 'poll' | 'meeting' | OrganisationsArea['filling']['by']
  /** The office that the seat follows, where it follows one. */
  office: string | null
  seats: number
  bodies: { name: string; activeUntil: IsoDate | null; successor: string | null; note: OwnText | null }[]
}

export interface VersionLine {
  href: string
  in_force_from: IsoDate
  reason: string
  made_by: string
  made_on: IsoDate
  /** The one that this page shows. */
  shown: boolean
  standing: Standing
}

/** `before` and `after` are the rule's sentences; alike where only its standing changed. */
export interface DifferenceLine {
  title: string
  before: string
  after: string
  standing: 'confirmed_now' | 'assumed_now' | 'same'
}

/** public/sign_in. `kept`: a form that was sent after the session ran out, carried along as it came. */
export interface SignInPage {
  returnTo: string
  kept: string | undefined
}

/** public/resume: what was typed before the session ran out; sent again to `action` as it is. */
export interface ResumePage {
  action: string
  fields: { name: string; text: string }[]
}

/** public/first_account and public/invitation. */
export interface ChoosePasswordPage {
  action: string
  shortestPassword: number
  /** What the account's owner signs in with; not known of the first account. */
  email?: string
}

/** public/accessibility. Contact details are null where none have been set. */
export interface ContactPage {
  email: string | null
  phone: string | null
}

/** public/privacy: the same, and how long each thing is kept, in words. */
export interface PrivacyPage extends ContactPage {
  kept: { what: string; kept: string }[]
}
