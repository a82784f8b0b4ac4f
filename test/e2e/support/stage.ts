import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openHouse, type House } from '../../../rehearsal/kit/house.ts'
import { testConfig } from '../../support/app.ts'
import { launchChromium } from '../../support/chromium.ts'
import { aDatabaseWithConfig } from '../../support/database.ts'

export interface Stage {
  house: House
  browser: Browser
  /** Opens a browser with its own cookies, language and window. It closes with the stage. */
  window(options?: { width?: number; height?: number; javaScript?: boolean }): Promise<Page>
  close(): Promise<void>
}

/** The real app, listening, on a database of its own, with a Chromium to look at it. */
export async function aStage(on = '2026-03-10'): Promise<Stage> {
  const { db, config: database } = await aDatabaseWithConfig()
  // The house opens the database itself; one connection is enough on SQLite.
  await db.destroy()
  const house = await openHouse({ ...testConfig({ NODE_ENV: 'production' }), database }, on)
  const browser = await launchChromium()
  const contexts: BrowserContext[] = []
  return {
    house,
    browser,
    window: async ({ width = 1280, height = 900, javaScript = true } = {}) => {
      const context = await browser.newContext({
        baseURL: house.base,
        viewport: { width, height },
        javaScriptEnabled: javaScript,
        locale: 'da-DK',
        timezoneId: 'Europe/Copenhagen',
      })
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(120_000)
      return page
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await browser.close()
      await house.close()
    },
  }
}
