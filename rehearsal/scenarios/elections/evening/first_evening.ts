import { reconcileLog } from '../../../kit/council.ts'
import type { Person } from '../../../kit/person.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import { readRecord, findRecord } from '../../../../models/elections/record/record.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { getResult } from '../../../../models/elections/result/loading.ts'
import { approve, planAndCall } from '../before.ts'
import { ballotsIn, type Box, type Poll } from '../contest.ts'
import { certify, countAlone, readProvisional } from '../counting.ts'
import { lookForDifference } from '../difference.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { electionIdOf, reconcileElection, reconcileRecord, reconcileRounds } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'

/** 23 voters, of whom one spoils a paper and gets another one; two candidates come out equal. */
const BOX: Box = { votes: [10, 10, 2], blank: 1 }
const PAPERS = { exchanged: 1 }
const PHONE = '86 40 00 21'

export const firstEvening = electionScenario({
  name: 'first-evening',
  description:
    'To kolleger holder deres første valg: ødelagt seddel, forskel, stemmelighed og lod på telefonen',
  play: async (town) => {
    const { secretary } = town.cast
    await step(town, secretary, 'skriver sit telefonnummer på sin konto', async () => {
      await secretary.send(await secretary.open('/kontor/min-konto/telefon'), { phone: PHONE })
      return PHONE
    })
    const poll = await planAndCall(town, { candidates: 3 })
    const [first, second] = poll.officials
    await approve(town, poll)
    await openPolls(town, poll)
    await handOut(town, poll, BOX, PAPERS)
    await closePolls(town, poll, BOX, PAPERS)
    await countAlone(town, poll, first, BOX)
    await countAlone(town, poll, second, { votes: [11, 9, 2], blank: 1 })
    await step(town, second, 'ser efter, hvorfor tallene ikke er ens', () =>
      lookForDifference(second, poll.at, 'wrong_heap', 'En seddel lå i den forkerte bunke.'),
    )
    await step(town, first, 'læser, hvem der ellers kan vælge en af optællingerne', async () => {
      const page = await first.open(`${poll.at}/optaelling/forskel`)
      for (const text of [secretary.name, PHONE, t('who_may.keep_count.meanwhile')]) expectText(page, text)
    })
    await countAlone(town, poll, first, BOX)
    await countAlone(town, poll, second, BOX)
    const winner = poll.candidates[1] ?? ''
    await drawOnTelephone(town, poll, winner)
    await confirmOnFrontPage(town, poll, secretary)
    await certify(town, poll, [winner])
    await readProvisional(town, poll, [winner])
    return () => reconcile(town, poll, winner)
  },
})

/** The board is not there: the page says whom to call, and the two draw while the secretary listens. */
async function drawOnTelephone(town: Town, poll: Poll, winner: string): Promise<void> {
  const { secretary } = town.cast
  const [first, second] = poll.officials
  for (const path of ['/kontor', poll.at, `${poll.at}/lodtraekning`])
    await step(town, second, `læser på ${path}, hvem der skal trække lod`, async () => {
      const page = await second.open(path)
      for (const text of [secretary.name, PHONE, t('who_may.draw_lot.meanwhile')]) expectText(page, text)
    })
  await step(town, first, 'trækker lod med sekretæren på telefonen', async () => {
    const form = await first.open(`${poll.at}/lodtraekning`)
    const [called, chosen] = [form.choice('called', secretary.name), form.choice('chosen', winner)]
    const fields = { method: 'slips', witnesses: 'Personalet og to brugere', called, chosen }
    expectText(
      await first.send(form, fields, t('elections.lot.button')),
      t('public_election.lot_by_telephone'),
    )
    return `lodden faldt på ${winner}`
  })
}

async function confirmOnFrontPage(town: Town, poll: Poll, secretary: Person): Promise<void> {
  await step(town, secretary, 'bekræfter fra sin forside, at det gik sådan', async () => {
    const front = await secretary.open('/kontor')
    const [button, text] = ['button', 'text'].map((key) =>
      t(`tasks.lot_confirmation.${key}`, { area: poll.area.name }),
    )
    const lot = await secretary.open(front.link(`${button}: ${text}`))
    await secretary.send(lot, {}, t('elections.lot.confirm'))
  })
}

async function reconcile(town: Town, poll: Poll, winner: string): Promise<void> {
  const { house, journal, cast } = town
  const { votes, blank = 0 } = BOX
  const expected = { after: 'certify', elected: [winner], ballots: ballotsIn(BOX), blank, votes } as const
  await reconcileElection(town, poll, expected)
  await reconcileRounds(town, poll, { sheets: 4, agreedInRound: 2 })
  const id = electionIdOf(poll)
  const { count } = await getResult(house.db, await getAnyElection(house.db, id))
  journal.reconcile('Byttede stemmesedler', PAPERS.exchanged, count?.papers.exchanged)
  const record = await findRecord(house.db, id)
  const telephone = record ? (readRecord(record).lot?.telephone ?? []) : []
  journal.reconcile('På telefonen', cast.secretary.name, telephone.map(({ member }) => member).join(', '))
  journal.reconcile('Ikke bekræftet', 0, telephone.filter(({ confirmed_on }) => confirmed_on === null).length)
  await reconcileRecord(town, poll)
  await reconcileLog(town)
}
