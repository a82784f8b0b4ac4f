import { randomInt, randomUUID } from 'node:crypto'
import type { BoothId, CandidacyId, ElectionId } from '../../models/core/ids.ts'
import { releaseBooth } from '../../models/elections/booth/booths.ts'
import { castBallot, showRelease } from '../../models/elections/booth/casting.ts'
import { listStanding } from '../../models/elections/candidates/candidates.ts'
import { openPolling } from '../../models/elections/polling/opening.ts'
import type { Official } from '../../models/elections/reach.ts'
import { importRoll } from '../../models/elections/roll/import.ts'
import { markVoter } from '../../models/elections/roll/marks.ts'
import { chooseRollKind } from '../../models/elections/roll/roll.ts'
import { listEntries } from '../../models/elections/roll/rows.ts'
import { paths } from '../../views/paths.ts'
import type { TestApp, Visitor } from '../support/app.ts'
import { aBooth, aLockedElection, type Slips, Tablet } from '../support/builders/booth.ts'
import { DAYS, official } from '../support/builders/elections.ts'
import { KEYS } from '../support/databases/keys.ts'
import { remembered } from '../support/databases/remembered.ts'
import type { Happened } from './clues.ts'

const OTHERS = ['Bo Ask', 'Ea Birk', 'Ib Eg', 'Jo Elm', 'Ly Fyr', 'My Gran', 'Pi Hassel', 'Ru Lind']
/** On every ballot, so that no lot has to be drawn. */
const ELECTED = 'Vi Røn'
const FIRST = ['Maja', 'Villy', 'Aase', 'Ditte', 'Svend', 'Oda', 'Poul', 'Elin', 'Carlo', 'Tove', 'Ester']
const LAST = ['Lund', 'Bjerre', 'Rask', 'Toft', 'Vang', 'Hjort', 'Balle', 'Krogh', 'Lyng', 'Ravn', 'Brix']

/** People vote through the pages, or by the acts behind them, which write the same and take a third of the time. */
export type Way = 'pages' | 'acts'

type Candidate = { id: CandidacyId; name: string }

/** An election with open polls, a roll of names and its tablets, on a database that nothing else uses. */
export interface PollingDay {
  house: TestApp
  id: ElectionId
  slips: Slips
  staff: Visitor
  by: Official
  candidates: Candidate[]
  tablets: Tablet[]
  /** Who has not come yet, in the order in which they will. */
  coming: Happened['marked']
  happened: Happened
}

export async function aPollingDay(house: TestApp, voters: number, tablets: number): Promise<PollingDay> {
  const { id, slips } = await anOpenRoll(house, voters)
  const booths = (await pairedTablets(house, id, tablets)).map((paired) => tabletOf(house, id, paired))
  const staff = await house.as('signe')
  const by = await official(house, 'signe')
  const entries = await listEntries(house.db, id)
  const coming = shuffled(entries).map((entry, who) => ({ who, entry: entry.id, name: entry.name }))
  const candidates = await listStanding(house.db, id)
  const happened = { marked: [], cast: [] }
  return { house, id, slips, staff, by, candidates, tablets: booths, coming, happened }
}

const anOpenRoll = remembered(async function anOpenRoll(
  house: TestApp,
  voters: number,
): Promise<{ id: ElectionId; slips: Slips }> {
  const candidates = [...OTHERS, ELECTED]
  const { id, slips } = await aLockedElection(house, { candidates, marksMax: candidates.length })
  const by = await official(house, 'signe')
  await chooseRollKind(house.db, by, id, { roll_kind: 'named', sure: false })
  const names = Array.from({ length: voters }, (_voter, n) => nameOf(n))
  await importRoll(house.db, by, id, { text: ['navn', ...names].join('\n'), good: voters })
  house.clock.set(`${DAYS.polling}T11:00:00Z`)
  const witnesses = { first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
  await openPolling(house.db, by, id, { opened_at: '11.00', ...witnesses })
  return { id, slips }
})

interface Paired {
  id: BoothId
  cookie: string
}

const pairedTablets = remembered(async function pairedTablets(
  house: TestApp,
  id: ElectionId,
  tablets: number,
): Promise<Paired[]> {
  const paired: Paired[] = []
  while (paired.length < tablets) {
    const tablet = await aBooth(house, id)
    paired.push({ id: tablet.id, cookie: tablet.cookie })
  }
  return paired
})

function tabletOf(house: TestApp, electionId: ElectionId, { id, cookie }: Paired): Tablet {
  const tablet = Object.assign(new Tablet(house), { id, electionId, cookie })
  tablet.take([cookie])
  return tablet
}

/** 121 names, and as many again with a middle name. */
function nameOf(n: number): string {
  const [first, last] = [FIRST[n % FIRST.length], LAST[Math.floor(n / FIRST.length) % LAST.length]]
  return n < FIRST.length * LAST.length ? `${first} ${last}` : `${first} Bo ${last}`
}

function shuffled<T>(things: readonly T[]): T[] {
  const left = [...things]
  return things.map(() => left.splice(randomInt(left.length), 1)[0]!)
}

/** People come until so many have voted. Those who stand at a tablet meanwhile may vote in any order. */
export async function vote(day: PollingDay, until: number, way: Way = 'pages'): Promise<void> {
  const { letIn, cast } = WAYS[way]
  const atTablet = new Map<Tablet, number>()
  while (day.happened.cast.length < until) {
    const free = day.tablets.filter((tablet) => !atTablet.has(tablet))
    const mayCome = day.happened.cast.length + atTablet.size < until
    if (mayCome && free.length > 0 && (atTablet.size === 0 || randomInt(3) > 0)) {
      const tablet = free[randomInt(free.length)]!
      const voter = day.coming.shift()!
      await letIn(day, tablet, voter)
      day.happened.marked.push(voter)
      atTablet.set(tablet, voter.who)
    } else {
      const [tablet, who] = [...atTablet][randomInt(atTablet.size)]!
      // Every voter sets other crosses than the others.
      const marks = marksOf(who, day.candidates)
      const code = await cast(day, tablet, marks)
      day.happened.cast.push({ who, code, marks: JSON.stringify(marks) })
      atTablet.delete(tablet)
    }
  }
}

interface Steps {
  letIn: (day: PollingDay, tablet: Tablet, voter: Happened['marked'][number]) => Promise<void>
  /** Returns the code of the sealed ballot. */
  cast: (day: PollingDay, tablet: Tablet, marks: readonly CandidacyId[]) => Promise<string>
}

const WAYS: Readonly<Record<Way, Steps>> = {
  pages: { letIn: letInByPages, cast: castByPages },
  acts: { letIn: letInByActs, cast: castByActs },
}

async function letInByPages(
  { staff, id }: PollingDay,
  tablet: Tablet,
  { entry }: { entry: string },
): Promise<void> {
  const _csrf = (await staff.get(paths.booths(id))).attributes('[name=_csrf]', 'value')[0] ?? ''
  const mark = { entry, means: 'booth', _csrf, _once: randomUUID() }
  const marked = await staff.raw('post', `${paths.polling(id)}/udlevering`, mark)
  if (marked.status !== 200) throw new Error(`the mark is answered ${marked.status}: ${marked.text}`)
  const { releases } = await tablet.row()
  const release = { releases: String(releases), _csrf, _once: randomUUID() }
  const released = await staff.raw('post', paths.boothRelease(id, tablet.id), release)
  if (released.status !== 303) throw new Error(`the release is answered ${released.status}: ${released.text}`)
}

async function castByPages(
  { house, id, happened }: PollingDay,
  tablet: Tablet,
  marks: readonly CandidacyId[],
): Promise<string> {
  const known = new Set(happened.cast.map(({ code }) => code))
  const { fields } = (await tablet.get(paths.boothDoor)).fill()
  const thanks = await tablet.raw('post', paths.boothCast, { ...fields, marks: marks.map(String) })
  if (thanks.status !== 200) throw new Error(`the ballot is answered ${thanks.status}: ${thanks.text}`)
  const codes = await house.db('envelopes').where({ election_id: id }).pluck('code')
  const code = codes.find((one) => !known.has(one))
  if (code === undefined) throw new Error('the ballot is not in the box')
  return code
}

async function letInByActs(
  { house, id, by }: PollingDay,
  tablet: Tablet,
  { entry }: { entry: string },
): Promise<void> {
  await markVoter(house.db, { ...by, once: randomUUID() }, id, entry, 'booth')
  await releaseBooth(house.db, by, id, tablet.id, await tablet.row())
}

async function castByActs(
  { house }: PollingDay,
  tablet: Tablet,
  marks: readonly CandidacyId[],
): Promise<string> {
  const [, token = ''] = tablet.cookie.split('=')
  const release = (await showRelease(house.db, { id: tablet.id })) ?? ''
  const code = await castBallot(house.db, KEYS, { token, release }, { marks, blank: false })
  if (code === undefined) throw new Error('the ballot is not in the box')
  return code
}

function marksOf(who: number, candidates: readonly Candidate[]): CandidacyId[] {
  const chosen = OTHERS.filter((_name, place) => (who + 1) & (1 << place))
  return candidates
    .filter(({ name }) => name === ELECTED || chosen.includes(name))
    .map((candidacy) => candidacy.id)
    .sort((a, b) => a - b)
}
