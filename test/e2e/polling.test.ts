import type { Server } from 'node:http'
import type { ElectionId } from '../../models/core/ids.ts'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { markByName } from '../../models/elections/roll/marks.ts'
import { pausePolling, resumePolling } from '../../models/elections/polling/pauses.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { aListedElection, official } from '../support/builders/elections.ts'
import { aNamedRoll, anOpenTable, entryOf, tallyOf } from '../support/builders/roll.ts'
import { CAST, PASSWORD, type CastName } from '../support/cast.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'

describe('the polling table in a browser', () => {
  let house: TestApp
  let server: Server
  let browser: Browser
  let base: string
  let id: ElectionId

  before(async () => {
    browser = await launchChromium()
  })
  after(() => browser.close())

  beforeEach(async () => {
    house = await anApp()
    server = house.app.listen(0)
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    server.closeAllConnections()
    server.close()
  })

  async function tableOf(name: CastName, width = 390, javaScriptEnabled = true): Promise<Page> {
    await house.accountOf(name)
    const viewport = { width, height: 844 }
    const context = await browser.newContext({ baseURL: base, viewport, locale: 'da-DK', javaScriptEnabled })
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    await page.goto(paths.signIn)
    await page.fill('[name=email]', CAST[name].email)
    await page.fill('[name=password]', PASSWORD)
    await page.click('main form button')
    await page.goto(paths.polling(id))
    return page
  }

  const figures = (page: Page) => page.locator('.figure-number').allInnerTexts()
  const said = (page: Page, text: string) => page.locator('#sagt', { hasText: text }).waitFor()
  const bar = (page: Page) => page.locator('#linje')
  const typeAndFind = async (page: Page, text: string) => {
    await page.keyboard.type(text)
    await page.locator('.hit').first().waitFor()
  }
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.id')

  it('hands out by keyboard alone: type, Enter; the search is in focus again', async () => {
    id = await anOpenTable(house)
    const page = await tableOf('bo')
    await page.evaluate('window.stayed = true')
    expect(await focused(page)).to.equal('navn')
    await typeAndFind(page, 'ole')
    await page.keyboard.press('Enter')
    await said(page, 'Ole Bæk har fået en stemmeseddel.')
    expect(await figures(page)).to.deep.equal(['1', '0', '1'])
    expect(await focused(page)).to.equal('navn')

    await typeAndFind(page, 'maj')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await said(page, 'Maja Lundgaard har fået en stemmeseddel.')

    await typeAndFind(page, 'ole')
    await page.keyboard.press('Enter')
    await said(page, 'Ole Bæk har allerede stemt.')
    expect(await figures(page)).to.deep.equal(['2', '0', '2'])
    expect(await page.evaluate('window.stayed')).to.equal(true)
    expect(page.url()).to.equal(`${base}${paths.polling(id)}`)
    expect(await tallyOf(house, id)).to.include({ handed_out: 2, marked: 2 })
  })

  it('asks to choose where Enter could mean several, and hands out to nobody', async () => {
    id = await anOpenTable(house)
    const page = await tableOf('bo')
    await typeAndFind(page, 'søren')
    await page.keyboard.press('Enter')
    await said(page, 'Flere passer.')
    expect(await tallyOf(house, id)).to.include({ handed_out: 0 })
    await page.keyboard.press('Enter')
    await said(page, 'Søren Ørsted har fået en stemmeseddel.')
  })

  it('undoes at once, and a second click on the same button is the same click', async () => {
    id = await anOpenTable(house, 'counted')
    const page = await tableOf('bo')
    await page.locator('button', { hasText: 'Udlever stemmeseddel' }).dblclick()
    await said(page, 'Stemmeseddel udleveret.')
    expect(await figures(page)).to.deep.equal(['1', '0', '1'])
    await page.getByRole('button', { name: 'Fortryd' }).click()
    await said(page, 'Det er fortrudt.')
    expect(await figures(page)).to.deep.equal(['0', '0', '0'])
  })

  it('goes on while the connection is gone, and sends everything once when it is back', async () => {
    id = await anOpenTable(house)
    const page = await tableOf('bo')
    await typeAndFind(page, 'ole')
    await page.context().setOffline(true)
    // A voter found before the connection went, a voter by the whole name, and a paper that is exchanged.
    await page.keyboard.press('Enter')
    await bar(page).getByText('1 ting venter på at blive sendt.').waitFor()
    await page.keyboard.type('maja lund')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Ombyt stemmeseddel' }).click()
    await bar(page).getByText('3 ting venter på at blive sendt.').waitFor()
    expect(await axeFaults(page)).to.deep.equal([])
    await keepPicture(page, '390/afstemning-uden-forbindelse')
    expect(await tallyOf(house, id)).to.include({ handed_out: 0 })

    await page.context().setOffline(false)
    await bar(page).waitFor({ state: 'hidden' })
    expect(await figures(page)).to.deep.equal(['3', '1', '2'])
    expect(await tallyOf(house, id)).to.include({ handed_out: 3, exchanged: 1, marked: 2 })
    for (const name of ['Ole Bæk', 'Maja Lund']) expect((await entryOf(house, id, name)).marked).to.equal(1)
    expect(await page.evaluate('sessionStorage.length')).to.equal(0)
  })

  it('keeps what waits over a page that is loaded anew, and never marks anybody twice', async () => {
    id = await anOpenTable(house)
    const page = await tableOf('bo')
    // The server does it, and the answer is lost on the way.
    await page.route(`**${paths.handOut(id)}`, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await typeAndFind(page, 'ole')
    await page.keyboard.press('Enter')
    await bar(page).getByText('1 ting venter på at blive sendt.').waitFor()
    expect(await tallyOf(house, id)).to.include({ handed_out: 1, marked: 1 })
    await page.unroute(`**${paths.handOut(id)}`)
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto(paths.polling(id))
    await said(page, 'Ole Bæk har fået en stemmeseddel.')
    expect(await tallyOf(house, id)).to.include({ handed_out: 1, marked: 1 })
    expect(await page.locator('#afvist').isHidden()).to.equal(true)
  })

  it('says so where somebody else marked the same voter meanwhile', async () => {
    id = await anOpenTable(house)
    const page = await tableOf('bo')
    await page.context().setOffline(true)
    await page.keyboard.type('ole bæk')
    await page.keyboard.press('Enter')
    await bar(page).waitFor()
    await markByName(house.db, await official(house, 'lis'), id, 'Ole Bæk')
    await page.context().setOffline(false)
    await page.locator('#afvist').getByText('Ole Bæk har allerede stemt.').waitFor()
    expect(await axeFaults(page)).to.deep.equal([])
    await page.reload()
    await page.locator('#afvist').getByRole('button', { name: 'Set' }).click()
    expect(await page.locator('#afvist').isHidden()).to.equal(true)
    expect(await tallyOf(house, id)).to.include({ handed_out: 1, marked: 1 })
  })

  it('waits for somebody who is signed out, and sends it when they are in again', async () => {
    id = await anOpenTable(house, 'alias')
    const page = await tableOf('bo')
    await house.db('sessions').delete()
    await page.keyboard.type('Bette')
    await page.keyboard.press('Enter')
    await bar(page).getByText('Du er logget ud.').waitFor()
    const other = await page.context().newPage()
    await other.goto(paths.signIn)
    await other.fill('[name=email]', CAST.bo.email)
    await other.fill('[name=password]', PASSWORD)
    await other.click('main form button')
    await other.waitForURL('**/kontor')
    await other.close()
    await page.bringToFront()
    await said(page, 'Bette har fået en stemmeseddel.')
    expect(await tallyOf(house, id)).to.include({ handed_out: 1, marked: 1 })
  })

  it('shows what others do: figures, a pause, and that it is over', async () => {
    id = await anOpenTable(house, 'alias')
    const page = await tableOf('bo')
    const lis = await official(house, 'lis')
    await markByName(house.db, lis, id, 'Bette')
    await page.locator('[data-figure=handed_out]', { hasText: '1' }).waitFor()
    await pausePolling(house.db, lis, id, { reason: 'Frokost' })
    await page.getByText('Pause siden kl. 12.00').waitFor()
    await resumePolling(house.db, lis, id)
    await page.getByLabel('Hvad bliver vælgeren kaldt?').waitFor()
  })

  it('works the same without JavaScript', async () => {
    id = await anOpenTable(house)
    const page = await tableOf('bo', 390, false)
    await page.getByLabel('Hvem er her?').fill('ole')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Udlever stemmeseddel Ole Bæk' }).click()
    await said(page, 'Ole Bæk har fået en stemmeseddel.')
    await page.getByRole('button', { name: 'Fortryd' }).click()
    await said(page, 'Det er fortrudt.')
    await page.getByRole('link', { name: 'Hent tallene igen' }).click()
    expect(await figures(page)).to.deep.equal(['0', '0', '0'])
  })

  it('shows what a file would do to the roll before anything is stored', async () => {
    id = await aListedElection(house)
    await aNamedRoll(house.db, await official(house, 'bo'), id)
    for (const width of [320, 1280]) {
      const page = await tableOf('bo', width)
      await page.goto(paths.roll(id))
      const text = 'Navn;Note\r\nKarl Ravn;bor i hus 4\r\nOle Bæk;\r\nKarl Ravn;bor i hus 4\r\n'
      await page.setInputFiles('#file', {
        name: 'navne.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(text, 'latin1'),
      })
      await page.getByRole('button', { name: 'Se filen igennem' }).click()
      await page.getByText('1 navn kommer på listen. 2 linjer gør ikke.').waitFor()
      expect(await axeFaults(page), `${width}`).to.deep.equal([])
      expect(await overflow(page), `${width}`).to.equal(0)
      await keepPicture(page, `${width}/valgliste-fil`)
      if (width !== 1280) continue
      await page.getByRole('button', { name: 'Sæt 1 navn på listen' }).click()
      await page.getByText('6 står på listen.').waitFor()
    }
  })

  for (const kind of ['named', 'alias', 'counted'] as const) {
    it(`is in order for everybody, on a phone and a wide screen: ${kind}`, async () => {
      id = await anOpenTable(house, kind)
      if (kind !== 'counted')
        await markByName(house.db, await official(house, 'bo'), id, kind === 'named' ? 'Maja Lund' : 'Maja')
      for (const width of [320, 1280]) {
        const page = await tableOf('bo', width)
        if (kind !== 'counted') await typeAndFind(page, 'maj')
        await page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")
        expect(await axeFaults(page), `${width}`).to.deep.equal([])
        expect(await overflow(page), `${width}`).to.equal(0)
        await keepPicture(page, `${width}/afstemning-${kind}`)
      }
    })
  }
})
