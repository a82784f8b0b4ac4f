import type { Check } from './findings.ts'
import { DANISH } from './texts_da.ts'
import { ENGLISH } from './texts_en.ts'

export type Lang = 'da' | 'en'

export interface Texts {
  title: string
  lead: string
  /** What is needed, and where it comes from. */
  files: string
  files_hint: string
  record: string
  record_hint: string
  line: string
  log: string
  log_hint: string
  codes: string
  codes_hint: string
  button: string
  other: string
  verdict: Record<'fits' | 'wrong' | 'incomplete', string>
  verdict_text: Record<'fits' | 'wrong' | 'incomplete', string>
  result: Record<'fits' | 'wrong' | 'left_out', string>
  checks: Record<Check, string>
  why: Record<string, string>
  says: string
  says_text: string
  says_elected: string
  says_votes: string
  says_ballots: string
  says_blank: string
  says_invalid: string
  says_certified: string
  says_code: string
  limits: string
  limits_text: readonly string[]
  usage: string
}

export const TEXTS: Readonly<Record<Lang, Texts>> = { da: DANISH, en: ENGLISH }

export function filled(text: string, words: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => String(words[name] ?? hole))
}
