import { reconcileLog } from '../../../kit/council.ts'
import type { Person } from '../../../kit/person.ts'
import { anSmtpServer, textOf, type Delivered } from '../../../kit/smtp.ts'
import { addDays } from '../../../../models/core/dates.ts'
import { mailerFor } from '../../../../models/core/mail.ts'
import { sendReminders } from '../../../../routes/office/front/reminders.ts'
import { nextDay, step, t } from '../../renewal/first_council/plot.ts'
import { approve, planAndCall } from '../before.ts'
import type { Box, Poll } from '../contest.ts'
import { certify, countTwice, finish } from '../counting.ts'
import { closePolls, handOut, openPolls } from '../polling.ts'
import { complaintsUntil, daysOf, electionScenario, type Town } from '../town.ts'

const BOX: Box = { votes: [9, 9], blank: 1 }

interface Post {
  delivered: Delivered[]
  /** The server's hourly round, at a time of the day in UTC. */
  round: (day: string, time: string) => Promise<void>
}

/** Who must have got which words in a mail of which day. */
interface Expected {
  to: Person
  says: string
}

export const reminders = electionScenario({
  name: 'reminders',
  description:
    'Mails siger til i tide: fristen, valgdagen, lodtrækningen, underskrifterne og klagefristens udløb',
  play: async (town) => {
    const smtp = await anSmtpServer()
    try {
      const post = officeAt(town, smtp)
      const poll = await beforeTheVote(town, post)
      await theVote(town, post, poll)
      await afterTheVote(town, post, poll)
      return () => reconcile(town, poll, smtp.delivered)
    } finally {
      await smtp.close()
    }
  },
})

function officeAt({ house }: Town, smtp: { url: string; delivered: Delivered[] }): Post {
  const mailer = mailerFor({ url: smtp.url, from: 'raad@raadsbogen.example' })
  const council = { name: house.statutes.council.name }
  return {
    delivered: smtp.delivered,
    round: async (day, time) => {
      house.clock.set(`${day}T${time}:00Z`)
      await sendReminders(house.db, house.clock, { council, baseUrl: house.base, mailer })
    },
  }
}

async function beforeTheVote(town: Town, post: Post): Promise<Poll> {
  const { candidates, polling } = daysOf(town.house.statutes)
  const poll = await planAndCall(town, { candidates: 2 })
  const [first, second] = poll.officials
  const area = poll.area.name
  nextDay(town, addDays(candidates, 1), 'Morgenens mails')
  await reads(town, post, { day: addDays(candidates, 1) }, [
    { to: first, says: t('tasks.election_stand.text', { area }) },
  ])
  await step(town, second, 'slår mails fra', async () => {
    await second.send(await second.open('/kontor/min-konto/mails'), { wanted: [] })
  })
  await approve(town, poll)
  nextDay(town, addDays(polling, -1), 'Dagen før valget')
  await reads(town, post, { day: addDays(polling, -1) }, [
    { to: first, says: poll.area.name },
    { to: poll.officials[2], says: poll.area.name },
  ])
  return poll
}

async function theVote(town: Town, post: Post, poll: Poll): Promise<void> {
  await openPolls(town, poll)
  await handOut(town, poll, BOX)
  await closePolls(town, poll, BOX)
  await countTwice(town, poll, BOX)
  const says = t('tasks.election_draw_lot.text', { area: poll.area.name })
  await reads(town, post, { day: poll.pollingOn, time: '15:30' }, [
    { to: town.cast.secretary, says },
    { to: poll.officials[2], says },
  ])
  const { secretary } = town.cast
  await step(town, secretary, 'trækker lod', async () => {
    const form = await secretary.open(`${poll.at}/lodtraekning`)
    const chosen = form.choice('chosen', poll.candidates[0] ?? '')
    const fields = { method: 'slips', witnesses: 'Personalet og to brugere', chosen }
    await secretary.send(form, fields, t('elections.lot.button'))
  })
}

async function afterTheVote(town: Town, post: Post, poll: Poll): Promise<void> {
  const { secretary } = town.cast
  const area = poll.area.name
  const morning = addDays(poll.pollingOn, 1)
  await reads(town, post, { day: morning }, [
    { to: secretary, says: t('tasks.election_certify.text', { area }) },
    { to: poll.officials[2], says: t('tasks.election_certify.text', { area }) },
  ])
  await certify(town, poll, [poll.candidates[0] ?? ''])
  const over = addDays(complaintsUntil(town, poll), 1)
  await reads(town, post, { day: over }, [{ to: secretary, says: t('tasks.election_finish.text', { area }) }])
  await finish(town, poll)
}

/** The round of the day, and a second one an hour later that sends nothing more. */
async function reads(
  town: Town,
  post: Post,
  { day, time = '06:30' }: { day: string; time?: string },
  expected: readonly Expected[],
): Promise<void> {
  const before = post.delivered.length
  await post.round(day, time)
  const sent = post.delivered.slice(before)
  await post.round(day, time.replace(':30', ':45'))
  if (post.delivered.length !== before + sent.length) throw new Error(`to mails på én dag: ${day}`)
  for (const { to, says } of expected)
    await step(town, to, `læser i sin mail den ${day}: »${says}«`, async () => {
      const mine = sent.filter((mail) => mail.to === to.email).map(textOf)
      if (!mine.some((text) => text.includes(says)))
        throw new Error(`${to.email} fik ikke besked:\n${mine.join('\n') || 'ingen mail'}`)
      return Promise.resolve(`${sent.length} mails i alt`)
    })
}

async function reconcile(town: Town, poll: Poll, delivered: readonly Delivered[]): Promise<void> {
  const { journal } = town
  const [, second] = poll.officials
  const texts = delivered.map(textOf)
  const named = poll.candidates.filter((name) => texts.some((text) => text.includes(name)))
  journal.reconcile('Mails, der nævner en kandidat', 'ingen', named.join(', ') || 'ingen')
  const toSecond = delivered.filter(({ to }) => to === second.email).length
  journal.reconcile('Mails til den, der slog dem fra, efter den første', 0, Math.max(toSecond - 1, 0))
  const holes = texts.filter((text) => /\{\{|undefined|null/.test(text)).length
  journal.reconcile('Mails med huller', 0, holes)
  await reconcileLog(town)
}
