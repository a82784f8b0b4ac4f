import { addDays, formatDate, formatShortDate } from '../../../models/core/dates.ts'
import { paths } from '../../../views/paths.ts'
import { reconcileLog, seatByHand } from '../../kit/council.ts'
import type { Page } from '../../kit/page.ts'
import { expectText, nextDay, step, t } from '../renewal/first_council/plot.ts'
import { approve, takeCandidate } from '../elections/before.ts'
import { ballotsIn, type Box, type Poll } from '../elections/contest.ts'
import { certify, countTwice } from '../elections/counting.ts'
import { closePolls, handOut, openPolls } from '../elections/polling.ts'
import { reconcileElection, reconcileHolders } from '../elections/reconciliation.ts'
import { electionScenario, type Town } from '../elections/town.ts'

const BOX: Box = { votes: [9, 6] }

/** The member's last day is the day on which it is written down, and the by-election is planned in the same sitting. */
export const leavesToday = electionScenario({
  name: 'leaves-today',
  description: 'Et medlem stopper i dag: suppleringsvalget bliver planlagt samme dag',
  play: async (town) => {
    const { startsOn, endsOn } = town.term
    const [area] = town.places
    if (!area) throw new Error('vedtægterne har intet værested, der vælger til rådet')
    nextDay(town, startsOn, 'Rådsperioden begynder')
    const name = await seatByHand(town, area.key, startsOn)
    const lastDay = addDays(startsOn, 90)
    nextDay(town, lastDay, 'Et medlem stopper i dag')
    const seat = await leaveToday(town, area.key, name)
    const poll = await planSameDay(town, area, seat, name)
    for (let n = 0; n < BOX.votes.length; n += 1) await takeCandidate(town, poll)
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, BOX)
    await closePolls(town, poll, BOX)
    await countTwice(town, poll, BOX)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    return async () => {
      const figures = { ballots: ballotsIn(BOX), votes: BOX.votes }
      await reconcileElection(town, poll, { after: 'certify', elected, ...figures })
      await reconcileHolders(town, poll, [
        [lastDay, name],
        [addDays(lastDay, 1), 'ledig'],
        [addDays(poll.pollingOn, 1), elected[0] ?? ''],
        [endsOn, elected[0] ?? ''],
      ])
      await reconcileLog(town)
    }
  },
})

/** Returns the page that the save ends on: it leads on to the election. */
async function leaveToday(town: Town, seat: string, name: string): Promise<Page> {
  const { secretary } = town.cast
  const today = town.house.clock.today()
  const saved: Page[] = []
  await step(town, secretary, `skriver, at ${name} har sin sidste dag i dag`, async () => {
    const form = await secretary.follow(
      await secretary.open(paths.seat(seat)),
      `${t('register.leaving.link')} ${name}`,
    )
    const follows = await secretary.open(`${form.url}?dato=${today}`)
    const page = await secretary.send(follows, { end_reason: 'moved' })
    expectText(page, t('register.leaving.vacant_from', { date: formatDate(addDays(today, 1), 'da') }))
    saved.push(page)
    return page.texts('.vacant-box a').join()
  })
  const [page] = saved
  if (!page) throw new Error('siden om pladsen kom aldrig')
  return page
}

/** From the save and from the front page the way goes to the same form. */
async function planSameDay(town: Town, area: Poll['area'], seat: Page, name: string): Promise<Poll> {
  const { secretary } = town.cast
  const officials = town.cast.officials.get(area.key)
  if (!officials) throw new Error(`${area.name} har intet personale`)
  const today = town.house.clock.today()
  const pollingOn = addDays(today, 29)
  const plan = t('register.seat.start.election')
  await step(town, secretary, 'kommer også fra forsiden til planen', async () => {
    const front = await secretary.open('/kontor')
    const task = t('tasks.seat_ends_early.text', { person: name, seat: area.name })
    const link = front.link(`${t('tasks.seat_ends_early.button')}: ${task}`)
    return (await secretary.follow(await secretary.open(link), plan)).url
  })
  const planned = await step(town, secretary, `planlægger suppleringsvalget på ${area.name}`, async () => {
    const form = await secretary.follow(seat, plan)
    const page = await secretary.send(form, {
      polling_on: formatShortDate(pollingOn),
      candidates_by: formatShortDate(addDays(pollingOn, -10)),
      place: `${area.name}, spisestuen`,
      opens_at: '10.00',
      closes_at: '14.00',
      board: [form.choice('board', secretary.name), form.choice('board', officials[2].name)],
    })
    expectText(page, t('public_election.kind.by_election'))
    await secretary.send(await secretary.open(`${page.url}/indkaldelse`))
    return { at: page.url }
  })
  return { area, at: planned.at, pollingOn, officials, candidates: [] }
}
