import type { Box, Poll } from './contest.ts'

/** Mixed, so that no two of the same follow each other for long; undefined is a blank ballot. Alike in every run. */
export function choicesOf({ candidates }: Poll, { votes, blank = 0 }: Box): (string | undefined)[] {
  const left = [...votes, blank]
  const names = [...candidates.slice(0, votes.length), undefined]
  const choices: (string | undefined)[] = []
  while (left.some((each) => each > 0)) {
    for (const [index, name] of names.entries()) {
      if ((left[index] ?? 0) === 0) continue
      left[index] = (left[index] ?? 0) - 1
      choices.push(name)
    }
  }
  return choices
}
