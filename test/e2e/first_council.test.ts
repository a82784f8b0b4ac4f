import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { translatorFor } from '../../routes/web/i18n.ts'
import { paths } from '../../views/paths.ts'
import { aStage, type Stage } from './support/stage.ts'
import { watch, type Faults } from './support/watch.ts'

const t = translatorFor('da')
const PASSWORD = 'et langt kodeord til prøver'
const MEMBERS = [
  ['Perron 4', 'Maja Lund'],
  ['Café Rusfri', 'Finn Overgaard'],
  ['Slotsgården', 'Gerda Elmose'],
  ['Psykiatriens Hus', 'Omar Yildiz'],
  ['Psykiatri 1', 'Tove Brink'],
] as const

describe("a newcomer's way from the first link to a quorate meeting", () => {
  let stage: Stage
  let page: Page
  let faults: Faults
  let invitation: string

  before(async () => {
    stage = await aStage('2026-01-20')
    page = await stage.window()
    faults = watch(page, stage.house.base)
  })
  after(() => stage.close())
  afterEach(() => {
    expect(faults.take()).to.deep.equal([])
  })

  async function press(name: string): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click()
  }

  async function follow(name: string): Promise<void> {
    await page.getByRole('link', { name, exact: true }).first().click()
  }

  async function choosePassword(): Promise<void> {
    await page.fill('[name=password]', PASSWORD)
    await page.fill('[name=password_again]', PASSWORD)
  }

  async function signIn(email: string): Promise<void> {
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', PASSWORD)
    await press(t('sign_in.button'))
    await page.waitForURL('**/kontor')
  }

  it('the link from the terminal makes the administrator, and the front page says what comes first', async () => {
    await page.goto(stage.house.firstLink)
    await page.fill('[name=name]', 'Ib Skov')
    await page.fill('[name=email]', 'ib@raadsbogen.example')
    await choosePassword()
    await press(t('first_account.button'))
    await page.waitForURL('**/log-ind')
    await signIn('ib@raadsbogen.example')
    expect(await page.innerText('main')).to.include(t('todo.beginning'))
  })

  it('the administrator makes an account for the secretary and gets a link to hand over', async () => {
    await follow(t('nav.accounts'))
    await follow(t('accounts.new'))
    await page.getByLabel(t('accounts.name')).fill('Signe Holm')
    await page.getByLabel(t('accounts.email')).fill('signe@raadsbogen.example')
    await page.getByLabel(t('roles.secretary')).check()
    await press(t('accounts.make'))
    await press(t('accounts.new_link'))
    invitation = await page.getByLabel(t('accounts.link_label')).inputValue()
    expect(invitation).to.match(/^http.*\/adgangskode\//)
    await press(t('layout.sign_out'))
  })

  it('the secretary chooses a password, and reads the statutes', async () => {
    await page.goto(invitation)
    await choosePassword()
    await press(t('invitation.button'))
    await page.waitForURL('**/log-ind')
    await signIn('signe@raadsbogen.example')
    await follow(t('nav.statutes'))
    await follow(t('statutes_form.to_public'))
    await page.waitForURL('**/vedtaegter')
    const statutes = await page.innerText('main')
    for (const [seat] of MEMBERS) expect(statutes).to.include(seat.replace(/ 1$/, ''))
    expect(statutes).to.include(t('common.assumed'))
  })

  for (const [index, [seat, name]] of MEMBERS.entries()) {
    it(`places ${name} on the seat ${seat}`, async () => {
      await page.goto(paths.council)
      await follow(seat)
      await follow(t('register.membership.button'))
      await follow(t(index === 0 ? 'register.person.new' : 'register.membership.new_person'))
      await page.getByLabel(t('register.person.name'), { exact: true }).fill(name)
      await page.getByLabel(t('register.contact_by.choice.phone'), { exact: true }).check()
      await page.fill('[name=phone]', '86 40 00 00')
      await page.locator('[name=publish_name][value=ja]').check()
      await press(t('register.person.register'))
      await page.waitForURL(/medlemskab\?person=/)
      await page.fill('[name=starts_on]', '1. januar 2026')
      await press(t('register.membership.save'))
      await page.waitForURL('**/kontor/pladser/*')
      expect(await page.innerText('main')).to.include(name)
    })
  }

  it('plans the meeting of today', async () => {
    await follow(t('nav.meetings'))
    await follow(t('meetings.new'))
    await page.fill('[name=held_on]', '20-01-2026')
    await page.fill('[name=starts_at]', '17')
    await page.fill('[name=place]', 'Laksetorvet')
    await press(t('meetings.plan'))
    await page.waitForURL(/moeder\/\d+$/)
  })

  it('on a phone four of nine cannot decide, and five can', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await follow(t('meetings.open_attendance'))
    for (let present = 1; present <= 5; present += 1) {
      await page.locator('button[value=present][aria-pressed=false]').first().click()
      await page.getByText(t('attendance.of', { present, base: 9 })).waitFor()
      const line = (await page.innerText('#quorum')).split('\n')[0]
      expect(line).to.equal(t(present < 5 ? 'attendance.not_quorate' : 'attendance.quorate'))
    }
    const box = await page.locator('#quorum').boundingBox()
    expect(box?.y ?? -1, 'the line that is always seen').to.be.within(0, 300)
  })

  it('anyone can read who sits on the council', async () => {
    const visitor = await stage.window()
    await visitor.goto('/')
    const front = await visitor.innerText('main')
    for (const [, name] of MEMBERS) expect(front).to.include(name)
    expect(front).to.include(t('front.filled', { filled: 5, count: 9 }))
  })
})
