import { step, t } from '../renewal/first_council/plot.ts'
import type { Person } from '../../kit/person.ts'
import type { Poll } from './contest.ts'
import type { Town } from './town.ts'

export async function fillRoll(town: Town, poll: Poll, names: readonly string[]): Promise<void> {
  const [official] = poll.officials
  await step(town, official, `skriver valglisten for ${poll.area.name}`, async () => {
    const at = `${poll.at}/valgliste`
    await official.send(await official.open(at), { roll_kind: 'named' }, t('roll.kind.button'))
    for (const name of names) await official.send(await official.open(at), { name }, t('roll.add.button'))
    return `${names.length} navne`
  })
}

export async function vote(town: Town, official: Person, poll: Poll, name: string): Promise<void> {
  await step(town, official, `giver ${name} en stemmeseddel på ${poll.area.name}`, async () => {
    const hits = await search(official, poll, name)
    const page = await official.post(handOutForm(hits))
    if (page.status !== 200) throw new Error(`${page.url} svarede ${page.status}: ${page.errors.join(' ')}`)
  })
}

export async function search(official: Person, poll: Poll, name: string) {
  const page = await official.open(`${poll.at}/afstemning`)
  return official.send(page, { name }, t('elections.polling.search.button'))
}

function handOutForm(page: Awaited<ReturnType<typeof search>>) {
  const [button = ''] = page.texts('#traef button')
  return page.fill({}, button)
}
