import { nextDay, step, t } from '../renewal/first_council/plot.ts'
import { handedOut, type Box, type Elsewhere, type Poll } from './contest.ts'
import type { Town } from './town.ts'

export async function openPolls(town: Town, poll: Poll): Promise<void> {
  const [official, colleague] = poll.officials
  nextDay(town, poll.pollingOn, 'Valgdag')
  town.house.clock.set(`${poll.pollingOn}T09:30:00Z`)
  await step(
    town,
    official,
    `viser den tomme kasse for ${colleague.name} og åbner afstemningen`,
    async () => {
      const form = await official.open(`${poll.at}/afstemning`)
      const witnesses = { first_witness: official.name, second_witness: colleague.name }
      await official.send(form, { ...witnesses, opened_at: '10.00' }, t('elections.polling.open'))
    },
  )
}

/** One press for each paper of the box; then for the spoiled and the missing ones. */
export async function handOut(town: Town, poll: Poll, box: Box, elsewhere: Elsewhere = {}): Promise<void> {
  const { exchanged = 0, notReturned = 0 } = elsewhere
  const voters = handedOut(box, elsewhere) - exchanged
  await press(town, poll, 'deler stemmesedler ud', 'hand_out', voters)
  await press(town, poll, 'bytter ødelagte sedler til nye', 'exchange', exchanged)
  await press(town, poll, 'noterer, at nogen gik med sedlen', 'not_returned', notReturned)
}

async function press(town: Town, poll: Poll, what: string, button: string, times: number): Promise<void> {
  if (times === 0) return
  const [official] = poll.officials
  await step(town, official, what, async () => {
    let page = await official.open(`${poll.at}/afstemning`)
    for (let n = 0; n < times; n += 1) page = await official.send(page, {}, t(`elections.polling.${button}`))
    return `${times} gange`
  })
}

/** The account of the papers is filled in from what went over the table. */
export async function closePolls(
  town: Town,
  poll: Poll,
  box: Box | undefined,
  elsewhere: Elsewhere = {},
): Promise<void> {
  const [official] = poll.officials
  town.house.clock.set(`${poll.pollingOn}T13:30:00Z`)
  const { unused = 15, oneBox } = elsewhere
  const out = box && handedOut(box, elsewhere)
  await step(town, official, 'lukker afstemningen', async () => {
    const form = await official.open(`${poll.at}/afstemning/lukning`)
    if (out !== undefined && form.value('handed_out') !== `${out}`)
      throw new Error(`der er delt ${out} sedler ud, men siden siger ${form.value('handed_out') ?? 'intet'}`)
    const papers = out === undefined ? {} : { printed: `${out + unused}`, unused: `${unused}` }
    const warned = form.$('[name=small_box]').length > 0 ? { small_box: oneBox ?? 'ja' } : {}
    await official.send(form, { closed_at: '14.00', ...papers, ...warned }, t('elections.closing.button'))
    return out === undefined ? 'ingen stemmesedler af papir' : `${out} stemmesedler delt ud`
  })
}
