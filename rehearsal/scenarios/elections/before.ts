import type { PlaceArea } from '../../../models/statutes/document.ts'
import { drawnOrder, planOne, stand } from '../renewal/first_council/elections.ts'
import { nextDay, step, t } from '../renewal/first_council/plot.ts'
import type { Poll } from './contest.ts'
import { daysAround, daysOf, type Days, type Town } from './town.ts'

interface Plan {
  area?: PlaceArea
  candidates: number
  /** Two weeks after the municipal election unless told otherwise. */
  days?: Days
  more?: Record<string, string>
}

export async function planAndCall(
  town: Town,
  { area = town.places[0], candidates, days = daysOf(town.house.statutes), more }: Plan,
): Promise<Poll> {
  const officials = area && town.cast.officials.get(area.key)
  if (!area || !officials) throw new Error('vedtægterne har intet værested, der vælger til rådet')
  const { planned, candidates: standing, polling } = days
  nextDay(town, planned, `Valget på ${area.name} planlægges`)
  const at = await planOne(town, { area, certifier: officials[2] }, polling, more)
  const poll: Poll = { area, at, pollingOn: polling, officials, candidates: [] }
  if (candidates === 0) return poll
  nextDay(town, standing, 'Kandidaterne melder sig')
  for (let n = 0; n < candidates; n += 1) await takeCandidate(town, poll)
  return poll
}

/** The candidate says yes, and staff check the ground. */
export async function takeCandidate(town: Town, poll: Poll, name = town.names.next().value): Promise<string> {
  const [official] = poll.officials
  await step(town, official, `skriver ${name} op som kandidat på ${poll.area.name}`, async () => {
    await stand(town, official, poll, name)
  })
  poll.candidates.push(name)
  return name
}

export async function approve(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  nextDay(town, daysAround(poll.pollingOn).listed, 'Kandidatlisten godkendes')
  await step(town, official, `godkender kandidatlisten på ${poll.area.name}`, async () => {
    const form = await official.open(`${poll.at}/kandidatliste`)
    const button = poll.candidates.length > 0 ? 'button' : 'button_none'
    await official.send(form, drawnOrder(form), t(`elections.candidate_list.${button}`))
    return `${poll.candidates.length} navne`
  })
}
