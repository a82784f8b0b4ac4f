import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { aCertifiedElection } from '../support/builders/outcomes.ts'
import { desksIn, type Desks } from './support/desks.ts'
import { looksRight } from './support/look.ts'

describe('what is done away from the screen', () => {
  let house: TestApp
  let desks: Desks
  let page: Page

  before(async () => {
    house = await anApp()
    await aCertifiedElection(house)
    desks = await desksIn(house)
    page = await desks.signedIn('bo')
  })
  after(() => desks.close())

  it('stands on the front page, and is gone from it once it is ticked', async () => {
    await page.goto(paths.office)
    await looksRight(page, 'room-front-page')
    const hang = page.locator('.task-text', { hasText: 'Hæng resultatet op: Perron 4' })
    expect(await hang.count()).to.equal(1)
    await page.locator('.task', { has: hang }).getByRole('link').click()
    await looksRight(page, 'room')
    await page.getByLabel('Hæng resultatet op').check()
    await page.getByRole('button', { name: 'Gem' }).click()
    await page.getByText('Listen er gemt.').waitFor()
    await looksRight(page, 'room-ticked')
    await page.goto(paths.office)
    expect(await hang.count()).to.equal(0)
  })
})
