import { addDays } from '../../../../models/core/dates.ts'
import { substituteRule } from '../../../../models/rules/council/substitutes.ts'
import { reconcile } from '../../renewal/first_council/reconciliation.ts'
import { newestTerm, playFirstCouncil } from '../../renewal/first_council/scenario.ts'
import type { Scenario } from '../../../kit/play.ts'
import { confirmElected } from './confirmation.ts'
import { reconcileRules, type Afterwards } from './reconciliation.ts'
import { readRules } from './rules.ts'
import { letSubstituteIn, writeSubstitutesDown } from './substitutes.ts'

/** Invented councils, whose statutes differ from those of Randers in nearly every rule. */
const SAMPLES = ['statutes/proever/havneby-2024.json', 'statutes/proever/skovlund-2022.json']

export const otherCouncil: Scenario = {
  name: 'other-council',
  description: 'To andre råd med helt andre vedtægter: det samme forløb, og en suppleant træder ind',
  statutesFiles: SAMPLES,
  begins: (statutes) => addDays(newestTerm(statutes).municipalElectionOn, -75),
  play: async (house, journal) => {
    const { plot, outcome } = await playFirstCouncil(house, journal)
    journal.heading(`${house.clock.today()}  Rådets egne regler`)
    await readRules(plot)
    const afterwards: Afterwards = { substitute: undefined }
    if (outcome.left && substituteRule(house.statutes).kind !== 'none') {
      // One day with the seat vacant, so that the vacancy can be seen too.
      house.clock.set(addDays(outcome.left.on, 2))
      const names = await writeSubstitutesDown(plot, outcome)
      afterwards.substitute = await letSubstituteIn(plot, outcome, names)
    }
    await confirmElected(plot)
    return async () => {
      await reconcile(plot, outcome)
      await reconcileRules(plot, outcome, afterwards)
    }
  },
}
