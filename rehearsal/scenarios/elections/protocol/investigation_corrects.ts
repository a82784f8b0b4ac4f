import { addDays } from '../../../../models/core/dates.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { ballotsIn, type Box, type Poll } from '../contest.ts'
import { certify, countTwice } from '../counting.ts'
import { reconcileCorrection } from './correction.ts'
import { breakSeals, sealPackages } from './packages.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { reconcileElection, reconcileHolders, reconcileRounds } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'

/** A heap of twelve for the second was left in the box, and both counters missed it. */
const FOUND: Box = { votes: [14, 22] }
const COUNTED: Box = { votes: [14, 10] }
const REASON = 'En bunke lå tilbage i kassen.'
const MISSING = { reason: 'Nogle gik måske med sedlen.' }

export const investigationCorrects = electionScenario({
  name: 'investigation-corrects',
  description: 'Valgbestyrelsen undersøger en optælling, stemmerne tælles om, og en anden bliver valgt',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 2 })
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, FOUND)
    await closePolls(town, poll, FOUND)
    await countTwice(town, poll, COUNTED, MISSING)
    await sealPackages(town, poll, 100)
    const [first = '', second = ''] = poll.candidates
    await certify(town, poll, [first])
    await investigate(town, poll)
    await breakSeals(town, poll, [1, 2])
    await countTwice(town, poll, FOUND)
    await sealPackages(town, poll, 200)
    await certify(town, poll, [second])
    return async () => {
      const figures = { ballots: ballotsIn(FOUND), votes: FOUND.votes }
      await reconcileElection(town, poll, { after: 'certify', elected: [second], ...figures })
      await reconcileRounds(town, poll, { sheets: 4, agreedInRound: 2 })
      await reconcileHolders(town, poll, [[addDays(town.term.startsOn, 0), second]])
      const page = await reconcileCorrection(town, poll, {
        elected: [first, second],
        changes: '10 → 22, 24 → 36',
        correctionIn: ({ investigations }) => investigations?.[0]?.corrected,
        table: 'correction-1',
      })
      expectText(page, REASON)
      await reconcileLog(town)
    }
  },
})

/** The board says why, what it found, and signs it twice. */
async function investigate(town: Town, poll: Poll): Promise<void> {
  const { secretary } = town.cast
  const [counter, , other] = poll.officials
  const at = `${poll.at}/undersoegelse`
  await step(town, secretary, `begynder at undersøge valget: »${REASON}«`, async () => {
    await secretary.send(await secretary.open(at), { reason: REASON })
  })
  await step(town, counter, 'har selv talt og kan ikke skrive under', async () => {
    const page = await counter.open(at)
    if (page.$('main form[method=post]').length > 0) throw new Error('der er en knap')
  })
  await step(town, secretary, 'skriver ind, hvad de fandt, og at stemmerne tælles om', async () => {
    const found = { findings: 'Bunken var ikke talt med.', figures: 'new' }
    await secretary.send(await secretary.open(at), found)
  })
  await step(town, other, 'skriver også under', async () => {
    const page = await other.send(await other.open(at), {}, t('elections.investigation.sign'))
    expectText(page, t('elections.investigation.counting'))
  })
}
