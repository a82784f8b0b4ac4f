import { expect } from 'chai'
import { type ElectionId, NO_ID } from '../../models/core/ids.ts'
import type { Page } from 'playwright-core'
import { beginningOf, fillCouncil } from '../../bin/demo/council.ts'
import type { Plot } from '../../bin/demo/seats.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import { invalidReasonField } from '../../models/rules/elections/invalid_ballots.ts'
import { paths } from '../../views/paths.ts'
import { openMenu, signIn } from './support/readers.ts'
import { aStage, type Stage } from './support/stage.ts'

const t = translatorFor('da')

describe('with JavaScript switched off', () => {
  let stage: Stage
  let plot: Plot
  let electionId: ElectionId
  let page: Page

  before(async () => {
    stage = await aStage()
    const { db, clock, statutes } = stage.house
    const today = clock.today()
    clock.set(beginningOf(statutes, today))
    plot = await fillCouncil(stage.house, today)
    electionId = (await db('elections').where({ status: 'closed' }).first('id'))?.id ?? NO_ID
  })
  after(() => stage.close())

  async function newWindow(name: string, width = 390): Promise<Page> {
    page = await stage.window({ javaScript: false, width, height: 844 })
    const account = await stage.house.db('accounts').where({ name }).first('email')
    await page.goto(paths.signIn)
    await signIn(page, account?.email ?? '')
    return page
  }

  it('the second counter finds the task, is told what does not add up, and lets the rest be zero', async () => {
    const [first] = await stage.house.db('counts').where({ election_id: electionId })
    const lines = await stage.house.db('count_lines').where({ count_id: first?.id ?? NO_ID })
    await newWindow('Mie Ager')
    await page.getByRole('link', { name: t('tasks.election_count.button') }).click()
    for (const { candidacy_id, votes } of lines) await page.fill(`[name=votes_${candidacy_id}]`, `${votes}`)
    await page.fill('[name=ballots_in_box]', `${(first?.ballots_in_box ?? 0) + 1}`)
    await page.fill('[name=blank]', `${first?.blank ?? 0}`)
    await page.fill('[name=invalid]', '')
    await page.getByRole('button', { name: t('elections.count.rest') }).click()
    expect(await page.inputValue('[name=invalid]')).to.equal('0')
    await page.getByRole('button', { name: t('elections.count.button') }).click()
    expect(await page.getByRole('alert').innerText()).to.include(
      t('refusals.ballots_missing_other', { count: 2 }),
    )
    await page.fill('[name=ballots_in_box]', `${first?.ballots_in_box ?? 0}`)
    await page.fill('[name=invalid]', `${first?.invalid ?? 0}`)
    await page.getByRole('button', { name: t('elections.count.button') }).click()
    // The lines for the reasons come when the number has been sent.
    const reasons = await stage.house
      .db('invalid_ballots')
      .where({ count_id: first?.id ?? NO_ID })
      .orderBy('number')
    expect(reasons.length).to.be.greaterThan(0)
    for (const { number, reason } of reasons)
      await page.selectOption(`[name=${invalidReasonField(number)}]`, reason)
    await page.getByRole('button', { name: t('elections.count.button') }).click()
    await page.waitForURL(`**${paths.result(electionId)}`)
  })

  it('two of the board certify, and everybody can read who is elected', async () => {
    for (const name of ['Signe Holm', plot.chair.name]) {
      await newWindow(name)
      await page.goto(paths.certification(electionId))
      await page.getByRole('button', { name: t('elections.certification.button') }).click()
      await page.waitForURL(`**${paths.result(electionId)}`)
    }
    const [winner] = await stage.house
      .db('memberships')
      .join('people', 'people.id', 'person_id')
      .where('starts_on', '>', stage.house.clock.today())
      .pluck<string[]>('people.name')
    await page.goto(paths.publicElection(electionId))
    expect(await page.innerText('main')).to.include(winner)
  })

  it('the chair writes down who is there, and sees when the council can decide', async () => {
    await newWindow(plot.chair.name)
    await page.getByRole('link', { name: t('tasks.meeting_today.button') }).click()
    for (let index = 0; index < 5; index += 1) {
      await page.locator('button[value=present][aria-pressed=false]').first().click()
      const quorum = await page.innerText('#quorum')
      expect(quorum).to.include(t('attendance.of', { present: index + 1, base: 9 }))
      expect(quorum.includes(t('attendance.not_quorate'))).to.equal(index < 4)
    }
  })

  it('the menu opens on a phone, the language changes, and signing out works', async () => {
    await page.goto(paths.office)
    await openMenu(page)
    await page.getByRole('link', { name: t('nav.meetings'), exact: true }).click()
    await page.waitForURL(`**${paths.meetings}`)
    await openMenu(page)
    await page.getByRole('link', { name: 'English' }).click()
    expect(await page.getAttribute('html', 'lang')).to.equal('en')
    await openMenu(page)
    await page.getByRole('link', { name: 'Dansk' }).click()
    await openMenu(page)
    await page.getByRole('button', { name: t('layout.sign_out') }).click()
    await page.goto(paths.office)
    await page.waitForURL(`**${paths.signIn}?**`)
  })

  it('anyone sees the council on another day', async () => {
    page = await stage.window({ javaScript: false })
    await page.goto('/')
    await page.fill('[name=dato]', '31-12-2025')
    await page.getByRole('button', { name: t('front.show'), exact: true }).click()
    expect(await page.innerText('main')).to.include('Vera Stub')
  })
})
