import { verifyRecord } from '../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../models/elections/record/record.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { Person } from '../../../kit/person.ts'
import { expectText, step } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { complain } from './complaint.ts'
import { ballotsIn, type Box, type Poll } from '../contest.ts'
import { certify, countTwice, finish } from '../counting.ts'
import { breakSeals, destroyPackages, sealPackages } from './packages.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { electionIdOf, reconcileElection, reconcileRounds } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'

/** No invalid ballot, so that no line of the record is about few people. */
const BOX: Box = { votes: [14, 10, 5], blank: 2 }
/** Three candidates and the blank: what a recount opens. */
const BALLOTS = [1, 2, 3, 4]

export const packagesSealed = electionScenario({
  name: 'packages-sealed',
  description: 'Stemmesedlerne lukkes i pakker, åbnes til en omtælling, lukkes igen og destrueres til sidst',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 3 })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, BOX, { exchanged: 2 })
    await closePolls(town, poll, BOX, { exchanged: 2 })
    await countTwice(town, poll, BOX)
    const first = await sealPackages(town, poll, 100)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    await complain(town, poll, 'Jeg tror, der er talt forkert.', 'recount')
    await countInVain(town, poll)
    await breakSeals(town, poll, BALLOTS)
    await countTwice(town, poll, BOX)
    const second = await sealPackages(town, poll, 200)
    await certify(town, poll, elected)
    await finish(town, poll)
    const whole = numbers(first + second).filter((number) => !BALLOTS.includes(number))
    await destroyPackages(town, poll, whole)
    return async () => {
      const figures = { ballots: ballotsIn(BOX), blank: 2, invalid: 0, votes: BOX.votes }
      await reconcileElection(town, poll, { after: 'makeFinal', elected, ...figures })
      await reconcileRounds(town, poll, { sheets: 4, agreedInRound: 2 })
      await reconcilePackages(town, poll, { sealings: 2, openings: 1, destroyed: whole })
      await reconcileLog(town)
    }
  },
})

async function countInVain(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, 'kan ikke tælle, så længe sedlerne ligger i lukkede pakker', async () => {
    const page = await official.open(`${poll.at}/optaelling`)
    expectText(page, 'Skriv først ind, at plomberne er brudt')
    return page.url
  })
}

interface ExpectedPackages {
  sealings: number
  openings: number
  destroyed: readonly number[]
}

/** In the newest record, which anyone may read. */
async function reconcilePackages(town: Town, poll: Poll, expected: ExpectedPackages): Promise<void> {
  const { house, journal } = town
  const id = electionIdOf(poll)
  const record = await findRecord(house.db, id)
  const document = record && readRecord(record)
  journal.reconcile('Protokollen er gjort op', 'destroyed', record?.made_at)
  journal.reconcile('Lukninger i protokollen', expected.sealings, document?.packages?.sealings.length)
  journal.reconcile('Brudte plomber i protokollen', expected.openings, document?.packages?.openings.length)
  const destroyed = document?.ballot_destruction?.packages?.join(', ')
  journal.reconcile('Destruerede pakker', expected.destroyed.join(', '), destroyed)
  const { faults } = await verifyRecord(house.db, house.keys, id)
  journal.reconcile('Valgprotokollen', 'hel', faults.length === 0 ? 'hel' : faults.join(', '))
  const citizen = new Person(house.base, { name: 'En borger', title: 'uden konto' })
  const page = await citizen.look(`${poll.at.replace('/kontor', '')}/protokol.json`)
  journal.reconcile('Protokollen kan læses af alle', 200, page.status)
}

function numbers(to: number): number[] {
  return Array.from({ length: to }, (_each, index) => index + 1)
}
