import { addDays, formatDate, formatShortDate, type IsoDate } from '../../../models/core/dates.ts'
import type { PlaceArea } from '../../../models/statutes/document.ts'
import { paths } from '../../../views/paths.ts'
import { planOne, stand } from '../renewal/first_council/elections.ts'
import { seatsOf } from '../renewal/first_council/appointments.ts'
import type { Scenario } from '../../kit/play.ts'
import { openOffice, reconcileLog, seatByHand } from '../../kit/council.ts'
import { expectText, nextDay, step, t, type Plot } from '../renewal/first_council/plot.ts'
import { newestTerm } from '../renewal/first_council/scenario.ts'
import { found, reconcileSeat } from '../renewal/setup.ts'

/** A place becomes part of another inside the term: the seat is renewed there, under its own name. */
export const placeCloses: Scenario = {
  name: 'place-closes',
  description: 'Et værested lukker midt i perioden: pladsen vælges på ny på det sted, der kom efter',
  begins: (statutes) => addDays(newestTerm(statutes).startsOn, 300),
  play: async (house, journal) => {
    const term = newestTerm(house.statutes)
    const plot = await openOffice(house, journal, { term, places: 2 })
    const closing = found(plot.places[1], 'to væresteder')
    const [seat = closing.key] = seatsOf(closing)
    const member = await seatByHand(plot, seat, term.startsOn)
    const lastDay = addDays(house.clock.today(), 60)
    await close(plot, closing, lastDay)
    await decide(plot, seat, { member, lastDay })
    const candidate = await electAnew(plot, closing, seat, lastDay)
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      await reconcileSeat(plot, seat, [
        [lastDay, member],
        [addDays(lastDay, 1), 'ledig'],
      ])
      const [election] = await house.db('elections')
      journal.reconcile('Valgets slags', 'by_election', election?.kind)
      const standing = await house.db('candidacies').pluck<string[]>('name')
      journal.reconcile('Kandidaten', candidate, standing.join(', '))
      journal.reconcile(
        'Pladser i rådet',
        house.statutes.areas.flatMap(seatsOf).length,
        (await house.db('seats')).length,
      )
      await reconcileLog(plot)
    }
  },
}

async function close(plot: Plot, closing: PlaceArea, lastDay: IsoDate): Promise<void> {
  const { secretary } = plot.cast
  const into = plot.places[0]?.bodies[0]?.name ?? ''
  await step(plot, secretary, `skriver, at ${closing.name} bliver lagt sammen med ${into}`, async () => {
    const form = await secretary.open(paths.bodyEnding(closing.bodies[0]?.key ?? ''))
    const decision = { decided_by: 'Byrådet', decided_on: formatShortDate(plot.house.clock.today()) }
    const fields = { kind: 'merged', effective_on: formatShortDate(lastDay), reason: 'Besparelse' }
    const page = await secretary.send(form, { ...fields, ...decision, into_id: form.choice('into_id', into) })
    expectText(page, t('bodies.ends_on', { date: formatDate(lastDay, 'da') }))
  })
  await step(
    plot,
    secretary,
    `prøver at lægge ${into} sammen med ${closing.name} og får nej: det går i ring`,
    async () => {
      const form = await secretary.open(paths.bodyEnding(plot.places[0]?.bodies[0]?.key ?? ''))
      const decision = { decided_by: 'Byrådet', decided_on: formatShortDate(plot.house.clock.today()) }
      const fields = {
        kind: 'merged',
        effective_on: formatShortDate(addDays(lastDay, -1)),
        reason: 'Omvendt',
      }
      const into_id = form.choice('into_id', closing.bodies[0]?.name ?? '')
      const refused = await secretary.sendInVain(form, { ...fields, ...decision, into_id })
      expectText(refused, t('refusals.circular_successor'))
    },
  )
}

async function decide(
  plot: Plot,
  seat: string,
  { member, lastDay }: { member: string; lastDay: IsoDate },
): Promise<void> {
  const { secretary } = plot.cast
  await step(
    plot,
    secretary,
    `ser, at ${member} stadig har pladsen, og at der skal tages stilling`,
    async () => {
      const page = await secretary.open(paths.seat(seat))
      expectText(page, member)
      const form = await secretary.follow(page, t('bodies.decision.link'))
      const fields = { choice: 'renew', decided_by: 'Socialudvalget', reason: 'Brugerne er flyttet med' }
      await secretary.send(form, { ...fields, ends_on: formatShortDate(lastDay) })
    },
  )
}

/** The staff of the other place run the election; before the merger it did not exist for them. */
async function electAnew(plot: Plot, closing: PlaceArea, seat: string, lastDay: IsoDate): Promise<string> {
  const { secretary, officials } = plot.cast
  const [official] = officials.get(plot.places[0]?.key ?? '') ?? []
  const host = found(official, 'medarbejdere')
  nextDay(plot, addDays(lastDay, 3), 'Pladsen er ledig')
  await step(plot, secretary, 'læser på pladsens side, hvordan den besættes igen', async () => {
    const page = await secretary.open(paths.seat(seat))
    expectText(page, t('register.seat.start.election'))
    expectText(page, plot.places[0]?.bodies[0]?.name ?? '')
  })
  const at = await planOne(plot, { area: closing, certifier: host }, addDays(lastDay, 40))
  const candidate = plot.names.next().value
  await step(plot, host, `skriver ${candidate} op som kandidat på sit eget sted`, async () => {
    await stand(plot, host, { at }, candidate)
  })
  return candidate
}
