import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { trySlip } from '../../../../models/elections/box/custody/trial.ts'
import { copySlip, takeSlip } from '../../../../models/elections/box/custody/taking.ts'
import { nameHolders } from '../../../../models/elections/box/custody/naming.ts'
import { findHere, keyHere, slipHere } from '../../../../models/elections/box/hands.ts'
import { callOff } from '../../../../models/elections/planning/calling_off.ts'
import { openPolling } from '../../../../models/elections/polling/opening.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aLockedElection } from '../../../support/builders/booth.ts'
import { aListedElection, DAYS, official } from '../../../support/builders/elections.ts'
import type { CastName } from '../../../support/cast.ts'

const MINE = 'section[aria-label="Det skal du gøre nu"]'
const FETCH = 'Hent din nøgleseddel for Perron 4'
const WRITE = 'Skriv din nøgleseddel ned for Perron 4'
const TRY = 'Prøv din nøgleseddel for Perron 4'

describe('the key slip of a holder, on the front page', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aListedElection(house)
    await house.db('elections').where({ id }).update({ means: 'booth' })
  })

  async function name(...holders: CastName[]): Promise<void> {
    const accounts = []
    for (const holder of holders) accounts.push({ account: await house.accountOf(holder) })
    const form = { holders: [...accounts, { name: 'Ole Sky' }], replaces_tried: true }
    await nameHolders(house.db, await official(house, 'signe'), id, form)
  }

  async function front(who: CastName) {
    return (await house.as(who)).get(paths.office)
  }

  async function slipTasks(who: CastName): Promise<string[]> {
    return (await front(who)).texts('.task-text').filter((text) => text.includes('nøgleseddel'))
  }

  /** Returns the words once they are shown, and says that they are on paper. */
  async function fetch(who: CastName, number: number): Promise<string> {
    const by = await official(house, who)
    const { words, key } = await takeSlip(house.db, by, id, number, slipHere)
    await copySlip(house.db, by, id, { number, key }, keyHere)
    return words
  }

  it('asks its holder alone to fetch it, the day before polls open at the latest, and leads to the page of the slip', async () => {
    await name('bo', 'vera')
    const page = await front('bo')
    const at = page.texts(`${MINE} .task-text`).indexOf(FETCH)
    expect(at).not.to.equal(-1)
    expect(page.texts(`${MINE} .task-due`)[at]).to.match(/\(9\. marts 2026\)$/)
    expect(page.$(`${MINE} a[href="${paths.mySlip(id)}"]`)).to.have.length(1)
    expect(await slipTasks('vera')).to.deep.equal([FETCH])
    for (const other of ['signe', 'ruth', 'tage'] as const) expect(await slipTasks(other)).to.deep.equal([])
  })

  it('asks to write it down once it is shown, to try it once it is on paper, and then for nothing', async () => {
    await name('bo', 'vera')
    const bo = await house.as('bo')
    const words = await bo.submit(await bo.get(paths.mySlip(id)), {}, 'Vis min seddel')
    expect(await slipTasks('bo')).to.deep.equal([WRITE])
    await bo.submit(words, {}, 'Den er skrevet ned')
    expect(await slipTasks('bo')).to.deep.equal([TRY])
    const slip_1 = words.texts('.key-words li').join(' ')
    await bo.submit(await bo.get(paths.mySlip(id)), { slip_1 }, 'Prøv sedlen')
    expect(await slipTasks('bo')).to.deep.equal([])
    expect(await slipTasks('vera')).to.deep.equal([FETCH])
    const english = await (await house.as('vera')).get(`${paths.office}?sprog=en`)
    expect(english.texts('.task-text')).to.include('Fetch your key slip for Perron 4')
  })

  it('goes when another holder is named in its place, and comes back for the one who stays', async () => {
    await name('bo', 'vera')
    const words = await fetch('vera', 2)
    const typed = { number: 2, slip: Buffer.from(words) }
    await trySlip(house.db, await official(house, 'vera'), id, typed, findHere)
    expect(await slipTasks('vera')).to.deep.equal([])
    await name('signe', 'vera')
    expect(await slipTasks('bo')).to.deep.equal([])
    for (const holder of ['signe', 'vera'] as const) expect(await slipTasks(holder)).to.deep.equal([FETCH])
  })

  it('is not there where nobody votes on a tablet any more', async () => {
    await name('bo', 'vera')
    await house.db('elections').where({ id }).update({ means: 'paper' })
    expect(await slipTasks('bo')).to.deep.equal([])
  })

  it('goes when the election is called off', async () => {
    await name('bo', 'vera')
    expect(await slipTasks('bo')).to.deep.equal([FETCH])
    const form = { reason: 'Stedet lukker.', decided_by: 'Udvalget', decided_on: isoDate(DAYS.listed) }
    await callOff(house.db, await official(house, 'signe'), id, form)
    expect(await slipTasks('bo')).to.deep.equal([])
  })

  it('is there for the one who did not try until polls open, when a slip can no longer be tried', async () => {
    const other = await anApp()
    const { id: locked } = await aLockedElection(other)
    other.clock.set(`${DAYS.polling}T11:00:00Z`)
    const ofVera = async () => (await (await other.as('vera')).get(paths.office)).texts('.task-text')
    expect(await ofVera()).to.include(TRY)
    const form = { opened_at: '11.00', first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
    await openPolling(other.db, await official(other, 'signe'), locked, form)
    expect(await ofVera()).not.to.include(TRY)
  })
})
