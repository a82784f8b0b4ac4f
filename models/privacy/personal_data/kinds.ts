import type { Tables } from 'knex/types/tables.js'
import type { RetentionRule } from '../due.ts'
import type { InsightSectionKey } from '../insight/sections.ts'

/**
 * Why "everything about this person" does not show a column that is about somebody. `typed`: a name may be typed in it, tied
 * to no person of the register. `official`: the name of an account that acted, which stands beside what it did. `evident`:
 * what is shown says it already. `others`: it may name other people. `secret`: with it one could get in. `roll`: voters, tied
 * to no person of the register. `ballots`: secret votes. `record`: on the page of the election and in its record. `session`:
 * those who are signed in just now.
 */
export type NotShown =
  'typed' | 'official' | 'evident' | 'others' | 'secret' | 'roll' | 'ballots' | 'record' | 'session'

/**
 * Why a column that is about somebody stays (docs/sikkerhed.md says it to the municipality). `history`: who sat where and
 * when, and what was decided (GDPR, article 89). `result`: a result has to be worked out again from it. `case`: records and
 * complaints follow the municipality's rules for cases. `official`: who acted for the council. `consent`: what a person has
 * agreed to. `proof`: that something was erased, and why. `log`: a line that went would break the chain. `tie`: whose row it
 * is; the rest of the row is said column by column. `in_use`: it is needed now. `opening`: until the box is opened. `session`:
 * until the person signs out. `round`: as long as it is remembered when what had been kept its time was erased.
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

/** What a column holds about people: where they read it, and the rule that erases it or the reason why it stays. */
export interface Personal {
  shown: InsightSectionKey | NotShown
  goes: RetentionRule | Stays | { rule: RetentionRule; unless: Stays }
}

export type Holding = 'nothing' | Personal

/** Every column of every table. A new one that is not said here does not compile. */
export type PersonalData = {
  readonly [T in keyof Tables]: { readonly [C in keyof Tables[T]]-?: Holding }
}

/** Not about a person: numbers of rows, and what is the council's own. */
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

/** Erased by the rule, but for the rows that have the reason to stay. */
export function unless(stays: Stays, rule: RetentionRule): Personal['goes'] {
  return { rule, unless: stays }
}
