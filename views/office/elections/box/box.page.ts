import type { AccountId } from '../../../../models/core/ids.ts'
import { type BoxJob, isRunning } from '../../../../models/elections/box/opening_job.ts'
import type { Custody } from '../../../../models/elections/box/custody/custody.ts'
import type { AtOpening } from '../../../../models/elections/box/opening.ts'
import type { Sitting } from '../../../../models/elections/box/sitting.ts'
import { shortCode } from '../../../../models/elections/box/codes.ts'
import { type Entry, waitsForPapers } from '../../../../models/elections/box/entering/entry.ts'
import type { Merger } from '../../../../models/elections/box/papers/merging.ts'
import type { BoxOpeningRow } from '../../../../models/elections/box/tables.ts'
import type { BoothPanel } from '../../../../models/elections/booth/panel.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { showsEachBox } from '../../../../models/elections/means.ts'
import type { BoxDoubt } from '../../../../models/rules/elections/box/box_contents.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { type Holders, holdersOf } from './holders.ts'
import { keyPage, type Key, type KeyPage } from './key.ts'
import { type OpeningPart, openingPart } from './opening.ts'

/** The page shows this many codes; the file has all of them. */
const MOST_CODES = 300

type Account = Pick<BoothPanel, 'releases' | 'cast' | 'voided'>

export interface BoxPage extends KeyPage {
  /** Where a slip is typed, while the box can be opened. */
  openingPart: OpeningPart | null
  /** Who holds which slip; null for a key from before slips had named holders. */
  holders: Holders | null
  /** An old key with a single slip, with which polling does not open. */
  isSingle: boolean
  /** Who typed which slip at the opening. */
  typed: string[]
  mayClear: boolean
  account: Account
  codes: string[]
  /** What the last opening found, when it was stopped. */
  doubt: BoxDoubt | null
  /** What became of a box that nobody can open any more; null while it can be opened, and once it was. */
  leftClosed: LeftClosed | null
  /** Where it is written down that they are destroyed. */
  afterHref: string
  moreCodes: number
  opening: Pick<BoxOpeningRow, 'opened_by' | 'opened_on'> | null
  /** What was in the box; null before it is opened, and before the papers are counted too. */
  found: Pick<BoxOpeningRow, 'envelopes' | 'blank' | 'invalid'> | null
  compacted: boolean
  /** Where its ballots are printed as papers; null when it is counted by itself. */
  papersHref: string | null
  /** Where papers are entered into it; null when they are counted by themselves. */
  entryHref: string | null
  /** Papers are still to be entered, before it can be opened. */
  waitsForPapers: boolean
  job: Progress | null
  /** Where to go on when everything is ready before polls open: to open them, or to the day's preparation. */
  onwards: { href: string; isDay: boolean } | null
}

/** `sealed`: its ballots are still in it. `unused`: nobody voted on a tablet. */
type LeftClosed = 'stopped' | 'sealed' | 'destroyed' | 'unused'

type Progress = Pick<BoxJob, 'stage' | 'done' | 'of'>

export interface BoxRows {
  key: Key | undefined
  custody: Custody | undefined
  /** Those who were there when the box was opened. */
  typed: readonly AtOpening[]
  account: Account
  /** Of all sealed ballots, sorted. */
  codes: readonly string[]
  /** Its ballots were destroyed, and it was never opened. */
  isDestroyed: boolean
  opening: BoxOpeningRow | null
  compacted: boolean
  doubt: BoxDoubt | undefined
  merger: Merger | undefined
  entry: Entry | undefined
  job: Progress | undefined
  sitting: Sitting | undefined
  user: AccountId
}

export function boxPage(reader: Reader, election: Election, rows: BoxRows): BoxPage {
  const { key, custody, account, codes, opening, compacted, doubt, merger, entry, job, sitting, user } = rows
  const running = job && isRunning(job) ? { stage: job.stage, done: job.done, of: job.of } : null
  const mayWork = reader.can['elections.count'] && !running
  const base = keyPage(reader, election, key, custody)
  const isShort = waitsForPapers(entry) && allows(election.status, 'openBox')
  const mayOpen = mayWork && allows(election.status, 'openBox') && !opening && !isShort
  return {
    ...base,
    openingPart: mayOpen && key ? openingPart(base, key, sitting, user) : null,
    holders: custody ? holdersOf(reader, election.id, custody, user) : null,
    isSingle: key !== undefined && key.threshold < 2 && base.mayLock,
    typed: rows.typed.map((person) => typedLine(reader, person)),
    mayClear: mayWork && opening !== null && !compacted,
    account,
    doubt: opening ? null : (doubt ?? null),
    leftClosed: leftClosed(election, rows),
    afterHref: paths.electionAfter(election.id),
    codes: codes.slice(0, MOST_CODES).map(shortCode),
    moreCodes: Math.max(0, codes.length - MOST_CODES),
    opening: opening && openedBy(opening),
    found: opening && !merger && !entry && showsEachBox(election) ? foundIn(opening) : null,
    papersHref: merger ? paths.boxPapers(election.id) : null,
    entryHref: entry ? paths.paperEntry(election.id) : null,
    waitsForPapers: isShort,
    compacted,
    job: running,
    onwards: base.key?.tried && !opening && reader.can['elections.run'] ? onwardsTo(reader, election) : null,
  }
}

function onwardsTo({ today }: Reader, { id, status, polling_on }: Election): BoxPage['onwards'] {
  if (!facts(status).beforePolling) return null
  const isDay = today >= polling_on
  return { href: isDay ? paths.polling(id) : paths.readiness(id), isDay }
}

function leftClosed({ status }: Election, { opening, account, isDestroyed }: BoxRows): LeftClosed | null {
  const { beforePolling, takesVotes, stopped } = facts(status)
  if (opening || beforePolling || takesVotes || allows(status, 'openBox')) return null
  if (account.cast === 0) return 'unused'
  if (stopped) return 'stopped'
  return isDestroyed ? 'destroyed' : 'sealed'
}

function openedBy({ opened_by, opened_on }: BoxOpeningRow): BoxPage['opening'] {
  return { opened_by, opened_on }
}

function foundIn({ envelopes, blank, invalid }: BoxOpeningRow): BoxPage['found'] {
  return { envelopes, blank, invalid }
}

/** One line about each person at the opening. */
function typedLine({ t }: Reader, { became, typed_by, number, holder }: AtOpening): string {
  if (became === 'witness') return t('box.typed.witness', { name: typed_by })
  const slip = number === null ? t('box.typed.old') : t('box.typed.slip', { number, holder: holder ?? '' })
  return t(`box.typed.${became}`, { name: typed_by, slip })
}
