import type { Page } from 'playwright-core'

export interface Faults {
  /** Empties the list and returns what was in it. */
  take(): string[]
}

/** Notes every error in the console, every failed script, and every request to another host than the house. */
export function watch(page: Page, base: string): Faults {
  let faults: string[] = []
  page.on('console', (message) => {
    const { url } = message.location()
    // The browser itself reports an answer of 404 or 422, which is then the point of the test.
    const isThePageItself = url === page.url() && message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isThePageItself) {
      faults.push(`${message.type()}: ${message.text()}`)
    }
  })
  page.on('crash', () => {
    faults.push('the window broke')
  })
  page.on('pageerror', (error) => {
    faults.push(`script: ${error.message}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`)) faults.push(`request: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // A picture still on its way when the next page is asked for.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return
    faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`)
  })
  return {
    take: () => {
      const taken = faults
      faults = []
      return taken
    },
  }
}
