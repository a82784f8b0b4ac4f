import { expect } from 'chai'
import { anApp } from '../../support/app.ts'

/** Every C0 control character but tab and line ends, and DEL. */
const CONTROLS = [...Array(0x20).keys(), 0x7f].filter((code) => ![9, 10, 13].includes(code))
const hex = (code: number) => `0x${code.toString(16).padStart(2, '0')}`
const refusal = 'Et tegn kan ikke læses'

describe('control characters', () => {
  it('each is refused at sign-in with a sentence, and signs nobody in', async () => {
    const house = await anApp({ env: { SIGN_IN_LIMIT: '100' } })
    for (const code of CONTROLS) {
      const visitor = house.visitor()
      const form = (await visitor.get('/log-ind')).fill({
        email: `signe${String.fromCharCode(code)}@example.dk`,
        password: 'x',
      })
      const page = await visitor.send(form)
      expect(page.status, hex(code)).to.equal(422)
      expect(page.heading, hex(code)).to.equal(refusal)
    }
  })

  for (const address of [
    '/?dato=%00',
    '/soeg?q=a%00b',
    '/raadet/%00',
    '/vedtaegter?dato=2026%1F',
    '/aabne-data/raad?dato=%00',
    '/aabne-data/medlemskaber?efter=%00',
    '/aabne-data/valg/%00',
    '/aabne-data/%00',
    '/fremdrift/%00',
    '/stemmeboks?x=%00',
    '/log-ind?retur=%00',
    '/start/%00',
    '/?dato=%00%E0%A4%A',
  ]) {
    it(`in the address: ${address} is the sender's mistake, not ours`, async () => {
      const house = await anApp()
      const { status } = await house.visitor().raw('get', address)
      expect(status).to.be.within(400, 499)
    })
  }

  it('a form of the office is shown again without them, and stores nothing before it is sent again', async () => {
    const house = await anApp()
    const secretary = await house.as('signe')
    const form = (await secretary.get('/kontor/personer/ny')).fill({
      name: 'Asta\u0000 Vinter',
      contact_by: 'place',
    })
    const page = await secretary.send(form)
    expect(page.status).to.equal(422)
    expect(page.heading).to.equal('Se det igennem en gang til')
    expect(page.text).to.contain('Asta Vinter')
    expect(await house.db('people').where('name', 'like', 'Asta%')).to.deep.equal([])
    const again = page.fill()
    expect(again.fields.name).to.equal('Asta Vinter')
  })

  it('in the name of a field', async () => {
    const house = await anApp()
    const secretary = await house.as('signe')
    const form = (await secretary.get('/kontor/personer/ny')).fill({ name: 'Asta Vinter' })
    const page = await secretary.send({ ...form, fields: { ...form.fields, 'x\u0001': '1' } })
    expect(page.status).to.equal(422)
  })

  it('in the name of a file, and in a field beside it', async () => {
    const house = await anApp()
    const secretary = await house.as('signe')
    const form = (await secretary.get('/kontor/ind-og-ud')).fill({}, 'Se filen igennem')
    const csv = Buffer.from('navn;plads\n')
    const named = await secretary.upload(form, { field: 'file', name: 'medlemmer\u0001.csv', content: csv })
    expect([named.status, named.heading]).to.deep.equal([422, refusal])
    const beside = await secretary.upload(
      { ...form, fields: { ...form.fields, note: 'a\u0000b' } },
      { field: 'file', name: 'medlemmer.csv', content: csv },
    )
    expect([beside.status, beside.heading]).to.deep.equal([422, refusal])
    expect(await house.db('imports')).to.deep.equal([])
  })

  it('in a voting booth, by the booth’s own page', async () => {
    const house = await anApp()
    const visitor = house.visitor()
    const form = (await visitor.get('/stemmeboks/forbind')).fill({ code: '1234\u00005678' })
    const page = await visitor.send(form)
    expect(page.status).to.equal(422)
    expect(page.text).to.not.contain('Kontor')
  })

  it('tabs and line ends are no mistake', async () => {
    const house = await anApp()
    const secretary = await house.as('signe')
    const form = (await secretary.get('/kontor/personer/ny')).fill({
      name: 'Asta Vinter',
      contact_by: 'post',
      publish_name: 'nej',
      postal_address: 'Torvet 1\n\t8900 Randers C',
    })
    const page = await secretary.send(form)
    expect([page.status, page.errors]).to.deep.equal([200, []])
  })
})
