import { MOMENTS, type Moment } from './attack.ts'
import type { Case } from './cases.ts'
import { mostByChance, type Verdict } from './verdict.ts'

export interface Held extends Case {
  version: string
  elections: number
  day: string
}

/** What the copies of so many elections told. */
export interface Figure extends Held {
  /** The largest tau of any way to read a copy at each moment. */
  taus: Record<Moment, number>
  /** What chance makes of an order of all ballots, but for one time in ten thousand. */
  chance: number
  /** The most ballots that two orders gave to their voter, and the most that chance does, but for one time in ten million. */
  right: number
  mostRight: number
  /** The largest tau in the server's own log, which Rådsbogen cannot clean. */
  log: number | undefined
}

const DEVIATIONS = 3.9

export function figureOf(held: Held, verdicts: readonly Verdict[]): Figure {
  const files = verdicts.filter(({ clue }) => !clue.includes('pg_wal'))
  const log = verdicts.filter(({ clue, of }) => clue.includes('pg_wal') && of === 'ballots')
  const links = files.filter(({ of }) => of === 'links').map(({ right }) => right)
  const taus = MOMENTS.map((moment) => [
    moment,
    largest(files.filter((one) => one.moment === moment && one.of === 'ballots')),
  ])
  return {
    ...held,
    taus: Object.fromEntries(taus) as Figure['taus'],
    chance: chanceOf(Math.ceil(held.voters / 2), held.elections),
    right: Math.max(0, ...links),
    mostRight: mostByChance(held.elections),
    log: log.length > 0 ? largest(log) : undefined,
  }
}

export function chanceOf(ballots: number, elections: number): number {
  return DEVIATIONS * Math.sqrt(varianceOf(ballots) / elections)
}

export function largest(verdicts: readonly Verdict[]): number {
  return Math.max(0, ...verdicts.map(({ tau }) => Math.abs(tau)))
}

/** Of Kendall's tau between two orders of n things that have nothing to do with each other. */
function varianceOf(n: number): number {
  return (2 * (2 * n + 5)) / (9 * n * (n - 1))
}
