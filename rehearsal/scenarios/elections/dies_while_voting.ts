import { afterFirstVote } from '../../../models/rules/elections/incidents/after_first_vote.ts'
import { paths } from '../../../views/paths.ts'
import { reconcileLog } from '../../kit/council.ts'
import { Person } from '../../kit/person.ts'
import { expectText, step, t } from '../renewal/first_council/plot.ts'
import { approve, planAndCall } from './before.ts'
import type { Box, Poll } from './contest.ts'
import { certify, countTwice } from './counting.ts'
import { closePolls, handOut, openPolls } from './polling.ts'
import { electionIdOf, reconcileElection, reconcileRecord, reconcileSeat } from './reconciliation.ts'
import { electionScenario, type Town } from './town.ts'

const BOX: Box = { votes: [9, 5], blank: 1 }

/** The seat stays open, goes to the next, or the vote stops: each council has a rule of its own. */
export const candidateDiesWhileVoting = electionScenario({
  name: 'candidate-dies-while-voting',
  statutesFiles: [
    'statutes/randers-2018.json',
    'statutes/proever/skovlund-2022.json',
    'statutes/proever/havneby-2024.json',
  ],
  description: 'En kandidat dør, mens der bliver stemt: vedtægterne siger, om afstemningen går videre',
  play: async (town) => {
    const rule = afterFirstVote(town.house.statutes)
    const poll = await voting(town)
    const [dead = '', next = ''] = poll.candidates
    await happened(town, poll, { because: 'died', reason: 'Familien har ringet.' })
    if (rule === 'stops') return stopped(town, poll)
    await handOut(town, poll, { votes: [1] })
    await closePolls(town, poll, BOX)
    await countTwice(town, poll, BOX)
    const elected = rule === 'seat_next' ? [next] : []
    await certify(town, poll, elected)
    await readResult(town, poll, dead, rule)
    return async () => {
      const figures = { ballots: 15, blank: 1, votes: [9, 5] }
      await reconcileElection(town, poll, { after: 'certify', elected, ...figures })
      await reconcileSeat(town, poll, elected[0] ?? 'ledig')
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

export const voteStops = electionScenario({
  name: 'vote-stops',
  description: 'To kandidater kan forveksles på stemmesedlen: afstemningen stopper, og intet bliver talt',
  play: async (town) => {
    const poll = await voting(town)
    await happened(town, poll, {
      because: 'misspelt',
      misled: 'ja',
      reason: 'De to hedder næsten det samme.',
    })
    return stopped(town, poll)
  },
})

/** Fourteen of fifteen have voted. */
async function voting(town: Town): Promise<Poll> {
  const poll = await planAndCall(town, { candidates: 2 })
  await approve(town, poll)
  await openPolls(town, poll)
  await handOut(town, poll, { votes: [8, 5], blank: 1 })
  return poll
}

async function happened(town: Town, poll: Poll, what: Record<string, string>): Promise<void> {
  const { secretary } = town.cast
  const [, , second] = poll.officials
  const [name = ''] = poll.candidates
  const at = paths.incidents(electionIdOf(poll))
  await step(town, secretary, 'kan ikke åbne listen igen og ser, hvad der så skal ske', async () => {
    expectText(await secretary.open(paths.listReopening(electionIdOf(poll))), t('elections.incidents.title'))
  })
  await step(town, secretary, `skriver ind for valgbestyrelsen, hvad der er sket med ${name}`, async () => {
    const form = await secretary.open(at)
    const typed = { ...what, candidacy: form.choice('candidacy', name) }
    const check = await secretary.send(form, typed, t('elections.incidents.button'))
    expectText(check, name)
    const page = await secretary.send(check, {}, t('elections.incident_check.button'))
    expectText(page, what.reason ?? '')
    expectText(page, t('elections.incidents.states.waits'))
  })
  await step(town, second, `læser, hvad der er sket med ${name}, og skriver under`, async () => {
    const page = await second.follow(await second.open(at), t('elections.incidents.sign_link'))
    expectText(page, name)
    expectText(page, what.reason ?? '')
    const signed = await second.send(page, {}, t('elections.incident.sign'))
    expectText(signed, t('elections.incidents.states.signed'))
  })
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  await step(town, citizen, 'læser, hvad der er sket, men ikke hvad der er skrevet om det', async () => {
    const page = await citizen.open(poll.at.replace('/kontor', ''))
    expectText(page, name)
    if (page.text.includes(what.reason ?? '')) throw new Error('grunden er offentlig')
  })
}

async function readResult(
  town: Town,
  poll: Poll,
  dead: string,
  rule: 'seat_open' | 'seat_next',
): Promise<void> {
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  await step(town, citizen, 'læser, hvad der blev af pladsen', async () => {
    const page = await citizen.open(poll.at.replace('/kontor', ''))
    expectText(page, t(`public_election.step.${rule}`, { names: dead, count: 1 }))
  })
}

/** The papers are accounted for, nothing is counted, and another election can be planned. */
async function stopped(town: Town, poll: Poll): Promise<() => Promise<void>> {
  const { secretary } = town.cast
  await closePolls(town, poll, { votes: [8, 5], blank: 1 })
  await step(town, secretary, 'ser, at valget skal holdes om', async () => {
    expectText(await secretary.open(poll.at), t('elections.next.rerun.button'))
  })
  return async () => {
    await reconcileElection(town, poll, { after: 'closeStopped', elected: [] })
    await reconcileSeat(town, poll, 'ledig')
    await reconcileRecord(town, poll)
    await reconcileLog(town)
  }
}
