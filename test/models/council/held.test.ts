import { expect } from 'chai'
import { isoDate } from '../../../models/core/dates.ts'
import type { ElectionId } from '../../../models/core/ids.ts'
import { decideUncontested } from '../../../models/elections/candidates/candidate_list.ts'
import { certifyResult } from '../../../models/elections/result/certification.ts'
import { getAnyElection } from '../../../models/elections/elections.ts'
import { recordLot } from '../../../models/elections/result/lots.ts'
import { getResult } from '../../../models/elections/result/loading.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import {
  aCountedElection,
  aListedElection,
  DAYS,
  official,
  type Figures,
} from '../../support/builders/elections.ts'
import { anAnswer, anAppointment, aNomination } from '../../support/builders/nominations.ts'
import { aMember, aPerson } from '../../support/builders/register.ts'

const TIED: Figures = { votes: [14, 14, 1], blank: 1, invalid: 1 }

describe('how a member got the seat', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp({ on: DAYS.planned })
  })

  async function certify(id: ElectionId): Promise<void> {
    const { hash } = await getResult(house.db, await getAnyElection(house.db, id))
    for (const name of ['signe', 'vera'] as const)
      await certifyResult(house.db, await official(house, name), id, hash)
  }

  async function holder(slug = 'perron-4') {
    const line = (await rosterOn(house.db, house.clock.today())).find(({ seat }) => seat.slug === slug)
    return { person: line?.member?.person, chosen: line?.member?.chosen }
  }

  it('is an election at the place, on the polling day', async () => {
    const id = await aCountedElection(house)
    await certify(id)
    expect(await holder()).to.deep.equal({
      person: 'Anker Bro',
      chosen: { how: 'elected', on: DAYS.polling, by: null, electionId: id },
    })
    const signe = await house.as('signe')
    const page = await signe.get('/kontor/pladser/perron-4')
    expect(page.text).to.contain('Anker Bro Nu 10. marts 2026 – 31. december 2029')
    expect(page.text).to.contain('Valgt på Perron 4 den 10. marts 2026')
    const front = await house.visitor().get('/')
    expect(front.texts('#plads-perron-4')[0]).to.contain('Anker Bro')
    expect(front.texts('#plads-perron-4')[0]).to.contain('Valgt af brugerne den 10. marts 2026.')
  })

  it('is an election with a lot, for whoever the lot fell on', async () => {
    const id = await aCountedElection(house, { figures: TIED })
    const { among } = await getResult(house.db, await getAnyElection(house.db, id))
    await recordLot(house.db, await official(house, 'signe'), id, {
      among,
      chosen: among.slice(1, 2),
      method: 'slips',
      witnesses: 'Dagmar Lind',
    })
    await certify(id)
    const { person, chosen } = await holder()
    expect(person).to.equal('Jens Ærø')
    expect(chosen).to.deep.equal({ how: 'by_lot', on: DAYS.polling, by: null, electionId: id })
    const page = await (await house.as('signe')).get('/kontor/raadet')
    expect(page.text).to.contain('Valgt på Perron 4 den 10. marts 2026 ved lodtrækning')
  })

  it('is a decision without a vote, by whom and when', async () => {
    const id = await aListedElection(house, { area: 'psykiatriens-hus', candidates: ['Anker Bro'] })
    const form = { decided_by: 'Valgbestyrelsen', decided_on: isoDate(DAYS.listed) }
    await decideUncontested(house.db, await official(house, 'signe'), id, form)
    await certify(id)
    expect(await holder('psykiatriens-hus')).to.deep.equal({
      person: 'Anker Bro',
      chosen: { how: 'uncontested', on: DAYS.listed, by: 'Valgbestyrelsen', electionId: id },
    })
    const page = await (await house.as('signe')).get('/kontor/pladser/psykiatriens-hus')
    expect(page.text).to.contain(
      'Valgt blandt brugere i Psykiatriens Hus uden afstemning, besluttet af Valgbestyrelsen den 3. marts 2026',
    )
  })

  it('is an appointment, by whom and when', async () => {
    const person = await aPerson(house.db, house.by, { name: 'Preben Skytte' })
    const nomination = await aNomination(house, { seat: 'forsorg-hjemloese' })
    for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde'])
      await anAnswer(house, nomination, body, person)
    await anAppointment(house, nomination)
    const { chosen } = await holder('forsorg-hjemloese')
    expect(chosen).to.deep.include({ how: 'appointed', on: '2026-01-14', by: 'Socialudvalget' })
  })

  it('is the secretary’s own hand', async () => {
    await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund' })
    expect(await holder()).to.deep.equal({ person: 'Maja Lund', chosen: { how: 'registered' } })
  })
})
