import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { paths } from '../../../views/paths.ts'
import type { TestApp } from '../../support/app.ts'
import { CAST, type CastName, PASSWORD } from '../../support/cast.ts'
import { launchChromium } from '../../support/chromium.ts'
import { signIn } from './readers.ts'

export interface Desks {
  /** Opens a window with its own cookies, in which one of the cast is signed in. */
  signedIn(name: CastName): Promise<Page>
  /** Opens a window with its own cookies, in which nobody is signed in. */
  visitor(): Promise<Page>
  close(): Promise<void>
}

/** A browser at a house that a test has built with its builders. */
export async function desksIn(house: TestApp): Promise<Desks> {
  const browser = await launchChromium()
  const baseURL = `http://127.0.0.1:${(house.server.address() as AddressInfo).port}`
  const visitor = async () => {
    const page = await (await browser.newContext({ baseURL, locale: 'da-DK' })).newPage()
    page.setDefaultTimeout(120_000)
    return page
  }
  return {
    visitor,
    signedIn: async (name) => {
      await house.accountOf(name)
      const page = await visitor()
      await page.goto(paths.signIn)
      await signIn(page, CAST[name].email, PASSWORD)
      return page
    },
    close: async () => browser.close(),
  }
}
