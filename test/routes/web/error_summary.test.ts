import { expect } from 'chai'
import { anApp } from '../../support/app.ts'

describe('the error summary', () => {
  it('names the field of each sentence that does not say it itself', async () => {
    const app = await anApp()
    const signe = await app.as('signe')
    const page = await signe.submit(await signe.get('/kontor/moeder/nyt'), {
      held_on: '',
      place: '',
      title: '<b>x',
    })
    expect(page.status).to.equal(422)
    const labels = page.texts('[role=alert] .error-label')
    expect(labels).to.include.members(['Hvilken dag?', 'Hvor?'])
    expect(page.texts('[role=alert] li')).to.include('Hvor? Skriv noget her.')
  })

  it('leaves no mark behind where the field is not on the page', async () => {
    const app = await anApp()
    const ib = await app.as('ib')
    const page = await ib.submit(await ib.get('/kontor/konti/ny'), { name: '', email: '' })
    expect(page.$.html()).not.to.contain('<!--label')
  })
})
