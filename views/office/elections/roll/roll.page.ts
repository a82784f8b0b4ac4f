import type { Election } from '../../../../models/elections/elections.ts'
import type { RollCount } from '../../../../models/elections/roll/roll.ts'
import type { RollEntryRow, RollErasureRow } from '../../../../models/elections/roll/tables.ts'
import type { NameTwice } from '../../../../models/elections/roll/twice.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'
import { namesTwice, type NamesTwice } from './twice.ts'

/** No officer reads through more lines: the search of the polling day finds them. */
const MOST_SHOWN = 500

export interface RollPage {
  head: ElectionHead
  kind: Election['roll_kind']
  count: RollCount
  mayChange: boolean
  /** A voter can be put on the roll, on the polling day too. */
  mayAdd: boolean
  /** The voters in Danish order, at most MOST_SHOWN. */
  entries: (Pick<RollEntryRow, 'name' | 'note' | 'marked'> & { href: string })[]
  hrefs: Record<'kind' | 'voters' | 'file' | 'erasure', string>
  twice: NamesTwice | null
  mayErase: boolean
  erasure: RollErasureRow | null
}

export interface RollRows {
  count: RollCount
  entries: readonly RollEntryRow[]
  namesTwice: readonly NameTwice[]
  erasure: RollErasureRow | undefined
}

export function rollPage(reader: Reader, election: Election, rows: RollRows): RollPage {
  const { id, status, roll_kind } = election
  const { count } = rows
  return {
    head: headOf(reader, election),
    kind: roll_kind,
    count,
    mayChange: allows(status, 'changeRoll'),
    mayAdd: roll_kind === 'named' && allows(status, 'addVoter'),
    entries: inDanishOrder(rows.entries)
      .slice(0, MOST_SHOWN)
      .map(({ id: entry, name, note, marked }) => {
        return { name, note, marked, href: paths.rollVoter(id, entry) }
      }),
    hrefs: {
      kind: paths.rollKind(id),
      voters: paths.rollVoters(id),
      file: paths.rollFile(id),
      erasure: paths.rollErasure(id),
    },
    twice: namesTwice(reader, election, rows.namesTwice),
    mayErase: allows(status, 'eraseRoll') && count.entries > 0,
    erasure: rows.erasure ?? null,
  }
}

function inDanishOrder(entries: readonly RollEntryRow[]): RollEntryRow[] {
  const { compare } = new Intl.Collator('da')
  return [...entries].sort((a, b) => compare(a.name, b.name) || compare(a.note ?? '', b.note ?? ''))
}
