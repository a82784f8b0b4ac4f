import { expect } from 'chai'
import { PASSWORD } from '../../../bin/demo/staff.ts'
import { openHouse, type House } from '../../../rehearsal/kit/house.ts'
import { Person } from '../../../rehearsal/kit/person.ts'
import { aTown } from '../../e2e/support/town.ts'
import { emailsByRole } from '../../e2e/support/readers.ts'
import { testConfig } from '../../support/app.ts'
import { aDatabaseWithConfig } from '../../support/database.ts'

/** Readers who between them meet every page of the house. */
const READERS = ['anyone', 'secretary', 'administrator'] as const
describe('links: every link on every page', () => {
  let house: House

  before(async () => {
    const { db, config: database } = await aDatabaseWithConfig()
    await db.destroy()
    house = await openHouse({ ...testConfig(), database }, '2026-03-10')
    await aTown(house)
  })

  after(() => house.close())

  for (const reader of READERS) {
    it(`leads ${reader === 'anyone' ? 'a visitor' : `the ${reader}`} to a page, and to a part that is there`, async () => {
      const { faults, followed } = await walk(house, reader)
      expect(faults).to.deep.equal([])
      expect(followed).to.be.above(reader === 'anyone' ? 20 : 50)
    })
  }
})

const NAMED = /^(\/kontor\/(?:organisationer|pladser))\/[^/]+/

interface Walk {
  followed: number
  faults: string[]
}

async function walk(house: House, reader: (typeof READERS)[number]): Promise<Walk> {
  const person = await personAt(house, reader)
  const start = reader === 'anyone' ? ['/'] : ['/', '/kontor']
  const waiting = start.map((href) => ({ href, from: 'the start' }))
  const kinds = new Set<string>()
  const faults: string[] = []
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { href, from } = next
    const { pathname, search, hash } = new URL(href, house.base)
    const address = `${pathname}${search}`
    const kind = kindOf(pathname, search)
    // Pages of one kind differ in their numbers alone.
    if (kinds.has(kind)) continue
    kinds.add(kind)
    const page = await person.look(address)
    if (page.status !== 200) faults.push(`${from} → ${href}: ${page.status}`)
    const own = page.attributes('a[href^="#"]', 'href')
    for (const part of [hash, ...own].filter((one) => one.length > 1))
      if (page.attributes(`[id="${part.slice(1)}"]`, 'id').length === 0)
        faults.push(`${page.url}: no ${part}`)
    waiting.push(
      ...page
        .attributes('a[href]', 'href')
        .map((link) => new URL(link, `${house.base}${page.url}`))
        // Making a document takes long, and each has tests of its own.
        .filter(({ origin, pathname }) => origin === house.base && !pathname.endsWith('.pdf'))
        .map(({ href }) => ({ href, from: page.url })),
    )
  }
  return { followed: kinds.size, faults }
}

/** Numbers, days, languages and names in an address make no other kind of page. */
function kindOf(pathname: string, search: string): string {
  const names = [...new URLSearchParams(search).keys()].filter((name) => name !== 'sprog').sort()
  const path = pathname.replace(NAMED, '$1/:slug').replace(/\d[\d-]*/g, ':n')
  return `${path}?${names.join('&')}`
}

async function personAt(house: House, reader: (typeof READERS)[number]): Promise<Person> {
  const who = { name: reader, title: reader }
  if (reader === 'anyone') return new Person(house.base, who)
  const email = (await emailsByRole(house))[reader]
  const person = new Person(house.base, { ...who, account: { email, password: PASSWORD } })
  await person.open('/kontor')
  return person
}
