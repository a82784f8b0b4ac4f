import { addDays, formatDate, type IsoDate } from '../../../models/core/dates.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { termAfter } from '../../../models/rules/statutes/term.ts'
import type { Statutes, Term } from '../../../models/statutes/document.ts'
import { paths } from '../../../views/paths.ts'
import type { Contest } from './first_council/contests.ts'
import { certify, countTwice } from './first_council/counting.ts'
import { poll } from './first_council/elections.ts'
import { expectText, nextDay, step, t, type Plot } from './first_council/plot.ts'
import { newestTerm } from './first_council/scenario.ts'
import type { Page } from '../../kit/page.ts'

/** The term that is renewed: the one after the last of the statutes. */
export function termToCome(statutes: Statutes): Term {
  return termAfter(newestTerm(statutes), statutes.rules.termLength?.value)
}

/** The vote of each contest, its count, and the day after its certification. */
export async function holdElections(
  plot: Plot,
  contests: readonly Contest[],
  pollingOn: IsoDate,
): Promise<void> {
  nextDay(plot, pollingOn, 'Valgdag')
  for (const contest of contests.filter(({ kind }) => kind !== 'uncontested')) {
    await poll(plot, contest, pollingOn, undefined)
    await countTwice(plot, contest)
  }
  nextDay(plot, addDays(pollingOn, 1), 'Valgene godkendes')
  for (const contest of contests) await certify(plot, contest)
}

export async function expectFilled(plot: Plot, filled: number, more: readonly string[] = []): Promise<Page> {
  const { secretary } = plot.cast
  let board: Page | undefined
  await step(plot, secretary, `ser på tavlen, at ${filled} pladser er på plads`, async () => {
    board = await secretary.open(paths.renewal(yearsIn(plot)))
    const count = board.texts('.board-row').length
    expectText(board, t('renewal.filled', { filled, count }))
    for (const words of more) expectText(board, words)
    return board.texts('main .font-lead').join(' ')
  })
  if (!board) throw new Error('tavlen kom aldrig')
  return board
}

export function yearsIn({ term }: Pick<Plot, 'term'>): string {
  return `${term.startsOn.slice(0, 4)}-${term.endsOn.slice(0, 4)}`
}

export async function beginRenewal(plot: Plot): Promise<void> {
  const { secretary } = plot.cast
  await step(plot, secretary, 'begynder fornyelsen med den tidsplan, der bliver foreslået', async () => {
    const form = await secretary.open(`${paths.newRenewal}?periode=${yearsIn(plot)}`)
    expectText(form, formatDate(plot.term.municipalElectionOn, 'da'))
    const board = await secretary.send(form)
    return board.texts('#renewal-timetable tbody tr').join(' · ')
  })
}

/** `ledig` stands for a day without a member. */
export async function reconcileSeat(
  { house, journal }: Plot,
  seat: string,
  expected: readonly (readonly [IsoDate, string])[],
): Promise<void> {
  for (const [day, name] of expected) {
    const line = (await rosterOn(house.db, day)).find((one) => one.seat.slug === seat)
    journal.reconcile(`${seat} den ${day}`, name, line?.member?.person ?? 'ledig')
  }
}

/** Throws when the statutes have no such area. */
export function found<T>(area: T | undefined, what: string): T {
  if (area === undefined) throw new Error(`vedtægterne har ingen ${what}`)
  return area
}
