import { expect } from 'chai'
import { findClosing } from '../../../../../models/elections/polling/openings.ts'
import { recordedPolling } from '../../../../../models/elections/record/polling.ts'
import { markByName } from '../../../../../models/elections/roll/marks.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection } from '../../../../support/builders/booth.ts'
import { DAYS, official, statusOf, storesNothing } from '../../../../support/builders/elections.ts'
import { anOpenTable } from '../../../../support/builders/roll.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const CLOSE = 'Luk afstemningen'
const WHY = 'Listen blev ført på papir'
const TEN = {
  closed_at: '14.00',
  printed: '20',
  handed_out: '10',
  unused: '10',
  exchanged: '0',
  not_returned: '0',
}

describe('elections: closing with more ballots than marks on the roll', () => {
  let house: TestApp
  let id: ElectionId

  async function atClosing(kind: 'named' | 'counted', marked: number) {
    house = await anApp()
    id = await anOpenTable(house, kind)
    const by = await official(house, 'bo')
    for (const name of ['Maja Lund', 'Ole Bæk'].slice(0, marked)) await markByName(house.db, by, id, name)
    house.clock.set(DAYS.evening)
    const bo = await house.as('bo')
    return { bo, page: await bo.get(paths.pollingClosing(id)) }
  }

  const closed = async () =>
    JSON.parse(
      (await house.db('audit_events').where({ action: 'election.closed' }).first())?.details ?? '{}',
    ) as Record<string, unknown>

  it('asks for a reason, keeps what was typed, and stores nothing before there is one', async () => {
    const { bo, page } = await atClosing('named', 1)
    expect(page.$('[name=marks_reason]')).to.have.length(0)
    const refused = await storesNothing(house, () => bo.submit(page, TEN, CLOSE))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Antallet af stemmer er 10, men kun 1 er krydset af på valglisten. Skriv, hvordan det kan være, eller ret tallene.',
    ])
    expect(refused.text).to.include(
      'Flere stemmer end krydset af på valglisten Antallet af stemmer er 10, men kun 1 er krydset af',
    )
    for (const [field, typed] of Object.entries(TEN)) expect(refused.value(field), field).to.equal(typed)
    const blank = await storesNothing(house, () => bo.submit(refused, { ...TEN, marks_reason: '  ' }, CLOSE))
    expect(blank.status).to.equal(422)
    expect((await bo.submit(blank, { ...TEN, marks_reason: WHY }, CLOSE)).status).to.equal(200)
    expect(await statusOf(house, id)).to.equal('closed')
    expect((await findClosing(house.db, id))?.marks_reason).to.equal(WHY)
    expect((await closed()).beyond_marks).to.deep.equal({ marked: 1, ballots: 10, reason: WHY })
    expect((await recordedPolling(house.db, id)).closing).to.include({ marks_reason: WHY })
  })

  it('asks nothing where as many are marked, and keeps no reason that was typed for nothing', async () => {
    const { bo, page } = await atClosing('named', 2)
    const two = { ...TEN, handed_out: '2', unused: '18' }
    const { action, fields } = page.fill(two, CLOSE)
    expect((await bo.send({ action, fields: { ...fields, marks_reason: WHY } })).status).to.equal(200)
    expect((await findClosing(house.db, id))?.marks_reason).to.equal(null)
    expect(await closed()).not.to.have.property('beyond_marks')
    expect((await recordedPolling(house.db, id)).closing).not.to.have.property('marks_reason')
  })

  it('takes papers that were exchanged for no ballot of their own', async () => {
    const { bo, page } = await atClosing('named', 2)
    const exchanged = { ...TEN, handed_out: '3', exchanged: '1', unused: '17' }
    expect((await bo.submit(page, exchanged, CLOSE)).status).to.equal(200)
  })

  it('asks nothing where there is no roll', async () => {
    const { bo, page } = await atClosing('counted', 0)
    expect((await bo.submit(page, TEN, CLOSE)).status).to.equal(200)
  })

  it('counts the ballots cast on a tablet', async () => {
    house = await anApp()
    const opened = await anOpenBoothElection(house, { candidates: ['Bo Ask', 'Ea Birk'] })
    await house.db('elections').where({ id: opened.id }).update({ roll_kind: 'named' })
    const tablet = await aBooth(house, opened.id)
    expect((await tablet.vote('Bo Ask')).status).to.equal(200)
    house.clock.set(DAYS.evening)
    const signe = await house.as('signe')
    const page = await signe.get(paths.pollingClosing(opened.id))
    expect(page.text).to.include('Antallet af stemmer er 1, men kun 0 er krydset af på valglisten.')
    expect((await signe.submit(page, { closed_at: '14.00' }, CLOSE)).status).to.equal(422)
    expect((await signe.submit(page, { closed_at: '14.00', marks_reason: WHY }, CLOSE)).status).to.equal(200)
  })
})
