import { substitutesOf } from '../../../../models/rules/council/substitutes.ts'
import { paths } from '../../../../views/paths.ts'
import { seatsOf } from '../../renewal/first_council/appointments.ts'
import { expectText, step, t, type Plot } from '../../renewal/first_council/plot.ts'
import type { Outcome } from '../../renewal/first_council/reconciliation.ts'

type Left = NonNullable<Outcome['left']>

/** The area's only seat, or the one of several without a member. */
async function leftSeat(plot: Plot, left: Left): Promise<string> {
  const { secretary } = plot.cast
  const area = plot.places.find(({ name }) => name === left.area)
  if (!area) throw new Error(`${left.area} er intet værested`)
  for (const slug of seatsOf(area)) {
    const page = await secretary.open(paths.seat(slug))
    if (page.$('.vacant-box').length > 0) return slug
  }
  throw new Error(`ingen plads på ${left.area} er ledig`)
}

/** When substitutes go by votes, the election's order is taken over; otherwise the secretary writes two people down. */
export async function writeSubstitutesDown(plot: Plot, outcome: Outcome): Promise<string[]> {
  const { secretary } = plot.cast
  const left = outcome.left as Left
  const slug = await leftSeat(plot, left)
  const areaKey = plot.places.find(({ name }) => name === left.area)?.key ?? ''
  if (substitutesOf(plot.house.statutes, areaKey) === 'vote_order') {
    const contest = outcome.contests.find(({ area }) => area.key === areaKey)
    const others = (contest?.candidates ?? [])
      .map(([name]) => name)
      .filter((name) => !contest?.elected.includes(name))
    await step(plot, secretary, `skriver suppleanterne på ${left.area} op efter stemmerne`, async () => {
      const form = await secretary.open(paths.substitutes(slug))
      for (const name of others) expectText(form, name)
      const page = await secretary.send(form, {}, t('statutes_versions.substitutes.register_all'))
      expectText(page, others[0] ?? '')
    })
    return others.slice(0, 1)
  }
  const names = [plot.names.next().value, plot.names.next().value]
  for (const name of names) {
    await step(plot, secretary, `skriver ${name} op som suppleant`, async () => {
      await secretary.send(await secretary.open(paths.newPerson), {
        ...{ name, contact_by: 'phone', phone: '86 40 00 02', publish_name: 'nej' },
      })
      const form = await secretary.open(paths.substitutes(slug))
      const fields = { person_id: form.choice('person_id', name) }
      expectText(await secretary.send(form, fields, t('statutes_versions.substitutes.register')), name)
    })
  }
  return names
}

/** When the statutes leave a choice, the secretary writes down how it was made. */
export async function letSubstituteIn(
  plot: Plot,
  outcome: Outcome,
  names: readonly string[],
): Promise<string> {
  const { secretary } = plot.cast
  const left = outcome.left as Left
  const slug = await leftSeat(plot, left)
  const [name = ''] = names
  await step(plot, secretary, `lader ${name} træde ind på ${left.area}`, async () => {
    const seat = await secretary.open(paths.seat(slug))
    const form = await secretary.follow(seat, t('register.seat.start.substitute'))
    const isChoice = form.$('main input[name="substitute_id"][type=radio]').length > 0
    if (isChoice) await secretary.sendInVain(form, { substitute_id: form.choice('substitute_id', name) })
    const chosen = isChoice
      ? { substitute_id: form.choice('substitute_id', name), note: 'Gruppen valgte på mødet' }
      : {}
    const page = await secretary.send(form, chosen)
    expectText(page, t('statutes_versions.substitutes.stepped_in'))
    return isChoice ? 'efter et valg i gruppen' : 'som den næste'
  })
  return name
}
