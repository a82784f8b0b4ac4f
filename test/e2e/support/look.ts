import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { projectRoot } from '../../../config.ts'
import { keepsPictures } from '../../support/chromium.ts'

const screenshots = path.join(projectRoot, 'test/e2e/screenshots')
const axe = readFileSync(path.join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8')
const rules = JSON.stringify({
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
  // Nothing comes from another host, so there is nothing to fetch first.
  preload: false,
})

export const PHONE = 320
export const WIDE = 1280

/** What axe finds wrong with the page: rule, element, and what to do. Empty when nothing is wrong. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) {
    await page.evaluate(axe)
    // Every later page in the window brings it along, which is quicker than sending it again.
    await page.addInitScript(axe)
  }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${rules})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  )
}

/** How many pixels the page is wider than the window; 0 when the reader need not scroll sideways. */
export async function overflow(page: Page): Promise<number> {
  const { scrollWidth, clientWidth } = await page.evaluate<{ scrollWidth: number; clientWidth: number }>(
    '(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)',
  )
  return scrollWidth - clientWidth
}

/** What a phone has for the head of a page, with search and links, before the page itself begins. */
export const MOST_HEAD_PX = 120

/** Where the page itself begins, in pixels from the top. */
export async function headHeight(page: Page): Promise<number> {
  return page.evaluate<number>('document.querySelector("main").getBoundingClientRect().top')
}

/** Only when pictures are asked for: drawing the whole page takes longer than looking it through. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!keepsPictures) return
  const file = path.join(screenshots, `${name}.png`)
  mkdirSync(path.dirname(file), { recursive: true })
  await page.screenshot({ path: file, fullPage: true })
}

/** On a wide screen and on a phone, axe finds nothing wrong and nobody has to scroll sideways. */
export async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [WIDE, PHONE]) {
    await page.setViewportSize({ width, height: 900 })
    await keepPicture(page, `${name}-${width}`)
    expect([await axeFaults(page), await overflow(page)], `${name} at ${width}`).to.deep.equal([[], 0])
  }
}
