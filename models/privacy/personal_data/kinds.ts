import type { Tables } from 'knex/types/tables.js'
import type { RetentionRule } from '../due.ts'
import type { InsightSectionKey } from '../insight/sections.ts'

/**
 * Why the insight page leaves out a column about people. `typed`: a name may be typed in it, tied to no person.
 * `official`: an account that acted, shown beside its act. `evident`: already shown. `others`: may name other people.
 * `secret`: gives access. `roll`: voters, tied to no person. `ballots`: secret votes. `record`: in the election's
 * record. `session`: accounts signed in just now.
 */
export type NotShown =
  'typed' | 'official' | 'evident' | 'others' | 'secret' | 'roll' | 'ballots' | 'record' | 'session'

/**
 * Why a column about people stays (docs/sikkerhed.md). `history`: who sat where and when, and what was decided (GDPR,
 * article 89). `result`: to work the result out again. `case`: the municipality's rules for cases. `official`: who
 * acted for the council. `consent`: what a person agreed to. `proof`: that and why something was erased. `log`: a gap
 * would break the chain. `tie`: whose row it is. `in_use`: needed now. `opening`: until the box is opened. `session`:
 * until sign-out. `round`: as long as rounds are remembered.
 */
export type Stays =
  | 'history'
  | 'result'
  | 'case'
  | 'official'
  | 'consent'
  | 'proof'
  | 'log'
  | 'tie'
  | 'in_use'
  | 'opening'
  | 'session'
  | 'round'

/** Where people read the column, and the rule that erases it or the reason why it stays. */
export interface Personal {
  shown: InsightSectionKey | NotShown
  goes: RetentionRule | Stays | { rule: RetentionRule; unless: Stays }
}

export type Holding = 'nothing' | Personal

/** Covers every column of every table: a new column does not compile until it is placed here. */
export type PersonalData = {
  readonly [T in keyof Tables]: { readonly [C in keyof Tables[T]]-?: Holding }
}

/** The column is not about a person: row numbers, and the council's own data. */
export const none = 'nothing'

export function about(shown: Personal['shown'], goes: Personal['goes']): Personal {
  return { shown, goes }
}

/** The name of an account that acted for the council. */
export const official = about('official', 'official')

/** The column that says whose row it is. */
export function tie(shown: InsightSectionKey): Personal {
  return about(shown, 'tie')
}

/** Erased by the rule, except in rows with the reason to stay. */
export function unless(stays: Stays, rule: RetentionRule): Personal['goes'] {
  return { rule, unless: stays }
}
