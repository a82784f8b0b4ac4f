import type { Shape } from './shape.ts'

// Figures of a count and of a box, and what a record says of counts that were made anew.

export interface Line {
  candidacy_id: number
  votes: number
}

export interface Figures {
  ballots: number
  blank: number
  invalid: number
  votes: Line[]
}

export interface BoxAccount {
  releases: number
  voided: number
  envelopes: number
  codes_hash: string
}

export interface Box extends BoxAccount {
  blank: number
  invalid: number
  votes: Line[]
  /** Left out unless papers were entered into it. */
  from_papers?: number
  opened_by: string
  opened_on: string
}

export interface Entered {
  papers: number
  difference_reason: string | null
  invalid: { ballots: number }[]
}

/** The box was given up while papers were entered into it. */
export interface GivenUp {
  given_up: { papers?: number }
}

export interface CountedOutcome {
  elected: number[]
  totals: Figures | null
}

/** A result that was counted anew: the old one, the new one, and the lines in which they differ. */
export interface Correction {
  was_certified: boolean
  was: CountedOutcome
  is: CountedOutcome | null
  changes: Change[]
}

export interface Change {
  line: string
  candidacy_id?: number
  was: number
  is: number
}

export interface Investigation {
  number: number
  findings: { figures: string } | null
  signatures: { signer: string }[]
  /** Null unless the ballots were counted anew. */
  corrected: Correction | null
}

/** What came of it is not in records from before it was written down. */
export interface Recount {
  after_round: number
  complaint?: number
  corrected?: Correction
}

export interface Complaint {
  number: number
  decision: { outcome: string } | null
}

const LINE: Shape = { candidacy_id: 'number', votes: 'number' }
export const BOX_FIGURES = { blank: 'number', invalid: 'number', votes: { listOf: LINE } } as const
export const FIGURES: Shape = { ballots: 'number', ...BOX_FIGURES }
export const ENTERED: Shape = {
  either: {
    papers: 'number',
    difference_reason: { orNull: 'text' },
    invalid: { listOf: { ballots: 'number' } },
  },
  or: { given_up: { papers: { ifThere: 'number' } } },
}
const OUTCOME: Shape = { elected: { listOf: 'number' }, totals: { orNull: FIGURES } }
const CORRECTION: Shape = {
  ...{ was_certified: 'flag', was: OUTCOME, is: { orNull: OUTCOME } },
  changes: { listOf: { line: 'text', candidacy_id: { ifThere: 'number' }, was: 'number', is: 'number' } },
}

export const RECOUNT: Shape = {
  ...{ after_round: 'number', complaint: { ifThere: 'number' } },
  corrected: { ifThere: CORRECTION },
}

export const COMPLAINT: Shape = { number: 'number', decision: { orNull: { outcome: 'text' } } }

export const INVESTIGATION: Shape = {
  ...{ number: 'number', findings: { orNull: { figures: 'text' } } },
  ...{ signatures: { listOf: { signer: 'text' } }, corrected: { orNull: CORRECTION } },
}
