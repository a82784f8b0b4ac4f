import { expect } from 'chai'
import type { Page } from 'playwright-core'
import type { ElectionId } from '../../models/core/ids.ts'
import { declareBoxLost } from '../../models/elections/box/loss.ts'
import { recordDestruction } from '../../models/elections/record/destruction.ts'
import { paths } from '../../views/paths.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { aBooth, anOpenBoothElection, closed, openedBox, type Slips } from '../support/builders/booth.ts'
import { DAYS, official } from '../support/builders/elections.ts'
import { desksIn, type Desks } from './support/desks.ts'
import { looksRight } from './support/look.ts'

describe('a box that is destroyed without being opened', () => {
  it('says so in the office and in public, and why there are no codes', async () => {
    const house = await anApp()
    const { id } = await anOpenBoothElection(house)
    await (await aBooth(house, id)).vote('Åse Wang')
    await closed(house, id)
    const [signe, today] = [await official(house, 'signe'), house.clock.today()]
    const decision = { decided_by: 'Valgbestyrelsen', decided_on: today, reason: 'To af tre sedler er væk.' }
    await declareBoxLost(house.db, signe, id, decision)
    const desks = await desksIn(house)
    const page = await desks.signedIn('signe')
    await page.goto(paths.box(id))
    await page.getByText('De ligger der, til de bliver destrueret.').waitFor()
    await looksRight(page, 'lille-kasse-tabt')
    await page.getByRole('link', { name: 'Efter valget' }).click()
    const witnesses = { first_witness: 'Bo Krag', second_witness: 'Lis Winther' }
    await recordDestruction(house.db, signe, id, { ...witnesses, destroyed_on: today })
    await page.goto(paths.box(id))
    await looksRight(page, 'lille-kasse-destrueret')
    await page.goto(paths.publicElection(id))
    await page.getByText('Derfor står koden her ikke mere.').waitFor()
    await looksRight(page, 'lille-kasse-destrueret-offentligt')
    await desks.close()
  })
})

describe('a small box that is put into the large one', () => {
  let house: TestApp
  let desks: Desks
  let page: Page
  let id: ElectionId
  let slips: Slips

  /** Two have voted on the tablet, and twelve papers were handed out. */
  before(async () => {
    house = await anApp()
    ;({ id, slips } = await anOpenBoothElection(house, { means: 'both' }))
    const booth = await aBooth(house, id)
    await booth.vote('Åse Wang')
    await booth.vote()
    house.clock.set(DAYS.evening)
    desks = await desksIn(house)
    page = await desks.signedIn('signe')
  })
  after(() => desks.close())

  it('is offered with the warning as polls close, and nothing is chosen beforehand', async () => {
    await page.goto(paths.pollingClosing(id))
    const account = { closed_at: '14.00', printed: '60', handed_out: '12', unused: '48', exchanged: '0' }
    for (const [line, figure] of Object.entries({ ...account, not_returned: '0' }))
      await page.fill(`[name=${line}]`, figure)
    await page.getByRole('button', { name: 'Luk afstemningen' }).click()
    await page.getByRole('alert').first().waitFor()
    expect(await page.locator('[name=small_box]:checked').count()).to.equal(0)
    await looksRight(page, 'lille-kasse-lukning')
    await page.getByLabel('Vi lægger kasserne sammen').check()
    await page.getByRole('button', { name: 'Luk afstemningen' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/lukning'))
  })

  it('is told what to do before the box is open, before it is printed, and before it is mixed', async () => {
    await page.goto(paths.boxPapers(id))
    await looksRight(page, 'lille-kasse-lukket')
    await openedBox(house, id, slips)
    await page.goto(paths.boxPapers(id))
    await looksRight(page, 'lille-kasse-til-print')
    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Hent dem til print' }).click()
    expect((await file).suggestedFilename()).to.equal('stemmesedler.pdf')
    await page.goto(paths.boxPapers(id))
    await looksRight(page, 'lille-kasse-printet')
    await page.fill('[name=first_witness]', 'Bo Krag')
    await page.fill('[name=second_witness]', 'Lis Winther')
    await page.getByRole('button', { name: 'De er blandet med stemmesedlerne' }).click()
    await page.getByText('Nu kan der tælles.').waitFor()
    await looksRight(page, 'lille-kasse-blandet')
  })
})
