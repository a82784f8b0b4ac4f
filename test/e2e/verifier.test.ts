import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { PAGE_FILE } from '../../bin/verifier/build.ts'
import { TEXTS } from '../../bin/verifier/texts.ts'
import { sha256 } from '../../models/core/canonical.ts'
import { electionRecord } from '../../views/paper/elections/election_record.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import { aMixedRecord, textOf } from '../bin/verifier/records.ts'
import { aRecordPage } from '../support/builders/documents.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'

describe('verifier: the page, opened from a disk', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'raadsbogen-verifier-'))
  const record = path.join(folder, 'protokol.json')
  const pdf = path.join(folder, 'protokol.pdf')
  const { fits, wrong } = TEXTS.da.verdict
  let browser: Browser
  let page: Page
  let asked: string[]

  before(async () => {
    writeFileSync(record, textOf(aMixedRecord()))
    writeFileSync(pdf, await electionRecord(aRecordPage(), translatorFor('da'), 'da'))
    browser = await launchChromium()
  })

  after(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function opened(width: number): Promise<void> {
    page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: false })
    asked = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (line) => asked.push(line.text()))
    page.on('pageerror', (error) => asked.push(error.message))
    await page.goto(pathToFileURL(PAGE_FILE).href)
  }

  async function check(file: string, code: string): Promise<string> {
    await page.setInputFiles('#files', file)
    await page.fill('#record', code)
    await page.click('form button')
    await page.waitForSelector('#report:not([hidden])')
    return page.innerText('#verdict-heading')
  }

  for (const width of [320, 1280]) {
    it(`says that a record fits, and asks nobody (${width} px)`, async () => {
      await opened(width)
      expect(await check(record, sha256(textOf(aMixedRecord())))).to.equal(fits)
      expect(await page.innerText('#facts')).to.include('Åse Wang')
      expect(await overflow(page)).to.equal(0)
      await keepPicture(page, `efterproev-${width}`)
      expect(asked).to.deep.equal([pathToFileURL(PAGE_FILE).href])
    })
  }

  it('says that another code does not fit, and takes the data out of a PDF', async () => {
    await opened(1280)
    expect(await check(record, 'f'.repeat(64))).to.equal(wrong)
    expect(await page.innerText('#findings')).to.include(TEXTS.da.why.other_code)
    await check(pdf, 'f'.repeat(64))
    const seal = page.locator('#findings li').first()
    expect(await seal.innerText())
      .to.include(TEXTS.da.checks.seal)
      .and.to.include(TEXTS.da.result.fits)
  })

  it('is in English too, and axe finds nothing', async () => {
    await opened(1280)
    await check(record, 'f'.repeat(64))
    await page.click('#other')
    expect(await page.innerText('#verdict-heading')).to.equal(TEXTS.en.verdict.wrong)
    expect(await page.getAttribute('html', 'lang')).to.equal('en')
    expect(await axeFaults(page)).to.deep.equal([])
  })
})
