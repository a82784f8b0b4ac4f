import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { translatorFor } from '../../routes/web/i18n.ts'
import { paths } from '../../views/paths.ts'
import { axeFaults, keepPicture, overflow } from './support/look.ts'
import { readersAt, type Reader, type Seat } from './support/readers.ts'
import { aStage, type Stage } from './support/stage.ts'
import { aTown } from './support/town.ts'
import { anId } from '../support/ids.ts'

const t = translatorFor('da')
const WIDTHS = [1280, 320]

/** Forms that are sent as they are: there is something to mend in each. */
const EMPTY: readonly (readonly [Reader, string])[] = [
  ['anyone', paths.signIn],
  ['secretary', paths.newPerson],
  ['secretary', paths.newMembership('perron-4')],
  ['secretary', paths.newOffice],
  ['secretary', paths.newElection],
  // The nominations of the town's earlier terms, in the order in which they were begun.
  ['secretary', paths.nominationAnswer(anId(1))],
  ['secretary', paths.appointment(anId(2))],
  ['secretary', paths.candidates(anId(6))],
  ['polling_officer', paths.pollingClosing(anId(7))],
  ['secretary', paths.difference(anId(8))],
  ['secretary', paths.lot(anId(2))],
  ['secretary', paths.newMeeting],
  ['secretary', paths.statutesRule('quorum')],
  ['secretary', paths.ownAccount],
  ['administrator', paths.newAccount],
]

describe('what only a sent form shows', () => {
  let stage: Stage
  let seatOf: (reader: Reader, lang: string) => Promise<Seat>

  before(async () => {
    stage = await aStage()
    await aTown(stage.house)
    seatOf = await readersAt(stage)
  })
  after(() => stage.close())

  for (const [reader, address] of EMPTY) {
    it(`the errors of ${address}`, async () => {
      const { page, faults } = await seatOf(reader, 'da')
      const answer = await page.goto(address)
      if ((await page.locator('main form').count()) === 0)
        throw new Error(`${address} has no form: ${answer?.status()} ${await page.innerText('main')}`)
      await page.locator('main form button.button-primary').click()
      await page.getByRole('alert').waitFor()
      expect(await page.title()).to.match(/^Fejl:/)
      const links = page.getByRole('alert').getByRole('link')
      for (const link of await links.all()) {
        const target = (await link.getAttribute('href')) ?? ''
        expect(await page.locator(target).count(), target).to.equal(1)
      }
      expect(await wrongWith(page, `fejl-${address}`)).to.deep.equal([])
      faults.take()
    })
  }

  it('what may explain a difference, answered, and the errors of the count that comes next', async () => {
    const { page } = await seatOf('secretary', 'da')
    await page.goto(paths.difference(anId(8)))
    for (const nothing of await page.locator('main form [value=no]').all()) await nothing.check()
    await page.locator('main form button.button-primary').click()
    await page.goto(paths.count(anId(8)))
    await page.locator('main form button.button-primary').click()
    await page.getByRole('alert').waitFor()
    expect(await page.title()).to.match(/^Fejl:/)
    expect(await wrongWith(page, 'fejl-optaelling')).to.deep.equal([])
  })

  it('the page that is not there, and the one that is somebody else’s', async () => {
    const { page, faults } = await seatOf('secretary', 'da')
    for (const address of ['/findes-ikke', '/kontor/valg/999', paths.audit]) {
      await page.goto(address)
      expect(await wrongWith(page, `fejl-${address}`)).to.deep.equal([])
    }
    faults.take()
  })

  it('the preview of a changed rule, and the notice when it is stored', async () => {
    const { page } = await seatOf('secretary', 'da')
    await page.goto(paths.statutesRule('councilTie'))
    await page.locator('[name=decision][value=confirm]').check()
    await page.fill('[name=source]', 'Forretningsordenen, § 4')
    await page.fill('[name=reason]', 'Vi har læst den igennem')
    await page.getByRole('button', { name: t('statutes_form.to_preview') }).click()
    expect(await wrongWith(page, 'vedtaegter-forhaandsvisning')).to.deep.equal([])
    await page.getByRole('button', { name: t('statutes_form.save') }).click()
    await page.getByText(t('statutes_form.saved')).waitFor()
    expect(await wrongWith(page, 'vedtaegter-gemt')).to.deep.equal([])
  })

  it('the one-time link that is shown once', async () => {
    const { page } = await seatOf('administrator', 'da')
    await page.goto(paths.accounts)
    await page.getByRole('link', { name: 'Mie Ager' }).click()
    await page.getByRole('button', { name: t('accounts.new_link') }).click()
    expect(await wrongWith(page, 'konti-link')).to.deep.equal([])
  })

  it('a form that was sent after the session ran out is there again, and is not lost', async () => {
    const { page } = await seatOf('chair', 'da')
    await page.goto(paths.newMeeting)
    await page.fill('[name=title]', 'Dialogmøde')
    await page.fill('[name=held_on]', '2. juni 2026')
    await stage.house.db('sessions').delete()
    await page.locator('main form button.button-primary').click()
    expect(await wrongWith(page, 'log-ind-igen')).to.deep.equal([])
    const email = await stage.house
      .db('accounts')
      .where({ role: 'chair' })
      .whereNull('closed_on')
      .first('email')
    await page.fill('[name=email]', email?.email ?? '')
    await page.fill('[name=password]', 'en kop kaffe til alle')
    await page.locator('main form button').first().click()
    await page.waitForURL('**/kontor/fortsaet')
    expect(await wrongWith(page, 'fortsaet')).to.deep.equal([])
    expect(await page.innerText('main')).to.include('Dialogmøde')
  })
})

async function wrongWith(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    const wide = await overflow(page)
    found.push(...(await axeFaults(page)), ...(wide > 0 ? [`scrolls ${wide} px sideways`] : []))
    await keepPicture(page, `${width}/${name.replace(/[^a-z0-9]+/gi, '-')}`)
  }
  return found
}
