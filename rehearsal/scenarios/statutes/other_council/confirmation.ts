import { formatShortDate } from '../../../../models/core/dates.ts'
import { paths } from '../../../../views/paths.ts'
import { step, t, type Plot } from '../../renewal/first_council/plot.ts'

/** For statutes that let a body appoint elected members too: works through the tasks until none is left. */
export async function confirmElected(plot: Plot): Promise<void> {
  const { secretary } = plot.cast
  const decided_on = formatShortDate(plot.house.clock.today())
  for (const href of await waiting(plot)) {
    await step(plot, secretary, 'skriver, at en valgt er bekræftet', async () => {
      const form = await secretary.open(href)
      const seat = await secretary.send(form, { decided_on }, t('formal.button'))
      return seat.heading
    })
  }
}

/** The addresses that the secretary's tasks lead to. */
export async function waiting({ cast }: Plot): Promise<string[]> {
  const todo = await cast.secretary.open(paths.office)
  return todo.attributes('main a', 'href').filter((href) => href.endsWith('/bekraeftelse'))
}
