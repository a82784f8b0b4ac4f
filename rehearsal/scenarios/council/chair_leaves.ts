import { addDays, formatDate, formatShortDate, type IsoDate } from '../../../models/core/dates.ts'
import { listOfficersOn } from '../../../models/council/offices/offices.ts'
import { paths } from '../../../views/paths.ts'
import { electOfficers, planMeeting } from '../renewal/first_council/meeting.ts'
import type { Scenario } from '../../kit/play.ts'
import { leaveSeat, openOffice, reconcileLog, seatEverybody } from '../../kit/council.ts'
import { expectText, nextDay, step, t, type Plot } from '../renewal/first_council/plot.ts'
import { newestTerm } from '../renewal/first_council/scenario.ts'
import { reconcileSeat } from '../renewal/setup.ts'

/** The vice chair acts, and the next meeting chooses a new chair. */
export const chairLeaves: Scenario = {
  name: 'chair-leaves',
  description: 'Formanden stopper: næstformanden fungerer, og næste møde vælger en ny',
  begins: (statutes) => addDays(newestTerm(statutes).startsOn, 20),
  play: async (house, journal) => {
    const term = newestTerm(house.statutes)
    const plot = await openOffice(house, journal, { term })
    const members = await seatEverybody(plot, term.startsOn)
    plot.seated = new Map([...members].map(([seat, name]) => [seat, [name]]))
    const electedOn = house.clock.today()
    const [chair = '', viceChair = ''] = await electOfficers(plot)
    const seat = [...members].find(([, name]) => name === chair)?.[0] ?? ''
    nextDay(plot, addDays(electedOn, 100), 'Formanden stopper')
    const lastDay = house.clock.today()
    const shown = await leaveSeat(plot, { seat, name: chair, on: lastDay })
    expectText(shown, t('vacancy.chair.will_act', { name: viceChair }))
    const meetingOn = addDays(lastDay, 20)
    const chosen = [...members.values()].find((name) => name !== chair && name !== viceChair) ?? ''
    await chooseAnew(plot, { chair, viceChair, chosen, lastDay, meetingOn })
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      await reconcileOffices(plot, 'chair', [
        [lastDay, chair],
        [addDays(lastDay, 1), 'ingen'],
        [addDays(meetingOn, -1), 'ingen'],
        [meetingOn, chosen],
      ])
      await reconcileOffices(plot, 'vice_chair', [
        [electedOn, viceChair],
        [meetingOn, viceChair],
      ])
      await reconcileSeat(plot, seat, [
        [lastDay, chair],
        [addDays(lastDay, 1), 'ledig'],
      ])
      journal.reconcile('Punkter om ny formand', 1, (await house.db('chair_items')).length)
      await reconcileLog(plot)
    }
  },
}

interface Change {
  chair: string
  viceChair: string
  chosen: string
  lastDay: IsoDate
  meetingOn: IsoDate
}

async function chooseAnew(
  plot: Plot,
  { chair, viceChair, chosen, lastDay, meetingOn }: Change,
): Promise<void> {
  const { secretary } = plot.cast
  nextDay(plot, addDays(lastDay, 1), 'Rådet har ingen formand')
  await step(plot, secretary, `ser, at ${viceChair} fungerer, og at der skal vælges en ny`, async () => {
    expectText(await secretary.open(paths.office), t('tasks.chair_left.text'))
    expectText(await secretary.open(paths.council), t('vacancy.chair.acts', { name: viceChair, left: chair }))
  })
  const meeting = await planMeeting(plot, meetingOn)
  await step(plot, secretary, 'sætter valg af ny formand på mødet', async () => {
    const offices = await secretary.open(paths.offices)
    const page = await secretary.send(offices, {})
    expectText(page, t('vacancy.chair.placed', { date: formatDate(meetingOn, 'da') }))
    expectText(
      await secretary.open(meeting),
      t('vacancy.chair.item', { left: chair, date: formatDate(lastDay, 'da') }),
    )
  })
  nextDay(plot, meetingOn, 'Mødet vælger')
  await step(plot, secretary, `skriver ind, at ${chosen} er valgt til formand`, async () => {
    const form = await secretary.open(paths.newOffice)
    const line =
      form.texts('select[name=membership_id] option').find((one) => one.startsWith(chosen)) ?? chosen
    await secretary.send(form, {
      office: 'chair',
      membership_id: form.choice('membership_id', line),
      decided_on: formatShortDate(meetingOn),
    })
    const { text } = await secretary.open(paths.offices)
    if (text.includes(t('vacancy.chair.heading', { date: formatDate(addDays(lastDay, 1), 'da') })))
      throw new Error('siden siger stadig, at rådet ingen formand har')
  })
}

async function reconcileOffices(
  { house, journal }: Plot,
  office: 'chair' | 'vice_chair',
  expected: readonly (readonly [IsoDate, string])[],
): Promise<void> {
  const word = office === 'chair' ? 'Formand' : 'Næstformand'
  for (const [day, name] of expected) {
    const held = (await listOfficersOn(house.db, day)).find((one) => one.office === office)
    journal.reconcile(`${word} den ${day}`, name, held?.person ?? 'ingen')
  }
}
