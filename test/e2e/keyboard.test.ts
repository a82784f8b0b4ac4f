import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { translatorFor } from '../../routes/web/i18n.ts'
import { aStage, type Stage } from './support/stage.ts'
import { NO_ID } from '../../models/core/ids.ts'

const t = translatorFor('da')

describe('with the keyboard alone', () => {
  let stage: Stage
  let page: Page

  before(async () => {
    stage = await aStage()
    page = await stage.window({ width: 1000 })
  })
  after(() => stage.close())

  it('the first thing to reach is the link past the menu, and it leads there', async () => {
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).to.equal(t('layout.skip'))
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).to.equal('main-content')
  })

  it('a form that comes back starts at its error summary, whose links lead to the fields', async () => {
    await page.goto(stage.house.firstLink)
    await tabTo(page, t('first_account.button'))
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert]')
    expect(await page.evaluate('document.activeElement.matches("[data-focus]")')).to.equal(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.name')).to.equal('name')
  })

  it('makes the first account and signs in', async () => {
    await page.keyboard.type('Ib Skov')
    await tabTo(page, 'email')
    await page.keyboard.type('ib@raadsbogen.example')
    await tabTo(page, 'password')
    await page.keyboard.type('et langt kodeord til prøver')
    await page.keyboard.press('Tab')
    await page.keyboard.type('et langt kodeord til prøver')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/log-ind')

    await tabTo(page, 'email')
    await page.keyboard.type('ib@raadsbogen.example')
    await tabTo(page, 'password')
    await page.keyboard.type('et langt kodeord til prøver')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/kontor')
  })

  it('makes an account: texts, one of a few, several of a few', async () => {
    await tabTo(page, t('nav.accounts'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/kontor/konti')
    await tabTo(page, t('accounts.new'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/kontor/konti/ny')
    await tabTo(page, 'name')
    await page.keyboard.type('Bo Krag')
    await tabTo(page, 'email')
    await page.keyboard.type('bo@raadsbogen.example')
    // The group of radio buttons is one stop; the arrows choose in it.
    await tabTo(page, 'role')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'places')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await tabTo(page, t('accounts.make'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/konti\/\d+$/)
    const [account] = await stage.house.db('accounts').where({ name: 'Bo Krag' })
    expect(account).to.include({ role: 'polling_officer', email: 'bo@raadsbogen.example' })
    expect(await stage.house.db('account_places').where({ account_id: account?.id ?? NO_ID })).to.have.length(
      2,
    )
  })

  it('signs out', async () => {
    await tabTo(page, t('layout.sign_out'))
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.house.base}/`)
  })
})

/** The name or the text of the element with the focus. */
async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    '(({ name, textContent }) => name || textContent.replace(/\\s+/g, " ").trim())(document.activeElement)',
  )
}

/** Tabs forward until the element with this name or text has the focus, and the focus is visible. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) !== what) continue
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.to.equal('none')
    return
  }
  throw new Error(`"${what}" cannot be reached with Tab on ${page.url()}`)
}
