import type { Request } from 'express'
import { sha256 } from '../../../models/core/canonical.ts'
import { getImport, NO_ANSWERS, planOf } from '../../../models/exchange/import/imports.ts'
import type { Answers } from '../../../models/exchange/import/plan/plan.ts'
import { wordsOf } from './words.ts'

/** The name of the field that answers a question: keys hold whatever a file holds, and so can be no name. */
export function fieldOf(kind: 'date' | 'seat' | 'pair', key: string): string {
  return `${kind}_${sha256(key).slice(0, 12)}`
}

/** The answers that were sent, as far as each answers a question that the file asks. */
export async function answersFrom(req: Request, id: number): Promise<Answers> {
  const draft = await getImport(req.db, id)
  const plan = await planOf(req.db, draft, { today: req.clock.today(), ...wordsOf(req) })
  const typed = (name: string) => {
    const value = req.typed[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const answers: Answers = structuredClone(NO_ANSWERS)
  for (const { key, group } of plan.dateQuestions) {
    const said = typed(fieldOf('date', key))
    const reading = group.readings.find((one) => one.reading === said)?.reading
    if (reading) answers.dates[key] = reading
  }
  for (const { key } of plan.seatQuestions) {
    const said = typed(fieldOf('seat', key))
    if (said !== undefined) answers.seats[key] = said
  }
  for (const { key } of plan.pairs) {
    const said = sameOrNot(typed(fieldOf('pair', key)))
    if (said) answers.pairs[key] = said
  }
  const known = sameOrNot(typed('known'))
  return known ? { ...answers, known } : answers
}

function sameOrNot(said: string | undefined): 'same' | 'different' | undefined {
  return said === 'same' || said === 'different' ? said : undefined
}
