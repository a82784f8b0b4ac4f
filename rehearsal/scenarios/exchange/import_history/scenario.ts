import { addDays } from '../../../../models/core/dates.ts'
import { paths } from '../../../../views/paths.ts'
import { openOffice } from '../../../kit/council.ts'
import { expectText, step, t, type Plot } from '../../renewal/first_council/plot.ts'
import { newestTerm } from '../../renewal/first_council/scenario.ts'
import type { Page } from '../../../kit/page.ts'
import type { Scenario } from '../../../kit/play.ts'
import { reconcile } from './reconciliation.ts'
import { oldRoster, type OldRoster } from './roster.ts'

export const importHistory: Scenario = {
  name: 'import-history',
  description: 'Gamle medlemmer læses ind fra et regneark, fortrydes og læses ind igen',
  begins: (statutes) => addDays(newestTerm(statutes).startsOn, 30),
  play: async (house, journal) => {
    const plot = await openOffice(house, journal, { term: newestTerm(house.statutes) })
    const roster = oldRoster(house.statutes, plot.names)
    journal.heading(`${house.clock.today()}  En gammel medlemsliste`)
    await lookAtPage(plot)
    const first = await readIn(plot, roster)
    await undo(plot, first)
    const second = await readIn(plot, roster)
    await buildOnIt(plot, roster, second)
    return () => reconcile(plot, roster)
  },
}

async function lookAtPage(plot: Plot): Promise<void> {
  const { auditor } = plot.cast
  await step(plot, auditor, 'kan hente filer, men ikke læse nogen ind', async () => {
    const page = await auditor.open(paths.inAndOut)
    expectText(page, t('exchange.export.heading'))
    if (page.text.includes(t('exchange.upload.heading'))) throw new Error('revisoren kan læse ind')
  })
}

async function readIn(plot: Plot, roster: OldRoster): Promise<Page> {
  const { secretary } = plot.cast
  const preview = await step(plot, secretary, 'læser filen ind og ser, hvad den spørger om', async () => {
    const file = { field: 'file', name: 'gamle-medlemmer.csv', content: roster.file }
    const page = await secretary.upload(
      await secretary.open(paths.inAndOut),
      file,
      {},
      t('exchange.upload.button'),
    )
    const { first, misspelt } = roster.names
    expectText(page, t('exchange.questions.pair', { a: first, b: misspelt }))
    expectText(page, t('exchange.questions.seat', { text: roster.gone }))
    return page
  })
  await step(plot, secretary, 'prøver at gemme uden at svare og får nej', async () => {
    const refused = await secretary.sendInVain(preview, {}, t('exchange.store.button'))
    expectText(refused, t('refusals.import_has_questions'))
  })
  const answered = await step(plot, secretary, 'svarer på spørgsmålene', async () =>
    secretary.send(preview, answersTo(preview, roster), t('exchange.questions.button')),
  )
  const tried = await step(plot, secretary, 'prøver uden at gemme', async () => {
    const page = await secretary.send(answered, { skip: 'ja' }, t('exchange.store.try'))
    expectText(page, t('exchange.try.went_well'))
    return page
  })
  return step(plot, secretary, 'gemmer resten og springer linjen med fejl over', async () => {
    const page = await secretary.send(tried, { skip: 'ja' }, t('exchange.store.button'))
    expectText(page, t('exchange.import.stored'))
    return page
  })
}

/** Days with the day first, the place that is gone left out, and one person spelled twice. */
function answersTo(page: Page, { gone }: OldRoster): Record<string, string> {
  const radios = [...new Set(page.attributes('main input[type=radio]', 'name'))]
  const answers = radios.map((name): [string, string] => {
    const [first = ''] = page.attributes(`main input[name="${name}"]`, 'value')
    return [name, first]
  })
  const place: [string, string] = [page.field(t('exchange.questions.seat', { text: gone })), 'skip']
  return Object.fromEntries([...answers, place])
}

async function undo(plot: Plot, stored: Page): Promise<void> {
  const { secretary } = plot.cast
  await step(plot, secretary, 'fortryder det hele', async () => {
    const page = await secretary.follow(stored, t('exchange.undo.link'))
    expectText(await secretary.send(page, {}, t('exchange.undo.button')), t('exchange.import.undone'))
  })
}

/** A person from the old roster gets a new seat: from then on the import cannot be undone. */
async function buildOnIt(plot: Plot, roster: OldRoster, stored: Page): Promise<void> {
  const { secretary } = plot.cast
  const { other } = roster.names
  await step(
    plot,
    secretary,
    `sætter ${other} på en plads i dag, og så kan filen ikke fortrydes`,
    async () => {
      const council = await secretary.open(paths.council)
      const [label = ''] = council.texts('.seat-row-seat a')
      const seat = await secretary.follow(council, label)
      const form = await secretary.open(`${seat.url}/medlemskab`)
      await secretary.send(form, {
        person_id: form.choice('person_id', other),
        starts_on: plot.house.clock.today(),
      })
      const page = await secretary.follow(stored, t('exchange.undo.link'))
      expectText(page, t('refusals.import_built_on_people', { names: other }))
    },
  )
}
