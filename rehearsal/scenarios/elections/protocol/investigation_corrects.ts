import { verifyRecord } from '../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../models/elections/record/record.ts'
import { addDays } from '../../../../models/core/dates.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { Person } from '../../../kit/person.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { ballotsIn, type Box, type Poll } from '../contest.ts'
import { certify, countTwice } from '../counting.ts'
import { breakSeals, sealPackages } from './packages.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { electionIdOf, reconcileElection, reconcileHolders, reconcileRounds } from '../reconciliation.ts'
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
      await reconcileCorrection(town, poll, [first, second])
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

/** In the corrected record, and on the page that anyone may read. */
async function reconcileCorrection(
  town: Town,
  poll: Poll,
  [first, second]: readonly [string, string],
): Promise<void> {
  const { house, journal } = town
  const id = electionIdOf(poll)
  const record = await findRecord(house.db, id)
  const document = record && readRecord(record)
  const corrected = document?.investigations?.[0]?.corrected
  const nameOf = (one: number | undefined) => document?.candidates.find((each) => each.id === one)?.name
  journal.reconcile('Protokollen er rettet', 'corrected', record?.made_at)
  journal.reconcile('Valgt før', first, nameOf(corrected?.was.elected[0]))
  journal.reconcile('Valgt nu', second, nameOf(corrected?.is?.elected[0]))
  const changes = corrected?.changes.map(({ was, is }) => `${was} → ${is}`).join(', ')
  journal.reconcile('Det rettede', '10 → 22, 24 → 36', changes)
  const { faults } = await verifyRecord(house.db, house.keys, id)
  journal.reconcile('Valgprotokollen', 'hel', faults.length === 0 ? 'hel' : faults.join(', '))
  const citizen = new Person(house.base, { name: 'En borger', title: 'uden konto' })
  const page = await citizen.open(poll.at.replace('/kontor', ''))
  expectText(page, REASON)
  journal.reconcile('Alle kan se de gamle og de nye tal', 2, page.texts('#correction-1 tbody tr').length)
}
