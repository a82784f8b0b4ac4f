import type { IsoDate } from '../../../../models/core/dates.ts'
import { formatDate } from '../../../../models/core/dates.ts'
import { lookForDifference } from '../../elections/difference.ts'
import { invalidReasonField } from '../../../../models/rules/elections/invalid_ballots.ts'
import type { Page } from '../../../kit/page.ts'
import { Person } from '../../../kit/person.ts'
import { BLANK, inBox, INVALID, type Contest } from './contests.ts'
import { expectText, step, t, type Plot } from './plot.ts'

/** Two people count apart; when they differ, both count again. */
export async function countTwice(plot: Plot, contest: Contest): Promise<void> {
  const [first, second] = contest.counters
  const { area, at, kind } = contest
  await step(plot, first, `tæller stemmerne på ${area.name}`, async () => {
    await enter(first, contest, 0)
  })
  await step(plot, second, 'ser et tomt skema og ikke den førstes tal', async () => {
    const form = await second.open(`${at}/optaelling`)
    const filled = form
      .$('main form input:not([type=hidden])')
      .toArray()
      .filter((field) => (form.$(field).attr('value') ?? '') !== '')
    if (filled.length > 0) throw new Error(`${filled.length} felter er udfyldt`)
  })
  if (kind === 'difference') {
    await step(plot, second, 'tæller også, men har lagt en blank seddel i en forkert bunke', async () => {
      const page = await enter(second, contest, 1)
      const warning = page.texts('main .alert').join(' ')
      for (const line of [contest.candidates[0]?.[0] ?? '', t('elections.count.blank')]) {
        if (!warning.includes(line)) throw new Error(`advarslen nævner ikke ${line}: ${warning}`)
      }
      return warning
    })
    await step(plot, first, 'ser efter, hvorfor de ikke er enige', async () => {
      const found = await lookForDifference(
        first,
        contest.at,
        'blank_among_valid',
        'En blank seddel lå forkert.',
      )
      expectText(found, 'En blank seddel lå forkert.')
    })
    await step(plot, first, 'tæller om', async () => {
      await enter(first, contest, 0)
    })
  }
  await step(plot, second, 'tæller det samme', async () => {
    await enter(second, contest, 0)
  })
}

async function enter(person: Person, contest: Contest, astray: number): Promise<Page> {
  const form = await person.open(`${contest.at}/optaelling`)
  const votes = contest.candidates.map(
    ([name, each], index) => [form.field(name), `${each - (index === 0 ? astray : 0)}`] as const,
  )
  const figures = {
    ballots_in_box: `${inBox(contest)}`,
    ...Object.fromEntries(votes),
    blank: `${BLANK + astray}`,
    invalid: `${INVALID}`,
  }
  // Without JavaScript the lines for the reasons come when the form is sent.
  const lines = await person.send(form, figures, t('elections.count.rest'))
  const reasons = Array.from(
    { length: INVALID },
    (_none, index) => [invalidReasonField(index + 1), 'recognisable'] as const,
  )
  return person.send(lines, { ...figures, ...Object.fromEntries(reasons) }, t('elections.count.button'))
}

/** Lots between equals, then two of the board certify; the elected take their seats with the second. */
export async function certify(plot: Plot, contest: Contest): Promise<void> {
  const { secretary } = plot.cast
  const { area, at, certifier, elected, kind } = contest
  if (kind === 'tie') {
    await step(plot, secretary, `skriver lodtrækningen på ${area.name} ind`, async () => {
      const form = await secretary.open(`${at}/lodtraekning`)
      const chosen = form.choice('chosen', elected.at(-1) ?? '')
      await secretary.send(form, { method: 'slips', witnesses: 'Personalet og to brugere', chosen })
      return `lodden faldt på ${elected.at(-1) ?? ''}`
    })
  }
  if (kind !== 'uncontested') {
    const [counter] = contest.counters
    await step(plot, counter, 'har selv talt og kan ikke godkende', async () => {
      const page = await counter.open(`${at}/godkendelse`)
      if (page.$('main form[method=post]').length > 0) throw new Error('der er en knap')
    })
  }
  for (const board of [secretary, certifier]) {
    await step(plot, board, `godkender resultatet på ${area.name}`, async () => {
      const form = await board.open(`${at}/godkendelse`)
      for (const name of elected) expectText(form, name)
      await board.send(form)
      return `${elected.join(', ')} er valgt`
    })
  }
  plot.seated.set(area.key, elected)
}

/** Provisional until the time for complaints is over, and final when the secretary closes the election. */
export async function readProvisional(plot: Plot, contest: Contest, until: IsoDate): Promise<void> {
  const citizen = new Person(plot.house.base, { name: 'En borger', title: 'uden konto' })
  await step(plot, citizen, `læser det foreløbige resultat på ${contest.area.name}`, async () => {
    const page = await citizen.open(contest.at.replace('/kontor', ''))
    for (const name of contest.elected) expectText(page, name)
    expectText(page, formatDate(until, 'da'))
  })
}

export async function finish(plot: Plot, contest: Contest): Promise<void> {
  const { secretary } = plot.cast
  await step(
    plot,
    secretary,
    `afslutter valget på ${contest.area.name}, da klagefristen er ovre`,
    async () => {
      await secretary.send(await secretary.open(`${contest.at}/afslutning`))
    },
  )
}
