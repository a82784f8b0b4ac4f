import { readRecord } from '../../../../models/elections/record/record.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { Person } from '../../../kit/person.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { lockBox, openBox, pairTablet, voteOnTablet } from '../booth.ts'
import { ballotsIn, type Box, type Poll } from '../contest.ts'
import { certify } from '../counting.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { electionIdOf, reconcileElection, reconcileRecord } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'
import { choicesOf } from '../turnout.ts'

/** Three vote on paper, and all at the table saw who: two for the second candidate, one blank. */
const PAPER: Box = { votes: [0, 2, 0], blank: 1 }
const TABLET: Box = { votes: [6, 3, 2] }
const BOTH: Box = { votes: [6, 5, 2], blank: 1 }

export const mixedSmallPaperBox = electionScenario({
  name: 'mixed-small-paper-box',
  description:
    'Tre på papir og elleve på tablet: to lægger de tre sedler i tablettens kasse, den sidste bliver fundet bagefter, og det hele tælles som én',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 3, more: { means: 'both' } })
    await approve(town, poll)
    const slips = await lockBox(town, poll)
    await openPolls(town, poll)
    const booth = await pairTablet(town, poll)
    await handOut(town, poll, PAPER)
    await voteOnTablet(town, poll, booth, choicesOf(poll, TABLET))
    await closePolls(town, poll, PAPER, { oneBox: 'ind' })
    await cannotCount(town, poll)
    await takePlaces(town, poll)
    await enterWrongly(town, poll)
    await enterAllButOne(town, poll)
    await findTheLast(town, poll)
    await openBox(town, poll, slips)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    const seen = await readInPublic(town, poll)
    return async () => {
      await reconcileElection(town, poll, {
        after: 'certify',
        elected,
        ballots: ballotsIn(BOTH),
        votes: BOTH.votes,
      })
      const left = await town.house.db('entered_papers').where({ election_id: electionIdOf(poll) })
      town.journal.reconcile('Forseglede sedler, der stadig ligger i databasen', 0, left.length)
      town.journal.reconcile('Hele protokollen er på nettet', 'nej', seen.isWhole ? 'ja' : 'nej')
      town.journal.reconcile('Stemmesedler lagt i tablettens kasse', ballotsIn(PAPER), seen.entered)
      town.journal.reconcile('Gange der blev åbnet for flere sedler', 1, seen.reopened)
      town.journal.reconcile('Tælleark for papiret i protokollen', 0, seen.rounds)
      town.journal.reconcile('Koder på væggen', ballotsIn(TABLET), seen.codes)
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

async function cannotCount(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, 'tæller ikke sedlerne i hånden og åbner ikke kassen endnu', async () => {
    expectText(await official.open(`${poll.at}/optaelling`), t('elections.count.entered'))
    expectText(await official.open(`${poll.at}/stemmekasse`), t('refusals.papers_not_entered'))
  })
}

async function takePlaces(town: Town, poll: Poll): Promise<void> {
  const [official, colleague] = poll.officials
  for (const [who, said] of [
    [official, 'alone'],
    [colleague, 'watch'],
  ] as const)
    await step(town, who, 'tager plads ved kassen på sin egen skærm', async () => {
      const page = await who.send(
        await who.open(`${poll.at}/stemmekasse/sedler`),
        {},
        t('box.entry.join_button'),
      )
      expectText(page, t(`box.entry.state.${said}`))
    })
}

/** The second one says no once: the paper is entered again, and is in the box once. */
async function enterWrongly(town: Town, poll: Poll): Promise<void> {
  const [official, colleague] = poll.officials
  const at = `${poll.at}/stemmekasse/sedler`
  const [wrong] = poll.candidates
  await step(town, official, 'taster den første seddel forkert ind', async () => {
    expectText(await showPaper(poll, wrong), t('box.entry.state.waits'))
  })
  await step(town, colleague, 'ser, at den ikke passer', async () => {
    const page = await colleague.open(at)
    expectText(page, t('box.entry.state.confirm'))
    await colleague.send(page, {}, t('box.entry.again'))
  })
}

/** One paper lies under the cloth. Each of the two counts the pile, and says that it is all. */
async function enterAllButOne(town: Town, poll: Poll): Promise<void> {
  const [official, colleague] = poll.officials
  const at = `${poll.at}/stemmekasse/sedler`
  const choices = choicesOf(poll, PAPER)
  const some = choices.slice(0, -1)
  await step(town, official, 'taster sedlerne ind, og den anden siger ja til hver', async () => {
    for (const name of some) await putIn(poll, name)
    const progress = { count: some.length, expected: choices.length }
    expectText(await official.open(at), t('box.entry.progress', progress))
    return `${some.length} sedler`
  })
  const counted = { papers: `${some.length}`, difference_reason: 'Vi kan ikke finde en af sedlerne.' }
  await step(town, official, 'tæller bunken og siger, at alle er tastet ind', async () => {
    const form = await official.open(`${at}/slut`)
    await official.sendInVain(form, { ...counted, papers: '4' }, t('box.entry.end_button'))
    const page = await official.send(await official.open(`${at}/slut`), counted, t('box.entry.end_button'))
    expectText(page, t('box.entry.state.end_waits'))
  })
  await step(town, colleague, 'vil tælle en gang til, når begge har ledt', async () => {
    const page = await colleague.open(at)
    expectText(page, counted.difference_reason)
    await colleague.send(page, {}, t('box.entry.said_no'))
  })
  await step(town, official, 'siger det igen: grunden står der endnu', async () => {
    const form = await official.open(at)
    expectText(form, counted.difference_reason)
    await official.send(form, { papers: counted.papers }, t('box.entry.end_button'))
  })
  await sayYes(town, poll, some.length)
}

/** Those that are in stay in. */
async function findTheLast(town: Town, poll: Poll): Promise<void> {
  const [official, colleague] = poll.officials
  const at = `${poll.at}/stemmekasse/sedler`
  const choices = choicesOf(poll, PAPER)
  await step(town, colleague, 'finder den sidste seddel og åbner for flere', async () => {
    const form = await colleague.open(`${at}/flere`)
    const page = await colleague.send(form, { found: 'Den lå under dugen.' }, t('box.entry.found_button'))
    expectText(page, t('box.entry.state.watch'))
  })
  await step(town, official, 'taster den ind, og den anden siger ja', async () => {
    await putIn(poll, choices.at(-1))
    const papers = `${choices.length}`
    await official.send(await official.open(at), { papers, difference_reason: '' }, t('box.entry.end_button'))
  })
  await sayYes(town, poll, choices.length)
}

async function putIn(poll: Poll, name: string | undefined): Promise<void> {
  const [, colleague] = poll.officials
  await showPaper(poll, name)
  const page = await colleague.open(`${poll.at}/stemmekasse/sedler`)
  await colleague.send(page, {}, t('box.entry.confirm_button'))
}

async function sayYes(town: Town, poll: Poll, count: number): Promise<void> {
  const [, colleague] = poll.officials
  await step(town, colleague, 'tæller også bunken og siger ja', async () => {
    const page = await colleague.open(`${poll.at}/stemmekasse/sedler`)
    expectText(await colleague.send(page, {}, t('box.entry.said_yes')), t('box.entry.state.done', { count }))
  })
}

/** What one of them types; no name is a blank paper. */
async function showPaper(poll: Poll, name: string | undefined) {
  const [official] = poll.officials
  const form = await official.open(`${poll.at}/stemmekasse/sedler`)
  const typed =
    name === undefined ? { kind: 'blank' } : { kind: 'crosses', marks: [form.choice('marks', name)] }
  return official.send(form, typed, t('box.entry.enter_button'))
}

interface Seen {
  isWhole: boolean
  entered: number | undefined
  reopened: number | undefined
  rounds: number
  codes: number
}

/** A tablet takes no invalid ballot, so the public part has blank and invalid ballots neither apart nor to be worked out. */
async function readInPublic(town: Town, poll: Poll): Promise<Seen> {
  const [official] = poll.officials
  const inOffice = await step(town, official, 'læser hele protokollen, hvor de to kasser er én', async () => {
    const page = await official.look(`${poll.at}/protokol.json`)
    return readRecord({ document: page.$.root().text() })
  })
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  const at = poll.at.replace('/kontor', '')
  return step(town, citizen, 'læser den del af protokollen, der er for alle', async () => {
    expectText(await citizen.open(at), t('public_election.blank_or_invalid'))
    const record = await citizen.look(`${at}/protokol.json`)
    const keptBack = record.$.root()
      .text()
      .match(/"(?:booth|totals)":\{"hash"/g)
    const codes = await citizen.look(`${at}/koder.txt`)
    return {
      isWhole: keptBack?.length !== 2,
      entered: inOffice.booth?.from_papers,
      reopened: inOffice.entered?.reopenings?.length,
      rounds: inOffice.rounds.length,
      codes: codes.$.root().text().trim().split('\n').length,
    }
  })
}
