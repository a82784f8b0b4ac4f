import { expect } from 'chai'
import { isoDate } from '../../../models/core/dates.ts'
import { anApp } from '../../support/app.ts'
import { aPerson } from '../../support/builders/register.ts'

const NEW = '/kontor/moeder/nyt'
const MEETING = { starts_at: '1730', place: 'Rådhuset' }

describe('A day typed without its year', () => {
  it('is stored as the next such day where it is planned, and said back in words', async () => {
    const app = await anApp({ on: '2026-12-01' })
    const signe = await app.as('signe')
    const sent = await signe.submit(await signe.get(NEW), { ...MEETING, held_on: '4/12' })
    expect(sent.notice).to.contain('Du skrev 4/12. Det er læst som fredag den 4. december 2026.')
    const [meeting] = await app.db('meetings')
    expect(meeting).to.include({ held_on: '2026-12-04', starts_at: '17.30' })
    expect((await signe.get('/kontor')).text).not.to.contain('Du skrev 4/12')
  })

  it('is stored as the last such day where something was done', async () => {
    const app = await anApp({ on: '2026-12-01' })
    const signe = await app.as('signe')
    const id = await aPerson(app.db, app.by, { name: 'Ellen Vang' })
    const form = await signe.get(`/kontor/personer/${id}/offentligt`)
    const sent = await signe.submit(form, { publish_name: 'nej', decided_on: '4. dec' })
    expect(sent.notice).to.contain('Du skrev 4. dec. Det er læst som torsdag den 4. december 2025.')
    const [publication] = await app.db('person_publications').where({ decided_on: isoDate('2025-12-04') })
    expect(publication).to.include({ person_id: id })
  })

  it('is said in words beside its field, and stays as it was typed, when something else is refused', async () => {
    const app = await anApp({ on: '2026-12-01' })
    const signe = await app.as('signe')
    const sent = await signe.submit(await signe.get(NEW), { ...MEETING, held_on: '4. dec', place: '' })
    expect(sent.status).to.equal(422)
    expect(sent.value('held_on')).to.equal('4. dec')
    expect(sent.texts('#held_on-hint')).to.deep.equal(['Læst som fredag den 4. december 2026'])
  })

  it('is read in an address too', async () => {
    const app = await anApp({ on: '2026-12-01' })
    const page = await app.visitor().get('/?dato=4.+dec')
    expect(page.status).to.equal(200)
    expect(page.text).to.contain('4. december 2026')
  })
})

describe('A day that cannot be read', () => {
  it('comes back as it was typed, whatever it looks like', async () => {
    const app = await anApp({ on: '2026-12-01' })
    const signe = await app.as('signe')
    for (const typed of ['2026-13-01', '2026-02-30', '31/11']) {
      const sent = await signe.submit(await signe.get(NEW), { ...MEETING, held_on: typed })
      expect([sent.status, sent.value('held_on')]).to.deep.equal([422, typed])
      expect(sent.texts('[role=alert] li')).to.include(
        'Hvilken dag? Datoen findes ikke. Skriv den som 21-09-2020.',
      )
    }
  })
})
