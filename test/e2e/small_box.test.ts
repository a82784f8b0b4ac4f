import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { ElectionId } from '../../models/core/ids.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { aBooth, anOpenBoothElection, openedBox, type Slips } from '../support/builders/booth.ts'
import { DAYS } from '../support/builders/elections.ts'
import { CAST, PASSWORD } from '../support/cast.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'

describe('a small box that is put into the large one', () => {
  let house: TestApp
  let server: Server
  let browser: Browser
  let page: Page
  let id: ElectionId
  let slips: Slips

  /** Two have voted on the tablet, and twelve papers were handed out. */
  before(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house, { means: 'both' }))
    const booth = await aBooth(house, id)
    await booth.vote('Åse Wang')
    await booth.vote()
    house.clock.set(DAYS.evening)
    await house.accountOf('signe')
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

  it('is offered with the warning as polls close, and nothing is chosen beforehand', async () => {
    await page.goto(paths.pollingClosing(id))
    const account = { closed_at: '14.00', printed: '60', handed_out: '12', unused: '48', exchanged: '0' }
    for (const [line, figure] of Object.entries({ ...account, not_returned: '0' }))
      await page.fill(`[name=${line}]`, figure)
    await page.getByRole('button', { name: 'Luk afstemningen' }).click()
    await page.getByRole('alert').first().waitFor()
    expect(await page.locator('[name=small_box]:checked').count()).to.equal(0)
    await looksRight('lille-kasse-lukning')
    await page.getByLabel('Vi lægger kasserne sammen').check()
    await page.getByRole('button', { name: 'Luk afstemningen' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/lukning'))
  })

  it('is told what to do before the box is open, before it is printed, and before it is mixed', async () => {
    await page.goto(paths.boxPapers(id))
    await looksRight('lille-kasse-lukket')
    await openedBox(house, id, slips)
    await page.goto(paths.boxPapers(id))
    await looksRight('lille-kasse-til-print')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Hent dem til print' }).click()
    expect((await file).suggestedFilename()).to.equal('stemmesedler.pdf')
    await page.goto(paths.boxPapers(id))
    await looksRight('lille-kasse-printet')
    await page.fill('[name=first_witness]', 'Bo Krag')
    await page.fill('[name=second_witness]', 'Lis Winther')
    await page.getByRole('button', { name: 'De er blandet med stemmesedlerne' }).click()
    await page.getByText('Nu kan der tælles.').waitFor()
    await looksRight('lille-kasse-blandet')
  })
})
