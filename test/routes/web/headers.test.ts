import { expect } from 'chai'
import { anApp, type TestApp } from '../../support/app.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

describe('Headers', () => {
  let house: TestApp
  before(async () => {
    house = await anApp()
  })

  it('every answer, of whatever kind, allows nothing inline and nothing from elsewhere', async () => {
    const signe = await house.as('signe')
    const answers = [
      await house.visitor().raw('get', '/'),
      await house.visitor().raw('get', '/log-ind'),
      await house.visitor().raw('get', '/findes-ikke'),
      await house.visitor().raw('get', '/sundhed'),
      await house.visitor().raw('get', '/kontor'),
      await house.visitor().raw('post', '/log-ind'),
      await signe.raw('get', '/kontor'),
      await signe.raw('get', '/kontor/konti'),
      await signe.raw('post', '/kontor/personer', { name: 'x' }),
    ]
    for (const { status, headers } of answers) {
      expect(headers['content-security-policy']?.split(';'), String(status)).to.deep.equal(POLICY)
      expect(headers).to.include({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers).not.to.have.any.keys('x-powered-by', 'server')
    }
  })

  it('promises https only where the house is on https', async () => {
    const plain = await house.visitor().raw('get', '/')
    expect(plain.headers).not.to.have.property('strict-transport-security')
    const secure = await anApp({ env: { BASE_URL: 'https://raad.example' } })
    const { headers } = await secure.visitor().raw('get', '/')
    expect(headers['strict-transport-security']).to.match(/^max-age=\d{7,}/)
    expect(headers['content-security-policy']).to.include('upgrade-insecure-requests')
  })

  it('no page of the office is kept by a browser or on the way', async () => {
    const signe = await house.as('signe')
    for (const path of ['/kontor', '/kontor/min-konto', '/kontor/vedtaegter', '/kontor/findes-ikke']) {
      expect((await signe.raw('get', path)).headers['cache-control'], path).to.equal('no-store')
    }
    const open = await house.visitor().raw('get', '/vedtaegter')
    expect(open.headers['cache-control']).to.equal('no-cache')
  })

  it('pages bring only files of our own, which browsers may keep', async () => {
    const visitor = house.visitor()
    const page = await visitor.get('/log-ind')
    const files = page
      .$('link[href], script[src], img[src]')
      .toArray()
      .map((element) => page.$(element).attr('href') ?? page.$(element).attr('src') ?? '')
    expect(files.length).to.be.greaterThan(3)
    for (const file of files) {
      expect(file).to.match(/^\/(filer|dkfds)\//)
      const answer = await visitor.raw('get', file)
      expect(answer.status, file).to.equal(200)
      expect(answer.headers['cache-control'], file).to.include('immutable')
    }
  })

  it('the language is remembered in a cookie that no script reads, and is never a way to elsewhere', async () => {
    const answer = await house.visitor().raw('get', '//ond.example/?sprog=en&dato=2026-01-01')
    expect(answer.status).to.equal(303)
    expect(answer.headers.location).to.equal('/')
    const own = await house.visitor().raw('get', '/vedtaegter?sprog=en&dato=2026-01-01')
    expect(own.headers.location).to.equal('/vedtaegter?dato=2026-01-01')
    const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[]
    expect(cookie).to.match(/^sprog=en; .*HttpOnly/)
    expect(cookie).to.include('SameSite=Lax')
    const odd = await house.visitor().raw('get', '/vedtaegter?sprog=xx')
    expect(odd.status).to.equal(200)
  })
})
