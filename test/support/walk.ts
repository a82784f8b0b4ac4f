import { PASSWORD } from '../../bin/demo/staff.ts'
import type { House } from '../../rehearsal/kit/house.ts'
import type { Page } from '../../rehearsal/kit/page.ts'
import { Person } from '../../rehearsal/kit/person.ts'
import { emailsByRole } from '../e2e/support/readers.ts'

/** Readers who between them meet every page of the house. */
export const READERS = ['anyone', 'secretary', 'administrator'] as const

export type Walker = (typeof READERS)[number]

const NAMED = /^(\/kontor\/(?:organisationer|pladser))\/[^/]+/

/** Every kind of page that a reader can come to by links, each with where its link stood. */
export async function* walk(
  house: House,
  person: Person,
  start: readonly string[],
): AsyncGenerator<{ page: Page; href: string; from: string; hash: string }> {
  const waiting = start.map((href) => ({ href, from: 'the start' }))
  const kinds = new Set<string>()
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { pathname, search, hash } = new URL(next.href, house.base)
    const kind = kindOf(pathname, search)
    // Pages of one kind differ in their numbers alone.
    if (kinds.has(kind)) continue
    kinds.add(kind)
    const page = await person.look(`${pathname}${search}`)
    yield { page, ...next, hash }
    waiting.push(
      ...page
        .attributes('a[href]', 'href')
        .map((link) => new URL(link, `${house.base}${page.url}`))
        // Making a document takes long, and each has tests of its own.
        .filter(({ origin, pathname }) => origin === house.base && !pathname.endsWith('.pdf'))
        .map(({ href }) => ({ href, from: page.url })),
    )
  }
}

/** Numbers, days, languages and names in an address make no other kind of page. */
function kindOf(pathname: string, search: string): string {
  const names = [...new URLSearchParams(search).keys()].filter((name) => name !== 'sprog').sort()
  const path = pathname.replace(NAMED, '$1/:slug').replace(/\d[\d-]*/g, ':n')
  return `${path}?${names.join('&')}`
}

export async function walkerAt(house: House, reader: Walker): Promise<Person> {
  const who = { name: reader, title: reader }
  if (reader === 'anyone') return new Person(house.base, who)
  const email = (await emailsByRole(house))[reader]
  const person = new Person(house.base, { ...who, account: { email, password: PASSWORD } })
  await person.open('/kontor')
  return person
}
