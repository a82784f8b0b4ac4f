import { addDays, formatDate } from '../../../../models/dates.ts'
import { paths } from '../../../../routes/paths.ts'
import { expectText, nextDay, step, t } from '../../first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { ballotsIn, shareOut, type Box } from '../contest.ts'
import { certify, countTwice } from '../counting.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { reconcileElection, reconcileHolders, reconcileLog } from '../reconciliation.ts'
import { daysAround, electionScenario, type Town } from '../town.ts'

export const byElection = electionScenario({
  name: 'by-election',
  description: 'Et medlem flytter midt i perioden: suppleringsvalg på det samme sted',
  play: async (town) => {
    const { voters = 22 } = town.wishes
    const { startsOn } = town.term
    const leftOn = addDays(startsOn, 120)
    const leaver = await seatAndLeave(town, leftOn)
    const box: Box = { votes: shareOut(Math.max(voters, 3), [8, 13]) }
    const days = daysAround(addDays(leftOn, 70))
    const poll = await planAndCall(town, { candidates: 2, days })
    await step(town, town.cast.secretary, 'ser, at det er et suppleringsvalg', async () => {
      expectText(await town.cast.secretary.open(poll.at), t('public_election.kind.by_election'))
    })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, box)
    await closePolls(town, poll, box)
    await countTwice(town, poll, box)
    const winner = box.votes.indexOf(Math.max(...box.votes))
    const elected = poll.candidates.slice(winner, winner + 1)
    await certify(town, poll, elected)
    return async () => {
      const figures = { ballots: ballotsIn(box), votes: box.votes }
      await reconcileElection(town, poll, { status: 'certified', elected, ...figures })
      await reconcileHolders(town, poll, [
        [leftOn, leaver],
        [addDays(leftOn, 1), 'ledig'],
        [addDays(days.polling, 1), elected[0] ?? ''],
        [town.term.endsOn, elected[0] ?? ''],
      ])
      await reconcileLog(town)
    }
  },
})

/** Somebody has had the seat since the term began, and moves away on the day. */
async function seatAndLeave(town: Town, leftOn: string): Promise<string> {
  const { secretary } = town.cast
  const [area] = town.places
  const name = town.names.next().value
  nextDay(town, town.term.startsOn, 'Rådsperioden begynder')
  await step(town, secretary, `skriver ${name} ind på pladsen for ${area?.name ?? ''}`, async () => {
    const person = await secretary.open(paths.newPerson)
    await secretary.send(person, { name, contact_by: 'phone', phone: '86 40 00 00', publish_name: 'ja' })
    const form = await secretary.open(paths.newMembership(area?.key ?? ''))
    await secretary.send(form, { person_id: form.choice('person_id', name) })
  })
  nextDay(town, addDays(town.term.startsOn, 120), 'Et medlem flytter')
  await step(town, secretary, `afslutter medlemskabet for ${name}, der flytter`, async () => {
    const seat = await secretary.open(paths.seat(area?.key ?? ''))
    const leaving = await secretary.follow(seat, `${t('register.leaving.link')} ${name}`)
    const form = await secretary.open(`${leaving.url}?dato=${leftOn}`)
    expectText(
      form,
      t('register.leaving.vacant_from', { date: formatDate(addDays(town.term.startsOn, 121), 'da') }),
    )
    await secretary.send(form, { end_reason: 'moved' })
  })
  return name
}
