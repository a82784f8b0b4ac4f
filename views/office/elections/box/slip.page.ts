import type { AccountId, BoxSlipKeyId } from '../../../../models/core/ids.ts'
import type { Custody, HeldSlip } from '../../../../models/elections/box/custody/custody.ts'
import type { Sitting } from '../../../../models/elections/box/sitting.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { dutyOf } from '../../../../models/elections/who_may.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { mayTake, type TakingRefusal } from '../../../../models/rules/elections/box/custody.ts'
import type { Duty } from '../../../../models/rules/elections/board/duties.ts'
import type { Reader } from '../../../reader.ts'
import type { Asking } from '../parts.ts'
import { type Holders, holdersOf } from './holders.ts'
import { keyPage, type Key, type KeyPage } from './key.ts'
import { type OpeningPart, openingPart } from './opening.ts'

/** What the holder of a slip does now. `none`: the reader holds no slip. `others`: it is another account's. */
export type SlipStage =
  'none' | 'others' | 'take' | 'shown' | 'try' | 'tried' | 'keep' | 'papers' | 'open' | 'opened' | 'over'

export interface SlipPage extends KeyPage, Asking {
  stage: SlipStage
  number: number
  of: number
  threshold: number
  holder: string
  /** The slip is printed for somebody without an account. */
  isPaper: boolean
  /** The words that were shown last. */
  shown: BoxSlipKeyId | null
  /** Why the words cannot be shown to this reader. */
  refused: TakingRefusal | null
  /** It can be made anew, since the box is not locked yet. */
  mayRenew: boolean
  /** The trial of this reader does not count, who named the holders. */
  isMaker: boolean
  holders: Holders | null
  opening: OpeningPart | null
}

export interface SlipRows {
  key: Key | undefined
  custody: Custody | undefined
  number: number | undefined
  sitting: Sitting | undefined
  isOpened: boolean
  /** Papers are still to be entered into the box, before it can be opened. */
  waitsForPapers: boolean
  user: AccountId
}

export function slipPage(reader: Reader, election: Election, rows: SlipRows): SlipPage {
  const { key, custody, number, sitting, isOpened, waitsForPapers, user } = rows
  const base = keyPage(reader, election, key, custody)
  const slip = custody?.slips.find((one) => one.number === number)
  const verdict = custody && slip ? mayTake(custody, slip, user) : undefined
  const found = stageOf(election, slip, isOpened, user)
  const stage = found === 'open' && waitsForPapers ? 'papers' : found
  return {
    ...{ ...base, stage, number: slip?.number ?? 0, of: custody?.shares ?? 0 },
    threshold: custody?.threshold ?? 0,
    holder: slip?.holder ?? '',
    isPaper: slip?.account_id === null,
    shown: slip?.key?.id ?? null,
    refused: verdict && !verdict.ok ? verdict.reason : null,
    asks: asksFor(stage, custody?.account_id === user, slip, verdict && !verdict.ok ? verdict.reason : null),
    mayRenew: verdict?.ok ?? false,
    isMaker: custody?.account_id === user,
    holders: custody ? holdersOf(reader, election.id, custody, user) : null,
    opening: stage === 'open' && key ? openingPart(base, key, sitting, user, 'slip') : null,
  }
}

function stageOf(
  election: Election,
  slip: HeldSlip | undefined,
  isOpened: boolean,
  user: AccountId,
): SlipStage {
  if (!slip) return 'none'
  if (isOpened) return 'opened'
  if (slip.account_id !== null && slip.account_id !== user) return 'others'
  if (allows(election.status, 'openBox')) return 'open'
  if (allows(election.status, 'lockBox')) return beforePolling(slip)
  return allows(election.status, 'closePolling') ? 'keep' : 'over'
}

const BEFORE_POLLING = { waiting: 'take', shown: 'shown', on_paper: 'try', tried: 'tried' } as const

function beforePolling({ state }: HeldSlip): SlipStage {
  return BEFORE_POLLING[state]
}

/** Another one of the staff prints or tries a slip that this reader may not. */
function asksFor(
  stage: SlipStage,
  isMaker: boolean,
  slip: HeldSlip | undefined,
  refused: TakingRefusal | null,
): Duty | null {
  if ((stage === 'take' || stage === 'shown') && refused) return dutyOf(refused)
  return stage === 'try' && isMaker && slip?.account_id === null ? 'run' : null
}
