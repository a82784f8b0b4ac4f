import { addDays, formatShortDate, type IsoDate } from '../../../models/dates.ts'
import { paths } from '../../../routes/paths.ts'
import { seatsOf } from '../first_council/appointments.ts'
import { step, type Plot } from '../first_council/plot.ts'
import type { Change } from './scenario.ts'

/** The council that sits when the statutes change: written in from old papers, each seat for the whole term. */
export async function seatEverybody(plot: Plot, startsOn: IsoDate): Promise<Map<string, string>> {
  const { secretary } = plot.cast
  const members = new Map<string, string>()
  for (const slug of plot.house.statutes.areas.flatMap(seatsOf)) {
    const name = plot.names.next().value
    await step(plot, secretary, `skriver ${name} ind på pladsen ${slug} fra de gamle papirer`, async () => {
      const person = { name, contact_by: 'phone', phone: '86 40 00 03', publish_name: 'ja' }
      await secretary.send(await secretary.open(paths.newPerson), person)
      const form = await secretary.open(paths.newMembership(slug))
      const fields = { person_id: form.choice('person_id', name), starts_on: formatShortDate(startsOn) }
      await secretary.send(form, { ...fields, due_on: '' })
    })
    members.set(slug, name)
  }
  return members
}

/** A meeting after the change, planned now: it keeps the version that is in force on the day it is planned for. */
export async function planMeetings({ plot, from }: Change): Promise<string> {
  const { secretary } = plot.cast
  const { house } = plot
  const planned = await step(plot, secretary, 'indkalder til et møde efter ændringen', async () => {
    const count = Number((await house.db('meetings').count<{ n: number }[]>({ n: '*' }))[0]?.n)
    const page = await secretary.send(await secretary.open(paths.newMeeting), {
      title: `Rådsmøde ${count + 1}`,
      held_on: formatShortDate(addDays(from, 20 + count)),
      starts_at: '17.00',
      place: 'Rådhuset',
    })
    return { address: page.url }
  })
  return planned.address
}
