import { allowed, refused, type Verdict } from './verdict.ts'

export type FigureRefusal = 'not_entered' | 'not_whole' | 'negative' | 'too_large'

/** A figure from a form: an empty field is not entered, which is not the same as zero. */
export type Entered = number | null | undefined

const MOST = 1_000_000

/** Whether the entry is a number of papers or votes: entered, whole, not negative, not absurd. */
export function checkFigure(figure: Entered, field: string): Verdict<FigureRefusal> {
  if (figure === null || figure === undefined) return refused('not_entered', undefined, field)
  if (figure < 0) return refused('negative', undefined, field)
  if (figure > MOST) return refused('too_large', { most: MOST }, field)
  return Number.isInteger(figure) ? allowed : refused('not_whole', undefined, field)
}
