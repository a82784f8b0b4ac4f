import { addDays, formatDate, type IsoDate } from '../../../../models/core/dates.ts'
import { paths } from '../../../../views/paths.ts'
import { expectText, step, t, type Plot } from './plot.ts'

/** Does nothing unless the council has two offices. */
export async function swapOfficers(plot: Plot, on: IsoDate, officers: readonly string[]): Promise<void> {
  const [chair, viceChair] = officers
  if (chair === undefined || viceChair === undefined) return
  const { secretary } = plot.cast
  await step(plot, secretary, `skriver ind, at ${viceChair} og ${chair} bytter hverv`, async () => {
    const form = await secretary.open(`${paths.officeSwap}?dato=${on}`)
    expectText(form, t('register.swap.becomes_chair', { name: viceChair }))
    const page = await secretary.send(form, { decision: 'approved' })
    expectText(page, viceChair)
  })
}

export async function leave(plot: Plot, on: IsoDate): Promise<{ name: string; area: string } | undefined> {
  const [area] = plot.places.slice(-1)
  const name = area && plot.seated.get(area.key)?.[0]
  if (area === undefined || name === undefined) return undefined
  const { secretary } = plot.cast
  await step(plot, secretary, `afslutter medlemskabet for ${name}, der flytter`, async () => {
    const council = await secretary.open(paths.council)
    const [label = area.name] = council.texts(`.seat-row:contains("${name}") .seat-row-seat a`)
    const seat = await secretary.follow(council, label)
    const leaving = await secretary.follow(seat, `${t('register.leaving.link')} ${name}`)
    const form = await secretary.open(`${leaving.url}?dato=${on}`)
    expectText(form, t('register.leaving.vacant_from', { date: formatDate(addDays(on, 1), 'da') }))
    const page = await secretary.send(form, { end_reason: 'moved' })
    expectText(page, t('register.story.left_early', { reason: t('end_reasons.moved') }))
  })
  return { name, area: area.name }
}
