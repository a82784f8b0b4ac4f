import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { parseStatutes } from '../../../../../models/statutes/document.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aMeeting } from '../../../../support/builders/meetings.ts'
import { aCouncil, type Council } from '../../../../support/builders/register.ts'
import { theRules } from '../../../../support/builders/statutes.ts'

const SKOVLUND = new URL('../../../../../statutes/proever/skovlund-2022.json', import.meta.url)

const { offices } = parseStatutes(JSON.parse(readFileSync(SKOVLUND, 'utf8'))).rules

describe('an office that the council has added: kasserer', () => {
  let house: TestApp
  let signe: Visitor
  let council: Council
  let form: Page
  let chosen: Page

  before(async () => {
    house = await anApp({ on: '2026-03-10' })
    await theRules(house.db, house.by, { offices: offices.value })
    council = await aCouncil(house)
    signe = await house.as('signe')
    form = await signe.get('/kontor/hverv/nyt')
    const days = { decided_on: '02-03-2026', starts_on: '02-03-2026' }
    const tove = String(council['psykiatri-1'].membershipId)
    chosen = await signe.submit(form, { office: 'kasserer', membership_id: tove, ...days })
  })

  const english = async (path: string) => {
    const reader = await house.as('signe')
    await reader.get(`${path}?sprog=en`)
    return reader.get(path)
  }
  const tove = () => council['psykiatri-1']

  it('is asked for while nobody has it, and stands among the choices', async () => {
    expect(form.texts('.form-group-radio')).to.deep.equal(['Formand', 'Næstformand', 'Kasserer'])
    const empty = await anApp({ on: '2026-03-10' })
    await theRules(empty.db, empty.by, { offices: offices.value })
    await aCouncil(empty)
    const secretary = await empty.as('signe')
    expect((await secretary.get('/kontor')).text).to.include('Skriv ind, hvem der er kasserer')
    await secretary.get('/kontor?sprog=en')
    const { text } = await secretary.get('/kontor')
    expect(text).to.include('Register who is treasurer')
    expect(text).to.include('The council has the office of treasurer, and nobody holds it today.')
  })

  it('is held from the decision on, beside the chair and the vice chair', async () => {
    expect(chosen.notice).to.equal('Hvervet er skrevet ind.')
    expect(chosen.heading).to.equal('Hverv i rådet')
    expect(chosen.texts('.offices .seat-heading')).to.deep.equal([
      ...['Formand: Maja Lund', 'Næstformand: Karla Due', 'Næstformand: Ingen', 'Kasserer: Tove Brink'],
    ])
    expect(chosen.texts('.story h3')[0]).to.equal('Kasserer: Tove Brink')
    const page = await english('/kontor/hverv')
    expect(page.heading).to.equal('Offices in the council')
    expect(page.texts('.offices .seat-area')).to.include('Treasurer')
  })

  it('is one that the statutes have: no other can be chosen', async () => {
    const refused = await signe.send({
      ...form.fill({ membership_id: String(council.boligsocial.membershipId) }),
      ...{ fields: { ...form.fill().fields, office: 'revisor', membership_id: '1' } },
    })
    expect(refused.status).to.equal(422)
    expect(await house.db('officeholdings').where({ office: 'revisor' })).to.deep.equal([])
  })

  it('is on the roster, the seat and the person, for the office and for the public', async () => {
    const roster = await signe.get('/kontor/raadet')
    expect(roster.texts('.seat-row-who')).to.include('Tove Brink Kasserer')
    expect(roster.text).to.include('Hverv i rådet')
    expect((await signe.get('/kontor/pladser/psykiatri-1')).text).to.match(/Kasserer.*2\. marts 2026/)
    const person = await signe.get(`/kontor/personer/${tove().personId}`)
    expect(person.texts('.roster-sum .badge')).to.deep.equal(['Kasserer'])
    expect(person.text).to.match(/Kasserer 2\. marts 2026/)
    expect((await house.visitor().get('/')).texts('.seat-office')).to.include('Kasserer')
    expect((await english('/')).texts('.seat-office')).to.include('Treasurer')
  })

  it('is told in the history, between two days, at a meeting, in the log and to the person', async () => {
    const timeline = await signe.get('/kontor/raadet/tidslinje')
    expect(timeline.text).to.include('K: Kasserer')
    expect(timeline.text).to.include('Kasserer 2. marts 2026 – 31. december 2029')
    const difference = await signe.get('/kontor/raadet/forskelle?fra=2026-03-01&til=2026-03-10')
    expect(difference.text).to.match(/Kasserer\s+Ingen\s+Tove Brink/)
    const meeting = await aMeeting(house, { held_on: '2026-04-13' })
    expect((await signe.get(`/kontor/moeder/${meeting}`)).text).to.include('Tove Brink Kasserer')
    expect((await signe.get(`/kontor/moeder/${meeting}/fremmoede`)).text).to.include('Tove Brink Kasserer')
    expect((await (await house.as('ruth')).get('/kontor/logbog')).text).to.include('Kasserer')
    expect((await signe.get(`/kontor/personer/${tove().personId}/indsigt`)).text).to.include('Kasserer')
  })

  it('is in the files and in the open data', async () => {
    const file = async (name: string) =>
      (await signe.raw('get', `/kontor/ind-og-ud/hent/${name}`)).text.replaceAll('\r\n ', '')
    expect(await file('raadet.csv')).to.match(/Tove Brink.*kasserer/)
    expect(await file('historik.csv')).to.match(/Tove Brink.*kasserer/)
    expect(await file('kontakter-raadet.vcf')).to.include('kasserer\\, Psykiatri 1')
    const open = async (name: string) =>
      JSON.parse((await house.visitor().raw('get', `/aabne-data/${name}`)).text) as Record<string, object[]>
    const { memberships } = await open('medlemskaber')
    expect(JSON.stringify(memberships)).to.include(
      '"offices":[{"office":"kasserer","from":"2026-03-02","until":"2029-12-31"}]',
    )
    const popolo = await open('popolo.json')
    const organization_id = 'council/randers'
    expect(popolo.posts).to.deep.include({
      ...{ id: 'post/kasserer', label: 'kasserer', role: 'kasserer', organization_id },
    })
    const posts = (popolo.posts as { id: string }[]).map(({ id }) => id)
    expect(new Set(posts).size).to.equal(posts.length)
    expect(popolo.memberships?.filter((one) => Reflect.get(one, 'role') === 'kasserer')).to.have.length(1)
  })

  it('is what follows when its holder leaves the council, and nobody need lead for that', async () => {
    const path = `/kontor/medlemskaber/${tove().membershipId}/udtraeden`
    const page = await signe.get(`${path}?dato=2026-05-31`)
    expect(page.text).to.match(/kasserer/)
    expect(page.text).not.to.include('Næstformanden')
    expect((await english('/kontor/hverv')).text).to.include('Treasurer')
  })

  it('is left early like any other, and keeps its name when the statutes no longer have it', async () => {
    const leaving = (await signe.get('/kontor/hverv')).link('Afslut hvervet Tove Brink')
    const asked = await signe.get(leaving)
    expect(asked.text).to.include('Kasserer')
    const left = await signe.submit(asked, { ends_on: '10-03-2026' })
    expect(left.notice).to.equal('Hvervet er afsluttet.')
    house.clock.set('2026-03-11')
    signe = await house.as('signe')
    expect((await signe.get('/kontor/hverv')).texts('.seat-vacant')).to.include('Kasserer: Ingen')
    await theRules(house.db, house.by, { offices: ['chair', 'vice_chair'] }, '2026-03-11')
    const page = await signe.get('/kontor/hverv')
    expect(page.heading).to.equal('Formand og næstformand')
    expect(page.texts('.story h3')[0]).to.equal('Kasserer: Tove Brink')
    expect((await signe.get('/kontor/raadet?dato=2026-03-10')).texts('.seat-row-who')).to.include(
      'Tove Brink Kasserer',
    )
    const held = await house.db('officeholdings').where({ office: 'kasserer' })
    expect(held.map(({ ends_on }) => ends_on)).to.deep.equal([isoDate('2026-03-10')])
  })
})
