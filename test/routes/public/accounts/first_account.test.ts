import { expect } from 'chai'
import { issueLink } from '../../../../models/accounts/links.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { PASSWORD } from '../../../support/cast.ts'
import { anId } from '../../../support/ids.ts'

const first = {
  name: 'Ib Skov',
  email: 'ib@raadsbogen.example',
  password: PASSWORD,
  password_again: PASSWORD,
}

describe('The first account (/start/…)', () => {
  let house: TestApp
  let link: string
  beforeEach(async () => {
    house = await anApp()
    link = `/start/${await issueLink(house.db, 'first_account', house.clock, null)}`
  })

  it('is made from the link, is an administrator, and can sign in', async () => {
    const visitor = house.visitor()
    const after = await visitor.submit(await visitor.get(link), first)
    expect(after.url).to.equal('/log-ind')
    expect((await visitor.signIn(first.email)).url).to.equal('/kontor')
    expect((await visitor.get('/kontor/konti')).status).to.equal(200)
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event).to.include({ action: 'account.first_made', actor: 'Ib Skov' })
  })

  it('works once', async () => {
    const visitor = house.visitor()
    await visitor.submit(await visitor.get(link), first)
    expect((await visitor.get(link)).status).to.equal(404)
  })

  it('two clicks, or two people at once, make one account', async () => {
    const visitor = house.visitor()
    const form = await visitor.get(link)
    const other = house.visitor()
    const theirs = await other.get(link)
    const [one, two, three] = await Promise.all([
      visitor.submit(form, first),
      visitor.submit(form, first),
      other.submit(theirs, { ...first, name: 'Otto Bjerre', email: 'otto@raadsbogen.example' }),
    ])
    const accounts = await house.db('accounts')
    expect(accounts).to.have.length(1)
    if (accounts[0]?.name === 'Ib Skov') {
      expect([one.url, two.url]).to.deep.equal(['/log-ind', '/log-ind'])
      expect(three.status).to.equal(404)
    } else {
      expect([one.status, two.status]).to.deep.equal([404, 404])
    }
    const again = await visitor.submit(form, first)
    expect(again.url === '/log-ind').to.equal(accounts[0]?.name === 'Ib Skov')
  })

  it('a link that is still unused opens nothing once there is an account', async () => {
    const visitor = house.visitor()
    const form = await visitor.get(link)
    await house.accountOf('vera')
    expect((await visitor.get(link)).status).to.equal(404)
    expect((await visitor.submit(form, first)).status).to.equal(404)
    expect(await house.db('accounts')).to.have.length(1)
  })

  it('what is wrong comes back in words, without the passwords, and the link still works', async () => {
    const visitor = house.visitor()
    const form = await visitor.get(link)
    const wrong = await visitor.submit(form, { ...first, email: 'ib', password: 'kort', password_again: 'k' })
    expect(wrong.status).to.equal(422)
    expect(wrong.errors).to.deep.equal([
      'Skriv en e-mailadresse som navn@eksempel.dk.',
      'Adgangskoden er for kort. Skriv mindst 12 tegn.',
      'De to adgangskoder er ikke ens. Skriv dem igen.',
    ])
    expect(wrong.value('name')).to.equal('Ib Skov')
    expect(wrong.value('password')).to.equal('')
    expect((await visitor.submit(wrong, first)).url).to.equal('/log-ind')
  })

  it('a made-up link, an old one, and a link for something else lead nowhere', async () => {
    const id = await house.accountOf('vera')
    const password = await issueLink(house.db, 'password', house.clock, anId(id))
    const visitor = house.visitor()
    expect((await visitor.get(`/start/${'x'.repeat(32)}`)).status).to.equal(404)
    expect((await visitor.get(`/start/${password}`)).status).to.equal(404)
    expect((await visitor.get(link.replace('/start/', '/adgangskode/'))).status).to.equal(404)
    house.clock.set('2026-01-22T09:00:01Z')
    expect((await visitor.get(link)).status).to.equal(404)
  })
})
