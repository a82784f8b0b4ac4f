import { addDays, formatShortDate, type IsoDate } from '../../../models/core/dates.ts'
import type { OrganisationsArea } from '../../../models/statutes/document.ts'
import { paths } from '../../../views/paths.ts'
import { seatsOf, type Nomination } from './first_council/appointments.ts'
import { step, type Plot } from './first_council/plot.ts'

export function endedAreas(plot: Plot): OrganisationsArea[] {
  const today = plot.house.clock.today()
  const isGone = (until: IsoDate | undefined) => until !== undefined && until < today
  return plot.organisations.filter((area) =>
    area.bodies.every(
      (body) => isGone(body.activeUntil) && (!body.successor || isGone(body.successor.activeUntil)),
    ),
  )
}

/** A successor takes nothing over by itself: the reason for asking it is kept. */
export async function askSuccessor(plot: Plot, area: OrganisationsArea): Promise<Nomination> {
  const { secretary } = plot.cast
  const [body] = area.bodies
  const last = body?.successor ?? body
  const until = last?.activeUntil ?? plot.house.clock.today()
  const name = `${area.name}, ny plan fra ${addDays(until, 1).slice(0, 4)}`
  await step(plot, secretary, `skriver ind, at ${name} kommer efter ${last?.name ?? ''}`, async () => {
    const form = await secretary.open(paths.bodyEnding(last?.key ?? ''))
    await secretary.send(form, {
      kind: 'replaced',
      effective_on: formatShortDate(until),
      into_name: name,
      decided_by: 'Byrådet',
      decided_on: formatShortDate(until),
      reason: 'Planen løb ud, og en ny er vedtaget',
    })
  })
  const [seat = area.key] = seatsOf(area)
  const at = await ask(plot, seat, name)
  return { area, at, names: [plot.names.next().value], isKnown: false }
}

async function ask(plot: Plot, seat: string, name: string): Promise<string> {
  const { secretary } = plot.cast
  let at = ''
  await step(plot, secretary, `spørger ${name} og skriver hvorfor`, async () => {
    const list = await secretary.open(paths.nominations)
    const years = `${plot.term.startsOn.slice(0, 4)}–${plot.term.endsOn.slice(0, 4)}`
    const links = list.attributes(`main li:contains("${years}") a`, 'href')
    const href = links.find((one) => new URLSearchParams(one.split('?')[1]).get('plads') === seat)
    if (href === undefined) throw new Error(`${seat} er ikke på listen`)
    const form = await secretary.open(href)
    const page = await secretary.send(form, {
      successors: form.attributes('main input[name="successors"]', 'value'),
      successor_reason: 'Den nye plan fortsætter arbejdet i området',
      answer_by: formatShortDate(addDays(plot.house.clock.today(), 35)),
    })
    at = page.url
  })
  return at
}
