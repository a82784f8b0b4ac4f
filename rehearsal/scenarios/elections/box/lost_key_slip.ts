import { reconcileLog } from '../../../kit/council.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { lockBox, openBox, pairTablet, voteOnTablet, type Slips } from '../booth.ts'
import type { Poll } from '../contest.ts'
import { certify } from '../counting.ts'
import { closePolls, openPolls } from '../polling.ts'
import { electionIdOf, reconcileBooth, reconcileElection, reconcileRecord } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'
import { choicesOf } from '../turnout.ts'

const VOTES = [5, 3]

export const lostKeySlip = electionScenario({
  name: 'lost-key-slip',
  description: 'Én nøgleseddel er væk: de to andre åbner kassen. Er to væk, skal valget holdes om',
  places: 2,
  play: async (town) => {
    const [lucky, unlucky] = town.places
    if (!lucky || !unlucky) throw new Error('der skal to væresteder til')
    const found = await pollWith(town, lucky)
    const lost = await pollWith(town, unlucky)
    for (const { poll } of [found, lost]) await openPolls(town, poll)
    for (const { poll } of [found, lost]) {
      const tablet = await pairTablet(town, poll)
      await voteOnTablet(town, poll, tablet, choicesOf(poll, { votes: VOTES }))
    }
    for (const { poll } of [found, lost]) await closePolls(town, poll, undefined)
    await openBox(town, found.poll, found.slips)
    await failToOpen(town, lost.poll, lost.slips)
    await giveUpBox(town, lost.poll)
    await certify(town, found.poll, found.poll.candidates.slice(0, 1))
    return async () => {
      const elected = found.poll.candidates.slice(0, 1)
      const figures = { ballots: 8, blank: 0, votes: VOTES }
      await reconcileElection(town, found.poll, { after: 'certify', elected, ...figures })
      await reconcileBooth(town, found.poll, { releases: 8, cast: 8, voided: 0 })
      await reconcileRecord(town, found.poll)
      await reconcileElection(town, lost.poll, { after: 'loseBox', elected: [] })
      const opened = await town.house.db('ballots').where({ election_id: electionIdOf(lost.poll) })
      town.journal.reconcile('Åbnede stemmer uden nøgle', 0, opened.length)
      await reconcileLog(town)
    }
  },
})

async function pollWith(town: Town, area: Town['places'][number]): Promise<{ poll: Poll; slips: Slips }> {
  const poll = await planAndCall(town, { area, candidates: 2, more: { means: 'booth' } })
  await approve(town, poll)
  return { poll, slips: await lockBox(town, poll) }
}

async function failToOpen(town: Town, poll: Poll, [only = '']: Slips): Promise<void> {
  const [official, colleague] = poll.officials
  await step(town, colleague, 'prøver at åbne kassen med den samme seddel som den første', async () => {
    const at = `${poll.at}/stemmekasse`
    const button = t('box.opening.button')
    await official.send(await official.open(at), { slip_1: only }, button)
    const page = await colleague.sendInVain(await colleague.open(at), { slip_1: only }, button)
    return page.errors.join(' ')
  })
}

async function giveUpBox(town: Town, poll: Poll): Promise<void> {
  const { secretary } = town.cast
  await step(
    town,
    secretary,
    'skriver ind, at nøglesedlerne er væk, og at valget skal holdes om',
    async () => {
      const form = await secretary.open(`${poll.at}/stemmekasse/tabt`)
      const decision = {
        decided_by: 'Valgbestyrelsen',
        reason: 'To af tre sedler er blevet væk.',
        sure: 'ja',
      }
      const page = await secretary.send(form, decision, t('box.lost.button'))
      expectText(page, t('elections.next.rerun.button'))
    },
  )
}
