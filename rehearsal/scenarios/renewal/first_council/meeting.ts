import { formatShortDate, type IsoDate } from '../../../../models/core/dates.ts'
import type { QuorumRule } from '../../../../models/statutes/document.ts'
import { officesOf } from '../../../../models/statutes/offices.ts'
import { paths } from '../../../../views/paths.ts'
import type { Page } from '../../../kit/page.ts'
import type { Person } from '../../../kit/person.ts'
import { invite } from './accounts.ts'
import { step, t, type Plot } from './plot.ts'

const OFFICE_WORDS: Partial<Record<string, string>> = { chair: 'formand', vice_chair: 'næstformand' }

export async function planMeeting(plot: Plot, heldOn: IsoDate): Promise<string> {
  const { secretary } = plot.cast
  const planned = await step(plot, secretary, 'indkalder til det konstituerende møde', async () => {
    const form = await secretary.open(paths.newMeeting)
    const page = await secretary.send(form, {
      title: 'Konstituerende møde',
      held_on: formatShortDate(heldOn),
      starts_at: '17.00',
      place: 'Rådhuset',
    })
    return { address: page.url }
  })
  return planned.address
}

/** The new chair gets an account. */
export async function electOfficers(plot: Plot): Promise<string[]> {
  const { house, cast } = plot
  const { secretary } = cast
  const members = [...plot.seated.values()].flat()
  const elected: string[] = []
  for (const [index, { key: office, title }] of officesOf(house.statutes).entries()) {
    const name = members[index] ?? ''
    await step(
      plot,
      secretary,
      `skriver ind, at ${name} er valgt til ${title?.da ?? OFFICE_WORDS[office]}`,
      async () => {
        const form = await secretary.open(paths.newOffice)
        const choices = form.texts('main select[name="membership_id"] option')
        const line = choices.find((text) => text.startsWith(name)) ?? name
        await secretary.send(form, { office, membership_id: form.choice('membership_id', line) })
      },
    )
    elected.push(name)
  }
  const [chair] = elected
  if (chair === undefined) return elected
  const { administrator } = cast
  const people = (await administrator.open(paths.newAccount)).texts('main select[name="person_id"] option')
  const inRegister = people.find((text) => text.startsWith(chair)) ?? chair
  plot.cast.chair = await invite(plot, { name: chair, role: 'chair', inRegister })
  return elected
}

/** One member too few is not enough. Returns how many make a quorum. */
export async function reachQuorum(plot: Plot, meeting: string): Promise<{ required: number; base: number }> {
  const leader = plot.cast.chair ?? plot.cast.secretary
  const { areas, rules } = plot.house.statutes
  const members = [...plot.seated.values()].flat()
  const seats = areas.reduce((sum, area) => sum + area.seats, 0)
  const base = rules.quorum.value.base === 'all_seats' ? seats : members.length
  const required = fewest(rules.quorum.value, base)
  const [last = '', ...before] = members.slice(0, required).reverse()
  await step(plot, leader, `har ${before.length} til stede: rådet kan ikke beslutte`, async () => {
    for (const name of before) await markPresent(leader, meeting, name)
    return expectQuorum(await leader.open(`${meeting}/fremmoede`), 'not_quorate', {
      present: before.length,
      base,
    })
  })
  await step(plot, leader, `ser ${last} komme ind ad døren: rådet kan beslutte`, async () => {
    const page = await markPresent(leader, meeting, last)
    return expectQuorum(page, 'quorate', { present: required, base })
  })
  return { required, base }
}

function expectQuorum(
  page: Page,
  state: 'quorate' | 'not_quorate',
  figures: { present: number; base: number },
) {
  const line = page.texts('#quorum .quorum-line').join(' ')
  const said = line.startsWith(t(`attendance.${state}`)) && line.includes(t('attendance.of', figures))
  if (!said) throw new Error(`siden siger: ${line}`)
  return line
}

/** The fewest of `base` that satisfy the share; found by trying. */
function fewest({ share: [part, whole], comparison }: QuorumRule, base: number): number {
  const numbers = Array.from({ length: base }, (_none, index) => index + 1)
  const enough = (count: number) =>
    comparison === 'at_least' ? count * whole >= part * base : count * whole > part * base
  return numbers.find(enough) ?? 1
}

async function markPresent(leader: Person, meeting: string, name: string): Promise<Page> {
  const page = await leader.open(`${meeting}/fremmoede`)
  return leader.send(page, {}, t('attendance.status.present'), name)
}
