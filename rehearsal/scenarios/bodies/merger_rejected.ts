import { addDays, formatShortDate } from '../../../models/core/dates.ts'
import type { Db } from '../../../models/core/db.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { paths } from '../../../views/paths.ts'
import { seatsOf } from '../renewal/first_council/appointments.ts'
import type { Scenario } from '../../kit/play.ts'
import { openOffice, reconcileLog, seatByHand } from '../../kit/council.ts'
import { expectText, nextDay, step, t } from '../renewal/first_council/plot.ts'
import { newestTerm } from '../renewal/first_council/scenario.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'

/** The town council says no to a proposed merger: the proposal is on record, and nothing has changed. */
export const placeMergerRejected: Scenario = {
  name: 'place-merger-rejected',
  description: 'To væresteder foreslås lagt sammen, og byrådet siger nej: alt er, som det var',
  begins: (statutes) => addDays(newestTerm(statutes).startsOn, 200),
  play: async (house, journal) => {
    const term = newestTerm(house.statutes)
    const plot = await openOffice(house, journal, { term })
    const { secretary } = plot.cast
    const places = house.statutes.areas.filter(isPlace).slice(0, 2)
    for (const area of places) for (const seat of seatsOf(area)) await seatByHand(plot, seat, term.startsOn)
    const names = places.map((area) => area.bodies[0]?.name ?? area.name)
    const before = await registerOf(house.db)
    let at = ''
    await step(
      plot,
      secretary,
      `skriver forslaget om at lægge ${names.join(' og ')} sammen ind`,
      async () => {
        const list = await secretary.open(paths.mergers)
        const bodies = names.map((name) => list.choice('bodies', name))
        const proposal = { proposed_by: 'Forvaltningen', text: 'Ét værested i stedet for to' }
        const proposed_on = formatShortDate(house.clock.today())
        at = (await secretary.send(list, { ...proposal, proposed_on, bodies })).url
      },
    )
    await step(plot, secretary, 'ser, at intet er ændret, mens det er i høring', async () => {
      expectText(await secretary.open(at), t('bodies.merger.outcome.open'))
      for (const area of places) expectText(await secretary.open(paths.council), area.name)
    })
    nextDay(plot, addDays(house.clock.today(), 90), 'Byrådet afgør det')
    await step(plot, secretary, 'skriver, at byrådet har forkastet forslaget', async () => {
      const form = await secretary.open(at)
      const decided_on = formatShortDate(house.clock.today())
      const decision = {
        outcome: 'rejected',
        decided_by: 'Byrådet',
        decided_on,
        case_number: '27.00.00-A00-11-26',
      }
      expectText(await secretary.send(form, decision), t('bodies.merger.outcome.rejected'))
    })
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      journal.reconcile(
        'Steder, navne, valgområder, pladser og medlemmer',
        before,
        await registerOf(house.db),
      )
      const held = (await rosterOn(house.db, term.endsOn)).filter(({ member }) => member).length
      journal.reconcile('Medlemmer på periodens sidste dag', places.flatMap(seatsOf).length, held)
      const [decision] = await house.db('merger_decisions')
      journal.reconcile('Afgørelsen', 'rejected', decision?.outcome)
      await reconcileLog(plot)
    }
  },
}

async function registerOf(db: Db): Promise<string> {
  const tables = ['bodies', 'body_names', 'area_bodies', 'seats', 'memberships'] as const
  const rows = await Promise.all(tables.map((table) => db(table).orderBy('id')))
  return JSON.stringify(rows)
}
