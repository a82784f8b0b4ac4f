import type { AccountId } from '../../../../models/core/ids.ts'
import { formatDate } from '../../../../models/core/dates.ts'
import type { Custody, HeldSlip } from '../../../../models/elections/box/custody/custody.ts'
import { paths } from '../../../paths.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import type { Reader } from '../../../reader.ts'

/** A line about one slip: who holds it, and how far it has come. */
export interface HolderLine {
  number: number
  label: string
  value: string[]
  /** Where its holder goes on; for those who can do something there. */
  href: string | null
}

export interface Holders {
  lines: HolderLine[]
  threshold: number
  shares: number
  madeBy: string
  madeOn: string
  /** How many slips are not on paper yet. */
  missing: number
  isLocked: boolean
  isTriedEnough: boolean
  /** The reader holds a slip. */
  holdsOne: boolean
}

export function holdersOf(reader: Reader, id: ElectionId, custody: Custody, user: AccountId): Holders {
  const { slips, threshold, shares, made_by, made_on, isLocked } = custody
  return {
    ...{ threshold, shares, isLocked, isTriedEnough: custody.isTriedEnough },
    lines: slips.map((slip) => ({
      number: slip.number,
      label: reader.t('box.holders.slip', { number: slip.number }),
      value: [slip.holder, stateOf(reader, slip)],
      href: hrefOf(id, slip, user),
    })),
    madeBy: made_by,
    madeOn: formatDate(made_on, reader.lang),
    missing: slips.filter(({ isOnPaper }) => !isOnPaper).length,
    holdsOne: slips.some(({ account_id }) => account_id === user),
  }
}

function stateOf({ t, lang }: Reader, { state, account_id, key, trials }: HeldSlip): string {
  const [trial] = trials
  if (trial) return t('box.holders.tried', { date: formatDate(trial.tried_on, lang), name: trial.tried_by })
  if (state === 'shown' && key)
    return t('box.holders.shown', { date: formatDate(key.shown_on, lang), name: key.shown_to })
  if (state === 'waiting' && account_id === null) return t('box.holders.to_print')
  return t(`box.holders.${state}`)
}

function hrefOf(id: ElectionId, { number, account_id }: HeldSlip, user: AccountId): string | null {
  if (account_id === user) return paths.mySlip(id)
  return account_id === null ? paths.keySlip(id, number) : null
}
