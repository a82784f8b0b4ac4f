import { reconcileLog } from '../../kit/council.ts'
import { expectText, step, t } from '../renewal/first_council/plot.ts'
import { approve, planAndCall } from './before.ts'
import type { Poll } from './contest.ts'
import { fillRoll, search, vote } from './named_roll.ts'
import { openPolls } from './polling.ts'
import { electionIdOf } from './reconciliation.ts'
import { electionScenario } from './town.ts'

export const personOnTwoRolls = electionScenario({
  name: 'person-on-two-rolls',
  description: 'Det samme navn på to værestedslister: kun sekretæren får det at vide',
  places: 2,
  play: async (town) => {
    const shared = town.names.next().value
    const polls: Poll[] = []
    for (const area of town.places) polls.push(await planAndCall(town, { area, candidates: 2 }))
    for (const poll of polls) await approve(town, poll)
    for (const poll of polls) {
      const others = Array.from({ length: 3 }, () => town.names.next().value)
      await fillRoll(town, poll, [shared, ...others])
    }
    const [first, second] = polls
    if (!first || !second) throw new Error('der skal to væresteder til')
    const { secretary } = town.cast
    await step(town, secretary, `bliver gjort opmærksom på, at ${shared} står to steder`, async () => {
      const page = await secretary.open(`${first.at}/valgliste`)
      expectText(page, shared)
      expectText(page, second.area.name)
    })
    await step(town, first.officials[0], 'får intet at vide om den anden liste', async () => {
      const page = await first.officials[0].open(`${first.at}/valgliste`)
      if (page.text.includes(second.area.name)) throw new Error('siden nævner det andet værested')
    })
    for (const poll of polls) await openPolls(town, poll)
    for (const poll of polls) await vote(town, poll.officials[0], poll, shared)
    await step(town, first.officials[0], `kan ikke give ${shared} en seddel til det samme sted`, async () => {
      const page = await search(first.officials[0], first, shared)
      if (page.$('#traef [data-mark]').length > 0) throw new Error('der er en knap at udlevere med')
      const said = page.texts('#traef').join(' ')
      if (!said.includes(t('elections.polling.search.marked'))) throw new Error(said)
      return t('elections.polling.search.marked')
    })
    return async () => {
      for (const poll of polls) {
        const tally = await town.house
          .db('polling_tallies')
          .where({ election_id: electionIdOf(poll) })
          .first()
        town.journal.reconcile(`Har stemt på ${poll.area.name}`, 1, tally?.marked)
        town.journal.reconcile(`Udleveret på ${poll.area.name}`, 1, tally?.handed_out)
      }
      const named = await town.house.db('audit_events').where('details', 'like', `%${shared}%`)
      town.journal.reconcile('Vælgerens navn i logbogen', 0, named.length)
      await reconcileLog(town)
    }
  },
})
