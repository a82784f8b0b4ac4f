import { EXPLANATIONS, type Explanation } from '../../../models/rules/elections/protocol/differences.ts'
import type { Page } from '../../kit/page.ts'
import type { Person } from '../../kit/person.ts'

/** Two counts differ: goes through the list of what may explain it, and writes down what was found. */
export async function lookForDifference(
  counter: Person,
  at: string,
  found: Explanation,
  note: string,
): Promise<Page> {
  const form = await counter.open(`${at}/optaelling/forskel`)
  const answers = EXPLANATIONS.map((one) => [`found_${one}`, one === found ? 'yes' : 'no'] as const)
  return counter.send(form, { ...Object.fromEntries(answers), note })
}
