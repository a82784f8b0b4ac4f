import type { AccountId } from '../../../../models/core/ids.ts'
import { type BoxJob, isRunning } from '../../../../models/elections/box/opening_job.ts'
import type { Sitting } from '../../../../models/elections/box/sitting.ts'
import { shortCode } from '../../../../models/elections/box/codes.ts'
import type { BoxOpeningRow } from '../../../../models/elections/box/tables.ts'
import type { BoothPanel } from '../../../../models/elections/booth/panel.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { showsEachBox } from '../../../../models/elections/means.ts'
import type { BoxDoubt } from '../../../../models/rules/elections/box/box_contents.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import type { Reader } from '../../../reader.ts'
import { keyPage, type Key, type KeyPage } from './key.ts'

/** The page shows this many codes; the file has all of them. */
const MOST_CODES = 300

type Account = Pick<BoothPanel, 'releases' | 'cast' | 'voided'>

export interface BoxPage extends KeyPage {
  mayOpen: boolean
  mayClear: boolean
  account: Account
  codes: string[]
  /** What the last opening found, when it was stopped. */
  doubt: BoxDoubt | null
  moreCodes: number
  opening: Pick<BoxOpeningRow, 'opened_by' | 'opened_on'> | null
  /** What was in the box; null before it is opened, and before the papers are counted too. */
  found: Pick<BoxOpeningRow, 'envelopes' | 'blank' | 'invalid'> | null
  compacted: boolean
  job: Progress | null
  sitting: ShownSitting | null
}

export interface ShownSitting {
  /** Those who have typed their slips. */
  names: string[]
  /** The reader has, and waits. */
  waits: boolean
  /** Enough have been typed, and they do not fit: some of those is wrong. */
  misfit: boolean
}

type Progress = Pick<BoxJob, 'stage' | 'done' | 'of'>

export interface BoxRows {
  key: Key | undefined
  account: Account
  /** Of all sealed ballots, sorted. */
  codes: readonly string[]
  opening: BoxOpeningRow | null
  compacted: boolean
  doubt: BoxDoubt | undefined
  job: Progress | undefined
  sitting: Sitting | undefined
  user: AccountId
}

export function boxPage(
  reader: Reader,
  election: Election,
  { key, account, codes, opening, compacted, doubt, job, sitting, user }: BoxRows,
): BoxPage {
  const running = job && isRunning(job) ? { stage: job.stage, done: job.done, of: job.of } : null
  const mayWork = reader.can['elections.count'] && !running
  return {
    ...keyPage(reader, election, key),
    mayOpen: mayWork && allows(election.status, 'openBox') && !opening,
    mayClear: mayWork && opening !== null && !compacted,
    account,
    doubt: opening ? null : (doubt ?? null),
    codes: codes.slice(0, MOST_CODES).map(shortCode),
    moreCodes: Math.max(0, codes.length - MOST_CODES),
    opening: opening && openedBy(opening),
    found: opening && showsEachBox(election) ? foundIn(opening) : null,
    compacted,
    job: running,
    sitting: sitting && key ? shownSitting(sitting, key, user) : null,
  }
}

function openedBy({ opened_by, opened_on }: BoxOpeningRow): BoxPage['opening'] {
  return { opened_by, opened_on }
}

function foundIn({ envelopes, blank, invalid }: BoxOpeningRow): BoxPage['found'] {
  return { envelopes, blank, invalid }
}

function shownSitting({ by }: Sitting, { threshold }: Key, user: AccountId): ShownSitting {
  const misfit = by.length >= threshold
  return { names: by.map(({ name }) => name), misfit, waits: !misfit && by.some(({ id }) => id === user) }
}
