import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { PAGE_FILE } from '../../bin/verifier/build.ts'
import { TEXTS } from '../../bin/verifier/texts.ts'
import { sha256 } from '../../models/core/canonical.ts'
import { findRecord } from '../../models/elections/record/record.ts'
import { electionRecord } from '../../views/paper/elections/election_record.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import { aMixedRecord, textOf } from '../bin/verifier/records.ts'
import { anApp } from '../support/app.ts'
import { aRecordPage } from '../support/builders/documents.ts'
import { counts } from '../support/builders/elections.ts'
import { aCertifiedElection, aRecountDecided, certifies } from '../support/builders/outcomes.ts'
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
    // A verdict on other files or codes would be no answer, so it is gone.
    expect(await page.isVisible('#report')).to.equal(false)
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

  it('says who was elected before a correction, and names an edited figure of it', async () => {
    const house = await anApp()
    const papers = { printed: 90, handed_out: 70, exchanged: 0, unused: 20, not_returned: 0 }
    const figures = { votes: [25, 15, 10], reason: 'Nogle gik med sedlen.' }
    const id = await aCertifiedElection(house, { papers, figures })
    await aRecountDecided(house, id)
    for (const name of ['bo', 'lis'] as const) await counts(house, id, name, { votes: [25, 35, 10] })
    await certifies(house, id)
    const { document = '' } = (await findRecord(house.db, id)) ?? {}
    const file = path.join(folder, 'rettet.json')
    writeFileSync(file, document)
    for (const width of [320, 1280]) {
      await opened(width)
      expect(await check(file, sha256(document))).to.equal(fits)
      const facts = await page.innerText('#facts')
      expect(facts).to.match(new RegExp(`${TEXTS.da.says_before}\\s+Anker Bro`))
      expect(await page.innerText('#findings')).to.include(TEXTS.da.checks.corrections)
      expect([await overflow(page), await axeFaults(page)]).to.deep.equal([0, []])
      await keepPicture(page, `efterproev-rettet-${width}`)
    }
    const edited = document.replace('"line":"ballots","was":50', '"line":"ballots","was":51')
    writeFileSync(file, edited)
    expect(await check(file, sha256(edited))).to.equal(wrong)
    const named = TEXTS.da.why.correction_changes?.replace('{{number}}', '1')
    expect(await page.innerText('#findings')).to.include(named)
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
