import type { IsoDate } from '../../../models/core/dates.ts'
import type { Board, BoardLine } from '../../../models/renewal/board.ts'
import { unsentTo } from '../../../models/renewal/nominations/unsent.ts'
import type { Renewal } from '../../../models/renewal/renewal.ts'
import { yearsOf } from '../../../models/rules/core/spans.ts'
import {
  stepsOfTimetable,
  type BoardStepKind,
  type BoardStepState,
} from '../../../models/rules/renewal/progress.ts'
import type { RenewalStepKind } from '../../../models/rules/renewal/renewal.ts'
import { ruleSentence, ruleTitle } from '../../partials/statutes/statutes_text.ts'
import { paths } from '../../paths.ts'
import type { Reader } from '../../reader.ts'
import { nextOf, type NextLink } from './next.ts'
import { termInWords } from './words.ts'

export interface BoardPage {
  term: string
  startsOn: IsoDate
  endsOn: IsoDate
  municipalElectionOn: IsoDate
  /** The council has terms of its own, and so has set the day itself. */
  own: boolean
  begun: boolean
  filled: number
  count: number
  late: number
  tracks: { track: BoardLine['track']; rows: BoardRow[] }[]
  interregnum: {
    holdover: 'yes' | 'no' | 'unknown'
    rule: string
    /** `before` is the member who sat to the last day. */
    seats: { label: string; before: string; until: IsoDate }[]
  } | null
  assumed: { rules: string[]; href: string } | null
  timetable: TimetableLine[]
  timetableHref: string
  discussionAction: string
  discussed: boolean
  today: IsoDate
  constitutingHref: string | null
  /** null when everything is planned, or for a reader who may not. */
  goHref: string | null
  /** null when no letter waits. */
  lettersHref: string | null
}

export interface BoardRow {
  label: string
  href: string
  /** Of the new term; null until there is one. */
  member: { name: string; from: IsoDate } | null
  /** The last holder; `sat` once that is over. */
  before: { name: string; until: IsoDate; sat: boolean } | null
  /** The seat was filled in the term, and is vacant again. */
  left: boolean
  steps: BoardCell[]
  /** Organisations that end before the term does; `past` for those that have ended already. */
  endings: { name: string; until: IsoDate; past: boolean }[]
}

export interface BoardCell {
  kind: BoardStepKind
  state: BoardStepState
  due: IsoDate | null
  daysLate: number
  next: NextLink | null
}

export interface TimetableLine {
  kind: RenewalStepKind
  on: IsoDate
  owner: string
  state: 'done' | 'open' | 'late'
  daysLate: number
}

/** `own`: the council has terms of its own. */
export function boardPage(reader: Reader, renewal: Renewal, board: Board, own: boolean): BoardPage {
  const { today } = reader
  const { term } = renewal
  const years = yearsOf(term)
  const rows = board.lines.map((line) => ({ track: line.track, row: rowOf(reader, renewal, line) }))
  return {
    term: termInWords(term),
    startsOn: term.starts_on,
    endsOn: term.ends_on,
    municipalElectionOn: term.municipal_election_on,
    own,
    begun: term.starts_on <= today,
    filled: board.filled,
    count: board.lines.length,
    late: board.lines.filter(({ steps }) => steps.some(({ daysLate }) => daysLate > 0)).length,
    tracks: (['election', 'nomination'] as const)
      .map((track) => ({ track, rows: rows.filter((one) => one.track === track).map(({ row }) => row) }))
      .filter((track) => track.rows.length > 0),
    ...interregnumOf(reader, board),
    timetable: timetableOf(renewal, board, today),
    timetableHref: paths.renewalTimetable(years),
    discussionAction: paths.renewalDiscussion(years),
    discussed: renewal.discussion !== undefined,
    today,
    ...waysOn(reader, years, board),
    constitutingHref: board.constituting ? paths.meeting(board.constituting.id) : null,
  }
}

function waysOn({ can }: Reader, years: string, { lines }: Board): Pick<BoardPage, 'goHref' | 'lettersHref'> {
  const toPlan = lines.some(
    ({ member, left, electionId, nominationId }) => !member && !left && !electionId && !nominationId,
  )
  const toSend = lines.some(({ nomination }) => nomination && unsentTo(nomination).length > 0)
  return {
    goHref: toPlan && can['renewal.write'] ? paths.renewalPlan(years) : null,
    lettersHref: toSend && can['nominations.write'] ? paths.renewalLetters(years) : null,
  }
}

function rowOf(reader: Reader, { term }: Renewal, line: BoardLine): BoardRow {
  const { today } = reader
  const { seat, member, before, left, steps, endings } = line
  return {
    label: seat.label,
    href: paths.seat(seat.slug),
    member: member ? { name: member.person, from: member.starts_on } : null,
    before: before ? { name: before.person, until: before.ends_on, sat: before.ends_on < today } : null,
    left,
    steps: steps.map((step) => ({
      kind: step.kind,
      state: step.state,
      due: step.due ?? null,
      daysLate: step.daysLate,
      next: step.state === 'current' ? nextOf(reader, line, step.kind, term) : null,
    })),
    endings: endings.map((ending) => ({ ...ending, past: ending.until < today })),
  }
}

function interregnumOf(
  { t, can }: Reader,
  { interregnum }: Board,
): Pick<BoardPage, 'interregnum' | 'assumed'> {
  if (!interregnum) return { interregnum: null, assumed: null }
  const { holdover, confirmed, lines } = interregnum
  return {
    interregnum: {
      holdover,
      rule: ruleSentence(t, 'holdover', holdover),
      seats: lines.flatMap(({ seat, before }) =>
        before ? [{ label: seat.label, before: before.person, until: before.ends_on }] : [],
      ),
    },
    assumed: confirmed
      ? null
      : {
          rules: [ruleTitle(t, 'holdover')],
          href: can['statutes.write'] ? paths.statutesRule('holdover') : `${paths.statutes}#holdover`,
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
