import { expect } from 'chai'
import { anApp, type TestApp, type Visitor } from '../../support/app.ts'
import { PASSWORD } from '../../support/cast.ts'

const account = { name: 'Asta Juhl', email: 'asta@raadsbogen.example', role: 'secretary' }

describe('Forms that nobody of ours sent', () => {
  let house: TestApp
  let ib: Visitor
  beforeEach(async () => {
    house = await anApp()
    ib = await house.as('ib')
  })

  const accounts = async () => (await house.db('accounts')).length

  it('a form without a token does nothing: it is shown for a second look, with its values', async () => {
    const page = await ib.send({ action: '/kontor/konti/ny', fields: account })
    expect(page.status).to.equal(403)
    expect(page.heading).to.equal('Det, du skrev, er her endnu')
    expect(page.text).to.include('Asta Juhl')
    expect(await accounts()).to.equal(1)
    const sent = await ib.submit(page, {}, 'Send igen')
    expect(sent.heading).to.equal('Asta Juhl')
    expect(await accounts()).to.equal(2)
  })

  it('a token from an earlier session is worth nothing, and the values are shown again', async () => {
    const old = (await ib.get('/kontor/konti/ny')).fill(account)
    const again = await house.as('ib')
    const page = await again.send(old)
    expect(page.status).to.equal(403)
    expect(page.text).to.include('asta@raadsbogen.example')
    expect(await accounts()).to.equal(1)
  })

  it("another person's token is worth nothing", async () => {
    const token = (await (await house.as('signe')).get('/kontor/min-konto')).fill().fields._csrf ?? ''
    const page = await ib.send({ action: '/kontor/konti/ny', fields: { ...account, _csrf: token } })
    expect(page.status).to.equal(403)
    for (const odd of ['', 'x', ['a', 'b']]) {
      const answer = await ib.send({ action: '/kontor/konti/ny', fields: { ...account, _csrf: odd } })
      expect(answer.status).to.equal(403)
    }
    expect(await accounts()).to.equal(2)
  })

  it('somebody who is not signed in is told that nothing was sent', async () => {
    const page = await house.visitor().send({
      action: '/log-ind',
      fields: { email: 'ib@raadsbogen.example', password: PASSWORD },
    })
    expect(page.status).to.equal(403)
    expect(page.heading).to.equal('Det blev ikke sendt')
  })

  it('a form from another site is refused before anything of it is read, token or not', async () => {
    const { action, fields } = (await ib.get('/kontor/konti/ny')).fill(account)
    const foreign: [name: string, value: string][] = [
      ['Origin', 'https://ond.example'],
      ['Origin', 'http://127.0.0.1.ond.example'],
      ['Origin', 'not an address'],
      ['Sec-Fetch-Site', 'cross-site'],
    ]
    for (const [name, value] of foreign) {
      const answer = await ib.raw('post', action, fields).set(name, value)
      expect(answer.status, value).to.equal(403)
      expect(answer.text).not.to.include('Asta Juhl')
    }
    expect(await accounts()).to.equal(1)
  })

  it('a form from our own pages is taken, as browsers mark it', async () => {
    const { action, fields } = (await ib.get('/kontor/konti/ny')).fill(account)
    const answer = await ib
      .raw('post', action, fields)
      .set('Host', 'raad.example')
      .set('Origin', 'http://raad.example')
      .set('Sec-Fetch-Site', 'same-origin')
    expect(answer.status).to.equal(303)
    expect(await accounts()).to.equal(2)
  })

  it('every form of the office that posts carries the token and the key against a second click', async () => {
    const signe = await house.as('signe')
    const pages = [
      await ib.get('/kontor/konti/ny'),
      await ib.get('/kontor/konti/1'),
      await ib.get('/kontor/konti/1/lukning'),
      await ib.get('/kontor/min-konto'),
      await signe.get('/kontor/vedtaegter/quorum'),
      await signe.get('/kontor/personer/ny'),
    ]
    for (const page of pages) {
      expect(page.status, page.url).to.equal(200)
      page.$('form[method=post]').each((_index, form) => {
        expect(page.$(form).find('[name=_csrf]').attr('value'), page.url).to.match(/^[0-9a-f]{64,}$/)
        expect(page.$(form).find('[name=_once]').attr('value'), page.url).to.match(/^[0-9a-f-]{36}$/)
      })
      expect(page.$('form[method=get] [name=_csrf]'), page.url).to.have.length(0)
    }
  })

  it('more than a form can hold is refused in words', async () => {
    const page = await ib.send({
      action: '/kontor/konti/ny',
      fields: { ...account, name: 'x'.repeat(250_000) },
    })
    expect(page.status).to.equal(413)
    expect(page.heading).to.equal('Det fylder for meget')
  })
})
