import { INCIDENT, type Incident } from './incidents.ts'
import {
  type Box,
  BOX_FIGURES,
  type BoxAccount,
  COMPLAINT,
  type Complaint,
  ENTERED,
  type Entered,
  type Figures,
  FIGURES,
  type GivenUp,
  INVESTIGATION,
  type Investigation,
  type Line,
  RECOUNT,
  type Recount,
} from './record_corrections.ts'
import { first, missingIn, type Shape } from './shape.ts'
import { isList, isObject, type Json, type JsonObject } from './text.ts'

// What the checks read of a record. Parts that they do not read may be there, and newer records have more of them.

export interface RecordData {
  /** Only the public part was given: some texts of it are codes. */
  sealed?: true
  election: {
    id: number
    area: string
    term: string[]
    kind: string
    seats: number
    means: string
    /** Records from before it was written down have none. */
    crosses?: Crosses
  }
  statutes: { version_id: number }
  timetable: { polling_on: string }
  board: string[]
  candidates: { id: number; name: string; position: number | null }[]
  list: { version: number; lot: Lot | null }
  papers: Papers | null
  rounds: Round[]
  booth: Box | null
  /** The tablet's box when its ballots lie among the papers. */
  mixed_in?: BoxAccount
  /** The papers that were entered into the tablet's box and counted with its ballots. */
  entered?: Entered | GivenUp
  /** The tablet's box was given up before it was opened. */
  box_loss?: Omit<BoxAccount, 'codes_hash'>
  totals: Figures | null
  result: {
    outcome: string
    elected: number[]
    among: number[]
    seatsLeft: number
    steps: readonly Json[]
    hash: string
  } | null
  lot: Lot | null
  /** Left out where nothing happened to a candidate after the first vote. */
  incidents?: Incident[]
  uncontested: { body: string; decided_on: string } | null
  recounts: Recount[]
  complaints?: Complaint[]
  /** Left out when nothing was investigated. */
  investigations?: Investigation[]
  certifications: { round: number; certifier: string; result_hash: string }[]
  made_at: string
}

export interface Crosses {
  min: number
  max: number
}

export interface Round {
  round: number
  /** The complaint, or the investigation, that asked for the count that begins with this round. */
  complaint?: number | null
  investigation?: number
  sheets: Sheet[]
  /** Whose sheet was kept for the next round, while only the other one was made again. */
  kept?: { counter: string }
}

export interface Sheet {
  counter: string
  ballots_in_box: number
  blank: number
  invalid: number
  votes: Line[]
  invalid_ballots: { reason: string }[]
  difference_reason: string | null
}

export interface Lot {
  among: number[]
  chosen: number[]
  method: string
  witnesses: string
  drawn_by: string
  drawn_on: string
  draw: Draw | null
  /** Those of the board who were on the telephone; left out when the board was in the room. */
  telephone?: { member: string; confirmed_on: string | null }[]
}

export interface Draw {
  commitment: string
  seed: string
  words: string
  hashes: { candidacy_id: number; hash: string }[]
}

interface Papers {
  printed: number
  handed_out: number
  exchanged: number
  not_returned: number
  unused: number
  in_box: number | null
  difference_reason: string | null
  /** Left out unless ballots of a tablet lie among the papers. */
  from_tablet?: number
}

const DRAW: Shape = {
  ...{ commitment: 'text', seed: 'text', words: 'text' },
  hashes: { listOf: { candidacy_id: 'number', hash: 'text' } },
}
const LOT: Shape = {
  ...{ among: { listOf: 'number' }, chosen: { listOf: 'number' }, draw: { orNull: DRAW } },
  ...{ method: 'text', witnesses: 'text', drawn_by: 'text', drawn_on: 'text' },
  telephone: { ifThere: { listOf: { member: 'text', confirmed_on: { orNull: 'text' } } } },
}
const SHEET: Shape = {
  ...{ counter: 'text', ballots_in_box: 'number', ...BOX_FIGURES },
  ...{ invalid_ballots: { listOf: { reason: 'text' } }, difference_reason: { orNull: 'text' } },
}
const RECORD: Readonly<Record<Exclude<keyof RecordData, 'sealed'>, Shape>> = {
  election: {
    ...{ id: 'number', area: 'text', term: { listOf: 'text' }, kind: 'text', seats: 'number', means: 'text' },
    crosses: { ifThere: { min: 'number', max: 'number' } },
  },
  statutes: { version_id: 'number' },
  timetable: { polling_on: 'text' },
  board: { listOf: 'text' },
  candidates: { listOf: { id: 'number', name: 'text', position: { orNull: 'number' } } },
  list: { version: 'number', lot: { orNull: LOT } },
  papers: {
    orNull: {
      ...{
        printed: 'number',
        handed_out: 'number',
        exchanged: 'number',
        not_returned: 'number',
        unused: 'number',
      },
      ...{ in_box: { orNull: 'number' }, difference_reason: { orNull: 'text' } },
      from_tablet: { ifThere: 'number' },
    },
  },
  rounds: {
    listOf: {
      ...{ round: 'number', sheets: { listOf: SHEET } },
      kept: { ifThere: { counter: 'text' } },
      complaint: { ifThere: { orNull: 'number' } },
      investigation: { ifThere: 'number' },
    },
  },
  booth: {
    orNull: {
      ...{ releases: 'number', voided: 'number', envelopes: 'number', codes_hash: 'text', ...BOX_FIGURES },
      ...{ opened_by: 'text', opened_on: 'text', from_papers: { ifThere: 'number' } },
    },
  },
  mixed_in: { ifThere: { releases: 'number', voided: 'number', envelopes: 'number', codes_hash: 'text' } },
  entered: { ifThere: ENTERED },
  box_loss: { ifThere: { releases: 'number', voided: 'number', envelopes: 'number' } },
  totals: { orNull: FIGURES },
  result: {
    orNull: {
      ...{ outcome: 'text', elected: { listOf: 'number' }, among: { listOf: 'number' } },
      ...{ seatsLeft: 'number', steps: { listOf: 'any' }, hash: 'text' },
    },
  },
  lot: { orNull: LOT },
  incidents: { ifThere: { listOf: INCIDENT } },
  uncontested: { orNull: { body: 'text', decided_on: 'text' } },
  recounts: { listOf: RECOUNT },
  complaints: { ifThere: { listOf: COMPLAINT } },
  investigations: { ifThere: { listOf: INVESTIGATION } },
  certifications: { listOf: { round: 'number', certifier: 'text', result_hash: 'text' } },
  made_at: 'text',
}

/** Returns the place of the first thing that a record must have and this one has not. */
export function missingInRecord(value: Json): string | undefined {
  return missingIn(value, RECORD)
}

/** Says of the data what `missingIn` has looked at part by part. */
export function isRecord(value: unknown): value is RecordData {
  return (isObject(value) || isList(value)) && missingIn(value, RECORD) === undefined
}

/** The sections of a public record, of which some are not shown. Returns the first place that is not as it must be. */
export function missingInPart(shown: JsonObject): string | undefined {
  const known = Object.entries(RECORD).filter(([name]) => shown[name] !== undefined)
  return first(known.map(([name, shape]) => missingIn(shown[name], shape, name)))
}
