import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { ElectionId } from '../../models/core/ids.ts'
import { handOutPaper } from '../../models/elections/polling/tallies.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { anOpenElection, official } from '../support/builders/elections.ts'
import { CAST, PASSWORD } from '../support/cast.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'

describe('something that happened to a candidate after the first vote', () => {
  let house: TestApp
  let server: Server
  let browser: Browser
  let page: Page
  let id: ElectionId

  before(async () => {
    house = await anApp()
    id = await anOpenElection(house)
    await handOutPaper(house.db, await official(house, 'signe'), id)
    server = house.app.listen(0)
    browser = await launchChromium()
    const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    page = await (await browser.newContext({ baseURL })).newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(paths.signIn)
    await page.fill('[name=email]', CAST.signe.email)
    await page.fill('[name=password]', PASSWORD)
    await page.locator('main form button').first().click()
    await page.waitForURL('**/kontor**')
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  async function looksRight(name: string): Promise<void> {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await keepPicture(page, `${name}-${width}`)
      expect([await axeFaults(page), await overflow(page)], `${name} at ${width}`).to.deep.equal([[], 0])
    }
  }

  async function records(because: string, misled?: string): Promise<void> {
    await page.goto(paths.incidents(id))
    await page.getByRole('radio', { name: 'Anker Bro' }).check()
    await page.getByLabel(because).check()
    if (misled) await page.getByLabel(misled).check()
    await page.fill('[name=reason]', 'Hans søster ringede.')
    await page.getByRole('button', { name: 'Se det, før det gælder' }).click()
    await looksRight('after-first-vote-check')
    await page.getByRole('button', { name: 'Ja, skriv det ind' }).click()
    await page.getByText('Det er skrevet ind.').waitFor()
  }

  it('has a form that says what follows, and asks again with what was typed', async () => {
    await page.goto(paths.listReopening(id))
    await looksRight('after-first-vote-reopening')
    await page.getByRole('link', { name: 'Der er sket noget med en kandidat' }).click()
    await looksRight('after-first-vote-form')
    await page.getByRole('button', { name: 'Se det, før det gælder' }).click()
    await looksRight('after-first-vote-asked-again')
  })

  it('is seen by those at the table and by anyone, and the vote goes on', async () => {
    await records('Kandidaten er død')
    await looksRight('after-first-vote-recorded')
    await page.goto(paths.polling(id))
    await looksRight('after-first-vote-table')
    await page.goto(paths.publicElection(id))
    await looksRight('after-first-vote-public')
  })

  it('is seen where it stops the vote, until polls are closed', async () => {
    await records('Navnet er forkert på stemmesedlen', 'Ja, så stopper afstemningen')
    await looksRight('after-first-vote-stopped')
    await page.goto(paths.election(id))
    await looksRight('after-first-vote-stopped-election')
    await page.goto(paths.pollingClosing(id))
    await looksRight('after-first-vote-stopped-closing')
    await page.goto(paths.publicElection(id))
    await looksRight('after-first-vote-stopped-public')
  })
})
