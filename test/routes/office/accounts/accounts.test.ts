import { expect } from 'chai'
import { closeAccount, getAccount, reopenAccount } from '../../../../models/accounts/accounts.ts'
import { anAccount, anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aPerson } from '../../../support/builders/register.ts'
import { CAST, PASSWORD } from '../../../support/cast.ts'
import { type AccountId, NO_ID } from '../../../../models/core/ids.ts'
import { anId } from '../../../support/ids.ts'

const LINK = 'Vis nyt engangslink'
const another = { name: 'Asta Juhl', email: 'asta@raadsbogen.example', role: 'secretary' }

describe('The accounts (/kontor/konti)', () => {
  let house: TestApp
  let ib: Visitor
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
    ib = await house.as('ib')
  })

  const accounts = () => house.db('accounts').orderBy('id')
  const idOf = async (email: string) => (await house.db('accounts').where({ email }).first())?.id ?? NO_ID

  async function linkOf(id: AccountId): Promise<string> {
    const page = await ib.submit(await ib.get(`/kontor/konti/${id}`), {}, LINK)
    return new URL(page.$('#link').text().trim()).pathname
  }

  it('from a new account to its owner signed in: invited, a link shown once, a password chosen', async () => {
    const made = await ib.submit(await ib.get('/kontor/konti/ny'), another)
    expect(made.heading).to.equal('Asta Juhl')
    expect(made.notice).to.include('Lav nu et engangslink')
    const shown = await ib.submit(made, {}, LINK)
    expect(shown.heading).to.equal('Engangslink til Asta Juhl')
    expect(shown.text).to.include('senest den 9. marts 2026')
    const link = new URL(shown.$('#link').text().trim())
    expect(link.origin).to.equal('http://localhost:3000')
    expect((await ib.get(`/kontor/konti/${await idOf(another.email)}`)).text).not.to.include(link.pathname)

    const asta = house.visitor()
    const form = await asta.get(link.pathname)
    expect(form.text).to.include('Du logger ind med asta@raadsbogen.example.')
    const after = await asta.submit(form, { password: PASSWORD, password_again: PASSWORD })
    expect(after.url).to.equal('/log-ind')
    expect((await asta.signIn(another.email)).url).to.equal('/kontor')
    expect((await asta.get(link.pathname)).status).to.equal(404)
  })

  it('an account without a password waits on the office front page, and no longer', async () => {
    await ib.submit(await ib.get('/kontor/konti/ny'), another)
    const front = await ib.get('/kontor')
    expect(front.text).to.include('Giv Asta Juhl et engangslink')
    expect((await (await house.as('signe')).get('/kontor')).text).not.to.include('Asta Juhl')
    const asta = house.visitor()
    const form = await asta.get(await linkOf(await idOf(another.email)))
    await asta.submit(form, { password: PASSWORD, password_again: PASSWORD })
    expect((await ib.get('/kontor')).text).not.to.include('Asta Juhl')
  })

  it('an auditor reads who has one, and can change nothing', async () => {
    const page = await (await house.as('ruth')).get('/kontor/konti')
    expect(page.text).to.include('Ib Skov')
    expect(page.$('main a, main form')).to.have.length(0)
  })

  it('lists who has one: role, places, and what is missing; the closed last', async () => {
    await house.as('bo')
    const closed = await house.accountOf('vera')
    await closeAccount(house.db, house.by, anId(closed))
    await ib.submit(await ib.get('/kontor/konti/ny'), another)
    const page = await ib.get('/kontor/konti')
    expect(page.texts('tbody tr')).to.deep.equal([
      'Asta Juhl asta@raadsbogen.example Rådssekretær Mangler adgangskode',
      'Bo Krag bo@raadsbogen.example Medarbejder på værested: Perron 4 Åben',
      'Ib Skov ib@raadsbogen.example Administrator Åben',
      'Vera Stub vera@raadsbogen.example Formandskab Lukket',
    ])
  })

  it('keeps what was typed when something is missing, and stores nothing', async () => {
    const page = await ib.submit(await ib.get('/kontor/konti/ny'), {
      name: '',
      email: 'ikke en adresse',
      role: 'polling_officer',
    })
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(['Skriv noget her.', 'Skriv en e-mailadresse som navn@eksempel.dk.'])
    expect(page.value('email')).to.equal('ikke en adresse')
    expect(page.value('role')).to.equal('polling_officer')
    expect(await accounts()).to.have.length(1)
  })

  it('staff at a drop-in centre need one, and only real ones are taken', async () => {
    const form = await ib.get('/kontor/konti/ny')
    const officer = { ...another, role: 'polling_officer' }
    const page = await ib.submit(form, officer)
    expect(page.errors[0]).to.include('Vælg mindst ét værested.')
    const organisation = await house.db('bodies').where({ slug: 'sand' }).first()
    for (const place of [String(organisation?.id), '9999']) {
      const sent = form.fill({ ...officer, places: [place] })
      expect((await ib.send(sent)).status).to.equal(404)
    }
    expect(await accounts()).to.have.length(1)
  })

  it('an address can be used once, whatever its case, also by an account that is closed', async () => {
    await house.accountOf('vera')
    await closeAccount(house.db, house.by, await house.accountOf('vera'))
    const page = await ib.submit(await ib.get('/kontor/konti/ny'), {
      ...another,
      email: ` ${CAST.vera.email.toUpperCase()} `,
    })
    expect(page.errors).to.deep.equal(['Der er allerede en konto med den e-mailadresse.'])
  })

  it('a second click, or two at once, makes one account', async () => {
    const form = await ib.get('/kontor/konti/ny')
    const pages = await Promise.all([ib.submit(form, another), ib.submit(form, another)])
    const again = await ib.submit(form, another)
    expect([...pages, again].map(({ heading }) => heading)).to.deep.equal(Array(3).fill('Asta Juhl'))
    expect(await accounts()).to.have.length(2)
  })

  it('changes name, role and places, which count at the next click', async () => {
    const bo = await house.as('bo')
    expect((await bo.get('/kontor/konti')).status).to.equal(403)
    const form = await ib.get(`/kontor/konti/${await house.accountOf('bo')}`)
    expect(form.value('name')).to.equal('Bo Krag')
    const list = await ib.submit(form, { role: 'administrator', name: 'Bo K. Krag' }, 'Gem')
    expect(list.notice).to.equal('Kontoen er rettet.')
    const his = await bo.get('/kontor/konti')
    expect(his.status).to.equal(200)
    expect(his.$('.top-user').text()).to.include('Bo K. Krag')
    expect((await getAccount(house.db, await house.accountOf('bo'))).places).to.deep.equal([])
  })

  it('one person has one open account: a second one could count and certify as somebody else', async () => {
    const person = await aPerson(house.db, house.by, { name: 'Asta Juhl' })
    await house
      .db('accounts')
      .where({ id: await house.accountOf('signe') })
      .update({ person_id: person })
    const refused = await ib.submit(await ib.get('/kontor/konti/ny'), { ...another, person_id: `${person}` })
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Signe Holm har allerede en konto. En person kan kun have én åben konto.',
    ])
    await closeAccount(house.db, house.by, await house.accountOf('signe'))
    const made = await ib.submit(refused, {})
    expect(made.heading).to.equal('Asta Juhl')
    const reopened = await reopenAccount(house.db, house.by, await house.accountOf('signe')).catch(
      (error: unknown) => error,
    )
    expect(reopened).to.have.property('reason', 'person_has_account')
  })

  it('links an account to a person in the register, and lets go again', async () => {
    const [person] = await house
      .db('people')
      .insert({
        name: 'Maja Lund',
        contact_by: 'post',
        protected_address: false,
        registered_on: house.clock.today(),
      })
      .returning('id')
    const id = await house.accountOf('bo')
    const form = await ib.get(`/kontor/konti/${id}`)
    await ib.submit(form, { person_id: String((person as { id: number }).id) }, 'Gem')
    expect((await getAccount(house.db, anId(id))).person_id).to.equal((person as { id: number }).id)
    const linked = await ib.get(`/kontor/konti/${id}`)
    expect(linked.value('person_id')).to.equal(String((person as { id: number }).id))
    await ib.submit(linked, { person_id: '' }, 'Gem')
    expect((await getAccount(house.db, anId(id))).person_id).to.equal(null)
    const unknown = (await ib.get(`/kontor/konti/${id}`)).fill({ person_id: '77777' }, 'Gem')
    expect((await ib.send(unknown)).status).to.equal(404)
  })

  it('two administrators at once: the second is told, sees what the first wrote, and can save then', async () => {
    const id = await house.accountOf('bo')
    const mine = await ib.get(`/kontor/konti/${id}`)
    const theirs = await ib.get(`/kontor/konti/${id}`)
    await ib.submit(theirs, { name: 'Bo Krag-Holm' }, 'Gem')
    const stale = await ib.submit(mine, { email: 'bo2@raadsbogen.example' }, 'Gem')
    expect(stale.status).to.equal(409)
    expect(stale.errors[0]).to.include('En anden har rettet kontoen')
    expect(stale.heading).to.equal('Bo Krag-Holm')
    expect(stale.value('email')).to.equal('bo2@raadsbogen.example')
    expect(await getAccount(house.db, anId(id))).to.include({ email: CAST.bo.email, name: 'Bo Krag-Holm' })
    await ib.submit(stale, { name: 'Bo Krag-Holm' }, 'Gem')
    expect(await getAccount(house.db, anId(id))).to.include({ email: 'bo2@raadsbogen.example' })
  })

  it('closing asks first, signs the owner out at the next click, and keeps the log', async () => {
    const bo = await house.as('bo')
    expect((await bo.get('/kontor/min-konto')).status).to.equal(200)
    const account = await ib.get(`/kontor/konti/${await house.accountOf('bo')}`)
    const question = await ib.get(account.link('Luk kontoen'))
    expect(question.text).to.include('Vil du lukke kontoen?')
    const list = await ib.submit(question)
    expect(list.notice).to.equal('Kontoen er lukket.')
    expect((await bo.get('/kontor/min-konto')).url).to.match(/^\/log-ind/)
    expect((await bo.signIn(CAST.bo.email)).errors).to.deep.equal([
      'E-mail og adgangskode passer ikke sammen. Prøv igen.',
    ])
    const log = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(log).to.include({ action: 'account.closed', actor: 'Ib Skov' })
  })

  it('closing twice is a second click, or somebody else was first', async () => {
    const id = await house.accountOf('bo')
    const one = await ib.get(`/kontor/konti/${id}/lukning`)
    const two = await ib.get(`/kontor/konti/${id}/lukning`)
    const clicks = await Promise.all([ib.submit(one), ib.submit(one)])
    expect(clicks.map(({ url }) => url)).to.deep.equal(['/kontor/konti', '/kontor/konti'])
    const late = await ib.submit(two)
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal(['Kontoen er lukket.'])
    expect(await house.db('audit_events').where({ action: 'account.closed' })).to.have.length(1)
    expect((await ib.get(`/kontor/konti/${id}/lukning`)).url).to.equal(`/kontor/konti/${id}`)
  })

  it('a closed account can be opened again, without its old password', async () => {
    const bo = await house.as('bo')
    const id = await house.accountOf('bo')
    await ib.submit(await ib.get(`/kontor/konti/${id}/lukning`))
    const open = await ib.submit(await ib.get(`/kontor/konti/${id}`), {}, 'Åbn kontoen igen')
    expect(open.notice).to.include('Kontoen er åben igen.')
    expect((await bo.get('/kontor/min-konto')).url).to.match(/^\/log-ind/)
    expect((await bo.signIn(CAST.bo.email)).status).to.equal(422)
    const form = await bo.get(await linkOf(anId(id)))
    await bo.submit(form, { password: 'tre tilfældige ord', password_again: 'tre tilfældige ord' })
    expect((await bo.signIn(CAST.bo.email, 'tre tilfældige ord')).url).to.equal('/kontor')
  })

  it('the last administrator stays: neither closed, nor given another role, nor both at once', async () => {
    const id = await house.accountOf('ib')
    const closing = await ib.submit(await ib.get(`/kontor/konti/${id}/lukning`))
    expect(closing.status).to.equal(422)
    expect(closing.errors).to.deep.equal(['Det er den sidste administrator. Giv en anden rollen først.'])
    const role = await ib.submit(await ib.get(`/kontor/konti/${id}`), { role: 'auditor' }, 'Gem')
    expect(role.errors).to.deep.equal(['Det er den sidste administrator. Giv en anden rollen først.'])

    const who = { name: 'Otto Bjerre', email: 'otto@raadsbogen.example', role: 'administrator' as const }
    const other = await anAccount(house.db, house.by, who)
    const otto = house.visitor()
    await otto.signIn(who.email)
    const [one, two] = [
      await ib.get(`/kontor/konti/${other}/lukning`),
      await otto.get(`/kontor/konti/${id}/lukning`),
    ]
    await Promise.all([ib.submit(one), otto.submit(two)])
    const left = await house.db('accounts').where({ role: 'administrator' }).whereNull('closed_on')
    expect(left).to.have.length(1)
  })

  it('who gives up the role is led to the office, not to a page that is closed to them', async () => {
    await anAccount(house.db, house.by, {
      name: 'Otto Bjerre',
      email: 'otto@raadsbogen.example',
      role: 'administrator',
    })
    const id = await house.accountOf('ib')
    const after = await ib.submit(await ib.get(`/kontor/konti/${id}`), { role: 'auditor' }, 'Gem')
    expect(after.url).to.equal('/kontor')
  })

  it('a new link makes earlier ones useless, works for a week, and is kept nowhere in clear', async () => {
    const id = await house.accountOf('bo')
    const first = await linkOf(anId(id))
    const second = await linkOf(anId(id))
    const bo = house.visitor()
    expect((await bo.get(first)).status).to.equal(404)
    expect((await bo.get(second)).status).to.equal(200)
    const token = second.split('/').at(-1) ?? ''
    for (const table of ['sign_in_links', 'audit_events', 'receipts', 'sessions']) {
      expect(JSON.stringify(await house.db(table)), table).not.to.include(token)
    }
    house.clock.set('2026-03-09T09:00:01Z')
    expect((await bo.get(second)).status).to.equal(404)
  })

  it('a link of a closed account leads nowhere', async () => {
    const id = await house.accountOf('bo')
    const link = await linkOf(anId(id))
    await closeAccount(house.db, house.by, anId(id))
    expect((await house.visitor().get(link)).status).to.equal(404)
  })

  it('the page with a link is kept by no browser', async () => {
    const id = await house.accountOf('bo')
    const sent = (await ib.get(`/kontor/konti/${id}`)).fill({}, LINK)
    const answer = await ib.raw('post', sent.action, sent.fields)
    expect(answer.status).to.equal(200)
    expect(answer.headers['cache-control']).to.equal('no-store')
  })

  it('an account that is not there is not found', async () => {
    for (const id of ['999', '0', 'x', '1.5']) {
      expect((await ib.get(`/kontor/konti/${id}`)).status, id).to.equal(404)
      expect((await ib.get(`/kontor/konti/${id}/lukning`)).status, id).to.equal(404)
    }
  })
})
