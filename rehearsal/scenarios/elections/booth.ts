import { settled } from '../../../models/core/jobs.ts'
import { paths } from '../../../views/paths.ts'
import { expectText, step, t } from '../renewal/first_council/plot.ts'
import type { Page } from '../../kit/page.ts'
import { Person } from '../../kit/person.ts'
import type { Poll } from './contest.ts'
import type { Town } from './town.ts'

/** Each slip is one row of words. */
export type Slips = string[]

/** Three people are named; each fetches a slip at the own sign-in and writes it down, and the two others try theirs. */
export async function lockBox(town: Town, poll: Poll): Promise<Slips> {
  const [official] = poll.officials
  const at = `${poll.at}/stemmekasse`
  await step(town, official, 'vælger, hvem der får en nøgleseddel', async () => {
    const form = await official.open(`${at}/noegle`)
    const chosen = poll.officials.map(
      (one, index) => [`holder_${index + 1}`, accountOn(form, one.name)] as const,
    )
    const page = await official.send(form, Object.fromEntries(chosen), t('box.key.button'))
    expectText(page, t('box.state.fetching', { count: 3 }))
  })
  const slips: Slips = []
  for (const [index, holder] of poll.officials.entries())
    slips.push(await fetchSlip(town, poll, holder, index))
  await step(town, official, 'åbner ikke afstemningen, før sedlerne er prøvet', async () => {
    const page = await official.open(at)
    expectText(page, t('box.state.not_tried', { count: 2 }))
  })
  for (const [index, holder] of poll.officials.entries())
    if (index > 0) await trySlip(town, poll, holder, slips[index] ?? '')
  return slips
}

/** The value of an account in the list of those who may hold a slip. */
function accountOn(form: Page, name: string): string {
  const option = form.$('#holder_1 option').filter((_index, one) => form.$(one).text() === name)
  const value = option.attr('value')
  if (value === undefined) throw new Error(`${name} kan ikke få en nøgleseddel`)
  return value
}

async function fetchSlip(town: Town, poll: Poll, holder: Person, index: number): Promise<string> {
  const mine = `${poll.at}/stemmekasse/min-noegleseddel`
  const fetched = await step(town, holder, `henter nøgleseddel ${index + 1} og skriver den ned`, async () => {
    const front = await holder.open(paths.office)
    if (front.$(`a[href="${mine}"]`).length !== 1) throw new Error('forsiden beder ikke om at hente sedlen')
    const page = await holder.send(await holder.open(mine), {}, t('box.slip.take'))
    const words = page.texts('.key-words li').join(' ')
    if (words === '') throw new Error('nøglesedlen er tom')
    await holder.send(page, {}, t('box.words.button'))
    const again = await holder.open(mine)
    if (again.texts('.key-words li').length > 0) throw new Error('nøglesedlen vises igen')
    return { words }
  })
  return fetched.words
}

async function trySlip(town: Town, poll: Poll, holder: Person, slip: string): Promise<void> {
  await step(town, holder, 'prøver sin nøgleseddel', async () => {
    const form = await holder.open(`${poll.at}/stemmekasse/min-noegleseddel`)
    const page = await holder.send(form, { slip_1: slip }, t('box.slip.try_button'))
    expectText(page, t('box.slip.tried'))
  })
}

export async function pairTablet(town: Town, poll: Poll): Promise<Person> {
  const [official] = poll.officials
  const tablet = new Person(town.house.base, { name: 'Tabletten', title: 'i det private hjørne' })
  await step(town, official, 'forbinder tabletten med en kode', async () => {
    const page = await official.send(
      await official.open(`${poll.at}/stemmebokse`),
      {},
      t('booths.pair.button'),
    )
    const code = page.texts('.booth-code-figures').join('')
    await tablet.send(await tablet.open(paths.boothPairing), { code })
  })
  return tablet
}

export async function release(poll: Poll): Promise<void> {
  const [official] = poll.officials
  const page = await official.open(`${poll.at}/afstemning`)
  await official.send(page, {}, `${t('booths.panel.release')} ${t('booths.panel.about', { number: 1 })}`)
}

/** Chooses a name, or none for a blank ballot, up to the question whether it is right. */
export async function choose(tablet: Person, name: string | undefined): Promise<Page> {
  const ballot = await tablet.open(paths.boothDoor)
  const page = await tablet.send(ballot, {}, name ?? t('booth.ballot.blank'))
  expectText(page, name === undefined ? t('booth.confirm.blank') : t('booth.confirm.chosen', { name }))
  return page
}

/** Staff let each voter in; `choices` are names, undefined for a blank ballot. */
export async function voteOnTablet(
  town: Town,
  poll: Poll,
  tablet: Person,
  choices: readonly (string | undefined)[],
): Promise<void> {
  await step(town, tablet, 'tager imod vælgere, en ad gangen', async () => {
    for (const name of choices) {
      await release(poll)
      const page = await tablet.send(await choose(tablet, name), {}, t('booth.confirm.yes'))
      expectText(page, t('booth.thanks.title'))
    }
    return `${choices.length} stemmer`
  })
}

/** One person types a slip and waits; with the next one's the box opens, and the ballots are shuffled and counted. */
export async function openBox(town: Town, poll: Poll, slips: Slips): Promise<void> {
  const [official, colleague] = poll.officials
  const at = `${poll.at}/stemmekasse`
  const [first = '', second = ''] = slips
  await step(town, official, 'skriver sin nøgleseddel og venter', async () => {
    const page = await official.send(await official.open(at), { slip_1: first }, t('box.opening.button'))
    expectText(page, t('box.opening.wait'))
  })
  await step(town, colleague, `skriver sin, og kassen åbner for dem begge`, async () => {
    await colleague.send(await colleague.open(at), { slip_1: second }, t('box.opening.button'))
    // Counting goes on by itself after the form has been answered.
    await settled(town.house.db)
    expectText(await official.open(at), t('box.opened.cleared'))
  })
}
