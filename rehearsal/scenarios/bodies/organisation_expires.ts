import { addDays, formatDate, formatShortDate, type IsoDate } from '../../../models/core/dates.ts'
import { termOn } from '../../../models/rules/statutes/term.ts'
import type { OrganisationsArea, Statutes } from '../../../models/statutes/document.ts'
import { paths } from '../../../views/paths.ts'
import { appoint, seatsOf, writeAnswers } from '../renewal/first_council/appointments.ts'
import type { Scenario } from '../../kit/play.ts'
import { openOffice, reconcileLog, seatByHand } from '../../kit/council.ts'
import { expectText, nextDay, step, t, type Plot } from '../renewal/first_council/plot.ts'
import { newestTerm } from '../renewal/first_council/scenario.ts'
import { found, reconcileSeat } from '../renewal/setup.ts'
import { isOfOrganisations } from '../../../models/rules/core/by_kind.ts'

/** The successor of an organisation that ends inside the term does not take over by itself: it is decided. */
export const organisationExpires: Scenario = {
  name: 'organisation-expires',
  description: 'Den, der indstiller til en plads, findes ikke perioden ud: en afgørelse med begrundelse',
  begins: (statutes) => addDays(expiring(statutes).endsOn, -150),
  play: async (house, journal) => {
    const { area, endsOn } = expiring(house.statutes)
    const term = termOn(house.statutes.terms, endsOn) ?? newestTerm(house.statutes)
    const plot = await openOffice(house, journal, { term })
    const [seat = area.key] = seatsOf(area)
    const member = await seatByHand(plot, seat, term.startsOn)
    await decide(plot, area, seat, { member, endsOn })
    const { successor, appointedOn } = await renominate(plot, area, seat, endsOn)
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      await reconcileSeat(plot, seat, [
        [endsOn, member],
        [addDays(endsOn, 1), 'ledig'],
        [addDays(appointedOn, -1), 'ledig'],
        [appointedOn, successor],
        [term.endsOn, successor],
        [addDays(term.endsOn, 1), 'ledig'],
      ])
      const [decision] = await house.db('seat_decisions')
      journal.reconcile('Afgørelsen', 'renew', decision?.choice)
      journal.reconcile('Begrundelsen', 'Den nye plan dækker flere områder', decision?.reason)
      await reconcileLog(plot)
    }
  },
}

function expiring({ areas, terms }: Statutes): { area: OrganisationsArea; endsOn: IsoDate } {
  const ends = areas.flatMap((area) =>
    isOfOrganisations(area)
      ? area.bodies.flatMap(({ activeUntil, successor }) =>
          activeUntil !== undefined && successor && termOn(terms, activeUntil)
            ? [{ area, endsOn: activeUntil }]
            : [],
        )
      : [],
  )
  return found(ends[0], 'organisation, der slutter i en periode og har en efterfølger')
}

async function decide(
  plot: Plot,
  area: OrganisationsArea,
  seat: string,
  { member, endsOn }: { member: string; endsOn: IsoDate },
): Promise<void> {
  const { secretary } = plot.cast
  const body = area.bodies[0]?.name ?? ''
  await step(plot, secretary, 'ser i god tid, at der skal tages stilling', async () => {
    const front = await secretary.open(paths.office)
    expectText(front, t('tasks.seat_decision.text', { seat: area.name }))
    expectText(front, member)
  })
  nextDay(plot, addDays(endsOn, -30), 'Socialudvalget beslutter')
  await step(plot, secretary, `skriver, at efterfølgeren for ${body} skal indstille på ny`, async () => {
    const page = await secretary.open(paths.seat(seat))
    const form = await secretary.follow(page, t('bodies.decision.link'))
    const fields = { choice: 'renew', decided_by: 'Socialudvalget' }
    const early = { ...fields, ends_on: formatShortDate(addDays(endsOn, -1)), reason: 'For tidligt' }
    const refused = await secretary.sendInVain(form, early)
    expectText(refused, t('refusals.leaves_before_body', { date: formatDate(endsOn, 'da') }))
    const reason = 'Den nye plan dækker flere områder'
    await secretary.send(refused, { ...fields, ends_on: formatShortDate(endsOn), reason })
    return 'en dag, før organisationen slutter, blev afvist'
  })
}

async function renominate(plot: Plot, area: OrganisationsArea, seat: string, endsOn: IsoDate) {
  const { secretary } = plot.cast
  const askedOn = addDays(endsOn, 5)
  nextDay(plot, askedOn, 'Pladsen er ledig')
  const name = plot.names.next().value
  let at = ''
  await step(plot, secretary, 'trykker på knappen på pladsens side og spørger efterfølgeren', async () => {
    const page = await secretary.open(paths.seat(seat))
    const form = await secretary.follow(page, t('register.seat.start.nomination'))
    expectText(form, area.bodies[0]?.successor?.name ?? '')
    at = (await secretary.send(form, { answer_by: formatShortDate(addDays(askedOn, 14)) })).url
  })
  nextDay(plot, addDays(askedOn, 10), 'Den nye plan svarer')
  const nomination = { area, at, names: [name] as const, isKnown: false }
  await writeAnswers(plot, nomination)
  await appoint(plot, nomination, plot.house.clock.today())
  return { successor: name, appointedOn: plot.house.clock.today() }
}
