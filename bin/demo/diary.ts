import type { MovableClock } from '../../rehearsal/kit/clock.ts'

/** `at` is a day, or a day and a time in UTC. */
export interface Deed {
  at: string
  run: () => Promise<unknown>
}

/** Deeds are done in the order of time, each at its own moment, so that the log reads as it would have. */
export async function live(clock: MovableClock, deeds: readonly Deed[]): Promise<void> {
  const inOrder = [...deeds].sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1))
  for (const { at, run } of inOrder) {
    clock.set(at)
    await run()
  }
}

function momentOf({ at }: Deed): string {
  return at.length === 10 ? `${at}T09:00:00Z` : at
}
