import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { listElectionTasks } from '../../../../../models/elections/tasks.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  counts,
  DAYS,
  official,
  ruledBy,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aComplaint, aTie, certifies, decides, TIE } from '../../../../support/builders/outcomes.ts'
import type { CastName } from '../../../../support/cast.ts'
import { takeGuardsOff } from '../../../../support/tampering.ts'

const SAID = 'Lodden blev trukket med valgbestyrelsen på telefonen.'

describe('elections: a lot with the board on the telephone', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    for (const name of ['signe', 'vera', 'bo', 'lis'] as const) await house.accountOf(name)
    id = await aTie(house)
  })

  async function draws(name: CastName, called: readonly CastName[], witnesses = 'Dagmar Lind og Otto Kjær') {
    const visitor = await house.as(name)
    const page = await visitor.get(paths.lot(id))
    const fields = {
      ...{ method: 'slips', witnesses, chosen: page.choice('chosen', 'Carlo Mose') },
      called: await Promise.all(called.map(async (one) => `${await house.accountOf(one)}`)),
    }
    return visitor.submit(page, fields)
  }

  async function confirms(name: CastName) {
    const visitor = await house.as(name)
    return visitor.submit(await visitor.get(paths.lot(id)), {}, 'Ja, sådan gik det')
  }

  async function certifiesAs(name: CastName) {
    const visitor = await house.as(name)
    return visitor.submit(await visitor.get(paths.certification(id)))
  }

  async function tasksOf(name: CastName): Promise<string[]> {
    const { user } = await official(house, name)
    const tasks = await listElectionTasks(house.db, user, house.clock.today())
    return tasks.filter(({ waitsFor }) => waitsFor === 'me').map(({ kind }) => kind)
  }

  it('is drawn by those at the table, who say who was on the telephone and who watched', async () => {
    const nobody = await storesNothing(house, () => draws('bo', []))
    expect(nobody.status).to.equal(422)
    expect(nobody.errors).to.deep.equal([
      'Sæt hak ved den eller dem fra valgbestyrelsen, der var på telefonen.',
    ])
    expect(nobody.value('witnesses')).to.equal('Dagmar Lind og Otto Kjær')
    const drawn = await draws('bo', ['vera'])
    expect(drawn.notice).to.equal('Lodtrækningen er skrevet ind.')
    expect(drawn.text).to.include(SAID)
    expect(await statusOf(house, id)).to.equal('counted')
    expect(await house.db('lot_calls').pluck('member')).to.deep.equal(['Vera Stub'])
  })

  it('shows the rule as assumed, and is not offered where the statutes say no', async () => {
    const page = await (await house.as('bo')).get(paths.lot(id))
    expect(page.text).to.include('Har I en fra valgbestyrelsen på telefonen?')
    expect(page.text).to.include('Lodtrækning med valgbestyrelsen på telefonen')
    await ruledBy(house, id, { lotByTelephone: false })
    const other = await (await house.as('bo')).get(paths.lot(id))
    expect(other.$('main form[method=post]').length).to.equal(0)
    expect(other.text).to.include('Nu skal Signe Holm og Vera Stub trække lod.')
  })

  it('counts once the member has confirmed it: until then the second one cannot certify', async () => {
    await draws('bo', ['vera'])
    expect(await tasksOf('vera')).to.include.members(['lot_confirmation', 'election_certify'])
    expect(await tasksOf('signe')).not.to.include('lot_confirmation')
    await house.db('election_board').insert({ election_id: id, account_id: await house.accountOf('kaj') })
    await house
      .db('account_places')
      .insert({ account_id: await house.accountOf('kaj'), body_id: await placeId() })
    expect((await certifiesAs('signe')).status).to.equal(200)
    const refused = await storesNothing(house, () => certifiesAs('kaj'))
    expect(refused.status).to.equal(422)
    expect(refused.errors[0]).to.include('Lodden blev trukket med Vera Stub på telefonen.')
    expect(refused.texts('.who-may li')).to.deep.equal(['Vera Stub: 86 40 00 15, vera@raadsbogen.example'])
    const confirmed = await confirms('vera')
    expect(confirmed.notice).to.equal('Du har bekræftet lodtrækningen.')
    expect(await tasksOf('vera')).not.to.include('lot_confirmation')
    await certifiesAs('kaj')
    expect(await statusOf(house, id)).to.equal('certified')
  })

  async function placeId() {
    const place = await house.db('bodies').where({ slug: 'perron-4' }).first('id')
    return place!.id
  }

  it('nobody else confirms it, and nobody twice', async () => {
    await draws('bo', ['vera'])
    for (const name of ['bo', 'signe'] as const)
      expect(
        (await (await house.as(name)).get(paths.lot(id))).$('main form[method=post]').length,
        name,
      ).to.equal(0)
    const vera = await house.as('vera')
    const page = await vera.get(paths.lot(id))
    await confirms('vera')
    const again = await storesNothing(house, () => vera.submit(page, {}, 'Ja, sådan gik det'))
    expect(again.status).to.equal(422)
  })

  it('is confirmed by certifying, and record, page and check say how it was drawn', async () => {
    await draws('bo', ['signe', 'vera'])
    const page = await (await house.as('vera')).get(paths.certification(id))
    expect(page.text).to.include('Når du godkender, bekræfter du også, at det gik sådan.')
    await certifies(house, id)
    const record = readRecord((await findRecord(house.db, id))!)
    const on = DAYS.polling
    expect(record.lot?.telephone).to.deep.equal([
      { member: 'Signe Holm', confirmed_on: on },
      { member: 'Vera Stub', confirmed_on: on },
    ])
    expect((await house.visitor().get(paths.publicElection(id))).text).to.include(SAID)
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('is seen when somebody changes who was on the telephone afterwards', async () => {
    await draws('bo', ['vera'])
    await certifies(house, id)
    await takeGuardsOff(house.db)
    await house.db('lot_calls').update({ member: 'Signe Holm' })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).not.to.deep.equal([])
  })

  it('a recount keeps it with its confirmation', async () => {
    await draws('bo', ['vera'])
    await certifies(house, id)
    await recounted()
    expect(await statusOf(house, id)).to.equal('counted')
    expect(await house.db('lot_calls').pluck('member')).to.deep.equal(['Vera Stub', 'Vera Stub'])
    expect(await house.db('lot_confirmations')).to.have.length(2)
    await certifies(house, id)
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  async function recounted(): Promise<void> {
    house.clock.set(DAYS.certified)
    await decides(house, id, await aComplaint(house, id), 'recount')
    for (const name of ['bo', 'lis'] as const) await counts(house, id, name, TIE)
  }
})
