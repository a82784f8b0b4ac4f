import { expect } from 'chai'
import { closeAccount } from '../../../../models/accounts/accounts.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { CAST, PASSWORD } from '../../../support/cast.ts'
import { anId } from '../../../support/ids.ts'

describe('Signing in (/log-ind)', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp()
    await house.accountOf('signe')
  })

  it('leads to the office, or back to where the person was going', async () => {
    const visitor = house.visitor()
    expect((await visitor.signIn(CAST.signe.email)).url).to.equal('/kontor')
    const other = house.visitor()
    const asked = await other.get('/kontor/vedtaegter/quorum')
    expect(asked.url).to.equal('/log-ind?retur=%2Fkontor%2Fvedtaegter%2Fquorum')
    const there = await other.submit(asked, { email: CAST.signe.email, password: PASSWORD })
    expect(there.url).to.equal('/kontor/vedtaegter/quorum')
  })

  it('takes the address whatever its case and the space around it', async () => {
    const page = await house.visitor().signIn(`  ${CAST.signe.email.toUpperCase()} `)
    expect(page.url).to.equal('/kontor')
  })

  it('answers a wrong password and an unknown address alike, and keeps the address', async () => {
    const visitor = house.visitor()
    const wrong = await visitor.signIn(CAST.signe.email, 'et forkert kodeord')
    const unknown = await visitor.signIn('ingen@raadsbogen.example', 'et forkert kodeord')
    for (const page of [wrong, unknown]) {
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal(['E-mail og adgangskode passer ikke sammen. Prøv igen.'])
      expect(page.value('password')).to.equal('')
    }
    expect(wrong.value('email')).to.equal(CAST.signe.email)
    const text = (page: typeof wrong) => page.text.replace(/\S+@\S+/, '')
    expect(text(unknown)).to.equal(text(wrong))
  })

  it('an empty form, half a form and a form with twice the fields are refused in the same words', async () => {
    const visitor = house.visitor()
    const page = await visitor.get('/log-ind')
    const both = [CAST.signe.email, CAST.signe.email]
    for (const fields of [{}, { email: CAST.signe.email }, { email: both, password: PASSWORD }]) {
      const answer = await visitor.submit(page, fields)
      expect(answer.status).to.equal(422)
      expect(answer.errors).to.have.length(1)
    }
  })

  it('a closed account, and one without a password yet, are as unknown as any', async () => {
    const id = await house.accountOf('bo')
    await closeAccount(house.db, house.by, anId(id))
    expect((await house.visitor().signIn(CAST.bo.email)).status).to.equal(422)
    await house.accountOf('vera')
    await house.db('accounts').where({ email: CAST.vera.email }).update({ password_hash: null })
    for (const password of ['', 'null', PASSWORD]) {
      expect((await house.visitor().signIn(CAST.vera.email, password)).status).to.equal(422)
    }
  })

  it('who is signed in already goes straight on', async () => {
    const signe = await house.as('signe')
    expect((await signe.get('/log-ind')).url).to.equal('/kontor')
    expect((await signe.get('/log-ind?retur=/kontor/vedtaegter')).url).to.equal('/kontor/vedtaegter')
  })

  const elsewhere = [
    'https://ond.example',
    '//ond.example',
    '///ond.example',
    '/\\ond.example',
    '\\\\ond.example',
    '/\t/ond.example',
    '/\n/ond.example',
    '/.//ond.example',
    '/kontor/..//ond.example',
    'javascript:alert(1)',
    'kontor',
    '',
  ]
  for (const retur of elsewhere) {
    it(`never leads to another house: ${JSON.stringify(retur)}`, async () => {
      const asked = await house.visitor().get(`/log-ind?retur=${encodeURIComponent(retur)}`)
      expect(asked.value('retur')).to.equal('/kontor')
      const visitor = house.visitor()
      const { action, fields } = (await visitor.get('/log-ind')).fill({
        email: CAST.signe.email,
        password: PASSWORD,
        retur,
      })
      const answer = await visitor.raw('post', action, fields)
      expect(answer.status).to.equal(303)
      expect(answer.headers.location).to.equal('/kontor')
    })
  }

  it('the session gets a new id when the person signs in, and holds nothing from before', async () => {
    const visitor = house.visitor()
    const page = await visitor.get('/log-ind')
    const [before] = await house.db('sessions')
    await visitor.submit(page, { email: CAST.signe.email, password: PASSWORD })
    const after = await house.db('sessions')
    expect(after).to.have.length(1)
    expect(after[0]?.sid).not.to.equal(before?.sid)
    const token = (session: typeof before) => session?.sess as unknown as string | { csrfToken: string }
    expect(JSON.stringify(token(after[0]))).not.to.include(csrfIn(JSON.stringify(token(before))))
  })

  it('signing out ends the session in the database, not only the cookie', async () => {
    const signe = await house.as('signe')
    const page = await signe.get('/kontor/min-konto')
    expect(await house.db('sessions')).to.have.length(1)
    const token = page.$('.sign-out [name=_csrf]').attr('value') ?? ''
    const answer = await signe.send({ action: '/log-ud', fields: { _csrf: token } })
    expect(answer.url).to.equal('/')
    expect(JSON.stringify(await house.db('sessions'))).not.to.include('passport')
    expect((await signe.get('/kontor/min-konto')).url).to.match(/^\/log-ind/)
  })

  it('signing out of a session that has ended by itself leads to the front page', async () => {
    const signe = await house.as('signe')
    const token = (await signe.get('/kontor/min-konto')).$('.sign-out [name=_csrf]').attr('value') ?? ''
    house.clock.set('2026-01-15T20:00:00Z')
    const page = await signe.send({ action: '/log-ud', fields: { _csrf: token } })
    expect(page.url).to.equal('/')
  })

  it('too many tries from one address are told to wait, also with the right password', async () => {
    const strict = await anApp({ env: { SIGN_IN_LIMIT: '3' } })
    await strict.accountOf('signe')
    const visitor = strict.visitor()
    for (let n = 0; n < 3; n += 1) {
      expect((await visitor.signIn(CAST.signe.email, 'et forkert kodeord')).status).to.equal(422)
    }
    const page = await visitor.signIn(CAST.signe.email)
    expect(page.status).to.equal(429)
    expect(page.heading).to.equal('Vent lidt')
    expect((await visitor.get('/kontor/min-konto')).url).to.match(/^\/log-ind/)
    expect((await visitor.get('/')).status).to.equal(200)
  })
})

function csrfIn(session: string): string {
  const token = /csrfToken\\?":\\?"([^"\\]+)/.exec(session)?.[1]
  if (token === undefined) throw new Error(`no token in ${session}`)
  return token
}
