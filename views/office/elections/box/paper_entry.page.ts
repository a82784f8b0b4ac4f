import type { AccountId, CandidacyId } from '../../../../models/core/ids.ts'
import type { Entry } from '../../../../models/elections/box/entering/entry.ts'
import {
  markOfPlaces,
  markOfTurn,
  markOfWaiting,
  placeIn,
  type Turn,
} from '../../../../models/elections/box/entering/pair.ts'
import type { CandidacyRow } from '../../../../models/elections/candidates/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { PaperAccount } from '../../../../models/elections/polling/paper_accounts.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { areBothHere, type PaperSeen } from '../../../../models/rules/elections/box/entering.ts'
import { invalidReasons } from '../../../../models/rules/elections/invalid_ballots.ts'
import { crossesIn } from '../../../../models/rules/elections/marks.ts'
import { expectedInBox } from '../../../../models/rules/elections/paper_account.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface PaperEntryPage {
  head: ElectionHead
  /** `by_hand`: the papers are counted by hand. The last four are the turns of the two at the box. */
  state:
    | ('by_hand' | 'done' | 'over' | 'reader' | 'join' | 'taken' | 'alone' | 'gone')
    | ('enter' | 'waits' | 'watch' | 'confirm')
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
  /** Something is waited for: the page is fetched again when this changes; null when nothing is. */
  mark: string | null
  /** What waits for a yes, for the two alone. */
  seen: Seen | null
  /** Names what waits. */
  waiting: string
  /** Names the two who have the places. */
  places: string
  marks: { value: string; text: string }[]
  kinds: { value: string; text: string }[]
  pairs: Pick<Entry['pairs'][number], 'first_counter' | 'second_counter' | 'began_on'>[]
  restarts: Pick<Entry['restarts'][number], 'papers' | 'reason' | 'recorded_on'>[]
}

/** The names of the crossed, or what the paper is instead. */
interface Seen {
  names: string[]
  instead: string
  isUnreadable: boolean
}

export interface PaperEntryRows {
  entry: Entry | undefined
  turn: Turn | undefined
  papers: PaperAccount | undefined
  standing: readonly CandidacyRow[]
  seen: PaperSeen | undefined
  user: AccountId
  /** The user sits at the box with this very sign-in. */
  isMine: boolean
}

const WAITING: readonly PaperEntryPage['state'][] = ['alone', 'gone', 'waits', 'watch']

export function paperEntryPage(reader: Reader, election: Election, rows: PaperEntryRows): PaperEntryPage {
  const { entry, turn, papers, standing, isMine } = rows
  const state = stateOf(reader, election, rows)
  const waiting = isMine ? (turn?.waiting ?? null) : null
  return {
    head: headOf(reader, election),
    ...{ state, isMine },
    at: paths.paperEntry(election.id),
    boxHref: paths.box(election.id),
    number: turn?.number ?? 0,
    entered: entry?.end?.papers ?? (turn?.number ?? 1) - 1,
    expected: papers ? expectedInBox(papers) : 0,
    who: turn ? whoSits(reader, turn) : '',
    mark: WAITING.includes(state) ? markOfTurn(turn) : null,
    seen: waiting === null ? null : seenOn(reader, rows),
    waiting: waiting === null ? '' : markOfWaiting(waiting),
    places: turn ? markOfPlaces(turn) : '',
    marks: standing.map(({ id, name }) => ({ value: `${id}`, text: name })),
    kinds: kindsOf(reader, election),
    pairs: entry?.pairs ?? [],
    restarts: entry?.restarts ?? [],
  }
}

function stateOf(
  { can }: Reader,
  { status }: Election,
  { entry, turn, user, isMine }: PaperEntryRows,
): PaperEntryPage['state'] {
  if (!entry) return 'by_hand'
  if (entry.end) return 'done'
  if (!turn || !allows(status, 'openBox')) return 'over'
  if (!can['elections.count']) return 'reader'
  const place = placeIn(turn, user)
  if (!place && areBothHere(turn)) return 'taken'
  if (!place || !isMine) return 'join'
  const other = place === 'first' ? turn.second : turn.first
  if (!other) return 'alone'
  if (!other.isHere) return 'gone'
  if (place === 'first') return turn.waiting === null ? 'enter' : 'waits'
  return turn.waiting === null ? 'watch' : 'confirm'
}

function whoSits({ t }: Reader, { first, second }: Turn): string {
  const [one, other] = [first?.name ?? '', second?.name ?? '']
  if (first && second) return t('box.entry.who', { first: one, second: other })
  if (first) return t('box.entry.who_first', { first: one })
  return second ? t('box.entry.who_second', { second: other }) : ''
}

function seenOn({ t }: Reader, { seen, standing }: PaperEntryRows): Seen {
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
