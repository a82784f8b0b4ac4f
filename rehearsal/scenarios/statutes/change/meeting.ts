import { addDays, formatShortDate } from '../../../../models/core/dates.ts'
import { paths } from '../../../../views/paths.ts'
import { step } from '../../renewal/first_council/plot.ts'
import type { Change } from './change.ts'

/** The meeting keeps the version that is in force on the day it is planned for. */
export async function planMeeting({ plot, from }: Change): Promise<string> {
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
