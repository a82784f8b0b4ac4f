import { addDays, type IsoDate } from '../../../models/core/dates.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { paths } from '../../../views/paths.ts'
import { appoint, askOrganisations, seatsOf, writeAnswers } from './first_council/appointments.ts'
import type { Scenario } from '../../kit/play.ts'
import { openOffice, reconcileLog, seatByHand, seatEverybody } from '../../kit/council.ts'
import { expectText, nextDay, step, t, type Plot } from './first_council/plot.ts'
import { newestTerm } from './first_council/scenario.ts'
import { beginRenewal, expectFilled, termToCome, yearsIn } from './setup.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'

/** Days into the term until the last seats are filled. */
const LATE = 42

/** The successors are late when the term ends: no member is put out in silence, and what is unknown is said. */
export const interregnum: Scenario = {
  name: 'interregnum',
  description: 'Nytår kommer, før alle er udpeget: hvem går, hvem fortsætter, og hvad vides ikke',
  begins: (statutes) => addDays(termToCome(statutes).municipalElectionOn, 1),
  play: async (house, journal) => {
    const term = termToCome(house.statutes)
    const plot = await openOffice(house, journal, { term })
    const before = await seatEverybody(plot, newestTerm(house.statutes).startsOn)
    const seated = await playInterregnum(plot, before)
    return () => reconcile(plot, before, seated)
  },
}

async function playInterregnum(plot: Plot, before: ReadonlyMap<string, string>): Promise<number> {
  const { term, house } = plot
  const { startsOn } = term
  await beginRenewal(plot)
  nextDay(plot, addDays(startsOn, -20), 'Valgene er holdt uden for Rådsbogen')
  const elected = house.statutes.areas.filter(isPlace).flatMap(seatsOf)
  for (const seat of elected) await seatByHand(plot, seat, startsOn)
  await expectFilled(plot, elected.length)
  nextDay(plot, addDays(startsOn, 10), 'Rådsperioden er begyndt, og udpegningerne mangler')
  await readBoard(plot, before, 'unknown')
  await settleHoldover(plot)
  await readBoard(plot, before, 'yes')
  nextDay(plot, addDays(startsOn, LATE - 21), 'Organisationerne spørges')
  const nominations = await askOrganisations(plot, house.clock.today(), plot.names.next().value)
  for (const nomination of nominations) nomination.isKnown = false
  nextDay(plot, addDays(startsOn, LATE), 'De svarer og udpeges')
  for (const nomination of nominations) await writeAnswers(plot, nomination)
  for (const nomination of nominations) await appoint(plot, nomination, house.clock.today())
  await expectFilled(plot, elected.length + nominations.length)
  return nominations.length
}

async function readBoard(
  plot: Plot,
  before: ReadonlyMap<string, string>,
  holdover: 'unknown' | 'yes',
): Promise<void> {
  const { secretary } = plot.cast
  const said =
    holdover === 'yes'
      ? 'læser, at de gamle fortsætter'
      : 'læser, at det ikke er afklaret, hvem der fortsætter'
  await step(plot, secretary, said, async () => {
    const board = await secretary.open(paths.renewal(yearsIn(plot)))
    expectText(board, t(`renewal.interregnum.${holdover}`))
    const lines = board.texts('.alert-warning li')
    for (const area of plot.organisations)
      for (const seat of seatsOf(area)) {
        const name = before.get(seat) ?? ''
        if (!lines.some((line) => line.includes(name)))
          throw new Error(`${name} er ikke nævnt: ${lines.join(' · ')}`)
      }
    return lines.join(' · ')
  })
}

async function settleHoldover(plot: Plot): Promise<void> {
  const { secretary } = plot.cast
  if (plot.house.statutes.rules.holdover.value === 'yes') return
  await step(plot, secretary, 'får svar fra kommunen og skriver ind, at de gamle fortsætter', async () => {
    const form = await secretary.open(paths.statutesRule('holdover'))
    const fields = { value: 'yes', source: 'Svar fra kommunen', reason: 'Afklaret' }
    const preview = await secretary.send(form, fields, t('statutes_form.to_preview'))
    await secretary.send(preview, {}, t('statutes_form.save'))
  })
}

async function reconcile(plot: Plot, before: ReadonlyMap<string, string>, seated: number): Promise<void> {
  const { house, journal, term } = plot
  const { db } = house
  journal.heading('Afstemning: ventet og fundet')
  const filled = async (day: IsoDate) => (await rosterOn(db, day)).filter(({ member }) => member).length
  const places = house.statutes.areas.filter(isPlace).flatMap(seatsOf).length
  journal.reconcile('Besat den sidste dag', before.size, await filled(addDays(term.startsOn, -1)))
  journal.reconcile('Besat den første dag', places, await filled(term.startsOn))
  journal.reconcile('Besat dagen før udpegningen', places, await filled(addDays(term.startsOn, LATE - 1)))
  journal.reconcile('Besat fra udpegningen', places + seated, await filled(addDays(term.startsOn, LATE)))
  const ended = await db('memberships').where({ ends_on: addDays(term.startsOn, -1) })
  journal.reconcile('Gået ud ved periodens slutning', before.size, ended.length)
  journal.reconcile(
    'Heraf med en anden grund',
    0,
    ended.filter(({ end_reason }) => end_reason !== null).length,
  )
  await reconcileLog(plot)
}
