import { addDays, formatDate, formatShortDate, type IsoDate } from '../../../../models/core/dates.ts'
import { paths } from '../../../../views/paths.ts'
import type { Page } from '../../../kit/page.ts'
import type { Person } from '../../../kit/person.ts'
import { contestsFor, EXCHANGED, inBox, NOT_RETURNED, UNUSED, type Contest } from './contests.ts'
import { step, t, type Plot } from './plot.ts'

const WITNESSES = 'Personalet og to brugere'

export async function planElections(plot: Plot, pollingOn: IsoDate): Promise<Contest[]> {
  const contests: Contest[] = []
  for (const contest of contestsFor(plot))
    contests.push({ ...contest, at: await planOne(plot, contest, pollingOn) })
  return contests
}

/** `more` are further fields of the form. Returns the election's address. */
export async function planOne(
  plot: Plot,
  { area, certifier }: Pick<Contest, 'area' | 'certifier'>,
  pollingOn: IsoDate,
  more: Record<string, string> = {},
): Promise<string> {
  const { secretary } = plot.cast
  const { startsOn, endsOn } = plot.term
  const planned = await step(plot, secretary, `planlægger valget på ${area.name}`, async () => {
    const form = await secretary.open(paths.newElection)
    const term = { from: formatDate(startsOn, 'da'), until: formatDate(endsOn, 'da') }
    return {
      page: await secretary.send(form, {
        area_id: form.choice('area_id', area.name),
        term_id: form.choice('term_id', t('elections.new.term_option', term)),
        polling_on: formatShortDate(pollingOn),
        candidates_by: formatShortDate(addDays(pollingOn, -10)),
        place: `${area.name}, spisestuen`,
        opens_at: '10.00',
        closes_at: '14.00',
        board: [form.choice('board', secretary.name), form.choice('board', certifier.name)],
        ...more,
      }),
    }
  })
  const at = planned.page.url
  await step(plot, secretary, 'indkalder kandidater', async () => {
    await secretary.send(await secretary.open(`${at}/indkaldelse`))
  })
  return at
}

/** In a contest one candidate also withdraws. */
export async function takeCandidates(plot: Plot, contest: Contest): Promise<void> {
  const [official] = contest.counters
  for (const [name] of contest.candidates) {
    await step(plot, official, `skriver ${name} op som kandidat på ${contest.area.name}`, async () => {
      await stand(plot, official, contest, name)
    })
  }
  if (contest.kind !== 'plain') return
  const name = plot.names.next().value
  await step(plot, official, `skriver ${name} op, der fortryder igen`, async () => {
    const page = await stand(plot, official, contest, name)
    const withdrawal = await official.follow(page, `${t('elections.candidates.withdraw')} ${name}`)
    await official.send(withdrawal)
  })
}

/** The candidate has said yes and may stand. */
export async function stand(
  { house }: Pick<Plot, 'house'>,
  official: Person,
  { at }: Pick<Contest, 'at'>,
  name: string,
): Promise<Page> {
  const form = await official.open(`${at}/kandidater`)
  const { candidateEligibility, minimumAge } = house.statutes.rules
  return official.send(form, {
    name,
    eligible_as: candidateEligibility.value.anyOf[0] ?? 'resident',
    ...(minimumAge.value !== null && { of_age: 'ja' }),
  })
}

export async function closeList(plot: Plot, contest: Contest): Promise<void> {
  const { secretary } = plot.cast
  const [official] = contest.counters
  await step(plot, official, `godkender kandidatlisten på ${contest.area.name}`, async () => {
    const form = await official.open(`${contest.at}/kandidatliste`)
    await official.send(form, drawnOrder(form), t('elections.candidate_list.button'))
  })
  if (contest.kind !== 'uncontested') return
  await step(plot, secretary, `skriver beslutningen om fredsvalg på ${contest.area.name}`, async () => {
    const form = await secretary.open(`${contest.at}/fredsvalg`)
    await secretary.send(form, { decided_by: 'Valgbestyrelsen' })
  })
}

/** Numbers the names when the statutes let lots decide the order on the ballot. */
export function drawnOrder(form: Page): Record<string, string> {
  const places = form.$('main [name^="position_"]').toArray()
  const numbered = places.map((field, index) => [form.$(field).attr('name') ?? '', `${index + 1}`] as const)
  return places.length === 0 ? {} : { ...Object.fromEntries(numbered), method: 'slips', witnesses: WITNESSES }
}

/** Staff of another place cannot come near the election. */
export async function poll(
  plot: Plot,
  contest: Contest,
  day: IsoDate,
  stranger: Person | undefined,
): Promise<void> {
  const [official, colleague] = contest.counters
  const { area, at } = contest
  plot.house.clock.set(`${day}T09:30:00Z`)
  if (stranger) {
    await step(
      plot,
      stranger,
      `åbner valget på ${area.name} med adressen og får at vide, at siden ikke findes`,
      async () => {
        const { status } = await stranger.look(at)
        if (status !== 404) throw new Error(`${at} svarede ${status}`)
      },
    )
  }
  await step(
    plot,
    official,
    `viser den tomme kasse for ${colleague.name} og åbner afstemningen på ${area.name}`,
    async () => {
      const form = await official.open(`${at}/afstemning`)
      const witnesses = { first_witness: official.name, second_witness: colleague.name }
      await official.send(form, { ...witnesses, opened_at: '10.00' })
    },
  )
  plot.house.clock.set(`${day}T13:30:00Z`)
  const handedOut = inBox(contest) + EXCHANGED + NOT_RETURNED
  const papers = { exchanged: `${EXCHANGED}`, not_returned: `${NOT_RETURNED}`, unused: `${UNUSED}` }
  await step(plot, official, 'lukker afstemningen og gør regnskab for stemmesedlerne', async () => {
    const form = await official.open(`${at}/afstemning/lukning`)
    const fields = { closed_at: '14.00', handed_out: `${handedOut}`, ...papers }
    const wrong = await official.sendInVain(form, { ...fields, printed: `${handedOut + UNUSED + 1}` })
    await official.send(wrong, { ...fields, printed: `${handedOut + UNUSED}` })
    return `${handedOut} udleveret, ${inBox(contest)} i kassen; en sum, der ikke gik op, blev afvist`
  })
}
