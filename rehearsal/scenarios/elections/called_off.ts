import { paths } from '../../../views/paths.ts'
import { reconcileLog } from '../../kit/council.ts'
import { Person } from '../../kit/person.ts'
import { expectText, step, t } from '../renewal/first_council/plot.ts'
import { approve, planAndCall } from './before.ts'
import { electionIdOf, reconcileElection, reconcileSeat } from './reconciliation.ts'
import { electionScenario } from './town.ts'

export const electionCalledOff = electionScenario({
  name: 'election-called-off',
  description: 'Valget aflyses, før nogen har stemt: alle får det at vide, og pladsen er stadig ledig',
  play: async (town) => {
    const { secretary } = town.cast
    const poll = await planAndCall(town, { candidates: 2 })
    await approve(town, poll)
    await step(town, secretary, 'aflyser valget, fordi stedet er lukket', async () => {
      const form = await secretary.open(paths.callOff(electionIdOf(poll)))
      const why = { decided_by: 'Valgbestyrelsen', reason: 'Stedet er lukket.', sure: 'ja' }
      const page = await secretary.send(form, why, t('elections.call_off.button'))
      expectText(page, t('elections.call_off.plan'))
    })
    const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
    await step(town, citizen, 'læser, at valget er aflyst', async () => {
      expectText(await citizen.open(poll.at.replace('/kontor', '')), t('public_election.now.called_off'))
    })
    return async () => {
      await reconcileElection(town, poll, { after: 'callOff', elected: [] })
      await reconcileSeat(town, poll, 'ledig')
      await reconcileLog(town)
    }
  },
})
