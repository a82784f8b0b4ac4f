import type { Config } from '../../config.ts'
import type { IsoDate } from '../../models/core/dates.ts'
import type { Statutes } from '../../models/statutes/document.ts'
import { deadEnds } from './lead_on.ts'
import { auditHead } from '../../models/core/audit.ts'
import { openHouse, type House } from './house.ts'
import { Journal, StepFailed, type Reconciled, type Step } from './journal.ts'
import { readStatutesFile } from './statutes_file.ts'

/** After each step, each role: the front page names every election, renewal and meeting that waits for something. */
const NO_NEXT_STEP = 'Øjeblikke, hvor forsiden ikke fører videre'

export interface Wishes {
  /** For the scenarios with a vote that can be larger or smaller. */
  voters?: number | undefined
  /** Asks after each step whether every front page leads on, which takes a third of the time. True unless said otherwise. */
  leadsOn?: boolean | undefined
}

export interface Scenario {
  name: string
  /** One line in Danish. */
  description: string
  /** Played one after the other, each on a database of its own, unless the caller asks for another. */
  statutesFiles?: readonly string[]
  begins: (statutes: Statutes) => IsoDate
  /** Does every step. Returns what compares the book with what should have come of it. */
  play: (house: House, journal: Journal, wishes: Wishes) => Promise<() => Promise<void>>
}

export interface Outcome {
  scenario: string
  ok: boolean
  steps: Step[]
  reconciliation: Reconciled[]
  seconds: number
}

/** A failure is in the outcome and does not throw. */
export async function rehearse(
  scenario: Scenario,
  config: Config,
  printLine?: (line: string) => void,
  wishes: Wishes = {},
): Promise<Outcome> {
  const started = performance.now()
  const begins = scenario.begins(await readStatutesFile(config.statutesFile))
  const house = await openHouse(config, begins)
  const ends: string[] = []
  let seen = ''
  const { leadsOn = true } = wishes
  const journal = new Journal(printLine, async (what) => {
    if (!leadsOn) return
    const today = house.clock.today()
    // A front page changes by acts alone, and with the day.
    const now = `${today} ${(await auditHead(house.db)).sequence}`
    if (now === seen) return
    seen = now
    for (const { who, about } of await deadEnds(house.db, today)) ends.push(`${what}: ${who}, ${about}`)
  })
  try {
    const reconcile = await scenario.play(house, journal, wishes)
    await reconcile()
    if (leadsOn) journal.reconcile(NO_NEXT_STEP, 'ingen', ends.join('; ') || 'ingen')
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
  } finally {
    await house.close()
  }
  return {
    scenario: scenario.name,
    ok: journal.ok,
    steps: journal.steps,
    reconciliation: journal.reconciliation,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  }
}
