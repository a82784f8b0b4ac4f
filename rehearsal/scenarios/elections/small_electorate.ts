import { reconcileLog } from '../../kit/council.ts'
import { step } from '../renewal/first_council/plot.ts'
import { Person } from '../../kit/person.ts'
import { approve, planAndCall } from './before.ts'
import { ballotsIn, type Box } from './contest.ts'
import { certify, countTwice } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { reconcileElection, reconcileRecord } from './reconciliation.ts'
import { electionScenario } from './town.ts'

/** All voted alike: figures would tell how each voter voted. */
const BOX: Box = { votes: [4, 0] }

export const smallElectorate = electionScenario({
  name: 'small-electorate',
  description: 'Fire stemmer: offentligheden ser, hvem der er valgt, og ingen tal',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 2 })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, BOX)
    await closePolls(town, poll, BOX)
    await countTwice(town, poll, BOX)
    const [elected = '', loser = ''] = poll.candidates
    await certify(town, poll, [elected])
    const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
    let seen = ''
    await step(town, citizen, `ser, at ${elected} er valgt, men ingen tal`, async () => {
      const page = await citizen.open(poll.at.replace('/kontor', ''))
      seen = page.text
      if (!seen.includes(elected)) throw new Error('siden siger ikke, hvem der er valgt')
      const record = await citizen.look(`${poll.at.replace('/kontor', '')}/protokol.json`)
      if (record.status !== 200) throw new Error(`protokollens offentlige del svarede ${record.status}`)
      const told = /"(totals|rounds|papers|result)":\{"salt"|ballots_in_box/.exec(record.$.root().text())
      if (told) throw new Error(`protokollens offentlige del fortæller ${told[0]}`)
    })
    return async () => {
      const expected = {
        after: 'certify',
        elected: [elected],
        ballots: ballotsIn(BOX),
        votes: BOX.votes,
      } as const
      await reconcileElection(town, poll, expected)
      const figures = /\b(4|fire|0) stemmer\b/i.exec(seen)?.[0]
      town.journal.reconcile('Tal på den offentlige side', 'ingen', figures ?? 'ingen')
      town.journal.reconcile(
        'Nævnes den anden som taber',
        'nej',
        seen.includes(`${loser} fik`) ? 'ja' : 'nej',
      )
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})
