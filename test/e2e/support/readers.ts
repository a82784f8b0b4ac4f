import type { Page } from 'playwright-core'
import { PASSWORD } from '../../../bin/demo/staff.ts'
import type { House } from '../../../rehearsal/kit/house.ts'
import type { Role } from '../../../models/accounts/tables.ts'
import type { Stage } from './stage.ts'
import { watch, type Faults } from './watch.ts'

export type Reader = Role | 'anyone'

export interface Seat {
  page: Page
  faults: Faults
}

/** A window for each role and language, signed in the first time it is asked for and kept. */
export async function readersAt(stage: Stage): Promise<(reader: Reader, lang: string) => Promise<Seat>> {
  const emails = await emailsByRole(stage.house)
  const seats = new Map<string, Promise<Seat>>()
  return async (reader, lang) => {
    const key = `${reader} ${lang}`
    const taken = seats.get(key)
    if (taken) return taken
    const seat = sitDown(stage, reader === 'anyone' ? undefined : emails[reader], lang)
    seats.set(key, seat)
    try {
      // A window that could not be opened, or that broke, fails one test; the next test opens another.
      ;(await seat).page.once('crash', () => seats.delete(key))
    } catch (error) {
      seats.delete(key)
      throw error
    }
    return seat
  }
}

async function sitDown(stage: Stage, email: string | undefined, lang: string): Promise<Seat> {
  const page = await stage.window()
  const faults = watch(page, stage.house.base)
  await page.goto(`/log-ind?sprog=${lang}`)
  if (email !== undefined) await signIn(page, email)
  return { page, faults }
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.click('main form button')
  await page.waitForURL('**/kontor')
}

/** On a phone the languages and the way out stand in the menu, which each new page shows closed. */
export async function openMenu(page: Page): Promise<void> {
  await page.locator('nav summary').click()
}

/** One address for each role. The polling officer is that of the third place, where an election is being counted. */
export async function emailsByRole({ db }: House): Promise<Record<Role, string>> {
  const accounts = await db('accounts').whereNull('closed_on').orderBy('id', 'desc').select('role', 'email')
  const byRole = Object.fromEntries(accounts.map(({ role, email }) => [role, email])) as Record<Role, string>
  const atSlot = await db('accounts')
    .join('account_places', 'account_places.account_id', 'accounts.id')
    .join('bodies', 'bodies.id', 'body_id')
    .where({ slug: 'slotsgaarden' })
    .orderBy('accounts.id')
    .first('email')
  return { ...byRole, polling_officer: (atSlot as { email: string } | undefined)?.email ?? '' }
}
