import type { AddressInfo } from 'node:net'
import type { ElectionId } from '../../models/core/ids.ts'
import type { Server } from 'node:http'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { makePairingCode } from '../../models/elections/booth/pairing.ts'
import { releaseBooth } from '../../models/elections/booth/booths.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { anOpenBoothElection } from '../support/builders/booth.ts'
import { official } from '../support/builders/elections.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'

const NAMES = ['Anker Bro', 'Jens-Kristian Østergaard Ærø', 'Åse Wang']

/** Left, top, width and height of each button of the row. */
const WHERE_BUTTONS_ARE = `[...document.querySelectorAll('.tools button:not([hidden])')].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect()
  return [x, y, width, height]
})`
/** Each button with what the page is like afterwards. */
const PRESSES = [
  ['Større tekst', 'body.size-1'],
  ['Større tekst', 'body.size-2'],
  ['Kontrast', 'body.contrast'],
  ['English', 'html[lang=en]'],
  ['Dansk', 'html[lang=da]'],
] as const

const HOW_CARDS_LOOK = `[...document.querySelectorAll('.vote-card')].map((card) => {
  const { borderColor, borderWidth, boxShadow, backgroundColor, outlineStyle, fontWeight, color } = getComputedStyle(card)
  return [borderColor, borderWidth, boxShadow, backgroundColor, outlineStyle, fontWeight, color].join()
})`

describe('the voting tablet', () => {
  let house: TestApp
  let server: Server
  let browser: Browser
  let base: string
  let id: ElectionId
  let page: Page

  before(async () => {
    house = await anApp()
    ;({ id } = await anOpenBoothElection(house, { candidates: NAMES }))
    await house.db('candidacies').where({ election_id: id, name: 'Åse Wang' }).update({ symbol: 'fish' })
    server = house.app.listen(0)
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launchChromium()
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  beforeEach(async () => {
    const context = await browser.newContext({ baseURL: base, viewport: { width: 1024, height: 768 } })
    page = await context.newPage()
    page.setDefaultTimeout(120_000)
    const code = await makePairingCode(house.db, await official(house, 'signe'), id)
    await page.goto(paths.boothDoor)
    await page.getByLabel('Kode').fill(code)
    await page.getByRole('button', { name: 'Forbind' }).click()
    await shown('waiting')
  })
  afterEach(() => page.context().close())

  const shown = (screen: string) => page.waitForSelector(`[data-screen=${screen}]`)
  const booth = async () =>
    (await house.db('booths').where({ election_id: id }).orderBy('number', 'desc').first())!

  /** Staff release the tablet, which finds out by itself. */
  async function release(): Promise<void> {
    const { id: boothId, releases } = await booth()
    await releaseBooth(house.db, await official(house, 'signe'), id, boothId, { releases })
    await shown('ballot')
  }

  const choose = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const yes = () => page.getByRole('button', { name: 'Ja, læg min stemme i kassen' }).click()

  async function expectForgotten(): Promise<void> {
    const html = await page.content()
    expect(NAMES.filter((name) => html.includes(name))).to.deep.equal([])
  }

  it('a whole vote by touch leaves nothing in history, storage or page', async () => {
    const before = await page.evaluate<number>('history.length')
    await release()
    await choose('Åse Wang')
    await shown('confirm')
    expect(await page.locator('h1').innerText()).to.equal('Du har valgt Åse Wang')
    await yes()
    await shown('thanks')
    await expectForgotten()
    expect(new URL(page.url()).pathname).to.equal(paths.boothDoor)
    expect(await page.evaluate('history.length')).to.equal(before)
    expect(
      await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]'),
    ).to.deep.equal([0, 0, ''])
    await shown('waiting')
    expect(await booth()).to.include({ state: 'idle', releases: 1, ballots_cast: 1 })
    await page.goBack()
    await expectForgotten()
  })

  it('keeps its row of buttons where it is, whatever is pressed, and never makes a candidate look chosen', async () => {
    await release()
    const boxes = () => page.evaluate<unknown[]>(WHERE_BUTTONS_ARE)
    const looksOf = () => page.evaluate<string[]>(HOW_CARDS_LOOK)
    for (const width of [320, 768, 1024]) {
      await page.setViewportSize({ width, height: 768 })
      const before = await boxes()
      for (const [name, then] of PRESSES) {
        const button = page.getByRole('button', { name })
        const at = (await button.boundingBox())!
        await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2)
        await page.waitForSelector(then)
        expect(await boxes(), `${name} at ${width}`).to.deep.equal(before)
        const under = `document.elementFromPoint(${at.x + at.width / 2}, ${at.y + at.height / 2}).closest('.tools') !== null`
        expect(await page.evaluate(under), `under the finger after ${name} at ${width}`).to.equal(true)
      }
      await page.getByRole('button', { name: 'Almindelig tekst' }).click()
      await page.getByRole('button', { name: 'Uden kontrast' }).click()
      await page.waitForSelector('body:not(.contrast)')
      // The pointer rests on a card, as it does where a finger was last.
      const card = page.locator('.vote-card').first()
      await card.hover()
      expect(new Set(await looksOf()).size, `cards at ${width}`).to.equal(1)
      await page.mouse.down()
      expect(new Set(await looksOf()).size, `a card held down at ${width}`).to.equal(1)
      await page.mouse.move(2, 700)
      await page.mouse.up()
    }
  })

  it('every screen is free of axe faults and fits from 320 pixels up, in each size and in contrast', async () => {
    await release()
    const look = async (name: string) => {
      for (const width of [320, 768, 1024]) {
        await page.setViewportSize({ width, height: 768 })
        expect(await overflow(page), `${name} at ${width}`).to.equal(0)
        expect(await axeFaults(page), `${name} at ${width}`).to.deep.equal([])
        await keepPicture(page, `stemmeboks/${name}-${width}`)
      }
    }
    await look('ballot')
    await page.getByRole('button', { name: 'Kontrast' }).click()
    await page.waitForSelector('body.contrast')
    for (const size of [1, 2]) {
      await page.getByRole('button', { name: 'Større tekst' }).click()
      await page.waitForSelector(`body.size-${size}`)
    }
    await look('ballot-contrast-largest')
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForSelector('html[lang=en]')
    await choose('Åse Wang')
    await shown('confirm')
    await look('confirm-contrast-largest-english')
    await page.getByRole('button', { name: 'Yes, put my ballot in the box' }).click()
    await shown('thanks')
    await page.locator('summary').click()
    await look('thanks')
    await page.getByText('Done').click()
    await shown('waiting')
    await look('waiting')
    expect(await page.getAttribute('html', 'lang')).to.equal('da')
  })

  it('by keyboard alone', async () => {
    await release()
    const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()')
    const tabTo = async (text: string) => {
      for (let press = 0; press < 12 && (await focused()) !== text; press += 1)
        await page.keyboard.press('Tab')
      expect(await focused()).to.equal(text)
    }
    await tabTo('Stem blankt')
    await page.keyboard.press('Enter')
    await shown('confirm')
    await tabTo('Ja, læg min stemme i kassen')
    await page.keyboard.press('Enter')
    await shown('thanks')
    expect(await booth()).to.include({ ballots_cast: 1 })
  })

  it('a double tap casts once', async () => {
    await release()
    await choose('Anker Bro')
    await shown('confirm')
    const before = (await house.db('envelopes')).length
    await page.getByRole('button', { name: 'Ja, læg min stemme i kassen' }).dblclick()
    await shown('thanks')
    expect((await house.db('envelopes')).length).to.equal(before + 1)
  })

  it('a connection lost after the ballot got there: says that it is not known, forgets, and finds out', async () => {
    await release()
    await choose('Åse Wang')
    await shown('confirm')
    await page.route('**/stemmeboks/stemme', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await yes()
    await shown('lost')
    expect(await page.locator('h1').innerText()).to.equal('Forbindelsen er væk')
    await expectForgotten()
    await shown('lost_cast')
    expect(await page.locator('h1').innerText()).to.equal('Stemmen er i kassen')
    await shown('waiting')
    expect(await booth()).to.include({ state: 'idle', ballots_cast: 1 })
  })

  it('a connection lost before it got there: the same, and the voter can choose again', async () => {
    await release()
    await choose('Åse Wang')
    await shown('confirm')
    await page.context().setOffline(true)
    await yes()
    await shown('lost')
    await expectForgotten()
    await page.context().setOffline(false)
    await shown('lost_open')
    await shown('ballot')
    await choose('Anker Bro')
    await shown('confirm')
    await yes()
    await shown('thanks')
    expect(await booth()).to.include({ releases: 1, ballots_cast: 1 })
  })

  it('a connection lost while choosing is said, and nothing is lost when it is back', async () => {
    await release()
    await page.context().setOffline(true)
    await choose('Åse Wang')
    await page.getByText('Der er ingen forbindelse lige nu.').waitFor()
    await page.context().setOffline(false)
    await page.locator('[data-trouble]').waitFor({ state: 'hidden' })
    await choose('Åse Wang')
    await shown('confirm')
  })

  it('who walks away is asked after a minute and the ballot closed half a minute later; who answers goes on', async () => {
    await page.clock.install()
    await page.goto(paths.boothDoor)
    const { id: boothId, releases } = await booth()
    await releaseBooth(house.db, await official(house, 'signe'), id, boothId, { releases })
    await page.clock.runFor(3_500)
    await shown('ballot')
    await choose('Åse Wang')
    await shown('confirm')
    await page.clock.runFor(61_000)
    await page.getByRole('alertdialog').waitFor()
    expect(await axeFaults(page)).to.deep.equal([])
    await page.getByRole('button', { name: 'Ja, jeg vil stemme' }).click()
    expect(await page.getByRole('alertdialog').count()).to.equal(0)
    await page.clock.runFor(61_000)
    await page.getByRole('alertdialog').waitFor()
    await page.clock.runFor(30_500)
    await shown('gone')
    await expectForgotten()
    await page.clock.runFor(7_000)
    await shown('waiting')
    expect(await booth()).to.include({ state: 'idle', releases: 1, ballots_cast: 0, voided: 1 })
  })

  it('a ballot that staff take back leaves the screen by itself', async () => {
    await release()
    await choose('Åse Wang')
    await shown('confirm')
    await house
      .db('booths')
      .where({ id: (await booth()).id })
      .update({
        ...{ state: 'idle', voided: 1, last_outcome: 'voided', release_hash: null },
      })
    await shown('waiting')
    await expectForgotten()
  })

  it('offers to read aloud only where the tablet has a Danish voice', async () => {
    await release()
    expect(await page.locator('[data-read]').isVisible()).to.equal(false)
    const voiced = await page.context().newPage()
    await voiced.addInitScript(`
      const said = (window.said = [])
      Object.defineProperty(window, 'speechSynthesis', { value: {
        speaking: false,
        getVoices: () => [{ lang: 'da-DK', name: 'Sara' }],
        cancel() {},
        speak: (words) => said.push(words.text),
      } })
      window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }`)
    await voiced.goto(paths.boothDoor)
    await voiced.getByRole('button', { name: 'Læs op' }).click()
    const [said] = await voiced.evaluate<string[]>('window.said')
    expect(said).to.match(/^Hvem skal tale Perron 4's sag\?.*Anker Bro.*Åse Wang.*Stem blankt/)
    await voiced.getByRole('button', { name: 'English' }).click()
    await voiced.waitForSelector('html[lang=en]')
    // The voice is Danish, and the page is English now.
    expect(await voiced.locator('[data-read]').isVisible()).to.equal(false)
  })
})
