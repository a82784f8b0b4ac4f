import { invalidReasonField } from '../../../models/rules/elections/invalid_ballots.ts'
import { formatDate } from '../../../models/core/dates.ts'
import { nextDay, expectText, step, t } from '../renewal/first_council/plot.ts'
import type { Page } from '../../kit/page.ts'
import { Person } from '../../kit/person.ts'
import { ballotsIn, type Box, type Elsewhere, type Poll } from './contest.ts'
import { complaintsUntil, type Town } from './town.ts'
import { addDays } from '../../../models/core/dates.ts'

/** Returns the page that follows the count. */
export async function countAlone(
  town: Town,
  poll: Poll,
  counter: Person,
  box: Box,
  elsewhere: Elsewhere = {},
): Promise<Page> {
  const counted = await step(town, counter, `tæller stemmesedlerne fra ${poll.area.name}`, async () => ({
    page: await typeCount(counter, poll, box, elsewhere),
  }))
  return counted.page
}

async function typeCount(counter: Person, poll: Poll, box: Box, { reason }: Elsewhere): Promise<Page> {
  const form = await counter.open(`${poll.at}/optaelling`)
  const { votes, blank = 0, invalid = [] } = box
  const lines = votes.map((each, index) => [form.field(poll.candidates[index] ?? ''), `${each}`] as const)
  const figures = {
    ballots_in_box: `${ballotsIn(box)}`,
    ...Object.fromEntries(lines),
    blank: `${blank}`,
    invalid: `${invalid.length}`,
    ...(reason !== undefined && { difference_reason: reason }),
  }
  if (invalid.length === 0) return counter.send(form, figures, t('elections.count.button'))
  // Without JavaScript the lines for the reasons come when the form is sent.
  const asked = await counter.send(form, figures, t('elections.count.rest'))
  const reasons = invalid.map((why, index) => [invalidReasonField(index + 1), why] as const)
  return counter.send(asked, { ...figures, ...Object.fromEntries(reasons) }, t('elections.count.button'))
}

export async function countTwice(town: Town, poll: Poll, box: Box, elsewhere: Elsewhere = {}): Promise<void> {
  const [first, second] = poll.officials
  await countAlone(town, poll, first, box, elsewhere)
  const page = await countAlone(town, poll, second, box, elsewhere)
  if (page.status !== 200) throw new Error(`${page.url} svarede ${page.status}`)
}

/** The secretary and another member of the board certify the day after. */
export async function certify(town: Town, poll: Poll, elected: readonly string[]): Promise<void> {
  const { secretary } = town.cast
  nextDay(town, addDays(poll.pollingOn, 1), 'Resultatet godkendes')
  for (const member of [secretary, poll.officials[2]]) {
    await step(town, member, `godkender resultatet på ${poll.area.name}`, async () => {
      const form = await member.open(`${poll.at}/godkendelse`)
      for (const name of elected) expectText(form, name)
      await member.send(form)
      return `${elected.join(', ')} er valgt`
    })
  }
}

export async function readProvisional(town: Town, poll: Poll, elected: readonly string[]): Promise<void> {
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  await step(town, citizen, `læser det foreløbige resultat på ${poll.area.name}`, async () => {
    const page = await citizen.open(poll.at.replace('/kontor', ''))
    for (const name of elected) expectText(page, name)
    expectText(page, formatDate(complaintsUntil(town, poll), 'da'))
  })
}

export async function finish(town: Town, poll: Poll): Promise<void> {
  const { secretary } = town.cast
  nextDay(town, addDays(complaintsUntil(town, poll), 1), 'Klagefristen er ovre')
  await step(town, secretary, `afslutter valget på ${poll.area.name}`, async () => {
    await secretary.send(await secretary.open(`${poll.at}/afslutning`))
  })
}
