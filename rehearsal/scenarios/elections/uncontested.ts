import { reconcileLog } from '../../kit/council.ts'
import { expectText, step } from '../renewal/first_council/plot.ts'
import { Person } from '../../kit/person.ts'
import { approve, planAndCall } from './before.ts'
import { certify, finish } from './counting.ts'
import { reconcileElection, reconcileRecord, reconcileSeat } from './reconciliation.ts'
import { electionScenario } from './town.ts'

const BODY = 'Valgbestyrelsen'

export const uncontested = electionScenario({
  name: 'uncontested',
  description: 'Én kandidat til én plads: nogen beslutter, at der ikke skal stemmes',
  play: async (town) => {
    const { secretary } = town.cast
    const poll = await planAndCall(town, { candidates: 1 })
    const [elected = ''] = poll.candidates
    await approve(town, poll)
    await step(
      town,
      secretary,
      `skriver beslutningen ind: ${BODY} beslutter, at der ikke stemmes`,
      async () => {
        const form = await secretary.open(`${poll.at}/fredsvalg`)
        await secretary.send(form, { decided_by: BODY })
      },
    )
    await certify(town, poll, [elected])
    const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
    await step(
      town,
      citizen,
      `læser, at ${elected} er valgt uden afstemning, og ikke et ord om stemmer`,
      async () => {
        const page = await citizen.open(poll.at.replace('/kontor', ''))
        expectText(page, elected)
        expectText(page, BODY)
        const found = /\b\d+ stemmer?\b/.exec(page.text)
        if (found) throw new Error(`siden siger "${found[0]}"`)
      },
    )
    await finish(town, poll)
    return async () => {
      await reconcileElection(town, poll, { after: 'makeFinal', elected: [elected] })
      await reconcileSeat(town, poll, elected)
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})
