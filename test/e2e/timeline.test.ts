import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { fillCouncil } from '../../bin/demo/council.ts'
import { earlierCouncils } from '../../bin/demo/past.ts'
import { isoDate } from '../../models/core/dates.ts'
import { paths } from '../../views/paths.ts'
import { aStage, type Stage } from './support/stage.ts'

const TODAY = isoDate('2026-03-10')

describe('the picture of the council over time', () => {
  let stage: Stage
  let page: Page

  before(async () => {
    stage = await aStage('2025-08-01')
    await fillCouncil(stage.house, TODAY, earlierCouncils)
    page = await stage.window({ width: 320 })
  })
  after(() => stage.close())

  const scrolled = () => page.evaluate<number>("document.querySelector('.timeline').scrollLeft")

  it('begins on a phone where today is, and scrolls by the arrow keys', async () => {
    await page.goto(paths.publicTimeline)
    const line = await page.locator('.timeline .tl-day').boundingBox()
    expect(line!.x).to.be.within(0, 320)
    const begun = await scrolled()
    await page.focus('.timeline')
    await page.keyboard.press('ArrowLeft')
    // Asked from here: the page's policy runs no text. The test's own limit of time ends the waiting.
    while ((await scrolled()) >= begun) await page.evaluate('new Promise(requestAnimationFrame)')
    expect(await scrolled()).to.be.below(begun)
  })

  it('keeps the names of the seats in sight however far it is scrolled', async () => {
    for (const to of [0, 300, 100_000]) {
      await page.evaluate(`document.querySelector('.timeline').scrollLeft = ${to}`)
      const label = await page.locator('.timeline-lane span').first().boundingBox()
      expect(label!.x, String(to)).to.be.within(0, 40)
      const bar = await page.locator('.tl-piece').first().boundingBox()
      expect(bar!.y - label!.y, String(to)).to.be.within(10, 40)
    }
  })

  it('has no name that is wider than its bar, as the browser draws it, in the whole and in a part', async () => {
    for (const query of ['', '?fra=2018&til=2019', '?fra=1990&til=2030']) {
      await page.goto(paths.publicTimeline + query)
      await page.evaluate('document.fonts.ready')
      const overflowing = await page.evaluate<string[]>(`
        [...document.querySelectorAll('.tl-piece')].filter((piece) => {
          const bar = piece.querySelector('.tl-bar').getBBox()
          const name = piece.querySelector('.tl-name')?.getBBox()
          return name && name.x + name.width > bar.x + bar.width
        }).map((piece) => piece.textContent)
      `)
      expect(overflowing, query).to.deep.equal([])
    }
  })

  it('is printed with the names of the seats in it', async () => {
    await page.goto(paths.publicTimeline)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.tl-label').first().isVisible()).to.equal(true)
    expect(await page.locator('.timeline-lanes').isVisible()).to.equal(false)
    await page.emulateMedia({ media: 'screen' })
  })
})
