import type { IsoDate } from '../../../../models/core/dates.ts'
import type { Swap } from '../../../../models/council/offices/swap.ts'
import { SWAP_DECISIONS, type SwapDecision } from '../../../../models/rules/council/office_swap.ts'
import type { Reader } from '../../../reader.ts'

export interface OfficeSwapPage {
  today: IsoDate
  preview: {
    decided_on: IsoDate
    newChair: string
    newViceChair: string
    ends_on: IsoDate
    seen: string
  } | null
  decisions: readonly SwapDecision[]
  decidedBy: string
}

/** `planned` is what a swap from the day would change, and the officeholdings that it was planned for. */
export function officeSwapPage(
  { today }: Reader,
  council: string,
  planned?: { on: IsoDate; swap: Swap; seen: string },
): OfficeSwapPage {
  return {
    today,
    preview: planned ? previewOf(planned) : null,
    decisions: SWAP_DECISIONS,
    decidedBy: council,
  }
}

function previewOf({ on, swap, seen }: { on: IsoDate; swap: Swap; seen: string }): OfficeSwapPage['preview'] {
  const { chair, viceChair, plan } = swap
  return {
    decided_on: on,
    newChair: viceChair.person,
    newViceChair: chair.person,
    ends_on: plan.beginnings[0]?.due_on ?? chair.ends_on,
    seen,
  }
}
