import { settled } from '../../../models/core/jobs.ts'
import { paths } from '../../../views/paths.ts'
import { expectText, step, t } from '../renewal/first_council/plot.ts'
import type { Page } from '../../kit/page.ts'
import { Person } from '../../kit/person.ts'
import type { Poll } from './contest.ts'
import type { Town } from './town.ts'

/** Each slip is one row of words. */
export type Slips = string[]

/** The slips are handed to three people, and somebody other than the maker tries two. */
export async function lockBox(town: Town, poll: Poll): Promise<Slips> {
  const [official, colleague] = poll.officials
  const at = `${poll.at}/stemmekasse`
  const locked = await step(town, official, 'låser stemmekassen og skriver nøglesedlerne ud', async () => {
    const form = await official.open(`${at}/noegle`)
    const page = await official.send(form, { sharing: '2_of_3', as: 'page' }, t('box.key.button'))
    const slips = [1, 2, 3].map((n) => page.texts(`[data-slip="${n}"] li`).join(' '))
    if (slips.some((slip) => slip === '')) throw new Error('en nøgleseddel er tom')
    return { slips }
  })
  await step(town, official, 'åbner ikke afstemningen, før sedlerne er prøvet', async () => {
    const page = await official.open(at)
    expectText(page, t('box.state.not_tried', { count: 2 }))
  })
  await step(town, colleague, 'prøver to af de tre nøglesedler', async () => {
    const [first = '', second = ''] = locked.slips
    const form = await colleague.open(`${at}/proeve`)
    await colleague.send(form, { slip_1: first, slip_2: second }, t('box.trial.button'))
  })
  return locked.slips
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
  const [first = '', , third = ''] = slips
  await step(town, official, 'skriver sin nøgleseddel og venter', async () => {
    const page = await official.send(await official.open(at), { slip_1: first }, t('box.opening.button'))
    expectText(page, t('box.opening.wait'))
  })
  await step(town, colleague, `skriver sin, og kassen åbner for dem begge`, async () => {
    await colleague.send(await colleague.open(at), { slip_1: third }, t('box.opening.button'))
    // Counting goes on by itself after the form has been answered.
    await settled(town.house.db)
    expectText(await official.open(at), t('box.opened.cleared'))
  })
}
