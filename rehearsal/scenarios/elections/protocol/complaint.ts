import { step, t } from '../../renewal/first_council/plot.ts'
import type { Poll } from '../contest.ts'
import type { Town } from '../town.ts'

/** The secretary writes the complaint in, and then what was decided. */
export async function complain(town: Town, poll: Poll, text: string, outcome: string): Promise<void> {
  const { secretary } = town.cast
  await step(town, secretary, `skriver en klage ind: »${text}«`, async () => {
    const form = await secretary.open(`${poll.at}/klager/ny`)
    await secretary.send(form, { complainant: 'En bruger af stedet', text })
  })
  await step(
    town,
    secretary,
    `skriver afgørelsen ind: ${t(`elections.complaints.outcome.${outcome}`)}`,
    async () => {
      const list = await secretary.open(`${poll.at}/klager`)
      const [newest = ''] = list
        .texts('main a')
        .filter((link) => link.startsWith(t('elections.complaints.decide')))
        .slice(-1)
      const form = await secretary.follow(list, newest)
      const decision = { decided_by: 'Valgbestyrelsen', reason: 'Bestyrelsen har talt med alle.', sure: 'ja' }
      await secretary.send(form, { outcome, ...decision }, t('elections.complaint.button'))
    },
  )
}
