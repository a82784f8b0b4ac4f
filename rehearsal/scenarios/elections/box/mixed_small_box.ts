import { reconcileLog } from '../../../kit/council.ts'
import { Person } from '../../../kit/person.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { lockBox, openBox, pairTablet, voteOnTablet } from '../booth.ts'
import { ballotsIn, handedOut, type Box, type Poll } from '../contest.ts'
import { certify, countTwice } from '../counting.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { electionIdOf, reconcileElection, reconcileRecord } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'
import { choicesOf } from '../turnout.ts'

/** One alone votes on the tablet, and all at the table saw who. */
const PAPER: Box = { votes: [7, 5, 0] }
const TABLET: Box = { votes: [0, 0, 1] }
const BOTH: Box = { votes: [7, 5, 1] }

export const mixedSmallBox = electionScenario({
  name: 'mixed-small-box',
  description: 'Tolv på papir og én på tablet: den ene bliver printet, blandet med sedlerne og talt med dem',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 3, more: { means: 'both' } })
    await approve(town, poll)
    const slips = await lockBox(town, poll)
    await openPolls(town, poll)
    const booth = await pairTablet(town, poll)
    await handOut(town, poll, PAPER)
    await voteOnTablet(town, poll, booth, choicesOf(poll, TABLET))
    await isWarned(town, poll)
    await closePolls(town, poll, PAPER, { oneBox: 'saml' })
    await cannotCount(town, poll)
    await openBox(town, poll, slips)
    await printAndMix(town, poll)
    await countTwice(town, poll, BOTH)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    const seen = await readInPublic(town, poll)
    return async () => {
      const votes = [7, 5, 1]
      await reconcileElection(town, poll, { after: 'certify', elected, ballots: 13, votes })
      const open = await town.house.db('ballots').where({ election_id: electionIdOf(poll) })
      town.journal.reconcile('Stemmer fra tabletten, der stadig ligger i databasen', 0, open.length)
      town.journal.reconcile('Hele protokollen er på nettet', 'ja', seen.isWhole ? 'ja' : 'nej')
      town.journal.reconcile('Sedler i protokollens eneste kasse', ballotsIn(BOTH), seen.inBox)
      town.journal.reconcile('Tablettens kasse for sig i protokollen', 'ingen', seen.booth)
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

/** Without the tick, nothing is closed. */
async function isWarned(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  town.house.clock.set(`${poll.pollingOn}T13:30:00Z`)
  await step(town, official, 'bliver advaret om den lille kasse, før afstemningen lukker', async () => {
    const form = await official.open(`${poll.at}/afstemning/lukning`)
    expectText(form, t('elections.closing.small_tablet', { count: 1, threshold: 10 }))
    const papers = { printed: `${handedOut(PAPER, {}) + 15}`, unused: '15' }
    const button = t('elections.closing.button')
    const refused = await official.sendInVain(form, { closed_at: '14.00', ...papers }, button)
    expectText(refused, t('refusals.small_box', { count: 1, threshold: 10 }))
  })
}

async function cannotCount(town: Town, poll: Poll): Promise<void> {
  const [official] = poll.officials
  await step(town, official, 'kan ikke tælle, før stemmen fra tabletten ligger blandt sedlerne', async () => {
    expectText(await official.open(`${poll.at}/optaelling`), t('elections.count.mix_first'))
  })
}

/** Nobody sees the sheet on a page: it comes out of the printer, once, and goes among the papers. */
async function printAndMix(town: Town, poll: Poll): Promise<void> {
  const [official, colleague] = poll.officials
  const at = `${poll.at}/stemmekasse/papir`
  await step(town, official, 'printer stemmen fra tabletten', async () => {
    const sheet = await official.send(await official.open(at), {}, t('box.papers.print_button'))
    if (sheet.status !== 200) throw new Error(`printet svarede ${sheet.status}`)
    const again = await official.sendInVain(await official.open(at), {}, t('box.papers.print_button'))
    expectText(again, t('refusals.reprint_without_reason'))
  })
  await step(town, colleague, 'blander den med sedlerne', async () => {
    const witnesses = { first_witness: official.name, second_witness: colleague.name }
    const page = await colleague.send(await colleague.open(at), witnesses, t('box.papers.mix_button'))
    expectText(page, t('box.papers.state.mixed', { count: 1 }))
  })
}

interface Sections {
  [name: string]: { hash?: string; value?: { in_box?: number } | null } | undefined
}

interface Seen {
  isWhole: boolean
  inBox: number | undefined
  booth: string
}

async function readInPublic(town: Town, poll: Poll): Promise<Seen> {
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  const at = poll.at.replace('/kontor', '')
  return step(town, citizen, 'læser hele protokollen, hvor de to kasser er én', async () => {
    const record = await citizen.look(`${at}/protokol.json`)
    const { sections } = JSON.parse(record.$.root().text()) as { sections: Sections }
    const { papers, booth } = sections
    // Texts are always sealed, and so are the salt and the places of them.
    const kept = Object.keys(sections).filter((name) => 'hash' in (sections[name] ?? {}))
    return {
      isWhole: kept.every((name) => ['salt', 'words_sealed'].includes(name)),
      inBox: papers?.value?.in_box,
      booth: booth?.value === null ? 'ingen' : JSON.stringify(booth),
    }
  })
}
