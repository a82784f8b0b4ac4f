import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { PASSWORD } from '../../../bin/demo/staff.ts'
import { projectRoot } from '../../../config.ts'
import { paths } from '../../../views/paths.ts'
import type { Stage } from './stage.ts'

const WIDE = 1280
const SMALLER = 0.8
const PHONE = 390
const MOST_BYTES = 150_000
const folder = path.join(projectRoot, 'docs/billeder')

export interface Cut {
  /** The height that is shown, in pixels from the top of the page's content. */
  height: number
  width?: number
  /** Shows the head of the page as a visitor sees it, with letters of four fifths of their size. */
  head?: boolean
}

/** The reader of the page: the name on an account, or none for a visitor. */
export interface Look {
  who?: string
  phone?: boolean
}

export interface Album {
  visit(look: Look, address: string): Promise<Page>
  keep(page: Page, name: string, cut: Cut): Promise<void>
}

export function anAlbum(stage: Stage): Album {
  const windows = new Map<string, Page>()
  mkdirSync(folder, { recursive: true })

  async function windowOf(name: string | undefined): Promise<Page> {
    const known = windows.get(name ?? '')
    if (known) return known
    const page = await stage.window({ width: WIDE })
    if (name !== undefined) await signIn(stage, page, name)
    windows.set(name ?? '', page)
    return page
  }

  return {
    visit: async ({ who, phone = false }, address) => {
      const page = await windowOf(who)
      await page.setViewportSize({ width: phone ? PHONE : WIDE, height: 900 })
      await page.goto(address)
      // The clock may have moved so far that the session is over.
      if (who !== undefined && page.url().includes(paths.signIn)) {
        await signIn(stage, page, who)
        await page.goto(address)
      }
      return page
    },
    keep,
  }
}

async function signIn({ house }: Stage, page: Page, name: string): Promise<void> {
  const account = await house.db('accounts').where({ name }).whereNull('closed_on').first('email')
  await page.goto(paths.signIn)
  await page.fill('[name=email]', account!.email)
  await page.fill('[name=password]', PASSWORD)
  await page.click('main form button')
  await page.waitForURL(`**${paths.office}`)
}

async function keep(page: Page, name: string, { height, width, head = false }: Cut): Promise<void> {
  if (head) {
    await page.setViewportSize({ width: WIDE * SMALLER, height: 900 })
    await page.evaluate(`document.documentElement.style.zoom = ${SMALLER}`)
  }
  const { top, end, wide } = await page.evaluate<{ top: number; end: number; wide: number }>(`(() => {
    document.activeElement?.blur()
    const { top, bottom } = document.querySelector('main').getBoundingClientRect()
    return { top: Math.ceil(top + scrollY) + 1, end: Math.ceil(bottom + scrollY), wide: innerWidth }
  })()`)
  const from = head ? 0 : top
  const clip = { x: 0, y: from, width: width ?? wide, height: Math.min(height, end - from) }
  const file = path.join(folder, `${name}.png`)
  const bytes = await page.screenshot({ path: file, fullPage: true, clip, animations: 'disabled' })
  expect(bytes.length, `${name}.png`).to.be.below(MOST_BYTES)
}
