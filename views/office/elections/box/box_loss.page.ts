import type { IsoDate } from '../../../../models/core/dates.ts'
import type { BoxKeyRow, BoxLossRow } from '../../../../models/elections/box/tables.ts'
import type { Election } from '../../../../models/elections/elections.ts'
import { hasBooth } from '../../../../models/elections/means.ts'
import { allows } from '../../../../models/rules/elections/acts.ts'
import { paths } from '../../../paths.ts'
import type { Reader } from '../../../reader.ts'
import { headOf, type ElectionHead } from '../head.ts'

export interface BoxLossPage {
  head: ElectionHead
  action: string
  backHref: string
  mayDeclare: boolean
  /** The box was not as it was closed, rather than its slips lost. */
  isDoubted: boolean
  /** The key of the heading, which is the title as well. */
  heading: string
  loss: BoxLossRow | null
  threshold: number
  shares: number
  today: IsoDate
}

export interface BoxLossRows {
  key: Pick<BoxKeyRow, 'threshold' | 'shares'> | undefined
  isOpened: boolean
  loss: BoxLossRow | undefined
  isDoubted: boolean
}

export function boxLossPage(
  reader: Reader,
  election: Election,
  { key, isOpened, loss, isDoubted }: BoxLossRows,
): BoxLossPage {
  return {
    head: headOf(reader, election),
    action: paths.boxLoss(election.id),
    backHref: paths.box(election.id),
    mayDeclare: hasBooth(election) && allows(election.status, 'loseBox') && !isOpened,
    isDoubted,
    heading: isDoubted ? (loss ? 'elections.status.annulled' : 'box.lost.button') : 'box.lost.title',
    loss: loss ?? null,
    threshold: key?.threshold ?? 0,
    shares: key?.shares ?? 0,
    today: reader.today,
  }
}
