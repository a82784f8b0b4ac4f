import { expect } from 'chai'
import { createApp } from '../../../app.ts'
import { PASSWORD } from '../../../bin/demo/staff.ts'
import { PERMISSIONS } from '../../../models/accounts/permissions.ts'
import { systemClock } from '../../../models/core/dates.ts'
import { openDatabase } from '../../../models/core/db.ts'
import { openHouse, type House } from '../../../rehearsal/kit/house.ts'
import type { Page } from '../../../rehearsal/kit/page.ts'
import { Person } from '../../../rehearsal/kit/person.ts'
import { addressesIn } from '../../e2e/support/addresses.ts'
import { pageRoutes } from '../../e2e/support/routes.ts'
import { aTown } from '../../e2e/support/town.ts'
import { testConfig } from '../../support/app.ts'
import { aDatabaseWithConfig } from '../../support/database.ts'

/** A page of each kind, in each state that the town has an example of, as those with most on their pages read it. */
describe('a machine translation of any page', () => {
  let house: House
  const pages: Page[] = []

  before(async () => {
    const { db, config: database } = await aDatabaseWithConfig()
    await db.destroy()
    house = await openHouse({ ...testConfig(), database }, '2026-03-10')
    const addresses = await addressesIn(house, await aTown(house))
    const readers = await readersOf(house)
    const guards = guardsOf()
    for (const [path, examples] of Object.entries(addresses)) {
      const reader = readers.get(guards.get(path) ?? '')
      for (const address of examples) {
        const page = await reader?.look(address)
        if (page?.status === 200) pages.push(page)
      }
    }
  })
  after(() => house.close())

  it('leaves the names of people, places and organisations alone', async () => {
    expect(pages.length).to.be.greaterThan(150)
    const names = await namesIn(house)
    const found = pages.flatMap((page) => unmarked(page, names).map((text) => `${page.url}: ${text}`))
    expect(found).to.deep.equal([])
  })

  it('leaves alone a candidate whom a form lets one choose among others', () => {
    const form = pages.find(
      ({ url, $ }) => /\/haendelser$/.test(url) && $('input[name=candidacy]').length > 0,
    )
    const names = form?.$('input[name=candidacy] + label').toArray() ?? []
    expect(names.length).to.be.greaterThan(1)
    expect(names.map((label) => form?.$(label).attr('translate'))).to.deep.equal(names.map(() => 'no'))
  })

  it('does not touch a voting tablet, whose ballot must stay what it is', () => {
    const tablet = pages.find(({ url }) => url === '/stemmeboks/forbind')
    expect(tablet?.$('html').attr('translate')).to.equal('no')
  })

  it('knows what people typed for Danish on an English page', async () => {
    const typed = await typedIn(house)
    // Insight shows each column alike, whatever stands in it.
    const others = pages.filter(({ url }) => !url.endsWith('/indsigt'))
    const found = others.flatMap((page) => takenForEnglish(page, typed).map((text) => `${page.url}: ${text}`))
    expect(found).to.deep.equal([])
  })
})

const SECRETARY = 'Signe Holm'
const AUDITOR = 'Ruth Dahl'
const ADMINISTRATOR = 'Ib Skov'

/** By guard: the secretary wherever the secretary may come. */
async function readersOf({ base, db }: House): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const name of [SECRETARY, AUDITOR, ADMINISTRATOR]) {
    const { email = '' } = (await db('accounts').where({ name }).first('email')) ?? {}
    people.set(name, new Person(base, { name, title: '', account: { email, password: PASSWORD } }))
  }
  const visitor = new Person(base, { name: 'visitor', title: '' })
  for (const reader of [...people.values(), visitor]) await reader.look('/log-ind?sprog=en')
  for (const reader of people.values()) await reader.open('/kontor')
  const readers = new Map([['anyone', visitor]])
  for (const [permission, roles] of Object.entries<readonly string[]>(PERMISSIONS)) {
    const name = roles.includes('secretary') ? SECRETARY : roles.includes('auditor') ? AUDITOR : ADMINISTRATOR
    readers.set(permission, people.get(name) ?? visitor)
  }
  return readers
}

function guardsOf(): Map<string, string> {
  const config = testConfig()
  const council = { key: '', name: '', municipality: '' }
  const app = createApp({ db: openDatabase(config.database), config, clock: systemClock, council })
  return new Map(pageRoutes(app).map(({ path, guard }) => [path, guard]))
}

async function namesIn({ db, statutes }: House): Promise<string[]> {
  const lists = await Promise.all([
    ...(['people', 'accounts', 'candidacies', 'roll_entries', 'body_names', 'areas'] as const).map((table) =>
      db(table).distinct().pluck<string[]>('name'),
    ),
  ])
  return [...new Set([statutes.council.name, ...lists.flat()])]
}

/** Each is on a page of the town by itself, not only in a sentence of the page. */
async function typedIn({ db }: House): Promise<Set<string>> {
  const columns = [
    ...['candidacies.statement', 'complaints.text', 'meetings.title', 'meetings.place', 'roll_entries.note'],
    ...['nomination_bodies.successor_reason', 'merger_proposals.text', 'statutes_versions.reason'],
    'election_incidents.reason',
  ]
  const lists = await Promise.all(
    columns.map(async (column) => {
      const [table = '', name = ''] = column.split('.')
      return db(table as 'complaints')
        .distinct()
        .whereNotNull(name)
        .pluck<string[]>(name)
    }),
  )
  return new Set([...lists.flat(), DANISH_SOURCE])
}

/** Written in the statutes without an English translation. */
const DANISH_SOURCE = 'Rådets forretningsorden'

/** The texts with a name in them that a machine would translate. */
function unmarked(page: Page, names: readonly string[]): string[] {
  const name = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(literally).join('|')})s?(?![\\p{L}\\p{N}])`, 'u')
  return textsOutside(page, '[translate=no]').filter((text) => name.test(text))
}

function takenForEnglish(page: Page, typed: ReadonlySet<string>): string[] {
  return textsOutside(page, 'body [lang=da]').filter((text) => typed.has(text))
}

/** `textarea` holds what people write themselves. */
function textsOutside({ $ }: Page, marked: string): string[] {
  return $('body, body *')
    .not(`${marked}, ${marked} *, textarea`)
    .contents()
    .toArray()
    .flatMap((node) => (node.nodeType === 3 ? node.data.trim() : []))
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
