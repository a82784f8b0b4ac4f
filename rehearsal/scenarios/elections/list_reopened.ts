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

export const listReopened = electionScenario({
  name: 'list-reopened',
  description: 'Et navn er forkert på den godkendte liste: den åbnes igen, og de gamle sedler gælder ikke',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 2 })
    await approve(town, poll)
    await print(town, poll, 40)
    await reopen(town, poll, 'misspelt')
    const right = await correctFirst(town, poll)
    await approveAnew(town, poll)
    await countVoid(town, poll, 40)
    await vote(town, poll)
    return async () => {
      const figures = { ballots: 15, blank: 1, votes: [9, 5] }
      await reconcileElection(town, poll, { after: 'certify', elected: [right], ...figures })
      await reconcileSeat(town, poll, right)
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

export const candidateDies = electionScenario({
  name: 'candidate-dies',
  description: 'En kandidat dør, efter at listen er godkendt: de andre står på en ny liste',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 3 })
    await approve(town, poll)
    await reopen(town, poll, 'died')
    await takeOff(town, poll)
    await approveAnew(town, poll)
    await vote(town, poll)
    return async () => {
      const figures = { ballots: 15, blank: 1, votes: [9, 5] }
      await reconcileElection(town, poll, {
        after: 'certify',
        elected: poll.candidates.slice(0, 1),
        ...figures,
      })
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

async function print(town: Town, poll: Poll, copies: number): Promise<void> {
  const [official] = poll.officials
  await step(town, official, `trykker ${copies} stemmesedler`, async () => {
    const form = await official.open(`${poll.at}/papirer`)
    await official.send(form, { copies: `${copies}` }, t('papers_page.prints.button'))
  })
}

async function reopen(town: Town, poll: Poll, because: string): Promise<void> {
  const { secretary } = town.cast
  await step(town, secretary, 'åbner den godkendte liste igen for valgbestyrelsen', async () => {
    const form = await secretary.open(paths.listReopening(electionIdOf(poll)))
    const why = { because, reason: 'Det kom frem, efter at listen var godkendt.', sure: 'ja' }
    await secretary.send(form, why, t('elections.reopening.button'))
  })
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  await step(town, citizen, 'læser, at listen bliver rettet', async () => {
    expectText(await citizen.open(poll.at.replace('/kontor', '')), 'Kandidatlisten bliver rettet.')
  })
}

async function correctFirst(town: Town, poll: Poll): Promise<string> {
  const [official] = poll.officials
  const [wrong = ''] = poll.candidates
  const right = `${wrong} Holm`
  await step(town, official, `retter ${wrong} til ${right}`, async () => {
    const page = await official.open(`${poll.at}/kandidater`)
    const form = await official.open(page.link(`${t('elections.candidates.correct_name')} ${wrong}`))
    await official.send(form, { name: right }, t('elections.correction.button'))
  })
  poll.candidates[0] = right
  return right
}

async function takeOff(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  const dead = poll.candidates.pop() ?? ''
  await step(town, official, `tager ${dead}, som er død, af listen`, async () => {
    const page = await official.open(`${poll.at}/kandidater`)
    const form = await official.open(page.link(`${t('elections.candidates.withdraw')} ${dead}`))
    await official.send(form, { because: 'died' }, t('elections.withdrawal.button', { name: dead }))
  })
}

async function approveAnew(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, 'godkender den nye liste', async () => {
    const form = await official.open(`${poll.at}/kandidatliste`)
    const page = await official.send(form, {}, t('elections.candidate_list.button'))
    expectText(page, t('elections.status.listed'))
  })
}

async function countVoid(town: Town, poll: Poll, found: number): Promise<void> {
  const [official] = poll.officials
  await step(town, official, 'samler de gamle sedler ind og gør dem op', async () => {
    const form = await official.open(`${poll.at}/papirer`)
    await official.send(form, { found: `${found}` }, t('papers_page.voids.button'))
  })
}

async function vote(town: Town, poll: Poll): Promise<void> {
  await openPolls(town, poll)
  await handOut(town, poll, BOX)
  await closePolls(town, poll, BOX)
  await countTwice(town, poll, BOX)
  await certify(town, poll, poll.candidates.slice(0, 1))
}
