import { sha256 } from '../../../models/core/canonical.ts'
import { NO_ANSWERS, type Answers, type ImportPlan } from '../../../models/exchange/import/plan/plan.ts'

/** Encodes the key: it holds what a file holds, and so can be no name. */
export function fieldFor(kind: 'date' | 'seat' | 'pair', key: string): string {
  return `${kind}_${sha256(key).slice(0, 12)}`
}

export function answersIn(
  plan: ImportPlan,
  sent: Readonly<Record<string, string | string[] | undefined>>,
): Answers {
  const typed = (name: string) => {
    const value = sent[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const answers: Answers = structuredClone(NO_ANSWERS)
  for (const { key, readings } of plan.dateQuestions) {
    const said = typed(fieldFor('date', key))
    const reading = readings.find((one) => one.reading === said)?.reading
    if (reading) answers.dates[key] = reading
  }
  for (const { key } of plan.seatQuestions) {
    const said = typed(fieldFor('seat', key))
    if (said !== undefined) answers.seats[key] = said
  }
  for (const { key } of plan.pairs) {
    const said = sameOrNot(typed(fieldFor('pair', key)))
    if (said) answers.pairs[key] = said
  }
  const known = sameOrNot(typed('known'))
  return known ? { ...answers, known } : answers
}

function sameOrNot(said: string | undefined): 'same' | 'different' | undefined {
  return said === 'same' || said === 'different' ? said : undefined
}
