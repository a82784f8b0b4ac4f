import type { IsoDate } from '../models/core/dates.ts'
import type { OrganisationsArea, PlaceArea, RuleKey } from '../models/statutes/document.ts'
import type { AsOf } from './as_of.ts'
import type { ElectionNotice } from './partials/elections/election_notice.ts'
import type { RuleGroup } from './partials/statutes/statutes_text.ts'
import type { AreaKind } from '../models/rules/core/by_kind.ts'

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
  office: string | null
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
  kind: AreaKind
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
  heading: string
  lead: string
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
