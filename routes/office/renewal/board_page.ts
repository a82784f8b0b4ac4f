import type { Request } from 'express'
import type { IsoDate } from '../../../models/core/dates.ts'
import { getRenewal, isOwnTerm, type Renewal } from '../../../models/renewal/renewal.ts'
import { renewalBoard, type Board, type BoardLine } from '../../../models/renewal/board.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import type { RenewalStepKind } from '../../../models/rules/renewal/renewal.ts'
import {
  stepsOfTimetable,
  type BoardStepKind,
  type BoardStepState,
} from '../../../models/rules/renewal/progress.ts'
import { ruleSentence, ruleTitle } from '../../../views/partials/statutes/statutes_text.ts'
import { canOf } from '../../../models/accounts/permissions.ts'
import { paths } from '../../../views/paths.ts'
import { inWords } from './list_page.ts'
import { nextOf, type NextLink } from './next.ts'

/** office/renewal/board: nine seats and where each stands. */
export interface BoardPage {
  term: string
  startsOn: IsoDate
  endsOn: IsoDate
  municipalElectionOn: IsoDate
  /** The council has terms of its own, so that day is one that it has set. */
  own: boolean
  /** The new term has begun. */
  begun: boolean
  filled: number
  count: number
  late: number
  tracks: { track: BoardLine['track']; rows: BoardRow[] }[]
  interregnum: {
    holdover: 'yes' | 'no' | 'unknown'
    rule: string
    /** Seats with whoever sat there to the last day. */
    seats: { label: string; before: string; until: IsoDate }[]
  } | null
  assumed: { rules: string[]; href: string } | null
  timetable: TimetableLine[]
  timetableHref: string
  discussionAction: string
  discussed: boolean
  today: IsoDate
  constitutingHref: string | null
}

export interface BoardRow {
  label: string
  href: string
  /** Who has the seat in the new term; null until somebody has. */
  member: { name: string; from: IsoDate } | null
  /** Who has it to the last day before. */
  before: { name: string; until: IsoDate } | null
  steps: BoardCell[]
  /** Organisations that nominate and end before the term does. */
  /** Organisations that end before the term does; `past` for those that have ended already. */
  endings: { name: string; until: IsoDate; past: boolean }[]
}

export interface BoardCell {
  kind: BoardStepKind
  state: BoardStepState
  due: IsoDate | null
  daysLate: number
  /** Of the current step: what to do, and where. */
  next: NextLink | null
}

export interface TimetableLine {
  kind: RenewalStepKind
  on: IsoDate
  owner: string
  state: 'done' | 'open' | 'late'
  daysLate: number
}

export async function boardPage(req: Request, years: string): Promise<BoardPage> {
  const today = req.clock.today()
  const renewal = await getRenewal(req.db, years)
  const board = await renewalBoard(req.db, renewal, today)
  const { term } = renewal
  const rows = board.lines.map((line) => ({ track: line.track, row: rowOf(req, renewal, line) }))
  return {
    term: inWords(yearsOf(term)),
    startsOn: term.starts_on,
    endsOn: term.ends_on,
    municipalElectionOn: term.municipal_election_on,
    own: await isOwnTerm(req.db, term.starts_on),
    begun: term.starts_on <= today,
    filled: board.filled,
    count: board.lines.length,
    late: board.lines.filter(({ steps }) => steps.some(({ daysLate }) => daysLate > 0)).length,
    tracks: (['election', 'nomination'] as const)
      .map((track) => ({ track, rows: rows.filter((one) => one.track === track).map(({ row }) => row) }))
      .filter((track) => track.rows.length > 0),
    ...interregnumOf(req, board),
    timetable: timetableOf(renewal, board, today),
    timetableHref: paths.renewalTimetable(years),
    discussionAction: paths.renewalDiscussion(years),
    discussed: renewal.discussion !== undefined,
    today,
    constitutingHref: board.constituting ? paths.meeting(board.constituting.id) : null,
  }
}

function rowOf(req: Request, { term }: Renewal, line: BoardLine): BoardRow {
  const { seat, member, before, steps, endings } = line
  return {
    label: seat.label,
    href: paths.seat(seat.slug),
    member: member ? { name: member.person, from: member.starts_on } : null,
    before: before ? { name: before.person, until: before.ends_on } : null,
    steps: steps.map((step) => ({
      kind: step.kind,
      state: step.state,
      due: step.due ?? null,
      daysLate: step.daysLate,
      next: step.state === 'current' ? nextOf(line, step.kind, term, canOf(req.user)) : null,
    })),
    endings: endings.map((ending) => ({ ...ending, past: ending.until < req.clock.today() })),
  }
}

function interregnumOf(req: Request, { interregnum }: Board): Pick<BoardPage, 'interregnum' | 'assumed'> {
  if (!interregnum) return { interregnum: null, assumed: null }
  const { holdover, confirmed, lines } = interregnum
  const mayConfirm = canOf(req.user)['statutes.write']
  return {
    interregnum: {
      holdover,
      rule: ruleSentence(req.t, 'holdover', holdover),
      seats: lines.flatMap(({ seat, before }) =>
        before ? [{ label: seat.label, before: before.person, until: before.ends_on }] : [],
      ),
    },
    assumed: confirmed
      ? null
      : {
          rules: [ruleTitle(req.t, 'holdover')],
          href: mayConfirm ? paths.statutesRule('holdover') : `${paths.statutes}#holdover`,
        },
  }
}

function timetableOf({ days, owners, discussion }: Renewal, board: Board, today: IsoDate): TimetableLine[] {
  const held = board.constituting !== undefined && board.constituting.held_on <= today
  const facts = { lines: board.lines, discussed: discussion !== undefined, constituted: held }
  return stepsOfTimetable(facts, days, today).map(({ kind, state, daysLate }) => ({
    kind,
    on: days[kind],
    owner: owners[kind],
    state,
    daysLate,
  }))
}
