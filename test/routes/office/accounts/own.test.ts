import { expect } from 'chai'
import { anApp, type TestApp } from '../../../support/app.ts'
import { CAST, PASSWORD } from '../../../support/cast.ts'

const NEW = 'et helt andet kodeord'

describe("One's own account (/kontor/min-konto)", () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp()
  })

  const typed = { current_password: PASSWORD, password: NEW, password_again: NEW }

  it('shows what the account says, for every role', async () => {
    const bo = await house.as('bo')
    const page = await bo.get('/kontor/min-konto')
    expect(page.texts('.facts dd')).to.deep.equal([
      'Bo Krag',
      'bo@raadsbogen.example',
      '86 40 00 12 Ret Telefon på arbejdet',
      'Ja, højst én om dagen Ret Mails om det, du skal gøre',
      'Medarbejder på værested',
      'Perron 4',
    ])
    expect(page.link('Bo Krag')).to.equal('/kontor/min-konto')
  })

  it('the owner gives a telephone at work, mends it, and takes it away', async () => {
    const vera = await house.as('vera')
    const at = '/kontor/min-konto/telefon'
    const wrong = await vera.submit(await vera.get(at), { phone: '010190-1234' })
    expect(wrong.status).to.equal(422)
    expect(wrong.errors[0]).to.include('Skriv et telefonnummer på otte cifre')
    expect(wrong.value('phone')).to.equal('010190-1234')
    const given = await vera.submit(await vera.get(at), { phone: '+4586400099' })
    expect(given.notice).to.equal('Telefonnummeret er gemt.')
    expect(given.text).to.include('86 40 00 99')
    const none = await vera.submit(await vera.get(at), { phone: '' })
    expect(none.text).to.include('Ikke skrevet')
    const log = await house.db('audit_events').where({ action: 'account.phone_changed' })
    expect(log).to.have.length(2)
    expect(JSON.stringify(log)).not.to.match(/8640|86 40/)
  })

  it('a new password ends every other session of the account, and this one goes on', async () => {
    const here = await house.as('signe')
    const there = await house.as('signe')
    const bo = await house.as('bo')
    const after = await here.submit(await here.get('/kontor/min-konto'), typed)
    expect(after.url).to.equal('/kontor')
    const mine = await here.get('/kontor/min-konto')
    expect(mine.status).to.equal(200)
    expect(mine.heading).to.equal('Min konto')
    expect((await there.get('/kontor/min-konto')).url).to.match(/^\/log-ind/)
    expect((await bo.get('/kontor/min-konto')).heading).to.equal('Min konto')
    const visitor = house.visitor()
    expect((await visitor.signIn(CAST.signe.email)).status).to.equal(422)
    expect((await visitor.signIn(CAST.signe.email, NEW)).url).to.equal('/kontor')
  })

  it('the cookie from before the change is worth nothing', async () => {
    const visitor = await house.as('signe')
    const page = await visitor.get('/kontor/min-konto')
    const before = await house.db('sessions').pluck('sid')
    await visitor.submit(page, typed)
    const after = await house.db('sessions').pluck('sid')
    expect(after.filter((sid) => before.includes(sid))).to.deep.equal([])
    expect(after).to.have.length(1)
  })

  it('takes the present password, and two that are alike and long enough', async () => {
    const signe = await house.as('signe')
    const tries: [fields: Record<string, string>, error: string][] = [
      [{ current_password: 'gættet kodeord' }, 'Det er ikke din nuværende adgangskode. Prøv igen.'],
      [{ current_password: '' }, 'Skriv noget her.'],
      [{ password: 'kort', password_again: 'kort' }, 'Adgangskoden er for kort. Skriv mindst 12 tegn.'],
      [{ password_again: 'noget andet her' }, 'De to adgangskoder er ikke ens. Skriv dem igen.'],
    ]
    for (const [wrong, error] of tries) {
      const page = await signe.submit(await signe.get('/kontor/min-konto'), { ...typed, ...wrong })
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal([error])
      expect(
        page
          .$('input[type=password]')
          .toArray()
          .map((field) => page.$(field).val()),
      ).to.deep.equal(['', '', ''])
    }
    expect((await house.visitor().signIn(CAST.signe.email)).url).to.equal('/kontor')
  })

  it('a choice by one-time link ends all sessions too', async () => {
    const ib = await house.as('ib')
    const bo = await house.as('bo')
    const account = await ib.get(`/kontor/konti/${await house.accountOf('bo')}`)
    const shown = await ib.submit(account, {}, 'Vis nyt engangslink')
    expect((await bo.get('/kontor/min-konto')).status).to.equal(200)
    const elsewhere = house.visitor()
    const form = await elsewhere.get(new URL(shown.$('#link').text().trim()).pathname)
    await elsewhere.submit(form, { password: NEW, password_again: NEW })
    expect((await bo.get('/kontor/min-konto')).url).to.match(/^\/log-ind/)
  })

  it('the passwords are in no session, receipt or log', async () => {
    const signe = await house.as('signe')
    await signe.submit(await signe.get('/kontor/min-konto'), typed)
    for (const table of ['sessions', 'receipts', 'audit_events', 'accounts']) {
      expect(JSON.stringify(await house.db(table)), table).not.to.include(NEW)
    }
  })
})
