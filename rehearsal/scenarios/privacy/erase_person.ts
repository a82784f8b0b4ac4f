import { addDays, addMonths, formatShortDate, type IsoDate } from '../../../models/core/dates.ts'
import { paths } from '../../../views/paths.ts'
import { leaveSeat, reconcileLog } from '../../kit/council.ts'
import { approve, planAndCall } from '../elections/before.ts'
import { shareOut, type Box, type Poll } from '../elections/contest.ts'
import { certify, countTwice, finish } from '../elections/counting.ts'
import { fillRoll, vote } from '../elections/named_roll.ts'
import { closePolls, openPolls } from '../elections/polling.ts'
import { reconcileElection, reconcileHolders, reconcileRecord } from '../elections/reconciliation.ts'
import { electionScenario, type Town } from '../elections/town.ts'
import { expectText, nextDay, step, t } from '../renewal/first_council/plot.ts'
import { Person } from '../../kit/person.ts'
import { reconcileGone, reconcileRolls } from './reconciliation.ts'

const CONTACT = { phone: '86 40 77 12', email: 'medlem@eksempel.example', postal_address: 'Havnevej 3' }
const NOTE = 'Skal passe sin mor'

/** An elected member leaves and asks to be forgotten: the seat's holder stays on record, all else goes. */
export const erasePerson = electionScenario({
  name: 'erase-person',
  description:
    'Et medlem stopper og vil slettes: plads og datoer bliver, resten går, og fristerne sletter selv',
  play: async (town) => {
    const voters = Array.from({ length: 3 }, () => town.names.next().value)
    const box: Box = { votes: shareOut(voters.length, [2, 1]) }
    const poll = await elect(town, voters, box)
    const [elected = '', other = ''] = poll.candidates
    await tidy(town, t('retention.erased.rolls', { count: 1 }))
    nextDay(town, town.term.startsOn, 'Rådsperioden begynder')
    const at = await writeContact(town, poll, elected)
    await notYet(town, at, elected)
    const lastDay = addMonths(town.term.startsOn, 4)
    nextDay(town, lastDay, 'Medlemmet stopper')
    await leaveSeat(
      town,
      { seat: poll.area.key, name: elected, on: lastDay },
      { end_private: 'ja', end_note: NOTE },
    )
    nextDay(town, addDays(lastDay, 5), 'Medlemmet beder om at blive slettet')
    await erase(town, at, elected)
    nextDay(town, addMonths(town.house.clock.today(), 6), 'Fristen for ansøgninger er gået')
    await tidy(town, t('retention.erased.applications', { count: 1 }))
    await readAsCitizen(town, poll, { elected, other, lastDay })
    return async () => {
      await reconcileHolders(town, poll, [
        [lastDay, elected],
        [addDays(lastDay, 1), 'ledig'],
      ])
      const ballots = voters.length
      await reconcileElection(town, poll, {
        after: 'makeFinal',
        elected: [elected],
        ballots,
        votes: box.votes,
      })
      await reconcileRecord(town, poll)
      await reconcileRolls(town, voters)
      await reconcileGone(town, [...Object.values(CONTACT), NOTE])
      await reconcileLog(town)
    }
  },
})

async function elect(town: Town, voters: readonly string[], box: Box): Promise<Poll> {
  const poll = await planAndCall(town, { candidates: 2 })
  await approve(town, poll)
  await fillRoll(town, poll, voters)
  await openPolls(town, poll)
  for (const name of voters) await vote(town, poll.officials[0], poll, name)
  await closePolls(town, poll, box)
  await countTwice(town, poll, box)
  await certify(town, poll, poll.candidates.slice(0, 1))
  await finish(town, poll)
  return poll
}

async function tidy(town: Town, expected: string): Promise<void> {
  const { secretary } = town.cast
  await step(town, secretary, 'sletter det, der har været gemt længe nok', async () => {
    const page = await secretary.send(await secretary.open(paths.retention), {}, t('retention.run.button'))
    expectText(page, expected)
    return expected
  })
}

async function writeContact(town: Town, { area }: Poll, name: string): Promise<string> {
  const { secretary } = town.cast
  let at = ''
  await step(town, secretary, `skriver, hvordan ${name} får besked`, async () => {
    const seat = await secretary.open(paths.seat(area.key))
    at = seat.link(name)
    const person = await secretary.open(`${at}/ret`)
    await secretary.send(person, { ...CONTACT, contact_by: 'phone', protected_address: 'ja' })
  })
  return at
}

/** A member cannot be erased yet: the council has to be able to reach them. */
async function notYet(town: Town, at: string, name: string): Promise<void> {
  const { secretary } = town.cast
  await step(town, secretary, `kan ikke slette ${name}, der sidder i rådet`, async () => {
    const page = await secretary.open(`${at}/sletning`)
    expectText(page, t('retention.erasure.not_yet'))
    if (page.texts('form.confirm').length > 0) throw new Error('der er en knap at slette med')
  })
}

async function erase(town: Town, at: string, name: string): Promise<void> {
  const { secretary, auditor } = town.cast
  await step(town, secretary, `sletter oplysningerne om ${name}`, async () => {
    const form = await secretary.open(`${at}/sletning`)
    expectText(form, t('retention.stays.seat'))
    const asked_on = formatShortDate(town.house.clock.today())
    const page = await secretary.send(form, { asked_on, reason: 'Mundtligt på værestedet', sure: 'ja' })
    expectText(page, name)
    for (const gone of Object.values(CONTACT))
      if (page.text.includes(gone)) throw new Error(`${gone} står der endnu`)
  })
  await step(town, auditor, 'ser i logbogen, at der er slettet, og ikke hvad', async () => {
    const page = await auditor.open(paths.audit)
    expectText(page, t('audit.actions.person.erased'))
    for (const gone of Object.values(CONTACT))
      if (page.text.includes(gone)) throw new Error(`${gone} står i logbogen`)
  })
}

/** Members can still be read about; a candidate who was not elected can not. */
async function readAsCitizen(
  town: Town,
  poll: Poll,
  { elected, other, lastDay }: { elected: string; other: string; lastDay: IsoDate },
): Promise<void> {
  const citizen = new Person(town.house.base, { name: 'En borger', title: 'uden konto' })
  await step(
    town,
    citizen,
    'kan stadig læse, hvem der sad i rådet, men ikke hvem der ikke blev valgt',
    async () => {
      const front = await citizen.open(`${paths.front}?dato=${lastDay}`)
      if (front.text.includes(CONTACT.phone)) throw new Error('telefonnummeret står på forsiden')
      const page = await citizen.open(poll.at.replace('/kontor', ''))
      if (page.text.includes(other)) throw new Error(`${other} står på valgets side`)
      return `${elected} er ${front.text.includes(elected) ? 'på forsiden' : 'uden navn på forsiden'}`
    },
  )
}
