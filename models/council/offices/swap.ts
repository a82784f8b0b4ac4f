import { act, type By } from '../../core/audit.ts'
import type { IsoDate } from '../../core/dates.ts'
import type { Db } from '../../core/db.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { checkDecision } from '../../rules/council/office_decision.ts'
import { planSwap, type SwapDecision, type SwapPlan } from '../../rules/council/office_swap.ts'
import { leadersIn } from '../../statutes/offices.ts'
import { statutesOn } from '../../statutes/versions.ts'
import { insertOfficeholding, listOfficersOn, shortenOfficeholding, type HeldOffice } from './offices.ts'

export interface Swap {
  chair: HeldOffice
  viceChair: HeldOffice
  plan: SwapPlan
}

/** What an approved swap would change. Throws as `swapOffices` does. */
export async function previewSwap(db: Db, by: By, from: IsoDate): Promise<Swap> {
  return planned(db, by, 'approved', from)
}

async function planned(db: Db, by: By, decision: SwapDecision, from: IsoDate): Promise<Swap> {
  require(checkDecision({ decidedOn: from, startsOn: from, today: by.clock.today() }), 'dato')
  const officers = await listOfficersOn(db, from)
  const { leading, deputy } = leadersIn((await statutesOn(db, from)).statutes)
  const chair = officers.find(leading)
  const viceChair = officers.find(deputy)
  if (!chair || !viceChair) throw new Refused('swap_office_empty', { date: from }, 'dato')
  const swap = planSwap({ decision, from, chair, viceChair })
  require(swap, 'dato')
  return { chair, viceChair, plan: swap.plan }
}

/** Identifies the two officeholdings that a page showed. */
export function versionOfSwap({ chair, viceChair }: Swap): string {
  return `${chair.id}-${viceChair.id}`
}

export interface SwapForm {
  decision: SwapDecision
  /** The swap holds from this day. */
  decided_on: IsoDate
  decided_by: string
  /** From `versionOfSwap`, so that an old page swaps no member. */
  seen: string
}

/** Both old offices end the day before the decision. A postponed or rejected swap changes and logs nothing. */
export async function swapOffices(db: Db, by: By, form: SwapForm): Promise<{ swapped: boolean }> {
  if (form.decision !== 'approved') return { swapped: false }
  return act(db, by, async (trx) => {
    const { decided_on, decided_by } = form
    const swap = await planned(trx, by, form.decision, decided_on)
    if (versionOfSwap(swap) !== form.seen) throw new Conflict('register_changed')
    const { chair, viceChair, plan } = swap
    const both = [chair, viceChair]
    for (const { id, ends_on } of plan.endings) {
      const held = both.find((officer) => officer.id === id)
      if (held) await shortenOfficeholding(trx, held, ends_on)
    }
    for (const { office, person_id, starts_on, due_on } of plan.beginnings) {
      const held = both.find((officer) => officer.person_id === person_id)
      if (!held) throw new Error(`the plan names person ${person_id}, who holds no office`)
      const { membership_id } = held
      await insertOfficeholding(trx, {
        office,
        membership_id,
        starts_on,
        ends_on: due_on,
        decided_on,
        decided_by,
      })
    }
    const details = { chair: viceChair.person_id, vice_chair: chair.person_id, decided_on, decided_by }
    return { action: 'office.swapped', subject: 'council:offices', details, result: { swapped: true } }
  })
}
