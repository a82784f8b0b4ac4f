import { reconcileLog } from '../../../kit/council.ts'
import { Person } from '../../../kit/person.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { lockBox, openBox, pairTablet, voteOnTablet } from '../booth.ts'
import { ballotsIn, handedOut, type Box, type Poll } from '../contest.ts'
import { certify, countTwice } from '../counting.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { reconcileBooth, reconcileElection, reconcileRecord } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'
import { choicesOf } from '../turnout.ts'

/** One alone votes on the tablet, and all at the table saw who. */
const PAPER: Box = { votes: [7, 5, 0] }
const TABLET: Box = { votes: [0, 0, 1] }
const KEPT = 'ballot_destruction, booth, certifications, complaints, papers, polling, result, rounds, salt'

export const mixedSmallBox = electionScenario({
  name: 'mixed-small-box',
  description: 'Tolv på papir og én på tablet: lukningen advarer, og ingen ser den ene kasse for sig',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 3, more: { means: 'both' } })
    await approve(town, poll)
    const slips = await lockBox(town, poll)
    await openPolls(town, poll)
    const booth = await pairTablet(town, poll)
    await handOut(town, poll, PAPER)
    await voteOnTablet(town, poll, booth, choicesOf(poll, TABLET))
    await isWarned(town, poll)
    await closePolls(town, poll, PAPER)
    await countTwice(town, poll, PAPER)
    await openBox(town, poll, slips)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    const seen = await readInPublic(town, poll)
    return async () => {
      const votes = [7, 5, 1]
      await reconcileElection(town, poll, { after: 'certify', elected, ballots: 13, votes })
      await reconcileBooth(town, poll, { releases: 1, cast: ballotsIn(TABLET), voided: 0 })
      town.journal.reconcile('Vises ikke af protokollen på nettet', KEPT, seen.kept)
      town.journal.reconcile('Resultatets kode i de åbne data', 'ingen', seen.code ?? 'ingen')
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

async function readInPublic(town: Town, poll: Poll): Promise<{ kept: string; code: string | null }> {
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  const at = poll.at.replace('/kontor', '')
  return step(town, citizen, 'ser tallene fra begge kasser lagt sammen og intet om den ene', async () => {
    const page = await citizen.open(at)
    expectText(page, t('public_election.record_withheld', { count: 10 }))
    const record = await citizen.look(`${at}/protokol.json`)
    const data = await citizen.look(`/aabne-data${at}`)
    const { result } = JSON.parse(data.$.root().text()) as { result: { record_hash: string | null } }
    const { sections } = JSON.parse(record.$.root().text()) as { sections: Record<string, object> }
    const kept = Object.keys(sections).filter((name) => 'hash' in (sections[name] ?? {}))
    return { kept: kept.join(', '), code: result.record_hash }
  })
}
