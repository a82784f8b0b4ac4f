import { expect } from 'chai'
import { Person } from '../../../../rehearsal/kit/person.ts'
import { combineSlips } from '../../../../models/elections/box/key_slips.ts'
import { findBoxKey } from '../../../../models/elections/box/keys.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp } from '../../../support/app.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../support/builders/booth.ts'
import { CAST, PASSWORD } from '../../../support/cast.ts'
import { SECRET } from '../../../support/databases/keys.ts'
import { foundInMemory, served } from '../../../support/processes/served.ts'

/** Some runs of four words, as they are shown and as a form sends them, in both ways that memory holds text. */
function runsOf(slip: string): [string, Buffer][] {
  const words = slip.split(' ')
  const runs: [string, Buffer][] = []
  for (let from = 0; from + 4 <= words.length; from += 8)
    for (const between of [' ', '+'])
      for (const coding of ['latin1', 'utf16le'] as const) {
        const text = words.slice(from, from + 4).join(between)
        runs.push([`${text} (${coding})`, Buffer.from(text, coding)])
      }
  return runs
}

describe('The memory of the server', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip()
  })

  it('holds neither the key nor a slip once the box has been opened', async () => {
    const house = await anApp()
    const { id, slips } = await anOpenBoothElection(house)
    const tablet = await aBooth(house, id)
    for (const name of ['Jens Ærø', 'Åse Wang']) await tablet.vote(name)
    await closed(house, id)
    for (const name of ['bo', 'signe'] as const) await house.accountOf(name)
    const key = (await findBoxKey(house.db, id))!
    const secret = Buffer.from(await combineSlips(key, slips.slice(0, 2)))
    const server = await served(house)
    const person = (name: 'bo' | 'signe') =>
      new Person(server.base, {
        ...{ name, title: 'medarbejder', account: { email: CAST[name].email, password: PASSWORD } },
      })
    const [bo, signe] = [person('bo'), person('signe')]
    await bo.send(await bo.open(paths.box(id)), { slip_1: slips[0] ?? '' }, 'Skriv min seddel')
    const page = await signe.open(paths.box(id))
    // A word is wrong at first, and the form comes back with what was typed.
    const wrong = (slips[1] ?? '').split(' ').with(4, 'qwerty').join(' ')
    const refused = await signe.sendInVain(page, { slip_1: wrong }, 'Skriv min seddel')
    expect(refused.value('slip_1')).to.equal(wrong)
    await signe.send(page, { slip_1: slips[1] ?? '' }, 'Skriv min seddel')
    for (let opened = false; !opened;)
      opened = (await bo.open(paths.box(id))).text.includes('De lukkede stemmer er ryddet helt væk.')
    const wanted = new Map([
      ['the key', secret],
      ['the secret of the settings', Buffer.from(SECRET)],
      ...slips.slice(0, 2).flatMap(runsOf),
    ])
    const found = await foundInMemory(server.pid, wanted)
    await server.stop()
    expect(found.get('the secret of the settings'), 'the measure sees what is there').to.be.greaterThan(0)
    found.delete('the secret of the settings')
    const there = [...found].filter(([, times]) => times > 0)
    expect(there).to.deep.equal([])
  })
})
