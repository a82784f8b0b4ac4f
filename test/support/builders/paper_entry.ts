import { closePolling } from '../../../models/elections/polling/polling.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import type { Page } from '../../../rehearsal/kit/page.ts'
import { paths } from '../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../app.ts'
import { remembered } from '../databases/remembered.ts'
import { aBooth, anOpenBoothElection, type Slips } from './booth.ts'
import { DAYS, official, PAPERS } from './elections.ts'

export const JOIN = 'Jeg er ved kassen'
export const SHOW = 'Vis den til den anden'
export const PUT_IN = 'Det passer: gem den'
export const AGAIN = 'Det passer ikke: tast den igen'
export const ALL_IN = 'Alle sedler er tastet ind'
export const YES = 'Ja, alle er tastet ind'
export const COUNT_AGAIN = 'Nej, tæl igen'
export const TAKE_BACK = 'Tag det tilbage'
export const MORE = 'Åbn for flere sedler'
export const LEAVE = 'Giv pladserne fri'
export const ANEW = 'Begynd forfra med alle sedler'

/** Eleven have voted on the tablet: six for Åse Wang, four for Jens Ærø, one blank. */
const ON_TABLET = [...Array<string>(6).fill('Åse Wang'), ...Array<string>(4).fill('Jens Ærø'), undefined]

/** Polls are closed with the ballots in the tablet's box and a few papers, which are to be entered into it. */
export const anEntryElection = remembered(async function anEntryElection(
  house: TestApp,
  {
    papers = 3,
    tablet = ON_TABLET,
    marksMax,
  }: { papers?: number; tablet?: readonly (string | undefined)[]; marksMax?: number } = {},
): Promise<{ id: ElectionId; slips: Slips }> {
  const { id, slips } = await anOpenBoothElection(house, {
    means: 'both',
    ...(marksMax !== undefined && { marksMax }),
  })
  const booth = await aBooth(house, id)
  for (const name of tablet) await booth.vote(...(name === undefined ? [] : [name]))
  house.clock.set(DAYS.evening)
  const account = { ...PAPERS, handed_out: papers, unused: 60 - papers }
  await closePolling(house.db, await official(house, 'signe'), id, {
    ...{ closed_at: '14.00', ...account, small_box: true, one_box: 'enter' },
  })
  return { id, slips }
})

/** A house of its own, in which the papers of an election are to be entered. */
export async function anEntryHouse(): Promise<{ house: TestApp; id: ElectionId; slips: Slips }> {
  const house = await anApp()
  return { house, ...(await anEntryElection(house)) }
}

export interface TwoAtTheBox {
  first: Visitor
  second: Visitor
}

/** Bo enters, and Lis says yes. After the end they take their places where the entry is opened again. */
export async function twoAtTheBox(
  house: TestApp,
  id: ElectionId,
  at = paths.paperEntry(id),
): Promise<TwoAtTheBox> {
  const [first, second] = [await house.as('bo'), await house.as('lis')]
  for (const visitor of [first, second]) await visitor.submit(await visitor.get(at), {}, JOIN)
  return { first, second }
}

/** Crossed names, or what the paper is instead. */
export type Paper = readonly string[] | 'blank' | 'too_many_marks' | 'recognisable' | 'other'

export async function show(first: Visitor, id: ElectionId, paper: Paper): Promise<Page> {
  const page = await first.get(paths.paperEntry(id))
  return first.submit(page, asTyped(page, paper), SHOW)
}

export function asTyped(page: Page, paper: Paper): Record<string, string | string[]> {
  if (typeof paper === 'string') return { kind: paper }
  return { marks: paper.map((name) => page.choice('marks', name)), kind: 'crosses' }
}

export async function putIn(
  { first, second }: TwoAtTheBox,
  id: ElectionId,
  ...papers: Paper[]
): Promise<void> {
  for (const paper of papers) {
    await show(first, id, paper)
    await second.submit(await second.get(paths.paperEntry(id)), {}, PUT_IN)
  }
}

/** What one of them counted in the pile. */
export interface Counted {
  papers: string
  difference_reason?: string
}

/** One says that all are in; the other one has not answered yet. */
export async function sayAllIn(one: Visitor, id: ElectionId, counted: Counted): Promise<Page> {
  return one.submit(await one.get(paths.paperEntryEnd(id)), { ...counted }, ALL_IN)
}

/** The first one says that all are in. Returns the second one's page after the yes, or the refusal of the first. */
export async function end({ first, second }: TwoAtTheBox, id: ElectionId, counted: Counted): Promise<Page> {
  const said = await sayAllIn(first, id, counted)
  if (said.status !== 200) return said
  return second.submit(await second.get(paths.paperEntry(id)), {}, YES)
}

/** A paper was found after the end. */
export async function reopen(one: Visitor, id: ElectionId, found: string): Promise<Page> {
  return one.submit(await one.get(paths.paperEntryAgain(id)), { found }, MORE)
}
