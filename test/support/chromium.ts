import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

/** The shell is the same browser without its windows and services, and starts and draws in half the time. */
const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const executablePath = process.env.CHROMIUM_PATH ?? CHROMIUMS.find(existsSync) ?? '/usr/bin/chromium'

/** Pictures of all pages are for people to look at and compare: taken only when asked for. */
export const keepsPictures = process.env.KEEP_PICTURES === '1'

/** The machine's own Chromium, which may talk only to the page it is shown. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A script runs once on each page: compiling it for speed costs more than it gives.
      '--js-flags=--no-turbofan --no-maglev',
    ],
  })
}
