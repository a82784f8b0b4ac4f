import { verifyChain } from '../../../../models/core/chain.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { quotaStandings } from '../../../../models/rules/council/quotas.ts'
import { seatRange, seatsIn } from '../../../../models/statutes/seat_range.ts'
import type { Plot } from '../../renewal/first_council/plot.ts'
import type { Outcome } from '../../renewal/first_council/reconciliation.ts'
import { waiting } from './confirmation.ts'

export interface Afterwards {
  /** Who stepped in, when the statutes have substitutes. */
  substitute: string | undefined
}

/** Compares the council with its own rules: range of seats, quotas, and who took the vacant seat. */
export async function reconcileRules(
  plot: Plot,
  outcome: Outcome,
  { substitute }: Afterwards,
): Promise<void> {
  const { house, journal } = plot
  const { areas, rules } = house.statutes
  journal.heading('Afstemning: rådets egne regler')
  const { min, max } = seatRange(rules.seats.value, areas)
  const sum = seatsIn(areas)
  journal.reconcile(
    'Pladser inden for det, som vedtægterne siger',
    'ja',
    min <= sum && sum <= max ? 'ja' : `${sum}`,
  )
  const roster = await rosterOn(house.db, house.clock.today())
  const members = roster.flatMap(({ seat, member }) =>
    member ? [{ key: seat.area_slug, kind: seat.area_kind }] : [],
  )
  for (const { quota, kept, have } of quotaStandings(rules.quotas?.value ?? [], members))
    journal.reconcile(`Kvoten ${quota.key}`, 'holdt', kept ? 'holdt' : `${have} af ${members.length}`)
  if (outcome.left && substitute !== undefined) {
    journal.reconcile('Medlemmer, efter at suppleanten er trådt ind', roster.length, members.length)
    const names = roster.flatMap(({ member }) => member?.person ?? [])
    journal.reconcile('Suppleanten sidder i rådet', 'ja', names.includes(substitute) ? 'ja' : 'nej')
    const [steps] = await house.db('substitutions').count<{ n: number }[]>({ n: '*' })
    journal.reconcile('Suppleanter, der er trådt ind', 1, Number(steps?.n))
  }
  await reconcileConfirmed(plot, outcome, substitute)
  const chain = await verifyChain(house.db)
  journal.reconcile('Logbogens kæde til sidst', 'hel', chain.whole ? 'hel' : 'brudt')
}

/** Members who were elected, and a substitute for one, when the statutes say that all are appointed. */
async function reconcileConfirmed(
  plot: Plot,
  { contests, left }: Outcome,
  substitute: string | undefined,
): Promise<void> {
  const { house, journal } = plot
  const elected = contests.reduce((sum, contest) => sum + contest.elected.length, 0)
  const sitting = elected - (left ? 1 : 0) + (substitute === undefined ? 0 : 1)
  const asked = house.statutes.rules.formalAppointment?.value === 'all' ? sitting : 0
  const [confirmed] = await house.db('formal_appointments').count<{ n: number }[]>({ n: '*' })
  journal.reconcile('Valgte, som er bekræftet bagefter', asked, Number(confirmed?.n))
  journal.reconcile('Valgte, der venter på at blive bekræftet', 0, (await waiting(plot)).length)
}
