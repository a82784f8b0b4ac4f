import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { beginningOf, fillCouncil } from '../../bin/demo/council.ts'
import type { Plot } from '../../bin/demo/seats.ts'
import { translatorFor } from '../../routes/web/i18n.ts'
import { paths } from '../../views/paths.ts'
import { signIn } from './support/readers.ts'
import { aStage, type Stage } from './support/stage.ts'
import { NO_ID } from '../../models/core/ids.ts'

const t = translatorFor('da')

describe('what JavaScript adds', () => {
  let stage: Stage
  let plot: Plot

  before(async () => {
    stage = await aStage()
    const { clock, statutes } = stage.house
    const today = clock.today()
    clock.set(beginningOf(statutes, today))
    plot = await fillCouncil(stage.house, today)
  })
  after(() => stage.close())

  async function windowOf(name: string): Promise<Page> {
    const page = await stage.window({ width: 390, height: 844 })
    const account = await stage.house.db('accounts').where({ name }).first('email')
    await page.goto(paths.signIn)
    await signIn(page, account?.email ?? '')
    return page
  }

  it('a tap changes the quorum at once, without leaving the page', async () => {
    const page = await windowOf(plot.chair.name)
    const meeting = await stage.house.db('meetings').where({ held_on: stage.house.clock.today() }).first('id')
    await page.goto(paths.attendance(meeting?.id ?? NO_ID))
    await page.evaluate('window.stayed = true')
    for (let present = 1; present <= 5; present += 1) {
      await page.locator('button[value=present][aria-pressed=false]').first().click()
      await page.getByText(t('attendance.of', { present, base: 9 })).waitFor()
    }
    expect(await page.innerText('#quorum')).to.match(new RegExp(`^${t('attendance.quorate')}`))
    expect(await page.evaluate('window.stayed')).to.equal(true)
    const stored = await stage.house
      .db('attendances')
      .where({ meeting_id: meeting?.id ?? NO_ID, status: 'present' })
    expect(stored).to.have.length(5)
  })

  it('the sum is worked out while the figures are typed, and Enter moves down', async () => {
    const page = await windowOf('Mie Ager')
    const election = await stage.house.db('elections').where({ status: 'closed' }).first('id')
    await page.goto(paths.count(election?.id ?? NO_ID))
    const said = () => page.locator('[data-sum]').last().innerText()
    await page.focus('[name=ballots_in_box]')
    for (const figure of ['37', '12', '17', '5', '2']) {
      await page.keyboard.type(figure)
      await page.keyboard.press('Enter')
    }
    const missing = await said()
    await page.keyboard.type('1')
    expect(await said()).not.to.equal(missing)
    expect(await page.locator('[data-sum]').last().getAttribute('class')).to.include('sum-fits')
    expect(await stage.house.db('counts').where({ election_id: election?.id ?? NO_ID })).to.have.length(1)
  })

  it('a second click on a button sends nothing again', async () => {
    const page = await windowOf('Signe Holm')
    await page.goto(paths.newMeeting)
    await page.fill('[name=held_on]', '20-05-2026')
    let sent = 0
    page.on('request', (request) => {
      if (request.method() === 'POST') sent += 1
    })
    await page.dblclick('main form button.button-primary')
    await page.waitForURL(/moeder\/\d+$/)
    expect(sent).to.equal(1)
  })
})
