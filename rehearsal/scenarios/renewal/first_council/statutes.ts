import { assumedRules, getRule } from '../../../../models/statutes/document.ts'
import { paths } from '../../../../views/paths.ts'
import { Person } from '../../../kit/person.ts'
import { expectText, step, t, type Plot } from './plot.ts'

export async function readStatutes(plot: Plot): Promise<void> {
  const { house, cast } = plot
  const { statutes } = house
  const citizen = new Person(house.base, { name: 'En borger', title: 'uden konto' })
  await step(plot, citizen, 'læser vedtægterne', async () => {
    const page = await citizen.open(paths.statutes)
    for (const { name } of statutes.areas) expectText(page, name)
    if (assumedRules(statutes).length > 0) expectText(page, t('common.assumed'))
    return `${assumedRules(statutes).length} regler er antaget`
  })
  if (getRule(statutes, 'quorum').confirmed) return
  await step(
    plot,
    cast.secretary,
    'bekræfter reglen om beslutningsdygtighed efter at have set, hvad det betyder',
    async () => {
      const page = await cast.secretary.open(paths.statutesRule('quorum'))
      const preview = await cast.secretary.send(
        page,
        { decision: 'confirm', source: 'Forretningsordenen', reason: 'Læst igennem før valget' },
        t('statutes_form.to_preview'),
      )
      const saved = await cast.secretary.send(preview, {}, t('statutes_form.save'))
      if (saved.notice !== t('statutes_form.saved')) throw new Error(saved.text)
    },
  )
  await step(plot, citizen, 'ser, at der nu er to udgaver', async () => {
    const versions = (await citizen.open(paths.statutes)).texts('.versions > li')
    if (versions.length < 2) throw new Error(`der er ${versions.length} udgaver`)
  })
}
