import { expect } from 'chai'
import { addDays } from '../../../../../models/core/dates.ts'
import { type BodyId, type ElectionId, NO_ID } from '../../../../../models/core/ids.ts'
import { linkCandidacy } from '../../../../../models/elections/candidates/candidacies.ts'
import { listStanding } from '../../../../../models/elections/candidates/candidates.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  aClosedElection,
  aCountedElection,
  aListedElection,
  counts,
  DAYS,
  FIGURES,
  official,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aMember, aPerson } from '../../../../support/builders/register.ts'
import { anId } from '../../../../support/ids.ts'

describe('elections: certifying a result', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
    for (const name of ['signe', 'vera', 'bo', 'lis', 'kaj'] as const) await house.accountOf(name)
  })

  /** Sends the certification for an account whose page has no button for it. */
  async function forced(id: ElectionId, name: 'bo' | 'signe' | 'lis' | 'vera') {
    const page = await (await house.as('signe')).get(paths.certification(id))
    const hash = page.value('result_hash') ?? ''
    const visitor = await house.as(name)
    const csrf = (await visitor.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    return visitor.send({ action: paths.certification(id), fields: { _csrf: csrf, result_hash: hash } })
  }

  it('takes two: the same person twice is one', async () => {
    const id = await aCountedElection(house)
    const signe = await house.as('signe')
    const page = await signe.get(paths.certification(id))
    await signe.submit(page)
    await storesNothing(house, () => signe.submit(page))
    const sent = page.fill()
    const again = await storesNothing(house, () =>
      signe.send({ ...sent, fields: { ...sent.fields, _once: 'another' } }),
    )
    expect(again.status).to.equal(422)
    expect(again.errors).to.deep.equal([
      'Du har allerede godkendt resultatet. Nu mangler en anden fra valgbestyrelsen. Siden siger, hvem det kan være.',
    ])
    expect(await statusOf(house, id)).to.equal('counted')
    expect(await house.db('memberships').select()).to.deep.equal([])
  })

  it('is not for whoever counted, though on the board', async () => {
    const id = await aCountedElection(house, { board: ['signe', 'vera', 'bo'] })
    const page = await (await house.as('bo')).get(paths.certification(id))
    expect(page.text).to.include('Du har talt op eller set stemmesedler ved dette valg.')
    expect(page.$('main form[method=post]').length).to.equal(0)
    const refused = await storesNothing(house, () => forced(id, 'bo'))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Du har talt op eller set stemmesedler ved dette valg. Derfor skal andre godkende. Siden siger, hvem.',
    ])
  })

  it('is not for whoever counted in a round that was counted again', async () => {
    const id = await aClosedElection(house, { board: ['signe', 'vera', 'bo'] })
    await counts(house, id, 'bo', { ...FIGURES, votes: [13, 11, 5] })
    await counts(house, id, 'lis', FIGURES)
    const kaj = await house.accountOf('kaj')
    await house.db('account_places').insert({ account_id: anId(kaj), body_id: await perron() })
    // The third person counts the same as Lis, and that settles it.
    await counts(house, id, 'kaj', FIGURES)
    const refused = await storesNothing(house, () => forced(id, 'bo'))
    expect(refused.errors).to.deep.equal([
      'Du har talt op eller set stemmesedler ved dette valg. Derfor skal andre godkende. Siden siger, hvem.',
    ])
  })

  async function perron(): Promise<BodyId> {
    const body = await house.db('bodies').where({ slug: 'perron-4' }).first('id')
    return body?.id ?? NO_ID
  }

  it('is not for anybody outside the board', async () => {
    const id = await aClosedElection(house)
    await counts(house, id, 'bo')
    await house
      .db('account_places')
      .insert({ account_id: await house.accountOf('kaj'), body_id: await perron() })
    await counts(house, id, 'kaj')
    const refused = await storesNothing(house, () => forced(id, 'lis'))
    expect(refused.errors).to.deep.equal([
      'Det gør valgbestyrelsen, og du er ikke med i den ved dette valg. Siden siger, hvem I skal ringe til.',
    ])
  })

  it('is of the result that was seen, and of no other', async () => {
    const id = await aCountedElection(house)
    const signe = await house.as('signe')
    const sent = (await signe.get(paths.certification(id))).fill()
    const refused = await storesNothing(house, () =>
      signe.send({ ...sent, fields: { ...sent.fields, result_hash: 'f'.repeat(64) } }),
    )
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal([
      'Resultatet er ikke det samme, som du så. Læs det igen, og godkend så.',
    ])
  })

  it('waits for the count', async () => {
    const id = await aListedElection(house)
    const page = await (await house.as('signe')).get(paths.certification(id))
    expect(page.text).to.include('Resultatet kan godkendes, når to optællinger er ens.')
    const refused = await storesNothing(house, () => forced(id, 'signe'))
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er allerede godkendt.'])
  })

  it('is not done where somebody has taken the seat meanwhile: nothing at all is stored', async () => {
    const id = await aCountedElection(house)
    house.clock.set(DAYS.certified)
    const signe = await house.as('signe')
    await signe.submit(await signe.get(paths.certification(id)))
    await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund', startsOn: DAYS.certified })
    const vera = await house.as('vera')
    const page = await vera.get(paths.certification(id))
    expect(page.text).to.include('Pladsen er blevet besat i mellemtiden: Perron 4.')
    const refused = await storesNothing(house, () => vera.submit(page))
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal([
      'Pladsen er blevet besat i mellemtiden: Perron 4. Resultatet er ikke godkendt. Rådets sekretær skal først rette medlemskabet.',
    ])
    expect(await statusOf(house, id)).to.equal('counted')
  })

  it('is not done where the elected sits on another seat: nothing is stored, and it says what to do first', async () => {
    const elsewhere = await aMember(house.db, house.by, { seat: 'slotsgaarden', name: 'Anker Bro' })
    const id = await aCountedElection(house)
    const [first] = await listStanding(house.db, id)
    await linkCandidacy(house.db, await official(house, 'signe'), id, first?.id ?? NO_ID, elsewhere.personId)
    house.clock.set(DAYS.certified)
    const signe = await house.as('signe')
    await signe.submit(await signe.get(paths.certification(id)))
    const vera = await house.as('vera')
    const page = await vera.get(paths.certification(id))
    const refused = await storesNothing(house, () => vera.submit(page))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Personen har allerede en plads fra den 1. januar 2026 til den 31. december 2029: Slotsgården. Afslut det medlemskab først, eller ret datoen.',
    ])
  })

  it('seats the person of the register who stood, and makes no second one', async () => {
    const person = await aPerson(house.db, house.by, { name: 'Anker Bro' })
    const id = await aCountedElection(house)
    const [first] = await listStanding(house.db, id)
    await linkCandidacy(house.db, await official(house, 'signe'), id, first?.id ?? NO_ID, person)
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      await visitor.submit(await visitor.get(paths.certification(id)))
    }
    expect(await house.db('memberships').pluck('person_id')).to.deep.equal([person])
    expect(await house.db('people').pluck('id')).to.deep.equal([person])
  })

  it('is one event for each of the two, and nothing else is told in it but the hashes and the seat', async () => {
    const id = await aCountedElection(house)
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      await visitor.submit(await visitor.get(paths.certification(id)))
    }
    const events = await house.db('audit_events').orderBy('sequence', 'desc').limit(3)
    expect(events.map(({ action }) => action)).to.deep.equal([
      'election.certified',
      'election.certified_once',
      'election.counts_agree',
    ])
    const [first] = await listStanding(house.db, id)
    const details = JSON.parse(events[0]?.details ?? '{}') as Record<string, unknown>
    expect(Object.keys(details)).to.deep.equal([
      'elected',
      'public_code',
      'record_hash',
      'result_hash',
      'round',
      'seated',
    ])
    expect(details.elected).to.deep.equal([first?.id])
  })
})

describe('elections: the end', () => {
  it('is not before the complaint period is over, though the form is sent', async () => {
    const house = await anApp()
    const id = await aCountedElection(house)
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      await visitor.submit(await visitor.get(paths.certification(id)))
    }
    const signe = await house.as('signe')
    const csrf = (await signe.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const early = await storesNothing(house, () =>
      signe.send({ action: paths.electionFinal(id), fields: { _csrf: csrf } }),
    )
    expect(early.status).to.equal(422)
    expect(early.errors).to.deep.equal([
      'Der kan klages til og med den 17. marts 2026. Resultatet kan først blive endeligt dagen efter.',
    ])
    house.clock.set(addDays(house.clock.today(), 8))
    const late = await house.as('signe')
    const [page, stale] = [await late.get(paths.electionFinal(id)), await late.get(paths.electionFinal(id))]
    await late.submit(page)
    const twice = await storesNothing(house, () => late.submit(stale))
    expect(twice.status).to.equal(409)
    expect(twice.errors).to.deep.equal(['Det blev ikke gemt. Resultatet er allerede endeligt.'])
  })
})
