import { randomInt, randomUUID } from 'node:crypto'
import type { CandidacyId, ElectionId } from '../../models/core/ids.ts'
import { listStanding } from '../../models/elections/candidates/candidates.ts'
import { openPolling } from '../../models/elections/polling/opening.ts'
import { importRoll } from '../../models/elections/roll/import.ts'
import { chooseRollKind } from '../../models/elections/roll/roll.ts'
import { listEntries } from '../../models/elections/roll/rows.ts'
import { paths } from '../../views/paths.ts'
import type { TestApp, Visitor } from '../support/app.ts'
import { aBooth, aLockedElection, type Slips, type Tablet } from '../support/builders/booth.ts'
import { DAYS, official } from '../support/builders/elections.ts'
import { remembered } from '../support/databases/remembered.ts'
import type { Happened } from './clues.ts'

const OTHERS = ['Bo Ask', 'Ea Birk', 'Ib Eg', 'Jo Elm', 'Ly Fyr', 'My Gran', 'Pi Hassel', 'Ru Lind']
/** On every ballot, so that no lot has to be drawn. */
const ELECTED = 'Vi Røn'
const FIRST = ['Maja', 'Villy', 'Aase', 'Ditte', 'Svend', 'Oda', 'Poul', 'Elin', 'Carlo', 'Tove', 'Ester']
const LAST = ['Lund', 'Bjerre', 'Rask', 'Toft', 'Vang', 'Hjort', 'Balle', 'Krogh', 'Lyng', 'Ravn', 'Brix']

/** An election with open polls, a roll of names and its tablets, on a database that nothing else uses. */
export interface PollingDay {
  house: TestApp
  id: ElectionId
  slips: Slips
  staff: Visitor
  tablets: Tablet[]
  /** Who has not come yet, in the order in which they will. */
  coming: Happened['marked']
  happened: Happened
}

export async function aPollingDay(house: TestApp, voters: number, tablets: number): Promise<PollingDay> {
  const { id, slips } = await anOpenRoll(house, voters)
  const entries = await listEntries(house.db, id)
  const coming = shuffled(entries).map((entry, who) => ({ who, entry: entry.id, name: entry.name }))
  const booths: Tablet[] = []
  while (booths.length < tablets) booths.push(await aBooth(house, id))
  const staff = await house.as('signe')
  return { house, id, slips, staff, tablets: booths, coming, happened: { marked: [], cast: [] } }
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
export async function vote(day: PollingDay, until: number): Promise<void> {
  const csrf = (await day.staff.get(paths.booths(day.id))).attributes('[name=_csrf]', 'value')[0] ?? ''
  const atTablet = new Map<Tablet, number>()
  while (day.happened.cast.length < until) {
    const free = day.tablets.filter((tablet) => !atTablet.has(tablet))
    const mayCome = day.happened.cast.length + atTablet.size < until
    if (mayCome && free.length > 0 && (atTablet.size === 0 || randomInt(3) > 0)) {
      const tablet = free[randomInt(free.length)]!
      atTablet.set(tablet, await letIn(day, tablet, csrf))
    } else {
      const [tablet, who] = [...atTablet][randomInt(atTablet.size)]!
      await castAt(day, tablet, who)
      atTablet.delete(tablet)
    }
  }
}

async function letIn({ staff, id, coming, happened }: PollingDay, tablet: Tablet, csrf: string) {
  const voter = coming.shift()!
  const mark = { entry: voter.entry, means: 'booth', _csrf: csrf, _once: randomUUID() }
  const marked = await staff.raw('post', `${paths.polling(id)}/udlevering`, mark)
  if (marked.status !== 200) throw new Error(`the mark is answered ${marked.status}: ${marked.text}`)
  happened.marked.push(voter)
  const { releases } = await tablet.row()
  const release = { releases: String(releases), _csrf: csrf, _once: randomUUID() }
  const released = await staff.raw('post', paths.boothRelease(id, tablet.id), release)
  if (released.status !== 303) throw new Error(`the release is answered ${released.status}: ${released.text}`)
  return voter.who
}

/** Every voter sets other crosses than the others. */
async function castAt({ house, id, happened }: PollingDay, tablet: Tablet, who: number): Promise<void> {
  const marks = marksOf(who, await listStanding(house.db, id))
  const known = new Set(happened.cast.map(({ code }) => code))
  const { fields } = (await tablet.get(paths.boothDoor)).fill()
  const thanks = await tablet.raw('post', paths.boothCast, { ...fields, marks: marks.map(String) })
  if (thanks.status !== 200) throw new Error(`the ballot is answered ${thanks.status}: ${thanks.text}`)
  const codes = await house.db('envelopes').where({ election_id: id }).pluck('code')
  const code = codes.find((one) => !known.has(one))
  if (code === undefined) throw new Error('the ballot is not in the box')
  happened.cast.push({ who, code, marks: JSON.stringify(marks) })
}

function marksOf(who: number, candidates: readonly { id: CandidacyId; name: string }[]): CandidacyId[] {
  const chosen = OTHERS.filter((_name, place) => (who + 1) & (1 << place))
  return candidates
    .filter(({ name }) => name === ELECTED || chosen.includes(name))
    .map((candidacy) => candidacy.id)
    .sort((a, b) => a - b)
}
