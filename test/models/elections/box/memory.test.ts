import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { Person } from '../../../../rehearsal/kit/person.ts'
import { combineSlips } from '../../../../models/elections/box/key_slips.ts'
import { nameHolders } from '../../../../models/elections/box/custody/naming.ts'
import { type LockingKey, readShare } from '../../../../models/elections/box/key_slips.ts'
import { readSeed } from '../../../../models/elections/box/custody/key_words.ts'
import { findLockingKey } from '../../../../models/elections/box/keys.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp } from '../../../support/app.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../support/builders/booth.ts'
import { aListedElection, official } from '../../../support/builders/elections.ts'
import { CAST, PASSWORD } from '../../../support/cast.ts'
import { SECRET } from '../../../support/databases/keys.ts'
import { searchFor } from '../../../support/processes/search.ts'
import { foundInMemory, served } from '../../../support/processes/served.ts'

/** Some runs of four words, as they are shown and as a form sends them, in both ways that memory holds text. */
function runsOf(slip: string): [string, Buffer][] {
  const words = slip.split(' ')
  const runs: [string, Buffer][] = []
  for (let from = 0; from + 4 <= words.length; from += 8)
    for (const between of [' ', '+', '</li><li>'])
      for (const coding of ['latin1', 'utf16le'] as const) {
        const text = words.slice(from, from + 4).join(between)
        runs.push([`${text} (${coding})`, Buffer.from(text, coding)])
      }
  return runs
}

/** What a slip is made of and opens, as bytes. */
async function secretsOf(key: LockingKey, words: string, number: number): Promise<[string, Buffer][]> {
  const read = readSeed(words)
  if (!read.ok) throw new Error('the slip is readable')
  const { share } = await readShare(key, words, 'slip_1')
  return [
    [`the seed of slip ${number}`, Buffer.from(read.seed)],
    [`the share of slip ${number}`, Buffer.from(share.subarray(0, 32))],
  ]
}

/** A part of the code to scan, as it stands in the page. */
function codeOf(page: Page): Buffer {
  const path = page.$('.key-qr path').attr('d') ?? ''
  return Buffer.from(path.slice(path.length / 2, path.length / 2 + 80))
}

describe('The memory of the server', function () {
  before(function () {
    if (process.platform !== 'linux') this.skip()
  })

  it('is searched at any byte', () => {
    const wanted = new Map([
      ['one', Buffer.from('hverken seddel')],
      ['two', Buffer.from('eller nøgle', 'utf16le')],
    ])
    for (let from = 0; from < 8; from += 1) {
      const search = searchFor(wanted)
      const [one, two] = [...wanted.values()] as [Buffer, Buffer]
      search.in(Buffer.concat([Buffer.alloc(from), one, one, Buffer.from('x'), two, one.subarray(1)]))
      expect([...search.found]).to.deep.equal([
        ['one', 2],
        ['two', 1],
      ])
    }
  })

  it('holds neither the key nor a slip once the box has been opened', async () => {
    const house = await anApp()
    const { id, slips } = await anOpenBoothElection(house)
    const tablet = await aBooth(house, id)
    for (const name of ['Jens Ærø', 'Åse Wang']) await tablet.vote(name)
    await closed(house, id)
    for (const name of ['bo', 'signe'] as const) await house.accountOf(name)
    const key = (await findLockingKey(house.db, id))!
    const secret = Buffer.from(await combineSlips(key, slips.slice(0, 2)))
    const server = await served(house)
    const person = (name: 'bo' | 'signe') =>
      new Person(server.base, {
        ...{ name, title: 'medarbejder', account: { email: CAST[name].email, password: PASSWORD } },
      })
    const [bo, signe] = [person('bo'), person('signe')]
    await bo.send(await bo.open(paths.box(id)), { slip_1: slips[0] ?? '' }, 'Tast min seddel ind')
    const page = await signe.open(paths.box(id))
    // A word is wrong at first, and the form comes back with what was typed.
    const wrong = (slips[1] ?? '').split(' ').with(4, 'qwerty').join(' ')
    const refused = await signe.sendInVain(page, { slip_1: wrong }, 'Tast min seddel ind')
    expect(refused.value('slip_1')).to.equal(wrong)
    await signe.send(page, { slip_1: slips[1] ?? '' }, 'Tast min seddel ind')
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

  it('holds neither slips nor the key once slips have been shown, printed, written down and tried', async () => {
    const house = await anApp()
    const id = await aListedElection(house)
    await house.db('elections').where({ id }).update({ means: 'booth' })
    for (const name of ['bo', 'signe', 'vera'] as const) await house.accountOf(name)
    const holders = [
      ...[{ account: await house.accountOf('bo') }, { account: await house.accountOf('signe') }],
      { name: 'Ole Sky' },
    ]
    await nameHolders(house.db, await official(house, 'lis'), id, { holders })
    const server = await served(house)
    const [bo, signe, printer] = (['bo', 'signe', 'vera'] as const).map(
      (name) =>
        new Person(server.base, {
          ...{ name, title: 'medarbejder', account: { email: CAST[name].email, password: PASSWORD } },
        }),
    ) as [Person, Person, Person]
    const wanted = new Map<string, Buffer>([['the secret of the settings', Buffer.from(SECRET)]])
    const slips: string[] = []
    for (const person of [bo, signe]) {
      const page = await person.send(await person.open(paths.mySlip(id)), {}, 'Vis min seddel')
      slips.push(page.texts('.key-words li').join(' '))
      wanted.set(`the code of slip ${slips.length}`, codeOf(page))
      await person.send(page, {}, 'Den er skrevet ned')
    }
    const asked = await printer.open(paths.keySlip(id, 3))
    const sheet = await printer.download(asked.fill({ as: 'pdf' }, 'Print den som et ark, der foldes (PDF)'))
    expect(sheet.subarray(0, 5).toString()).to.equal('%PDF-')
    // Its words are packed in the file.
    for (const from of [0.3, 0.5, 0.7])
      wanted.set(
        `the sheet at ${from}`,
        Buffer.from(sheet.subarray(sheet.length * from, sheet.length * from + 64)),
      )
    await printer.send(await printer.open(paths.keySlip(id, 3)), {}, 'Den er skrevet ned')
    for (const [index, person] of [bo, signe].entries()) {
      const page = await person.open(paths.mySlip(id))
      const wrong = (slips[index] ?? '').split(' ').with(4, 'qwerty').join(' ')
      if (person === bo) await person.sendInVain(page, { slip_1: wrong }, 'Prøv sedlen')
      await person.send(page, { slip_1: slips[index] ?? '' }, 'Prøv sedlen')
    }
    const key = (await findLockingKey(house.db, id))!
    wanted.set('the key', Buffer.from(await combineSlips(key, slips)))
    for (const [index, slip] of slips.entries())
      for (const [name, bytes] of [...runsOf(slip), ...(await secretsOf(key, slip, index + 1))])
        wanted.set(name, bytes)
    const found = await foundInMemory(server.pid, wanted)
    await server.stop()
    expect(found.get('the secret of the settings'), 'the measure sees what is there').to.be.greaterThan(0)
    found.delete('the secret of the settings')
    expect([...found].filter(([, times]) => times > 0)).to.deep.equal([])
  })
})
