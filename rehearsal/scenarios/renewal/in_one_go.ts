import { addDays } from '../../../models/core/dates.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'
import { paths } from '../../../views/paths.ts'
import { openOffice, reconcileLog } from '../../kit/council.ts'
import type { Scenario } from '../../kit/play.ts'
import { expectText, step, t, type Plot } from './first_council/plot.ts'
import { beginRenewal, termToCome, yearsIn } from './setup.ts'

/** What the secretary may be asked to fill in before the letters are printed. */
const MOST_FIELDS = 12

export const renewalInOneGo: Scenario = {
  name: 'renewal-in-one-go',
  description: 'Fire valg og alle breve på én gang: højst tolv felter, før brevene er skrevet ud',
  begins: (statutes) => addDays(termToCome(statutes).municipalElectionOn, -36),
  play: async (house, journal) => {
    const plot = await openOffice(house, journal, { term: termToCome(house.statutes), places: 99 })
    await beginRenewal(plot)
    const { fields, letters } = await planAll(plot)
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      const { db } = house
      const places = house.statutes.areas.filter(isPlace).length
      journal.reconcile('Planlagte valg', places, (await db('elections').where({ status: 'planned' })).length)
      journal.reconcile(
        'Felter, før brevene er skrevet ud',
        `højst ${MOST_FIELDS}`,
        fields > MOST_FIELDS ? fields : `højst ${MOST_FIELDS}`,
      )
      journal.reconcile('Breve sendt på papir', letters, (await db('letters')).length)
      const asked = await db('nomination_bodies')
      journal.reconcile('Spurgte organisationer', asked.length, letters)
      await reconcileLog(plot)
    }
  },
}

async function planAll(plot: Plot): Promise<{ fields: number; letters: number }> {
  const { secretary } = plot.cast
  const years = yearsIn(plot)
  const filled = await step(plot, secretary, 'ser forslaget til det hele på ét skema', async () => {
    const front = await secretary.open(paths.office)
    if (!front.attributes('main a', 'href').includes(paths.renewalPlan(years)))
      throw new Error('forsiden fører ikke til planen')
    const form = await secretary.open(paths.renewalPlan(years))
    const names = form.attributes('main form input:not([type=hidden]), main form select', 'name')
    return { form, fields: new Set(names).size, toString: () => `${new Set(names).size} felter` }
  })
  const list = await step(plot, secretary, 'ser det igennem og planlægger det', async () => {
    const preview = await secretary.send(filled.form, {}, t('renewal.go.see'))
    expectText(preview, t('renewal.go.preview_lead'))
    const page = await secretary.send(preview, {}, t('renewal.go.plan'))
    return { page, toString: () => page.texts('main .font-lead').join() }
  })
  const letters = list.page.texts('main ul li a').length
  await step(plot, secretary, 'skriver alle breve ud og ind, at de er sendt', async () => {
    const board = await secretary.send(list.page, {}, t('renewal.bundle.paper'))
    expectText(board, t('renewal.bundle.sent'))
    return `${letters} breve`
  })
  return { fields: filled.fields, letters }
}
