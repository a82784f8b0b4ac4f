import { addDays, formatShortDate } from '../../../models/core/dates.ts'
import { paths } from '../../../views/paths.ts'
import { reconcileLog } from '../../kit/council.ts'
import { nextDay, step } from '../renewal/first_council/plot.ts'
import { Person } from '../../kit/person.ts'
import { approve, planAndCall, takeCandidate } from './before.ts'
import { electionIdOf, reconcileElection, reconcileSeat } from './reconciliation.ts'
import { daysAround, electionScenario } from './town.ts'

export const noCandidates = electionScenario({
  name: 'no-candidates',
  description: 'Ingen stiller op: pladsen er ledig, og der indkaldes igen',
  play: async (town) => {
    const { secretary } = town.cast
    const poll = await planAndCall(town, { candidates: 0 })
    await approve(town, poll)
    const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
    await step(town, citizen, 'læser, at ingen stillede op, og ikke et ord om stemmer', async () => {
      const page = await citizen.open(poll.at.replace('/kontor', ''))
      const found = /\b\d+ stemmer?\b/.exec(page.text)
      if (found) throw new Error(`siden siger "${found[0]}"`)
    })
    const again = addDays(poll.pollingOn, 35)
    await step(town, secretary, 'indkalder kandidater igen, fem uger senere', async () => {
      const form = await secretary.open(paths.electionCallAgain(electionIdOf(poll)))
      await secretary.send(form, {
        polling_on: formatShortDate(again),
        candidates_by: formatShortDate(addDays(again, -10)),
      })
    })
    nextDay(town, daysAround(again).candidates, 'En melder sig')
    const name = await takeCandidate(town, poll)
    return async () => {
      await reconcileElection(town, poll, { after: 'callAgain', elected: [] })
      town.journal.reconcile('Nye kandidater', name, poll.candidates.join(', '))
      await reconcileSeat(town, poll, 'ledig')
      await reconcileLog(town)
    }
  },
})
