import { addDays, formatShortDate, type IsoDate } from '../../../models/core/dates.ts'
import { paths } from '../../../views/paths.ts'
import { appoint, seatsOf, writeAnswers } from '../renewal/first_council/appointments.ts'
import { Person } from '../../kit/person.ts'
import type { Scenario } from '../../kit/play.ts'
import { leaveSeat, openOffice, reconcileLog, seatEverybody } from '../../kit/council.ts'
import { expectText, nextDay, step, t, type Plot } from '../renewal/first_council/plot.ts'
import { newestTerm } from '../renewal/first_council/scenario.ts'
import { found, reconcileSeat } from '../renewal/setup.ts'

/** The same organisations nominate again, and the successor serves the remainder. */
export const memberLeaves: Scenario = {
  name: 'member-leaves',
  description: 'Et medlem stopper i år to: de samme organisationer indstiller igen, resten af perioden',
  begins: (statutes) => addDays(newestTerm(statutes).startsOn, 400),
  play: async (house, journal) => {
    const term = newestTerm(house.statutes)
    const plot = await openOffice(house, journal, { term })
    const members = await seatEverybody(plot, term.startsOn)
    const area = found(
      plot.organisations.find(
        ({ filling, bodies }) => filling.agreement.value === 'joint' && bodies.length === 2,
      ),
      'gruppe på to, der indstiller sammen',
    )
    const [seat = area.key] = seatsOf(area)
    const name = members.get(seat) ?? ''
    const lastDay = house.clock.today()
    await leaveSeat(
      plot,
      { seat, name, on: lastDay },
      { end_private: 'ja', end_note: 'Vil ikke have det frem' },
    )
    nextDay(plot, addDays(lastDay, 12), 'Pladsen er ledig')
    await readVacancy(plot, seat)
    const successor = plot.names.next().value
    const at = await askAgain(plot, seat)
    nextDay(plot, addDays(lastDay, 30), 'De svarer og udpeger')
    const nomination = { area, at, names: [successor] as const, isKnown: false }
    await writeAnswers(plot, nomination)
    await appoint(plot, nomination, house.clock.today())
    const from = house.clock.today()
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      await reconcileSeat(plot, seat, [
        [lastDay, name],
        [addDays(lastDay, 1), 'ledig'],
        [from, successor],
        [term.endsOn, successor],
      ])
      await reconcileOthers(plot, members, seat, from)
      await reconcileLog(plot)
    }
  },
}

/** Reads how long the vacancy lasts and what the statutes say; no name may be shown that should not be. */
async function readVacancy(plot: Plot, seat: string): Promise<void> {
  const { secretary, auditor } = plot.cast
  await step(plot, secretary, 'ser, hvor længe pladsen har været ledig, og én knap', async () => {
    const page = await secretary.open(paths.seat(seat))
    expectText(page, t('vacancy.for', { time: t('vacancy.days', { count: 12 }) }))
    expectText(page, t('register.filling.no_substitutes'))
    const buttons = page.texts('.vacant-box a')
    if (buttons.length !== 1) throw new Error(`knapper: ${buttons.join(', ')}`)
    return buttons.join()
  })
  await step(plot, auditor, 'kan læse den private grund, og en borger kan ikke', async () => {
    expectText(await auditor.open(paths.seat(seat)), t('end_reasons.resigned'))
    const citizen = new Person(plot.house.base, { name: 'En borger', title: 'uden konto' })
    const { text } = await citizen.open(paths.front)
    if (text.includes(t('end_reasons.resigned'))) throw new Error('grunden står på forsiden')
  })
}

async function askAgain(plot: Plot, seat: string): Promise<string> {
  const { secretary } = plot.cast
  let at = ''
  await step(plot, secretary, 'trykker på knappen og spørger de samme organisationer', async () => {
    const page = await secretary.open(paths.seat(seat))
    const form = await secretary.follow(page, t('register.seat.start.nomination'))
    at = (await secretary.send(form, { answer_by: formatShortDate(addDays(plot.house.clock.today(), 21)) }))
      .url
  })
  return at
}

async function reconcileOthers(
  plot: Plot,
  members: ReadonlyMap<string, string>,
  seat: string,
  day: IsoDate,
): Promise<void> {
  for (const [other, name] of members) if (other !== seat) await reconcileSeat(plot, other, [[day, name]])
}
