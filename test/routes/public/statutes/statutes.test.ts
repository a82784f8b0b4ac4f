import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { changeStatutesRule } from '../../../../models/council/statutes/rule_change.ts'
import { parseStatutes } from '../../../../models/statutes/document.ts'
import { randers } from '../../../support/statutes/randers.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { anId } from '../../../support/ids.ts'

describe('The statutes page (/vedtaegter)', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp({ on: '2026-03-02' })
  })

  async function changeQuorum(from: string, seenVersion = 1): Promise<void> {
    await changeStatutesRule(house.db, house.by, {
      key: 'quorum',
      seenVersion: anId(seenVersion),
      value: { share: [1, 2], comparison: 'more_than', base: 'filled_seats' },
      source: 'Byrådet 02-03-2026',
      reason: 'Byrådet har besluttet det',
      inForceFrom: isoDate(from),
    })
  }

  it('tells the rules in plain Danish, each with its source, to anyone', async () => {
    const page = await house.visitor().get('/vedtaegter')
    expect(page.status).to.equal(200)
    expect(page.heading).to.equal('Rådets regler')
    expect(page.text).to.include('Gælder fra 1. januar 2018.')
    const quorum = page.$('#quorum').text()
    expect(quorum).to.include('når mindst halvdelen af medlemmerne er til stede')
    expect(quorum).to.include('Antaget – ikke bekræftet')
    expect(page.$('#substitutes').text()).to.include('UR010118 (referat 27-09-2021, punkt 21)')
    expect(page.$('#substitutes').text()).not.to.include('Antaget')
  })

  it('says which rules the council itself watches', async () => {
    const page = await house.visitor().get('/vedtaegter')
    const said = 'Rådsbogen viser reglen, men holder ikke selv øje med den. Det gør rådet.'
    for (const rule of ['voters', 'minutesApproval']) expect(page.$(`#${rule}`).text()).to.include(said)
    for (const rule of ['marks', 'quorum']) expect(page.$(`#${rule}`).text()).not.to.include(said)
  })

  it('names the four places, the organisations and what has ended', async () => {
    const { text } = await house.visitor().get('/vedtaegter')
    expect(text).to.include('Vælges blandt brugere i Psykiatriens Hus.')
    expect(text).to.include('Indstilles af Livtagerne, Blå Kors og SAND.')
    expect(text).to.include('Helhedsplanen for Nordbyen stoppede 31. juli 2025.')
    expect(text).to.include('1. januar 2026 – 31. december 2029 (kommunalvalg 18. november 2025)')
  })

  it('is English for those who ask, with the English sources, and what is only in Danish marked as Danish', async () => {
    const visitor = house.visitor()
    await visitor.get('/vedtaegter?sprog=en')
    const page = await visitor.get('/vedtaegter')
    expect(page.$('#quorum .rule-text').text()).to.match(/^The council/)
    expect(page.$('#quorum .rule-source').text()).to.include('The commonest rule in other councils')
    expect(page.$('#quorum .rule-source [lang=da]').length).to.equal(0)
    await changeQuorum('2026-03-02')
    const changed = await visitor.get('/vedtaegter')
    expect(changed.$('#quorum .rule-source [lang=da]').text().length).to.be.above(5)
  })

  it('a version can be fetched as a file, which can be sent back as it is', async () => {
    const answer = await house.visitor().raw('get', '/vedtaegter/1/fil.json')
    expect(answer.headers['content-disposition']).to.include('vedtaegter-randers-2018-01-01.json')
    expect(parseStatutes(JSON.parse(answer.text))).to.deep.equal(randers())
    expect((await house.visitor().raw('get', '/vedtaegter/99/fil.json')).status).to.equal(404)
  })

  it('shows the version of another day, and says that it is not the present one', async () => {
    await changeQuorum('2026-03-02')
    const before = await house.visitor().get('/vedtaegter?dato=01-03-2026')
    expect(before.text).to.include('Gjaldt fra 1. januar 2018 til 1. marts 2026.')
    expect(before.text).to.include('Disse regler gælder ikke længere.')
    expect(before.$('#quorum').text()).to.include('mindst halvdelen')
    const now = await house.visitor().get('/vedtaegter')
    expect(now.$('#quorum').text()).to.include('mere end halvdelen')
    expect(now.$('#quorum').text()).not.to.include('Antaget')
    expect(now.text).to.include('Det er nyt fra 2. marts 2026')
  })

  it('a version that is booked ahead is announced with what it changes, and not taken for the present', async () => {
    await changeQuorum('2026-08-01')
    const now = await house.visitor().get('/vedtaegter')
    expect(now.$('#quorum').text()).to.include('mindst halvdelen')
    expect(now.text).to.include('Gælder fra 1. januar 2018 til 31. juli 2026.')
    const coming = await house.visitor().get(now.link('Fra 1. august 2026'))
    expect(coming.url).to.equal('/vedtaegter/2')
    expect(coming.text).to.include('Disse regler gælder ikke endnu.')
    expect(coming.$('del').text()).to.include('Alle pladser tæller med')
    expect(coming.$('ins').text()).to.include('Ledige pladser tæller ikke med')
  })

  it('a version that was corrected from its own first day never held, and says so', async () => {
    await changeQuorum('2018-01-01')
    const first = await house.visitor().get('/vedtaegter/1')
    expect(first.text).to.include('Skulle gælde fra 1. januar 2018.')
    expect(first.text).to.include('Disse regler har aldrig gjaldt.')
    const now = await house.visitor().get('/vedtaegter')
    expect(now.text).to.include('Gælder fra 1. januar 2018.')
    expect(now.$('#quorum').text()).to.include('mere end halvdelen')
  })

  it('before the first version it shows the first; a day that does not exist is said so', async () => {
    const early = await house.visitor().get('/vedtaegter?dato=2010-01-01')
    expect(early.status).to.equal(200)
    for (const nonsense of ['30-02-2026', 'i+morgen', '2026-13-01']) {
      const page = await house.visitor().get(`/vedtaegter?dato=${nonsense}`)
      expect(page.status, nonsense).to.equal(422)
      expect(page.errors).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
      expect(page.$('#quorum').text()).to.include('mindst halvdelen')
    }
    const twice = await house.visitor().get('/vedtaegter?dato=2026-01-01&dato=2026-01-02')
    expect(twice.status).to.equal(422)
  })

  it('a version that is not there is not found', async () => {
    for (const id of ['2', '0', '-1', 'x', '1e0', '99999999999999999999', "1'--"]) {
      expect((await house.visitor().get(`/vedtaegter/${id}`)).status, id).to.equal(404)
    }
  })

  it('gives no session and has no way to change anything', async () => {
    await house.as('signe')
    const answer = await house.visitor().raw('get', '/vedtaegter')
    expect(answer.headers['set-cookie']).to.equal(undefined)
    expect(answer.text).not.to.include('/kontor/vedtaegter')
  })
})
