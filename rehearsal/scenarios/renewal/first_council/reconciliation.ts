import { addDays, type IsoDate } from '../../../../models/core/dates.ts'
import { facts } from '../../../../models/rules/elections/state.ts'
import { listAllElections } from '../../../../models/elections/elections.ts'
import { getResult } from '../../../../models/elections/result/loading.ts'
import { listOfficersOn } from '../../../../models/council/offices/offices.ts'
import { rosterOn, type RosterLine } from '../../../../models/council/roster.ts'
import { listStatutesVersions } from '../../../../models/statutes/versions.ts'
import { paths } from '../../../../views/paths.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { Person } from '../../../kit/person.ts'
import { inBox, type Contest } from './contests.ts'
import { t, type Plot } from './plot.ts'

export interface Outcome {
  contests: Contest[]
  officers: string[]
  /** The first day on which the officers have changed places. */
  swappedOn: IsoDate
  left: { name: string; area: string; on: IsoDate } | undefined
  quorum: { required: number; base: number }
  confirmed: boolean
}

/** Compares the book with what the play meant to happen, on the public pages and in the database. */
export async function reconcile(plot: Plot, outcome: Outcome): Promise<void> {
  plot.journal.heading('Afstemning: ventet og fundet')
  await reconcileRoster(plot)
  await reconcileElections(plot, outcome.contests)
  await reconcileLater(plot, outcome)
  await reconcileBook(plot, outcome)
}

async function reconcileRoster({ house, journal, term, seated }: Plot): Promise<void> {
  const { startsOn } = term
  const members = [...seated.values()].flat()
  const citizen = new Person(house.base, { name: 'En borger', title: 'uden konto' })
  const total = house.statutes.areas.reduce((sum, area) => sum + area.seats, 0)
  for (const [day, filled] of [
    [addDays(startsOn, -1), 0],
    [startsOn, members.length],
  ] as const) {
    const { text } = await citizen.open(`${paths.front}?dato=${day}`)
    const expected = t('front.filled', { filled, count: total })
    journal.reconcile(`Forsiden for ${day}`, expected, text.includes(expected) ? expected : text)
  }
  const roster = await rosterOn(house.db, startsOn)
  journal.reconcile('Pladser i rådet', total, roster.length)
  for (const area of house.statutes.areas) {
    const expected = inOrder(seated.get(area.key) ?? ['ledig'])
    journal.reconcile(area.name, expected, holders(roster, area.key))
  }
}

function holders(roster: readonly RosterLine[], area: string): string {
  const lines = roster.filter(({ seat }) => seat.area_slug === area)
  return inOrder(lines.map(({ member }) => member?.person ?? 'ledig'))
}

/** Any order of an area's members on its seats is right. */
function inOrder(names: readonly string[]): string {
  return [...names].sort().join(', ')
}

async function reconcileElections({ house, journal }: Plot, contests: readonly Contest[]): Promise<void> {
  const elections = await listAllElections(house.db)
  journal.reconcile(
    'Endelige valg',
    contests.length,
    elections.filter(({ status }) => facts(status).certified && facts(status).over).length,
  )
  for (const contest of contests) {
    const election = elections.find(({ area_slug }) => area_slug === contest.area.key)
    if (!election) continue
    const { count, candidates, elected } = await getResult(house.db, election)
    const names = elected.map((id) => candidates.find((one) => one.id === id)?.name ?? '')
    journal.reconcile(`Valgt på ${contest.area.name}`, inOrder(contest.elected), inOrder(names))
    if (contest.kind === 'uncontested') continue
    journal.reconcile(`Stemmesedler i kassen på ${contest.area.name}`, inBox(contest), count?.ballots_in_box)
    const rounds = contest.kind === 'difference' ? 2 : 1
    journal.reconcile(`Optællinger på ${contest.area.name}`, rounds, count?.round)
  }
}

async function reconcileLater({ house, journal, seated }: Plot, outcome: Outcome): Promise<void> {
  const { officers, swappedOn, left } = outcome
  const onDay = async (day: IsoDate) =>
    inOrder((await listOfficersOn(house.db, day)).map(({ person }) => person))
  journal.reconcile('Formandskabet før byttet', inOrder(officers), await onDay(addDays(swappedOn, -1)))
  const [chair, viceChair] = officers
  if (viceChair !== undefined) {
    const now = (await listOfficersOn(house.db, swappedOn)).find(({ office }) => office === 'chair')
    journal.reconcile('Formand efter byttet', viceChair, now?.person)
    journal.reconcile(
      'Næstformand efter byttet',
      chair ?? '',
      (await listOfficersOn(house.db, swappedOn)).find(({ office }) => office === 'vice_chair')?.person,
    )
  }
  if (!left) return
  const members = [...seated.values()].flat().length
  const count = async (day: IsoDate) => (await rosterOn(house.db, day)).filter(({ member }) => member).length
  journal.reconcile(`Besatte pladser på ${left.name}s sidste dag`, members, await count(left.on))
  journal.reconcile('Besatte pladser dagen efter', members - 1, await count(addDays(left.on, 1)))
}

async function reconcileBook(plot: Plot, { confirmed }: Outcome): Promise<void> {
  const versions = await listStatutesVersions(plot.house.db)
  plot.journal.reconcile('Udgaver af vedtægterne', confirmed ? 2 : 1, versions.length)
  await reconcileLog(plot)
}
