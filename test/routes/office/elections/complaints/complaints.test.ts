import { expect } from 'chai'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { getResult } from '../../../../../models/elections/result/loading.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  aListedElection,
  countOnPage,
  counts,
  DAYS,
  FIGURES,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aCertifiedElection, aComplaint, certifies, decides } from '../../../../support/builders/outcomes.ts'
import { type ElectionId, NO_ID } from '../../../../../models/core/ids.ts'

const TYPED = {
  received_on: '11-03-2026',
  received_by: 'Bo Krag',
  complainant: 'En bruger',
  text: 'Personalet stod ved siden af, da jeg stemte.',
}

describe('elections: a complaint is written down', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aCertifiedElection(house)
  })

  it('with who received it, when, and what it says; and not in the log', async () => {
    const signe = await house.as('signe')
    const empty = await signe.get(paths.complaints(id))
    expect(empty.text).to.include('Ingen har klaget.')
    const list = await signe.submit(await signe.get(empty.link('Skriv en klage ind')), TYPED)
    expect(list.notice).to.equal('Klagen er skrevet ind.')
    expect(list.text).to.include('11. marts 2026 af Bo Krag')
    expect(list.text).to.include('Personalet stod ved siden af, da jeg stemte.')
    expect(list.text).to.include('Ikke afgjort endnu')
    expect(list.$('.badge-warning').length).to.equal(0)
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event?.action).to.equal('election.complaint_received')
    expect(JSON.parse(event?.details ?? '')).to.deep.equal({
      complaint: 1,
      late: false,
      received_on: '2026-03-11',
    })
  })

  it('is read by the board and the auditor, and by nobody else: the others see that there is one', async () => {
    await aComplaint(house, id, 'Der var intet gardin.')
    for (const name of ['signe', 'vera', 'ruth'] as const)
      expect((await (await house.as(name)).get(paths.complaints(id))).text).to.include('intet gardin')
    const bo = await (await house.as('bo')).get(paths.complaints(id))
    expect(bo.text).to.include('Klage nr. 1')
    expect(bo.text).not.to.match(/gardin|En bruger/)
    expect(bo.$('main a[href$="/klager/ny"]').length).to.equal(0)
  })

  it('cannot be from before the vote, nor from tomorrow', async () => {
    const signe = await house.as('signe')
    const page = await signe.get(paths.newComplaint(id))
    for (const [received_on, error] of [
      ['09-03-2026', 'En klage kan tidligst komme på valgdagen, den 10. marts 2026. Ret datoen.'],
      ['12-03-2026', 'Dagen er ikke kommet endnu. Skriv den dag, det skete.'],
    ] as const) {
      const refused = await storesNothing(house, () => signe.submit(page, { ...TYPED, received_on }))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      expect(refused.value('text')).to.equal(TYPED.text)
    }
    expect(await house.db('complaints').pluck('id')).to.deep.equal([])
  })

  it('that comes after the deadline is taken, marked late, and can only be dismissed', async () => {
    house.clock.set('2026-03-18')
    const signe = await house.as('signe')
    const page = await signe.get(paths.newComplaint(id))
    const list = await signe.submit(page, { ...TYPED, received_on: '18-03-2026' })
    expect(list.texts('.badge-warning')).to.deep.equal(['For sent'])
    const complaint = await signe.get(list.link('Skriv afgørelsen ind Klage nr. 1'))
    expect(complaint.attributes('input[name=outcome]', 'value')).to.deep.equal(['dismissed'])
    const row = await house.db('complaints').first()
    const forced = await decides(house, id, row?.id ?? NO_ID, 'annulled')
    expect(forced.status).to.equal(422)
    expect(forced.errors).to.deep.equal(['Klagen kom efter fristen. Den kan kun afvises.'])
    expect(await statusOf(house, id)).to.equal('certified')
    const dismissed = await decides(house, id, row?.id ?? NO_ID, 'dismissed')
    expect(dismissed.text).to.include('Klagen er afvist')
  })

  it('keeps the result from being final until it is decided, and is a task until then', async () => {
    const complaint = await aComplaint(house, id)
    house.clock.set(DAYS.final)
    const signe = await house.as('signe')
    const page = await signe.get(paths.electionFinal(id))
    expect(page.text).to.include('Der er 1 klage, som ikke er afgjort.')
    expect((await signe.get('/kontor')).text).to.include('Skriv afgørelsen af klagen ind for Perron 4')
    const csrf = page.$('input[name=_csrf]').attr('value') ?? ''
    const refused = await storesNothing(house, () =>
      signe.send({ action: paths.electionFinal(id), fields: { _csrf: csrf } }),
    )
    expect(refused.errors).to.deep.equal(['Der er 1 klage, som ikke er afgjort. Afgør den først.'])
    await decides(house, id, complaint, 'dismissed')
    const ended = await signe.submit(await signe.get(paths.electionFinal(id)))
    expect(ended.status).to.equal(200)
    expect(await statusOf(house, id)).to.equal('final')
  })

  it('is not decided before it came, twice, nor without a tick', async () => {
    const complaint = await aComplaint(house, id)
    const early = await decides(house, id, complaint, 'dismissed', { decided_on: '10-03-2026' })
    expect(early.errors).to.deep.equal([
      'Klagen kom først den 11. marts 2026. Den kan ikke være afgjort før.',
    ])
    const unsure = await decides(house, id, complaint, 'dismissed', { sure: '' })
    expect(unsure.status).to.equal(422)
    const signe = await house.as('signe')
    const stale = await signe.get(paths.complaint(id, complaint))
    await decides(house, id, complaint, 'dismissed')
    const twice = await storesNothing(house, () =>
      signe.submit(stale, {
        outcome: 'annulled',
        decided_by: 'Valgbestyrelsen',
        decided_on: '11-03-2026',
        reason: 'Igen',
        sure: 'ja',
      }),
    )
    expect(twice.status).to.equal(409)
    expect(twice.errors).to.deep.equal(['Klagen er allerede afgjort.'])
  })

  it('is not taken before the poll has opened', async () => {
    const other = await anApp()
    const listed = await aListedElection(other)
    const page = await (await other.as('signe')).get(paths.newComplaint(listed))
    expect(page.$('main form[method=post]').length).to.equal(0)
  })
})

describe('elections: a recount after a complaint', () => {
  let house: TestApp
  let id: ElectionId

  beforeEach(async () => {
    house = await anApp()
    id = await aCertifiedElection(house)
    const complaint = await aComplaint(house, id)
    expect((await decides(house, id, complaint, 'recount')).status).to.equal(200)
  })

  async function members(): Promise<{ person: string; seated: boolean }[]> {
    const rows = await house
      .db('memberships')
      .join('people', 'people.id', 'person_id')
      .orderBy('memberships.id')
      .select('people.name as person', 'voided_on', 'end_reason')
    return rows.map(({ person, voided_on, end_reason }: Record<string, unknown>) => ({
      person: String(person),
      seated: voided_on === null && end_reason === null,
    }))
  }

  it('begins anew: old counts stay, and say nothing to those who count', async () => {
    expect(await statusOf(house, id)).to.equal('closed')
    const bo = await house.as('bo')
    const overview = await bo.get(paths.election(id))
    expect(overview.text).to.include('Stemmerne skal tælles om efter en klage.')
    const page = await bo.get(paths.count(id))
    expect(page.text).to.include('Stemmerne tælles om efter en klage.')
    expect(page.value('round')).to.equal('2')
    expect((await house.visitor().get(paths.publicElection(id))).text).not.to.include('er valgt')
  })

  it('with the same outcome leaves the seat as it was, and makes a new record', async () => {
    await countOnPage(await house.as('bo'), id, FIGURES)
    const result = await countOnPage(await house.as('lis'), id, FIGURES)
    expect(result.heading).to.equal('Resultat')
    await certifies(house, id)
    expect(await members()).to.deep.equal([{ person: 'Anker Bro', seated: true }])
    const rounds = await house.db('counts').where({ election_id: id }).orderBy('id').pluck('round')
    expect(rounds).to.deep.equal([1, 1, 2, 2])
    expect(await house.db('records').pluck('made_at')).to.deep.equal(['certified', 'certified'])
  })

  it('with another outcome takes the seat back and gives it to whoever has it now', async () => {
    // Jens Ærø 14, Anker Bro 10: two piles had been mixed up.
    const right = { ...FIGURES, votes: [10, 14, 5] }
    await counts(house, id, 'bo', right)
    await counts(house, id, 'lis', right)
    await certifies(house, id)
    expect(await members()).to.deep.equal([
      { person: 'Anker Bro', seated: false },
      { person: 'Jens Ærø', seated: true },
    ])
    const front = await house.visitor().get('/')
    expect(front.text).to.include('Jens Ærø')
    expect(front.text).not.to.include('Anker Bro')
    const { elected } = await getResult(house.db, await getAnyElection(house.db, id))
    expect(elected.length).to.equal(1)
  })

  it('can give the seat back to somebody who had lost it', async () => {
    const other = { ...FIGURES, votes: [10, 14, 5] }
    await counts(house, id, 'bo', other)
    await counts(house, id, 'lis', other)
    await certifies(house, id)
    house.clock.set('2026-03-13')
    await decides(house, id, await aComplaint(house, id), 'recount')
    await counts(house, id, 'bo', FIGURES)
    await counts(house, id, 'lis', FIGURES)
    await certifies(house, id)
    expect((await members()).filter(({ seated }) => seated)).to.deep.equal([
      { person: 'Anker Bro', seated: true },
    ])
  })
})

describe('elections: an election that is annulled', () => {
  it('takes the seat back, says so in public, and asks for a rerun', async () => {
    const house = await anApp()
    const id = await aCertifiedElection(house)
    house.clock.set('2026-03-14')
    const complaint = await aComplaint(house, id)
    const after = await decides(house, id, complaint, 'annulled')
    expect(after.text).to.include('Planlæg et omvalg')
    expect(await statusOf(house, id)).to.equal('annulled')
    const membership = await house.db('memberships').first()
    // Seated on the 11th, the last day is the 13th.
    expect(membership).to.deep.include({ ends_on: '2026-03-13', end_reason: 'election_annulled' })
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include('Valget er gjort ugyldigt.')
    expect(shown.text).not.to.include('Anker Bro er valgt')
    expect((await (await house.as('signe')).get('/kontor')).text).to.include('Planlæg et omvalg for Perron 4')
    const record = await house.db('records').orderBy('id', 'desc').first()
    expect(record?.made_at).to.equal('annulled')
  })

  it('on the day the seat was given strikes it out: it never was', async () => {
    const house = await anApp()
    const id = await aCertifiedElection(house)
    await decides(house, id, await aComplaint(house, id), 'annulled')
    const membership = await house.db('memberships').first()
    expect(membership?.voided_on).to.equal('2026-03-11')
  })
})
