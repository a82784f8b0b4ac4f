import type { BoxJob } from '../../../../models/elections/box/opening_job.ts'
import { shortCode } from '../../../../models/elections/box/codes.ts'
import type { BoxOpeningRow } from '../../../../models/elections/box/tables.ts'
import type { BoothPanel } from '../../../../models/elections/booth/panel.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import type { BoxDoubt } from '../../../../models/rules/elections/box_contents.ts'
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
  opening: BoxOpeningRow | null
  compacted: boolean
  job: Progress | null
  user: string
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
  user: string
}

export function boxPage(
  reader: Reader,
  election: Election,
  { key, account, codes, opening, compacted, doubt, job, user }: BoxRows,
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
    opening,
    compacted,
    job: running,
    user,
  }
}

export function isRunning({ stage }: Pick<BoxJob, 'stage'>): boolean {
  return stage !== 'failed' && stage !== 'done'
}
