import { formatDate } from '../../../../models/core/dates.ts'
import type { CandidacyId } from '../../../../models/core/ids.ts'
import type { End, Entry } from '../../../../models/elections/box/entering/entry.ts'
import type { SeenEntry } from '../../../../models/elections/box/entering/looking.ts'
import {
  markOfPlaces,
  markOfTurn,
  markOfWaiting,
  type Turn,
} from '../../../../models/elections/box/entering/turn.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { PaperSeen } from '../../../../models/rules/elections/box/entering.ts'
import { invalidReasons } from '../../../../models/rules/elections/invalid_ballots.ts'
import { crossesIn } from '../../../../models/rules/elections/marks.ts'
import { expectedInBox } from '../../../../models/rules/elections/paper_account.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import type { Asking } from '../parts.ts'
import { type EntryAsked, type EntryState, mayReopen, stateOf } from './entry_state.ts'

export interface PaperEntryPage extends Asking {
  head: ElectionHead
  state: EntryState
  at: string
  boxHref: string
  /** The number of the paper whose turn it is. */
  number: number
  entered: number
  expected: number
  /** Who is there, in words; empty while nobody is. */
  who: string
  /** The reader is one of the two. */
  isMine: boolean
  /** The page is fetched again when this changes, unless something is typed on it; null for those who are not at the box. */
  mark: string | null
  /** The reader has nothing to do but to wait. */
  isWaiting: boolean
  /** What waits for a yes, for the two alone. */
  seen: Seen | null
  /** Names what waits. */
  waiting: string
  /** That all papers are in, for the two alone: it waits for the other one, or was sent back. */
  ending: ShownEnd | null
  /** It was sent back, and no paper was entered since. */
  isReturned: boolean
  /** The reader can open the entry again. */
  mayReopen: boolean
  againHref: string
  endHref: string
  /** Where the page is fetched again. */
  here: string
  /** What was written of a difference when the end was sent back. */
  reason: string
  /** Names the two who have the places. */
  places: string
  marks: { value: string; text: string }[]
  kinds: { value: string; text: string }[]
  pairs: Pick<Entry['pairs'][number], 'first_counter' | 'second_counter' | 'began_on'>[]
  restarts: Pick<Entry['restarts'][number], 'papers' | 'reason' | 'recorded_on'>[]
  /** What was ended, and opened again: one line each, in their order. */
  history: string[]
}

interface ShownEnd {
  name: string
  papers: number
  reason: string | null
  mark: string | null
}

/** The names of the crossed, or what the paper is instead. */
interface Seen {
  names: string[]
  instead: string
  isUnreadable: boolean
}

type Rows = SeenEntry & { asked?: EntryAsked | undefined }

const WAITING: readonly EntryState[] = ['alone', 'gone', 'waits', 'watch', 'end_waits']
const RETURNED: readonly EntryState[] = ['enter', 'watch', 'end']

export function paperEntryPage(reader: Reader, election: Election, rows: Rows): PaperEntryPage {
  const { entry, turn, papers, standing, isMine } = rows
  const state = stateOf(reader, election, rows)
  const waiting = isMine ? (turn?.waiting ?? null) : null
  return {
    head: headOf(reader, election),
    ...{ state, isMine },
    asks: state === 'alone' || state === 'gone' ? 'enter_papers' : null,
    at: paths.paperEntry(election.id),
    boxHref: paths.box(election.id),
    number: turn?.number ?? 0,
    entered: entry?.end?.papers ?? Math.max(0, (turn?.number ?? 1) - 1),
    expected: papers ? expectedInBox(papers) : 0,
    who: turn && state !== 'done' ? whoSits(reader, turn) : '',
    mark: isMine && turn ? markOfTurn(turn) : null,
    isWaiting: WAITING.includes(state),
    seen: waiting === null ? null : seenOn(reader, rows),
    waiting: waiting === null ? '' : markOfWaiting(waiting),
    ending: turn && isMine ? endOn(turn) : null,
    isReturned: isMine && turn?.ending?.mark === null && RETURNED.includes(state),
    mayReopen: mayReopen(reader, election, rows),
    endHref: paths.paperEntryEnd(election.id),
    againHref: paths.paperEntryAgain(election.id),
    here: entry?.end && state !== 'done' ? paths.paperEntryAgain(election.id) : paths.paperEntry(election.id),
    reason: (isMine && turn?.ending?.reason) || '',
    places: turn ? markOfPlaces(turn) : '',
    marks: standing.map(({ id, name }) => ({ value: `${id}`, text: name })),
    kinds: kindsOf(reader, election),
    pairs: entry?.pairs ?? [],
    restarts: entry?.restarts ?? [],
    history: historyOf(reader, entry),
  }
}

function endOn({ ending, ...pair }: Turn): ShownEnd | null {
  if (!ending) return null
  const { by, papers, reason, mark } = ending
  return { name: pair[by]?.name ?? '', papers, reason, mark }
}

function historyOf({ t, lang }: Reader, entry: Entry | undefined): string[] {
  if (!entry) return []
  const { reopenings, end } = entry
  const ended = ({ papers, recorded_by, confirmed_by, recorded_on }: End) =>
    t('box.entry.history_ended', {
      count: papers,
      names: new Intl.ListFormat(lang).format([recorded_by, confirmed_by ?? []].flat()),
      date: formatDate(recorded_on, lang),
    })
  return [
    ...reopenings.flatMap((one) => [
      ended(one.end),
      t('box.entry.history_reopened', { name: one.recorded_by, date: formatDate(one.recorded_on, lang) }),
    ]),
    ...(end ? [ended(end)] : []),
  ]
}

function whoSits({ t }: Reader, { first, second }: Turn): string {
  const [one, other] = [first?.name ?? '', second?.name ?? '']
  if (first && second) return t('box.entry.who', { first: one, second: other })
  if (first) return t('box.entry.who_first', { first: one })
  return second ? t('box.entry.who_second', { second: other }) : ''
}

function seenOn({ t }: Reader, { seen, standing }: Rows): Seen {
  if (!seen) return { names: [], instead: '', isUnreadable: true }
  const nameOf = (id: CandidacyId) => standing.find((one) => one.id === id)?.name ?? ''
  const names = seen.marks.map(nameOf)
  return { names, instead: seen.kind === 'crosses' ? '' : kindSaid({ t }, seen.kind), isUnreadable: false }
}

function kindSaid({ t }: Pick<Reader, 't'>, kind: Exclude<PaperSeen['kind'], 'crosses'>): string {
  if (kind === 'blank') return t('box.entry.blank')
  return t('box.entry.kind_invalid', { why: t(`elections.count.invalid_reasons_list.${kind}`) })
}

function kindsOf(reader: Reader, election: Election): PaperEntryPage['kinds'] {
  const { t } = reader
  return [
    { value: 'crosses', text: t('box.entry.kind_crosses') },
    { value: 'blank', text: t('box.entry.kind_blank') },
    ...invalidReasons(crossesIn(election)).map((reason) => {
      return { value: reason, text: kindSaid(reader, reason) }
    }),
  ]
}
