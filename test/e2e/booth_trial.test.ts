import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import type { ElectionId } from '../../models/core/ids.ts'
import { makePairingCode } from '../../models/elections/booth/pairing.ts'
import { openPolling } from '../../models/elections/polling/opening.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { aLockedElection } from '../support/builders/booth.ts'
import { DAYS, official } from '../support/builders/elections.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'

describe('the voting tablet the day before', () => {
  let house: TestApp
  let server: Server
  let browser: Browser
  let id: ElectionId
  let page: Page

  before(async () => {
    house = await anApp()
    ;({ id } = await aLockedElection(house))
    server = house.app.listen(0)
    browser = await launchChromium()
    const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const context = await browser.newContext({ baseURL, viewport: { width: 1024, height: 768 } })
    page = await context.newPage()
    page.setDefaultTimeout(120_000)
    const code = await makePairingCode(house.db, await official(house, 'signe'), id)
    await page.goto(paths.boothDoor)
    await page.getByLabel('Kode').fill(code)
    const told = page.waitForResponse((answer) => answer.url().endsWith(paths.boothReport))
    await page.getByRole('button', { name: 'Forbind' }).click()
    expect((await told).status()).to.equal(204)
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  async function looksRight(name: string): Promise<void> {
    expect(await axeFaults(page), name).to.deep.equal([])
    await keepPicture(page, `booth/${name}`)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page), name).to.equal(0)
    await keepPicture(page, `booth/${name}-320`)
    await page.setViewportSize({ width: 1024, height: 768 })
  }

  it('tells clock and battery, is walked through, and leaves the trial when polls open', async () => {
    const [report] = await house.db('booth_reports')
    expect(report?.clock_off).to.be.a('number')
    await looksRight('early')
    await page.getByRole('link', { name: 'Prøv skærmen' }).click()
    await page.waitForSelector('[data-screen=trial]')
    await looksRight('trial')
    await page.getByRole('button', { name: 'Prøvenavn 2' }).click()
    await page.getByRole('button', { name: 'Ja, læg min stemme i kassen' }).waitFor()
    await looksRight('trial-confirm')
    await page.getByRole('button', { name: 'Ja, læg min stemme i kassen' }).click()
    await page.getByRole('button', { name: 'Ja, skærmen virker' }).waitFor()
    await looksRight('trial-end')
    await page.getByRole('button', { name: 'Ja, skærmen virker' }).click()
    await page.waitForSelector('[data-screen=waiting]')
    expect((await house.db('booth_reports').first())?.tried_on).not.to.equal(null)
    await page.getByRole('link', { name: 'Prøv skærmen' }).click()
    await page.waitForSelector('[data-screen=trial]')
    house.clock.set(`${DAYS.polling}T10:00:00Z`)
    const form = { opened_at: '11.00', first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
    await openPolling(house.db, await official(house, 'signe'), id, form)
    await page.waitForSelector('[data-screen=waiting]')
    expect(await page.getByRole('link', { name: 'Prøv skærmen' }).count()).to.equal(0)
  })
})
