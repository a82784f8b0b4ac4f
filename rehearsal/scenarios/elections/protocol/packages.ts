import { formatShortDate } from '../../../../models/core/dates.ts'
import type { Page } from '../../../kit/page.ts'
import { step, t } from '../../renewal/first_council/plot.ts'
import type { Poll } from '../contest.ts'
import type { Town } from '../town.ts'

const PIECES = /^pieces_/

/** Two officials bind what lies open; each pile has what the page says, and each package a seal of its own. */
export async function sealPackages(town: Town, poll: Poll, firstSeal: number): Promise<number> {
  const [official, colleague] = poll.officials
  const sealed = await step(town, official, `lukker pakkerne sammen med ${colleague.name}`, async () => {
    const form = await official.open(`${poll.at}/pakker`)
    const names = form.attributes('main input', 'name').filter((name) => PIECES.test(name))
    const figures = names.map((name) => [name, `${expectedAt(form, name)}`] as const)
    const seals = names.map(
      (name, index) => [name.replace(PIECES, 'seal_'), `P${firstSeal + index}`] as const,
    )
    const now = { sealed_on: formatShortDate(town.house.clock.today()), sealed_at: '15.00' }
    const people = { first_sealer: official.name, second_sealer: colleague.name }
    const sent = { ...Object.fromEntries([...figures, ...seals]), ...people, ...now }
    const page = await official.send(form, sent, t('elections.packages.button'))
    return { page, said: `${names.length} pakker`, packages: names.length }
  })
  return sealed.packages
}

/** What the account says; one sheet where it says nothing. */
function expectedAt(form: Page, name: string): number {
  const hint = form.$(`main [name="${name}"]`).closest('fieldset').find('p.form-hint').first().text()
  return Number(/\d+/.exec(hint)?.[0] ?? 1)
}

export async function breakSeals(town: Town, poll: Poll, packages: readonly number[]): Promise<void> {
  const [official, colleague] = poll.officials
  await step(
    town,
    official,
    `bryder ${packages.length} plomber, mens ${colleague.name} ser det`,
    async () => {
      const form = await official.open(`${poll.at}/pakker`)
      const now = { opened_on: formatShortDate(town.house.clock.today()), opened_at: '10.00' }
      const people = { first_opener: official.name, second_opener: colleague.name }
      const what = { packages: packages.map((number) => `${number}`), reason: 'Stemmerne tælles om.' }
      await official.send(form, { ...what, ...people, ...now }, t('elections.packages.open_button'))
    },
  )
}

export async function destroyPackages(town: Town, poll: Poll, packages: readonly number[]): Promise<void> {
  const [official, colleague] = poll.officials
  await step(
    town,
    official,
    `destruerer ${packages.length} pakker sammen med ${colleague.name}`,
    async () => {
      const form = await official.open(`${poll.at}/efter`)
      const people = { first_witness: official.name, second_witness: colleague.name, sure: 'ja' }
      const what = { packages: packages.map((number) => `${number}`) }
      await official.send(form, { ...what, ...people }, t('elections.after.destroy_button'))
    },
  )
}
