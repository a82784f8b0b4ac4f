import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { EXPLANATIONS } from '../../../../../models/rules/elections/protocol/differences.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  aClosedElection,
  countOnPage,
  counts,
  FIGURES,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { certifies } from '../../../../support/builders/outcomes.ts'

const OTHER = { ...FIGURES, votes: [13, 11, 5] }
const SAVE = 'Gem, hvad vi fandt'
const KEEP = 'Behold den optælling'

/** The answers of the form: found what is named, and nothing else. */
function answers(found: string[] = [], note = ''): Record<string, string> {
  const each = EXPLANATIONS.map((one) => [`found_${one}`, found.includes(one) ? 'yes' : 'no'])
  return { ...(Object.fromEntries(each) as Record<string, string>), note }
}

describe('elections: why two counts differ', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aClosedElection(house)
    await counts(house, id, 'bo', FIGURES)
    await counts(house, id, 'lis', OTHER)
  })

  it('is asked before anybody counts again, and nothing is counted before it is answered', async () => {
    const bo = await house.as('bo')
    const page = await bo.get(paths.count(id))
    expect(page.text).to.include('Før nogen tæller igen, ser I sammen efter, hvad forskellen kan skyldes.')
    expect(page.$('main form[method=post]').length).to.equal(0)
    const form = await bo.get(paths.difference(id))
    expect(form.text).to.include('I er ikke enige om 2 linjer: Anker Bro og Jens Ærø')
    expect(form.texts('main fieldset legend')).to.have.length(EXPLANATIONS.length)
    const empty = await storesNothing(house, () => bo.submit(form, {}, SAVE))
    expect(empty.status).to.equal(422)
    expect(empty.errors).to.have.length(EXPLANATIONS.length)
    const silent = await storesNothing(house, () => bo.submit(form, answers(['heap_twice']), SAVE))
    expect(silent.errors).to.deep.equal(['Skriv, hvad I fandt.'])
    expect(silent.$('input[name=found_heap_twice][value=yes]').attr('checked')).to.equal('checked')
    const saved = await bo.submit(form, answers(['heap_twice'], 'Den ene bunke lå to steder.'), SAVE)
    expect(saved.notice).to.equal('Det er gemt. Nu kan I tælle igen.')
    expect(saved.text).to.include('En bunke var talt to gange')
    expect((await bo.get(paths.count(id))).$('main form[method=post]').length).to.equal(1)
  })

  it('is answered once in a round, and asked again when figures differ again', async () => {
    const [bo, lis] = [await house.as('bo'), await house.as('lis')]
    const [first, second] = [await bo.get(paths.difference(id)), await lis.get(paths.difference(id))]
    await bo.submit(first, answers(), SAVE)
    const late = await storesNothing(house, () => lis.submit(second, answers(), SAVE))
    expect(late.status).to.equal(409)
    expect(late.text).to.include('Ingenting af det, der blev set efter')
    await countOnPage(bo, id, FIGURES)
    await countOnPage(lis, id, OTHER)
    expect((await bo.get(paths.count(id))).$('main form[method=post]').length).to.equal(0)
    const again = await bo.submit(
      await bo.get(paths.difference(id)),
      answers(['other'], 'En seddel lå på gulvet.'),
      SAVE,
    )
    expect(again.text).to.include('En seddel lå på gulvet.')
    await countOnPage(bo, id, FIGURES)
    await countOnPage(lis, id, FIGURES)
    await certifies(house, id)
    const record = await findRecord(house.db, id)
    const checks = readRecord(record!).rounds.map(
      ({ check }) => check && [check.found, check.note, check.checked_by],
    )
    expect(checks).to.deep.equal([
      [[], null, 'Bo Krag'],
      [['other'], 'En seddel lå på gulvet.', 'Bo Krag'],
      undefined,
    ])
    expect(readRecord(record!).rounds[0]?.check?.asked).to.deep.equal([...EXPLANATIONS])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('tells the log what was found, and never what was written about it', async () => {
    const bo = await house.as('bo')
    await bo.submit(await bo.get(paths.difference(id)), answers(['other'], 'En vælger så det.'), SAVE)
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event?.action).to.equal('election.difference_checked')
    expect(event?.details).to.include('"found":["other"]').and.not.to.include('vælger')
  })
})

describe('elections: two counts that do not differ', () => {
  it('ask nobody why', async () => {
    const house = await anApp()
    const id = await aClosedElection(house)
    const signe = await house.as('signe')
    for (const name of ['bo', 'lis'] as const) {
      const page = await signe.get(paths.difference(id))
      expect(page.text).to.include('Der er ingen forskel at se efter lige nu.')
      expect(page.$('main form[method=post]').length).to.equal(0)
      await counts(house, id, name)
    }
    expect((await signe.get(paths.difference(id))).$('main form[method=post]').length).to.equal(0)
  })
})

describe('elections: one of two counts is kept, and only the other is made again', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aClosedElection(house)
    await counts(house, id, 'bo', FIGURES)
    await counts(house, id, 'lis', OTHER)
  })

  async function keep(whose: string) {
    const signe = await house.as('signe')
    const form = await signe.get(paths.difference(id))
    return signe.submit(form, { counter: whose, reason: 'Lis talte en bunke to gange.' }, KEEP)
  }

  async function looked() {
    const bo = await house.as('bo')
    await bo.submit(
      await bo.get(paths.difference(id)),
      answers(['heap_twice'], 'En bunke lå to steder.'),
      SAVE,
    )
  }

  it('is offered to the board alone, once it was looked for the cause, and shows no figure', async () => {
    const signe = await house.as('signe')
    expect((await signe.get(paths.difference(id))).text).not.to.include('Skal den ene optælling blive?')
    await looked()
    for (const name of ['bo', 'lis', 'ruth'] as const)
      expect((await (await house.as(name)).get(paths.difference(id))).text).not.to.include(
        'Skal den ene optælling blive?',
      )
    const page = await signe.get(paths.difference(id))
    expect(page.text).to.include('Skal den ene optælling blive?')
    expect(page.texts('main form.confirm .form-group-radio label')).to.deep.equal(['Bo Krag', 'Lis Winther'])
    expect(page.$('main').text()).not.to.match(/\b1[134]\b/)
  })

  it('lets the other count alone, and ends when that finds the same', async () => {
    await looked()
    const kept = await keep(`${await house.accountOf('bo')}`)
    expect(kept.notice).to.equal('Optællingen bliver. Nu mangler den anden.')
    const bo = await (await house.as('bo')).get(paths.count(id))
    expect(bo.text).to.include('Din optælling er gemt. Nu mangler den anden.')
    const lis = await house.as('lis')
    expect((await lis.get(paths.count(id))).text).to.include(
      'Bo Krag har tastet sin optælling ind. Nu er det dig.',
    )
    const agreed = await countOnPage(lis, id, FIGURES)
    expect(agreed.heading).to.equal('Resultat')
    expect(await statusOf(house, id)).to.equal('counted')
    expect(await house.db('counts').orderBy('id').pluck('round')).to.deep.equal([1, 1, 2])
    await certifies(house, id)
    const { rounds } = readRecord((await findRecord(house.db, id))!)
    expect(rounds[0]?.kept).to.include({
      counter: 'Bo Krag',
      reason: 'Lis talte en bunke to gange.',
      decided_by: 'Signe Holm',
    })
    expect(rounds[1]?.sheets.map(({ counter }) => counter)).to.deep.equal(['Lis Winther'])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('says in the record where the new count differs from the one that was kept', async () => {
    await looked()
    await keep(`${await house.accountOf('bo')}`)
    const lis = await house.as('lis')
    await countOnPage(lis, id, OTHER)
    expect(await statusOf(house, id)).to.equal('closed')
    expect((await lis.get(paths.difference(id))).text).to.include('Anker Bro og Jens Ærø')
    await counts(house, id, 'bo', FIGURES)
    await counts(house, id, 'lis', FIGURES)
    await certifies(house, id)
    const { rounds } = readRecord((await findRecord(house.db, id))!)
    expect(rounds.map(({ differs, sheets }) => [differs.length, sheets.length])).to.deep.equal([
      [2, 2],
      [2, 1],
      [0, 2],
    ])
  })

  it('is refused before the cause was looked for, by a counter, and after somebody has counted again', async () => {
    const signe = await house.as('signe')
    await looked()
    const form = await signe.get(paths.difference(id))
    const bo = await house.accountOf('bo')
    const nobody = await storesNothing(house, () => signe.submit(form, { reason: 'Derfor.' }, KEEP))
    expect(nobody.status).to.equal(422)
    const ruth = await house.accountOf('ruth')
    const stranger = await storesNothing(house, async () => {
      const sent = form.fill({ reason: 'Derfor.' }, KEEP)
      return signe.send({ ...sent, fields: { ...sent.fields, counter: `${ruth}` } })
    })
    expect(stranger.errors).to.deep.equal(['Vælg, hvis optælling der bliver.'])
    await countOnPage(await house.as('lis'), id, FIGURES)
    const late = await storesNothing(house, () =>
      signe.submit(form, { counter: `${bo}`, reason: 'Derfor.' }, KEEP),
    )
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal(['Der er sket noget, siden du åbnede siden. Se, hvad der står nu.'])
  })
})
