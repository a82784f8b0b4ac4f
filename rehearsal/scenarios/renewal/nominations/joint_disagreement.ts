import { addDays, formatDate, formatShortDate } from '../../../../models/core/dates.ts'
import { idOf, type NominationId } from '../../../../models/core/ids.ts'
import { paths } from '../../../../views/paths.ts'
import { seatsOf } from '../first_council/appointments.ts'
import type { Page } from '../../../kit/page.ts'
import type { Scenario } from '../../../kit/play.ts'
import { openOffice, reconcileLog } from '../../../kit/council.ts'
import { expectText, nextDay, step, t, type Plot } from '../first_council/plot.ts'
import { newestTerm } from '../first_council/scenario.ts'
import { found, reconcileSeat } from '../setup.ts'

/** Three organisations nominate together and disagree: the appointing body decides, and its decision is kept. */
export const jointNominationDisagreement: Scenario = {
  name: 'joint-nomination-disagreement',
  description: 'Organisationerne skal pege på den samme og gør det ikke: den, der udpeger, afgør det',
  begins: (statutes) => addDays(newestTerm(statutes).startsOn, 40),
  play: async (house, journal) => {
    const plot = await openOffice(house, journal, { term: newestTerm(house.statutes) })
    const { seat, at, chosen, decidedOn } = await playDisagreement(plot)
    return async () => {
      journal.heading('Afstemning: ventet og fundet')
      await reconcileSeat(plot, seat, [
        [addDays(decidedOn, -1), 'ledig'],
        [decidedOn, chosen],
        [plot.term.endsOn, chosen],
      ])
      const [made] = await house.db('appointments')
      journal.reconcile('Udpeget af', 'Socialudvalget', made?.appointing_body)
      journal.reconcile('Journalnummer', '27.15.00-A08-1-26', made?.case_number ?? 'intet')
      const answers = await house
        .db('nomination_answers')
        .where({ nomination_id: idOf<NominationId>(Number(at.split('/').at(-1))) })
      journal.reconcile('Svar, der er gemt', 2, answers.length)
      const nobody = await house.db('nomination_refusals')
      journal.reconcile('Organisationer, der ikke indstiller nogen', 1, nobody.length)
      const letters = await house.db('letters').orderBy('id')
      journal.reconcile('Breve', 'request, reminder, appointment', letters.map(({ kind }) => kind).join(', '))
      await reconcileLog(plot)
    }
  },
}

async function playDisagreement(plot: Plot) {
  const { secretary } = plot.cast
  const area = found(
    plot.organisations.find(
      ({ filling, bodies }) => filling.agreement.value === 'joint' && bodies.length > 2,
    ),
    'gruppe på tre, der indstiller sammen',
  )
  const [seat = area.key] = seatsOf(area)
  const [first, second, third] = area.bodies.map(({ name }) => name) as [string, string, string]
  const [one, other] = [plot.names.next().value, plot.names.next().value]
  const askedOn = plot.house.clock.today()
  const at = await ask(plot, seat)
  await send(plot, at, first, 'anmodning')
  nextDay(plot, addDays(askedOn, 5), 'Den første svarer')
  await answer(plot, at, first, one)
  nextDay(plot, addDays(askedOn, 15), 'En påmindelse')
  await step(plot, secretary, `ser, at ${second} og ${third} skal have en påmindelse`, async () => {
    const list = await secretary.open(paths.nominations)
    const due = list.texts('[aria-labelledby=reminders] h3').join(', ')
    if (due !== `${second}, ${third}`) throw new Error(`på listen står: ${due}`)
  })
  await send(plot, at, third, 'paamindelse')
  await answer(plot, at, second, other)
  await step(plot, secretary, 'ser, at de ikke er enige', async () => {
    expectText(await secretary.open(at), t('nominations.button_decide'))
  })
  nextDay(plot, addDays(askedOn, 17), 'Den sidste indstiller ingen')
  await nobody(plot, at, third)
  nextDay(plot, addDays(askedOn, 25), 'Socialudvalget afgør det')
  const decidedOn = plot.house.clock.today()
  await decide(plot, at, { chosen: other, not: one })
  await step(plot, secretary, `skriver til ${other}`, async () => {
    const page = await secretary.open(at)
    const letter = await secretary.follow(page, t('letters.appointment_link'))
    expectText(letter, formatDate(decidedOn, 'da'))
    await secretary.send(letter, {}, t('letters.paper_button'))
  })
  return { seat, at, chosen: other, decidedOn }
}

async function ask(plot: Plot, seat: string): Promise<string> {
  const { secretary } = plot.cast
  let at = ''
  await step(plot, secretary, `beder organisationerne om en indstilling til ${seat}`, async () => {
    const form = await secretary.open(`${paths.newNomination}?plads=${seat}`)
    const page = await secretary.send(form, {
      answer_by: formatShortDate(addDays(plot.house.clock.today(), 21)),
    })
    at = page.url
  })
  return at
}

async function send(plot: Plot, at: string, body: string, kind: string): Promise<void> {
  const { secretary } = plot.cast
  await step(
    plot,
    secretary,
    `sender ${kind === 'anmodning' ? 'brevet' : 'en påmindelse'} til ${body}`,
    async () => {
      const letter = await secretary.open(letterTo(await secretary.open(at), body, kind))
      expectText(letter, body)
      await secretary.send(letter, {}, t('letters.paper_button'))
    },
  )
}

function letterTo(page: Page, body: string, kind: string): string {
  const [href] = page.attributes(`#bodies ~ ul li:contains("${body}") a[href*="/breve/${kind}/"]`, 'href')
  if (href === undefined) throw new Error(`intet brev til ${body}:\n${page.text}`)
  return href
}

async function answer(plot: Plot, at: string, body: string, name: string): Promise<void> {
  const { secretary } = plot.cast
  await step(plot, secretary, `skriver, at ${body} indstiller ${name}`, async () => {
    const form = await secretary.open(`${at}/svar`)
    const organisation = { body_id: form.choice('body_id', body), given_by: 'Formanden' }
    await secretary.send(form, {
      ...organisation,
      who: 'new',
      name,
      phone: '86 40 00 00',
      publish_name: 'ja',
    })
  })
}

async function nobody(plot: Plot, at: string, body: string): Promise<void> {
  const { secretary } = plot.cast
  await step(plot, secretary, `skriver, at ${body} ikke indstiller nogen`, async () => {
    const form = await secretary.open(`${at}/ingen`)
    const fields = { body_id: form.choice('body_id', body), given_by: 'Bestyrelsen' }
    expectText(await secretary.send(form, fields), t('nominations.names_nobody'))
  })
}

/** Refused before the person has said yes, and without a true case number. */
async function decide(
  plot: Plot,
  at: string,
  { chosen, not }: { chosen: string; not: string },
): Promise<void> {
  const { secretary } = plot.cast
  await step(plot, secretary, `skriver, at ${chosen} er udpeget og ikke ${not}`, async () => {
    const form = await secretary.open(`${at}/udpegning`)
    expectText(form, not)
    const decision = {
      person_id: form.choice('person_id', chosen),
      appointing_body: 'Socialudvalget',
      decided_on: formatShortDate(plot.house.clock.today()),
      eligible_as: form.attributes('main input[name=eligible_as]', 'value')[0] ?? 'active',
      note: 'Valgt mellem to forslag',
    }
    const unasked = await secretary.sendInVain(form, { ...decision, case_number: '27.15.00-A08-1-26' })
    expectText(unasked, t('refusals.nominee_consent_missing'))
    const wrong = await secretary.sendInVain(unasked, { ...decision, consent: 'ja', case_number: 'sag 379' })
    expectText(wrong, t('refusals.case_number_form'))
    const page = await secretary.send(wrong, { ...decision, consent: 'ja', case_number: '27.15.00-A08-1-26' })
    expectText(page, t('nominations.lead_appointed', { names: chosen }))
    return 'uden et ja og med et forkert journalnummer blev det afvist'
  })
}
