import type { Check } from './findings.ts'

/** Every word that the verifier says, in one language. */
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
  parts: string
  parts_hint: string
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
  says_before: string
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
