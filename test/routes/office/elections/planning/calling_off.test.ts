import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { recordPrint } from '../../../../../models/elections/polling/prints.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aListedElection,
  anOpenElection,
  aPlannedElection,
  official,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aNamedRoll } from '../../../../support/builders/roll.ts'
import { textOf } from '../../../../support/pdf.ts'

const WHY = { decided_by: 'Valgbestyrelsen', reason: 'Stedet er lukket efter en brand.', sure: 'ja' }
const BUTTON = 'Aflys valget'

describe('elections: calling one off', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
  })

  async function calledOff(id: ElectionId, given: Record<string, string> = {}) {
    signe = await house.as('signe')
    return signe.submit(await signe.get(paths.callOff(id)), { ...WHY, ...given }, BUTTON)
  }

  it('ends it with who, when and why, and leads to planning a new one for the same seat', async () => {
    const id = await aListedElection(house)
    const page = await calledOff(id)
    expect(page.status).to.equal(200)
    expect(page.text).to.include('Valgbestyrelsen besluttede den 3. marts 2026 at aflyse valget.')
    expect(page.text).to.include('Stedet er lukket efter en brand.')
    expect(await statusOf(house, id)).to.equal('called_off')
    const again = page.attributes('main a', 'href').find((href) => href.startsWith(paths.newElection))
    expect((await signe.get(again ?? '')).value('area_id')).to.equal(
      `${(await house.db('elections').where({ id }).first('area_id'))?.area_id}`,
    )
    const plan = await signe.get(again ?? '')
    const days = {
      polling_on: '24-03-2026',
      candidates_by: '16-03-2026',
      opens_at: '11.00',
      closes_at: '14.00',
    }
    const planned = await signe.submit(plan, { ...days, place: 'Caféen' }, 'Gem planen')
    expect(planned.text).to.include('Valget er planlagt.')
  })

  it('is told to everybody, on the web, on the poster, on the info screen and in the calendar', async () => {
    const id = await aListedElection(house)
    await calledOff(id)
    const visitor = house.visitor()
    const page = await visitor.get(paths.publicElection(id))
    expect(page.text).to.include('Valget er aflyst. Der bliver ikke stemt.')
    expect(page.text).to.include('Det har Valgbestyrelsen besluttet tirsdag den 3. marts 2026.')
    expect(page.text).not.to.include('Sådan stemmer du')
    expect((await visitor.get('/valg')).text).to.include('Valget er aflyst.')
    for (const [file, said] of [
      ['opslag.pdf', 'Valget på Perron 4 er aflyst'],
      ['opslag-en.pdf', 'The election at Perron 4 is called off'],
    ] as const) {
      const answer = await signe.raw('get', paths.electionPaper(id, file)).buffer(true).responseType('blob')
      expect(await textOf(answer.body as Buffer), file).to.include(said)
    }
    const screen = await signe.raw('get', paths.electionPaper(id, 'infoskaerm.txt'))
    expect(screen.text).to.include('Valget på Perron 4 er aflyst')
    expect((await signe.raw('get', paths.electionPaper(id, 'valgbord/stemmesedler-1.pdf'))).status).to.equal(
      404,
    )
    const calendar = await visitor.raw('get', '/aabne-data/kalender.ics')
    expect(calendar.text).to.include('STATUS:CANCELLED')
  })

  it('erases the roll at once, and lets the printed papers be destroyed', async () => {
    const id = await aListedElection(house)
    await aNamedRoll(house.db, await official(house, 'signe'), id)
    await recordPrint(house.db, await official(house, 'signe'), id, { copies: 60, list_version: 1 })
    signe = await house.as('signe')
    const page = await signe.get(paths.callOff(id))
    expect(page.text).to.include('navne på valglisten bliver slettet.')
    expect(page.text).to.include('De 60 printede stemmesedler gælder ikke. Destruér dem.')
    await signe.submit(page, WHY, BUTTON)
    expect(await house.db('roll_entries').where({ election_id: id })).to.deep.equal([])
    const actions = await house.db('audit_events').orderBy('sequence').pluck('action')
    expect(actions.slice(-2)).to.deep.equal(['election.called_off', 'election.roll_erased'])
    const after = await signe.get(paths.electionAfter(id))
    const witnesses = {
      first_witness: 'Bo Krag',
      second_witness: 'Lis Winther',
      destroyed_on: '03-03-2026',
      sure: 'ja',
    }
    const destroyed = await signe.submit(after, witnesses)
    expect(destroyed.text).to.include('Bo Krag')
    expect((await signe.get(paths.office)).text).not.to.include('Slet valglisten')
  })

  it('is possible for a plan too, and not once polling is open, nor for staff of the place', async () => {
    const planned = await aPlannedElection(house, { area: 'slotsgaarden' })
    expect((await calledOff(planned)).status).to.equal(200)
    const id = await anOpenElection(house)
    signe = await house.as('signe')
    expect((await signe.get(paths.callOff(id))).text).to.include('Valget kan ikke aflyses nu.')
    expect((await (await house.as('bo')).get(paths.callOff(id))).status).to.equal(403)
  })

  it('asks for everything, and keeps what was typed', async () => {
    const id = await aListedElection(house)
    const refused = await storesNothing(house, () =>
      calledOff(id, { sure: '', decided_by: ' ', decided_on: '04-03-2026' }),
    )
    expect(refused.status).to.equal(422)
    expect(refused.value('reason')).to.equal(WHY.reason)
    const future = await storesNothing(house, () => calledOff(id, { decided_on: '04-03-2026' }))
    expect(future.errors).to.deep.equal(['Beslutningen kan ikke være taget efter i dag. Ret datoen.'])
  })

  it('is done once: the second of two gets 409 and how it stands, and the form sent twice is one act', async () => {
    const id = await aListedElection(house)
    signe = await house.as('signe')
    const form = await signe.get(paths.callOff(id))
    const other = await signe.get(paths.callOff(id))
    await signe.submit(form, WHY, BUTTON)
    const twice = await storesNothing(house, () => signe.submit(form, WHY, BUTTON))
    expect(twice.status).to.equal(200)
    const late = await storesNothing(house, () => signe.submit(other, WHY, BUTTON))
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal(['Det blev ikke gemt. Valget er aflyst.'])
  })
})
