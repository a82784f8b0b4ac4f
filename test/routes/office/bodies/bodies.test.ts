import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { BodyId } from '../../../../models/core/ids.ts'
import { rosterOn } from '../../../../models/council/roster.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aCouncil, aMember } from '../../../support/builders/register.ts'
import { bodyId } from '../../../support/builders/nominations.ts'
import { anId } from '../../../support/ids.ts'

const DECIDED = { decided_by: 'Byrådet', decided_on: '01-06-2026', reason: 'Efter høringen' }

describe('Places and organisations over time', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp({ on: '2026-06-01' })
    signe = await house.as('signe')
  })

  const at = (slug: string, tail = '') => `/kontor/organisationer/${slug}${tail}`
  const fill = async (path: string, fields: Record<string, string | string[]>) =>
    signe.submit(await signe.get(path), fields)

  it('the list has every one under its name, and those that have ended apart', async () => {
    const page = await signe.get('/kontor/organisationer')
    expect(page.texts('[aria-labelledby=group-place] h3')).to.include('Perron 4')
    expect(page.texts('[aria-labelledby=group-organisation] h3')).to.include('Blå Kors')
    expect(page.texts('[aria-labelledby=group-ended] h3')).to.deep.equal(['Helhedsplanen for Nordbyen'])
    expect(page.text).to.include('Stopper den 31. juli 2029.')
  })

  it('a new name holds from its day: before it, papers and rosters have the old one', async () => {
    await aCouncil(house)
    const page = await fill(at('slotsgaarden', '/navn'), {
      name: 'Huset ved Åen',
      effective_on: '01-06-2026',
      reason: 'Nyt navn efter ombygningen',
    })
    expect(page.heading).to.equal('Huset ved Åen')
    expect(page.text).to.include('Slotsgården (til 31. maj 2026) Huset ved Åen (fra 1. juni 2026)')
    const labels = async (day: string) =>
      (await rosterOn(house.db, isoDate(day))).map(({ seat }) => seat.label)
    expect(await labels('2026-05-31'))
      .to.include('Slotsgården')
      .and.not.to.include('Huset ved Åen')
    expect(await labels('2026-06-01'))
      .to.include('Huset ved Åen')
      .and.not.to.include('Slotsgården')
    expect((await signe.get('/kontor/raadet?dato=2026-05-31')).text).to.include('Slotsgården')
    expect((await signe.get('/kontor/pladser/slotsgaarden')).heading).to.equal('Huset ved Åen')
  })

  it('a name from before the last one is refused with what was typed', async () => {
    await fill(at('sind', '/navn'), { name: 'SIND Randers', effective_on: '01-06-2026', reason: 'Nyt navn' })
    const refused = await fill(at('sind', '/navn'), {
      name: 'Sind igen',
      effective_on: '01-05-2026',
      reason: 'Fortrudt',
    })
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Det nuværende navn gælder fra den 1. juni 2026. Vælg en senere dag.',
    ])
    expect(refused.value('name')).to.equal('Sind igen')
  })

  it('a place moves and stays the same place with the same seat', async () => {
    await fill(at('perron-4', '/adresse'), {
      address: 'Havnegade 4, 8900 Randers',
      effective_on: '01-08-2026',
      reason: 'For lidt plads',
    })
    const page = await signe.get(at('perron-4'))
    expect(page.text).to.include('Havnegade 4, 8900 Randers (fra 1. august 2026)')
    expect(page.text).to.include('Ny adresse fra 1. august 2026')
    expect(await house.db('seats')).to.have.length(9)
  })

  it('the contact is for the secretary and the auditor; a member does not see it, nor does the log', async () => {
    await fill(at('sind', '/kontakt'), { name: 'Ane Toft', email: 'ane@sind.example', phone: '86 40 11 11' })
    expect((await signe.get(at('sind'))).text).to.include('ane@sind.example')
    expect((await (await house.as('ruth')).get(at('sind'))).text).to.include('Ane Toft')
    for (const name of ['tage', 'vera'] as const)
      expect((await (await house.as(name)).get(at('sind'))).text).not.to.match(/Ane Toft|ane@sind/)
    const events = await house.db('audit_events').where({ action: 'body.contact_changed' })
    expect(events).to.have.length(1)
    expect(JSON.stringify(events)).not.to.match(/Ane|example/)
  })

  it('a circle of successors is refused: A to B, B to C, C to A', async () => {
    const ids = { a: await bodyId(house.db, 'sind'), b: await bodyId(house.db, 'bedre-psykiatri') }
    const end = (slug: string, into: BodyId, on: string) =>
      fill(at(slug, '/ophoer'), { ...DECIDED, kind: 'replaced', effective_on: on, into_id: String(into) })
    const first = await end('sind', ids.b, '30-06-2026')
    expect(first.text).to.include('Stopper den 30. juni 2026.')
    expect(first.text).to.include('Erstattet af Bedre Psykiatri efter 30. juni 2026')
    const circle = await end('bedre-psykiatri', ids.a, '31-07-2026')
    expect(circle.status).to.equal(422)
    expect(circle.errors).to.deep.equal([
      'Det går i ring: den, du har valgt, er selv blevet til denne. Vælg en anden.',
    ])
    const same = await end('bedre-psykiatri', ids.b, '31-07-2026')
    expect(same.errors).to.deep.equal(['Ingen kan komme efter sig selv. Vælg en anden.'])
    expect((await house.db('bodies').where({ id: ids.b }).first())?.active_until).to.equal(null)
  })

  it('what has ended does not end again, and nothing is lost', async () => {
    const form = await signe.get(at('sind', '/ophoer'))
    await signe.submit(form, { ...DECIDED, kind: 'closed', effective_on: '30-06-2026' })
    const again = await signe.submit(form, { ...DECIDED, kind: 'closed', effective_on: '31-07-2026' })
    expect(again.status).to.equal(409)
    expect(again.text).to.include('Det er allerede skrevet ind, at det stopper den 30. juni 2026.')
  })

  it('a new organisation gets its own page; the same name twice is refused', async () => {
    const page = await fill('/kontor/organisationer/ny', { name: 'Varmestuens Venner', kind: 'organisation' })
    expect(page.url).to.equal('/kontor/organisationer/varmestuens-venner')
    const twice = await fill('/kontor/organisationer/ny', {
      name: 'Varmestuens Venner',
      kind: 'organisation',
    })
    expect(twice.status).to.equal(422)
  })

  describe('a seat whose place or organisation ends inside the term', () => {
    beforeEach(async () => {
      await aCouncil(house)
      await fill(at('slotsgaarden', '/ophoer'), {
        ...DECIDED,
        kind: 'merged',
        effective_on: '30-09-2026',
        into_id: String(await bodyId(house.db, 'perron-4')),
      })
    })

    const decide = async (fields: Record<string, string>) => {
      const seat = await signe.get('/kontor/pladser/slotsgaarden')
      const form = await signe.get(seat.link('Beslut, hvad der sker med pladsen'))
      return signe.submit(form, { decided_by: 'Socialudvalget', reason: 'Efter høringen', ...fields })
    }
    const member = () =>
      house
        .db('memberships')
        .where({ seat_id: anId(3) })
        .first()

    it('is on the front page of the office, and nothing has changed by itself', async () => {
      expect((await signe.get('/kontor')).text).to.include('Beslut, hvad der sker med pladsen Slotsgården')
      expect(await member()).to.include({ ends_on: '2029-12-31', end_reason: null })
      expect((await signe.get(at('slotsgaarden'))).text).to.include(
        'Gerda Elmose er medlem til 31. december 2029, altså længere.',
      )
    })

    it('keep: the member sits the term out, with the reason on the page', async () => {
      const page = await decide({ choice: 'keep' })
      expect(page.text).to.include('Slotsgården stopper, og medlemmet beholder pladsen perioden ud.')
      expect(page.text).to.include('Besluttet af Socialudvalget den 1. juni 2026.')
      expect(await member()).to.include({ ends_on: '2029-12-31' })
      expect((await signe.get('/kontor')).text).not.to.include('Beslut, hvad der sker')
    })

    it('renew: the member leaves, and people vote at the place that came after', async () => {
      const page = await decide({ choice: 'renew', ends_on: '30-09-2026' })
      expect(page.status).to.equal(200)
      expect(await member()).to.include({ ends_on: '2026-09-30', end_reason: 'other' })
      house.clock.set('2026-10-05')
      signe = await house.as('signe')
      const seat = await signe.get('/kontor/pladser/slotsgaarden')
      expect(seat.text).to.include('Ledig siden 1. oktober 2026')
      expect(seat.text).to.include('Der vælges et nyt medlem på Perron 4 ved et suppleringsvalg.')
      const links = await house
        .db('area_bodies')
        .where({ area_id: anId(3) })
        .orderBy('id')
      expect(links.map(({ starts_on }) => starts_on)).to.deep.equal([null, '2026-10-01'])
    })

    it('vacant: nobody says how it is filled, and no election begins by itself', async () => {
      await decide({ choice: 'vacant', ends_on: '30-09-2026' })
      house.clock.set('2026-10-05')
      signe = await house.as('signe')
      const seat = await signe.get('/kontor/pladser/slotsgaarden')
      expect(seat.text).to.include('Ledig siden 1. oktober 2026')
      expect(seat.text).to.include('Vedtægterne siger ikke, hvordan pladsen bliver besat.')
      expect(seat.text).not.to.include('Planlæg valget')
    })

    it('the member does not leave before the place ends, and a decision is made once', async () => {
      const early = await decide({ choice: 'renew', ends_on: '01-08-2026' })
      expect(early.status).to.equal(422)
      expect(await house.db('seat_decisions')).to.deep.equal([])
      const seat = await signe.get('/kontor/pladser/slotsgaarden')
      const form = await signe.get(seat.link('Beslut, hvad der sker med pladsen'))
      const fields = { decided_by: 'Byrådet', reason: 'Nu' }
      await signe.submit(form, { ...fields, choice: 'keep' })
      const second = await signe.submit(form, { ...fields, choice: 'vacant' })
      expect(second.status).to.equal(409)
      expect(await member()).to.include({ ends_on: '2029-12-31' })
    })
  })

  it('a merger that is only proposed and then rejected changes nothing but the record of it', async () => {
    await aMember(house.db, house.by, { seat: 'slotsgaarden', name: 'Gerda Elmose' })
    const register = async () => ({
      bodies: await house.db('bodies').orderBy('id'),
      names: await house.db('body_names').orderBy('id'),
      links: await house.db('area_bodies').orderBy('id'),
      seats: await house.db('seats').orderBy('id'),
      members: await house.db('memberships').orderBy('id'),
    })
    const before = await register()
    const list = await signe.get('/kontor/sammenlaegninger')
    const ids = [list.choice('bodies', 'Perron 4'), list.choice('bodies', 'Slotsgården')]
    const proposal = { proposed_by: 'Forvaltningen', proposed_on: '01-05-2026', text: 'Ét værested' }
    expect((await signe.submit(list, { ...proposal, bodies: ids.slice(0, 1) })).errors).to.deep.equal([
      'Vælg mindst to, der skal lægges sammen.',
    ])
    const page = await signe.submit(list, { ...proposal, bodies: ids })
    expect(page.text).to.include('Det er ikke afgjort endnu. Intet er ændret.')
    const decision = { outcome: 'rejected', decided_by: 'Byrådet', case_number: '27.15.00-A08-1-26' }
    const early = await signe.submit(page, { ...decision, decided_on: '30-04-2026' })
    expect(early.errors).to.deep.equal(['Forslaget kom først den 1. maj 2026. Ret datoen.'])
    const wrong = await signe.submit(page, { ...decision, decided_on: '01-06-2026', case_number: 'sag 379' })
    expect(wrong.status).to.equal(422)
    const decided = await signe.submit(page, { ...decision, decided_on: '01-06-2026' })
    expect(decided.text).to.include('Forslaget blev forkastet. Intet er ændret.')
    expect((await signe.submit(page, { ...decision, decided_on: '01-06-2026', note: 'x' })).status).to.equal(
      409,
    )
    expect(await register()).to.deep.equal(before)
    expect((await signe.get(at('slotsgaarden'))).text).to.include('Foreslået lagt sammen den 1. maj 2026')
  })
})
