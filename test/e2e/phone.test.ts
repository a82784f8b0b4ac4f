import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { headHeight, MOST_HEAD_PX } from './support/look.ts'
import { emailsByRole, signIn } from './support/readers.ts'
import { aStage, type Stage } from './support/stage.ts'
import { aTown } from './support/town.ts'

const SCREEN = { width: 390, height: 844 }

describe('On the first screen of a phone', () => {
  let stage: Stage
  let page: Page

  before(async () => {
    stage = await aStage()
    await aTown(stage.house)
    page = await stage.window()
    await page.setViewportSize(SCREEN)
  })
  after(() => stage.close())

  it('the public reads the name of a member', async () => {
    await page.goto(`${stage.house.base}/`)
    expect(await bottomOf(page, '.seat:not(.seat-vacant) .seat-name')).to.be.at.most(SCREEN.height)
    expect(await headHeight(page)).to.be.at.most(MOST_HEAD_PX)
  })

  it('so does the chair in the office, where menu and search are one press away', async () => {
    await page.goto(`${stage.house.base}/log-ind`)
    await signIn(page, (await emailsByRole(stage.house)).chair)
    await page.goto(`${stage.house.base}/kontor/raadet`)
    expect(await bottomOf(page, '.seat-row-who strong')).to.be.at.most(SCREEN.height)
    expect(await headHeight(page)).to.be.at.most(MOST_HEAD_PX)
    expect(await page.isVisible('#top-search')).to.equal(false)
    await page.click('.nav-summary')
    expect(await page.isVisible('#top-search')).to.equal(true)
    expect(await page.isVisible('.sign-out button')).to.equal(true)
  })

  it('another day is one press away, and a day that is shown can be changed at once', async () => {
    await page.goto(`${stage.house.base}/`)
    expect(await page.isVisible('#dato')).to.equal(false)
    await page.click('.as-of-summary')
    expect(await page.isVisible('#dato')).to.equal(true)
    await page.fill('#dato', '1/5 2026')
    await page.press('#dato', 'Enter')
    await page.waitForURL('**dato=**')
    expect(await page.isVisible('#dato')).to.equal(true)
  })
})

async function bottomOf(page: Page, selector: string): Promise<number> {
  const { y, height } = (await page.locator(selector).first().boundingBox()) ?? { y: Infinity, height: 0 }
  return y + height
}
