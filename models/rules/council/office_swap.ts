/** @article offices */

import { addDays, type IsoDate } from '../../core/dates.ts'
import type { OfficeholdingId, PersonId } from '../../core/ids.ts'
import type { OfficeKey } from '../../statutes/offices.ts'
import { firstEnd, includesDay } from '../core/spans.ts'
import { refused, type Refusal } from '../core/verdict.ts'
import type { Officeholding } from './officeholding.ts'

export type SwapRefusal = 'swap_outside_office' | 'swap_same_person'

export type SwapDecision = 'approved' | 'postponed' | 'rejected'

export const SWAP_DECISIONS: readonly SwapDecision[] = ['approved', 'postponed', 'rejected']

/** What a swap changes: the two officeholdings that end, and the two that begin the day after. */
export interface SwapPlan {
  endings: { id: OfficeholdingId; ends_on: IsoDate }[]
  beginnings: { office: OfficeKey; person_id: PersonId; starts_on: IsoDate; due_on: IsoDate }[]
}

/**
 * Chair and vice chair change places from the day of the decision, not of the proposal. Only an approved swap gives a
 * plan with content. Neither new office lasts longer than either of the old ones was to last.
 */
export function planSwap(swap: {
  decision: SwapDecision
  from: IsoDate
  chair: Officeholding
  viceChair: Officeholding
}): { ok: true; plan: SwapPlan } | Refusal<SwapRefusal> {
  const { from, chair, viceChair } = swap
  if (swap.decision !== 'approved') return { ok: true, plan: { endings: [], beginnings: [] } }
  if (chair.person_id === viceChair.person_id) return refused('swap_same_person')
  const dayBefore = addDays(from, -1)
  const both = [chair, viceChair]
  if (!both.every((held) => includesDay(held, from) && includesDay(held, dayBefore))) {
    return refused('swap_outside_office', { date: from }, 'from')
  }
  const dueOn = firstEnd(chair, viceChair)
  return {
    ok: true,
    plan: {
      endings: both.map(({ id }) => ({ id, ends_on: dayBefore })),
      beginnings: [
        { office: chair.office, person_id: viceChair.person_id, starts_on: from, due_on: dueOn },
        { office: viceChair.office, person_id: chair.person_id, starts_on: from, due_on: dueOn },
      ],
    },
  }
}
