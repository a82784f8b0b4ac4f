import { isoDate } from '../../../../models/core/dates.ts'
import { listOfficersOn } from '../../../../models/council/offices/offices.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { paths } from '../../../../views/paths.ts'
import { reconcileLog } from '../../../kit/council.ts'
import type { Plot } from '../../renewal/first_council/plot.ts'
import { Person } from '../../../kit/person.ts'
import type { OldRoster } from './roster.ts'

export async function reconcile(plot: Plot, roster: OldRoster): Promise<void> {
  const { house, journal, cast } = plot
  journal.heading('Afstemning: ventet og fundet')
  const { year, names } = roster
  const holders = async (day: string) =>
    (await rosterOn(house.db, isoDate(day)))
      .flatMap(({ member }) => member?.person ?? [])
      .sort()
      .join(', ')
  const both = (...people: string[]) => [...people].sort().join(', ')
  journal.reconcile(`Rådet ${year}-01-01`, names.first, await holders(`${year}-01-01`))
  journal.reconcile(
    `Rådet ${year + 2}-01-01`,
    both(names.second, names.other),
    await holders(`${year + 2}-01-01`),
  )
  journal.reconcile(
    `Rådet ${year + 4}-06-30`,
    both(names.second, names.other),
    await holders(`${year + 4}-06-30`),
  )
  journal.reconcile(
    `Rådet ${year + 4}-07-01`,
    both(names.first, names.other),
    await holders(`${year + 4}-07-01`),
  )
  const officers = await listOfficersOn(house.db, isoDate(`${year}-06-01`))
  journal.reconcile('Formand dengang', names.first, officers.find(({ office }) => office === 'chair')?.person)
  const terms = await house.db('terms').orderBy('starts_on').pluck('starts_on')
  journal.reconcile('Den første rådsperiode', `${year - 2}-01-01`, terms[0])
  const people = await house.db('people').where({ name: names.misspelt }).pluck('id')
  journal.reconcile(`Personer, der hedder ${names.misspelt}`, 0, people.length)
  const acts = await house
    .db('audit_events')
    .where('action', 'like', 'import.%')
    .orderBy('sequence')
    .pluck('action')
  journal.reconcile('Indlæsninger i logbogen', 'import.stored, import.undone, import.stored', acts.join(', '))
  const { html } = await cast.auditor
    .open(paths.exportFile('historik.csv'))
    .then((page) => ({ html: page.$.text() }))
  journal.reconcile('Linjer i den udlæste historie', 6, html.trim().split('\n').length)
  const citizen = new Person(house.base, { name: 'En borger', title: 'uden konto' })
  const open = await citizen.open(`${paths.openDataOf('raad')}?dato=${year}-01-01`)
  const named = open.$.text().includes(names.first)
  journal.reconcile('Navne i de åbne data uden samtykke', 'ingen', named ? names.first : 'ingen')
  await reconcileLog(plot)
}
