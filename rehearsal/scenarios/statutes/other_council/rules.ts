import { ruleKeys } from '../../../../models/statutes/document.ts'
import { officeSlots } from '../../../../models/rules/council/officeholding.ts'
import { officesOf } from '../../../../models/statutes/offices.ts'
import { paths } from '../../../../views/paths.ts'
import { sentenceIn } from '../../../../views/partials/statutes/statutes_text.ts'
import { expectText, step, t, type Plot } from '../../renewal/first_council/plot.ts'
import { Person } from '../../../kit/person.ts'

export async function readRules(plot: Plot): Promise<void> {
  const { house } = plot
  const citizen = new Person(house.base, { name: 'En borger', title: 'uden konto' })
  await step(plot, citizen, 'læser hver eneste regel i klart sprog', async () => {
    const page = await citizen.open(paths.statutes)
    const keys = ruleKeys(house.statutes)
    for (const key of keys) expectText(page, sentenceIn(t, house.statutes, key))
    return `${keys.length} regler`
  })
  await step(plot, citizen, 'læser dem på engelsk og finder ingen dansk kilde', async () => {
    await citizen.open(`${paths.statutes}?sprog=en`)
    const page = await citizen.open(paths.statutes)
    const danish = page.texts('.rule-source [lang=da]')
    if (danish.length > 0) throw new Error(danish.join(', '))
  })
  const { secretary } = plot.cast
  await step(plot, secretary, 'ser, hvem der vælger formanden, og hvor mange hverv der er', async () => {
    const page = await secretary.open(paths.offices)
    const offices = officeSlots(officesOf(house.statutes))
    if (offices.length === 0) expectText(page, t('statutes.rules.offices.none'))
    const shown = page.texts('.offices .seat-area').length
    if (shown !== offices.length) throw new Error(`siden viser ${shown} hverv, ikke ${offices.length}`)
    return `${offices.length} hverv`
  })
}
