import { settled } from '../../../../models/core/jobs.ts'
import { reconcileLog } from '../../../kit/council.ts'
import { paths } from '../../../../views/paths.ts'
import { expectText, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import { lockBox, pairTablet, type Slips, voteOnTablet } from '../booth.ts'
import type { Poll } from '../contest.ts'
import { certify } from '../counting.ts'
import { closePolls, openPolls } from '../polling.ts'
import { electionIdOf, reconcileBooth, reconcileElection, reconcileRecord } from '../reconciliation.ts'
import { electionScenario, type Town } from '../town.ts'
import { choicesOf } from '../turnout.ts'

const VOTES = [4, 2]

export const boxOpenedByTwo = electionScenario({
  name: 'box-opened-by-two',
  description: 'Stemmekassen åbner kun for to, der er logget ind på samme tid, hver med sin egen nøgleseddel',
  play: async (town) => {
    const poll = await planAndCall(town, { candidates: 2, more: { means: 'booth' } })
    await approve(town, poll)
    const slips = await lockBox(town, poll)
    await makerDoesNotCount(town, poll, slips)
    await openPolls(town, poll)
    const tablet = await pairTablet(town, poll)
    await voteOnTablet(town, poll, tablet, choicesOf(poll, { votes: VOTES }))
    await closePolls(town, poll, undefined)
    await oneAloneWaits(town, poll, slips)
    await oneGoesHome(town, poll, slips)
    await twoOpen(town, poll, slips)
    const elected = poll.candidates.slice(0, 1)
    await certify(town, poll, elected)
    return async () => {
      await reconcileElection(town, poll, { after: 'certify', elected, ballots: 6, blank: 0, votes: VOTES })
      await reconcileBooth(town, poll, { releases: 6, cast: 6, voided: 0 })
      const opening = await town.house
        .db('box_openings')
        .where({ election_id: electionIdOf(poll) })
        .first()
      const [, colleague, third] = poll.officials
      town.journal.reconcile('Åbnet af', `${colleague.name} og ${third.name}`, opening?.opened_by)
      const typed = await town.house.db('box_opening_slips').orderBy('place')
      const wrote = [`${colleague.name}: 2 ${colleague.name}`, `${third.name}: 3 ${third.name}`].join('; ')
      const written = typed.map((one) => `${one.typed_by}: ${one.number ?? ''} ${one.holder ?? ''}`)
      town.journal.reconcile('Hvem skrev hvilken seddel', wrote, written.join('; '))
      const left = await town.house.db('box_sitting_slips')
      town.journal.reconcile('Sedler, der venter endnu', 0, left.length)
      await reconcileRecord(town, poll)
      await reconcileLog(town)
    }
  },
})

/** Who named the holders tries the own slip too, and it does not count; nobody fetches or tries another one's. */
async function makerDoesNotCount(town: Town, poll: Poll, [first = '']: Slips): Promise<void> {
  const [maker] = poll.officials
  const at = `${poll.at}/stemmekasse`
  await step(town, maker, 'kan ikke se en andens nøgleseddel', async () => {
    const form = await maker.open(`${at}/min-noegleseddel`)
    const { fields } = form.fill({}, t('box.slip.try_button'))
    const page = await maker.post({ action: `${at}/noegleseddel/2/hent`, fields: { ...fields, as: 'page' } })
    expectText(page, t('refusals.slip_of_another_holder'))
  })
  await step(town, maker, 'prøver sin egen, og det tæller ikke med', async () => {
    const form = await maker.open(`${at}/min-noegleseddel`)
    expectText(form, t('box.slip.try_maker'))
    await maker.send(form, { slip_1: first }, t('box.slip.try_button'))
  })
}

async function oneAloneWaits(town: Town, poll: Poll, [first = '', , third = '']: Slips): Promise<void> {
  const [one] = poll.officials
  const at = `${poll.at}/stemmekasse`
  await step(town, one, 'har to sedler, men én person åbner ikke kassen', async () => {
    const form = await one.open(at)
    const page = await one.send(form, { slip_1: first }, t('box.opening.button'))
    expectText(page, t('box.opening.wait'))
    await one.post(form.fill({ slip_1: third }, t('box.opening.button')))
    await settled(town.house.db)
    if (await town.house.db('box_openings').first()) throw new Error('kassen blev åbnet af én')
  })
}

/** Who has signed out is not there: the slip that was typed no longer counts. */
async function oneGoesHome(town: Town, poll: Poll, [, second = '']: Slips): Promise<void> {
  const [one, other] = poll.officials
  const at = `${poll.at}/stemmekasse`
  await step(town, one, 'logger ud og går', async () => {
    const { fields } = (await one.open(at)).fill({}, t('box.opening.restart'))
    await one.post({ action: paths.signOut, fields })
  })
  await step(town, other, 'skriver sin seddel og ser, at den anden er gået', async () => {
    await other.send(await other.open(at), { slip_1: second }, t('box.opening.button'))
    await settled(town.house.db)
    if (await town.house.db('box_openings').first()) throw new Error('kassen blev åbnet uden den ene')
    await other.send(await other.open(at), {}, t('box.opening.restart'))
  })
}

/** Each on the page of the own slip, which told them to fetch and to try it before. */
async function twoOpen(town: Town, poll: Poll, [, second = '', third = '']: Slips): Promise<void> {
  const [, one, other] = poll.officials
  const at = `${poll.at}/stemmekasse/min-noegleseddel`
  await step(town, one, 'skriver sin seddel og bliver på siden', async () => {
    const page = await one.send(await one.open(at), { slip_1: second }, t('box.opening.button'))
    expectText(page, t('box.opening.wait'))
  })
  await step(town, other, 'skriver sin, og kassen åbner for dem begge', async () => {
    await other.send(await other.open(at), { slip_1: third }, t('box.opening.button'))
    await settled(town.house.db)
    expectText(await other.open(at), t('box.slip.now_opened'))
    for (const person of [one, other])
      expectText(await person.open(`${poll.at}/stemmekasse`), t('box.opened.cleared'))
  })
}
