import { expect } from 'chai'
import { anApp, type TestApp } from '../../../support/app.ts'
import { CAST, PASSWORD } from '../../../support/cast.ts'

const person = { name: 'Maja Lund', phone: '86 11 22 33', contact_by: 'phone', publish_name: 'ja' }

describe('A session that runs out in the middle of a form', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02T08:00:00Z' })
  })

  const people = () => house.db('people')

  it('the form is carried over signing in, shown, sent once more, and stored once', async () => {
    const signe = await house.as('signe')
    const form = await signe.get('/kontor/personer/ny')
    house.clock.set('2026-03-02T10:00:00Z')
    const asked = await signe.submit(form, person)
    expect(asked.status).to.equal(401)
    expect(asked.heading).to.equal('Log ind')
    expect(asked.text).to.include('Log ind igen, så mister du ikke det, du skrev.')
    expect(await people()).to.deep.equal([])

    const shown = await signe.submit(asked, { email: CAST.signe.email, password: PASSWORD })
    expect(shown.url).to.equal('/kontor/fortsaet')
    expect(shown.texts('.typed li')).to.deep.equal(['Maja Lund', '86 11 22 33'])
    expect(await people()).to.deep.equal([])

    const again = await signe.get('/kontor/fortsaet')
    expect(again.texts('.typed li')).to.include('Maja Lund')
    const [stored, second] = [
      await signe.submit(again, {}, 'Send igen'),
      await signe.submit(again, {}, 'Send igen'),
    ]
    expect(stored.status).to.equal(200)
    expect(second.url).to.equal(stored.url)
    expect(await people()).to.have.length(1)
    expect((await people())[0]).to.include({ name: 'Maja Lund', phone: '86 11 22 33' })
    expect((await signe.get('/kontor/fortsaet')).url).to.equal('/kontor')
  })

  it('survives a wrong password on the way', async () => {
    const signe = await house.as('signe')
    const form = await signe.get('/kontor/personer/ny')
    house.clock.set('2026-03-02T10:00:00Z')
    const asked = await signe.submit(form, person)
    const wrong = await signe.submit(asked, { email: CAST.signe.email, password: 'et forkert kodeord' })
    expect(wrong.status).to.equal(422)
    const shown = await signe.submit(wrong, { email: CAST.signe.email, password: PASSWORD })
    expect(shown.texts('.typed li')).to.include('Maja Lund')
  })

  it('what is wrong in the form is said when it is sent, and the form comes back', async () => {
    const signe = await house.as('signe')
    const form = await signe.get('/kontor/personer/ny')
    house.clock.set('2026-03-02T10:00:00Z')
    const asked = await signe.submit(form, { ...person, phone: '' })
    const shown = await signe.submit(asked, { email: CAST.signe.email, password: PASSWORD })
    const page = await signe.submit(shown, {}, 'Send igen')
    expect(page.status).to.equal(422)
    expect(page.value('name')).to.equal('Maja Lund')
  })

  it('whoever signs in instead may only send what their own role allows', async () => {
    const signe = await house.as('signe')
    const form = await signe.get('/kontor/personer/ny')
    house.clock.set('2026-03-02T10:00:00Z')
    const asked = await signe.submit(form, person)
    await house.accountOf('tage')
    const shown = await signe.submit(asked, { email: CAST.tage.email, password: PASSWORD })
    expect((await signe.submit(shown, {}, 'Send igen')).status).to.equal(403)
    expect(await people()).to.deep.equal([])
  })

  it('passwords are never carried along', async () => {
    const signe = await house.as('signe')
    const form = await signe.get('/kontor/min-konto')
    house.clock.set('2026-03-02T10:00:00Z')
    const secret = 'et nyt langt kodeord'
    const typed = { current_password: PASSWORD, password: secret, password_again: secret }
    const asked = await signe.submit(form, typed)
    expect(asked.status).to.equal(401)
    expect(asked.$.html()).not.to.include(secret)
    expect(asked.$.html()).not.to.include(PASSWORD)
    expect(asked.$('[name=kept]')).to.have.length(0)
    const after = await signe.submit(asked, { email: CAST.signe.email, password: PASSWORD })
    expect(after.url).to.equal('/kontor')
  })

  const forged = [
    '',
    'not json',
    'null',
    '7',
    '"text"',
    '{}',
    '{"path":"/kontor/personer","fields":null}',
    '{"path":"/kontor/personer","fields":7}',
    '{"path":"https://ond.example/","fields":{}}',
    '{"path":"//ond.example/kontor/","fields":{}}',
    '{"path":"/log-ud","fields":{}}',
    '{"path":["/kontor/x"],"fields":{}}',
  ]
  for (const kept of forged) {
    it(`a made-up form to carry along is dropped: ${kept}`, async () => {
      await house.accountOf('signe')
      const visitor = house.visitor()
      const { action, fields } = (await visitor.get('/log-ind')).fill({
        email: CAST.signe.email,
        password: PASSWORD,
      })
      const page = await visitor.send({ action, fields: { ...fields, kept } })
      expect(page.url).to.equal('/kontor')
    })
  }

  it('values that no form can hold are dropped, and the rest are shown as text', async () => {
    await house.accountOf('signe')
    const visitor = house.visitor()
    const { action, fields } = (await visitor.get('/log-ind')).fill({
      email: CAST.signe.email,
      password: PASSWORD,
    })
    const odd = { name: '<b>Maja</b>', deep: { a: 1 }, number: 7, list: ['En', 'To'], mixed: ['En', 2] }
    const kept = JSON.stringify({ path: '/kontor/personer', fields: odd })
    const page = await visitor.send({ action, fields: { ...fields, kept } })
    expect(page.url).to.equal('/kontor/fortsaet')
    expect(page.texts('.typed li')).to.deep.equal(['<b>Maja</b>', 'En', 'To'])
  })

  it('there is nothing to go on with for who was not interrupted', async () => {
    const signe = await house.as('signe')
    expect((await signe.get('/kontor/fortsaet')).url).to.equal('/kontor')
    expect((await house.visitor().get('/kontor/fortsaet')).url).to.match(/^\/log-ind/)
  })
})
