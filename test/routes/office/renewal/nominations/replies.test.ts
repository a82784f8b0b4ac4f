import { expect } from 'chai'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { anAnswer, aNomination, nominationRowsIn } from '../../../../support/builders/nominations.ts'
import { aMember, aPerson } from '../../../../support/builders/register.ts'
import { anId } from '../../../../support/ids.ts'

describe('What organisations and nominees say', () => {
  let house: TestApp
  let signe: Visitor
  let id = 0

  beforeEach(async () => {
    house = await anApp({ on: '2026-01-15' })
    signe = await house.as('signe')
    id = await aNomination(house, { seat: 'forsorg-hjemloese' })
  })

  const page = () => signe.get(`/kontor/udpegninger/${id}`)
  const nobody = async (body: string, on = '15-01-2026') => {
    const form = await signe.get(`/kontor/udpegninger/${id}/ingen`)
    const fields = { body_id: form.choice('body_id', body), given_by: 'Formanden', answered_on: on }
    return signe.submit(form, fields)
  }
  const reply = async (person: number, said: 'yes' | 'no') =>
    signe.submit(await signe.get(`/kontor/udpegninger/${id}/samtykke?person=${person}`), { reply: said })

  it('one that names nobody leaves the decision to the appointing body, and can change its mind', async () => {
    const person = await aPerson(house.db, house.by)
    await anAnswer(house, anId(id), 'kfum-socialt-arbejde', person)
    const after = await nobody('Kirkens Korshær')
    expect(after.text).to.include('Indstiller ingen Formanden svarede den 15. januar 2026')
    expect(after.text).to.include('De foreslår Ellen Vang. Den, der udpeger, skal vælge mellem forslagene.')
    await anAnswer(house, anId(id), 'kirkens-korshaer', person, '2026-01-15')
    expect((await page()).text).to.include('Ellen Vang er indstillet. Spørg, om svaret er ja.')
  })

  it('when all name nobody, the secretary is told, and the case can be closed', async () => {
    await nobody('Kirkens Korshær')
    expect((await nobody('KFUM socialt arbejde')).text).to.include(
      'Ingen af dem, der er spurgt, indstiller nogen.',
    )
    expect((await signe.get('/kontor')).text).to.include('Beslut, hvad der sker med pladsen Forsorg/Hjemløse')
    const closed = await signe.submit(await signe.get(`/kontor/udpegninger/${id}/lukning`), {
      reason: 'Ingen ville',
    })
    expect(closed.text).to.include('Sagen er lukket uden udpegning.')
  })

  it('a name first and nobody afterwards: the name does not count any more', async () => {
    const person = await aPerson(house.db, house.by)
    await anAnswer(house, anId(id), 'kirkens-korshaer', person)
    await anAnswer(house, anId(id), 'kfum-socialt-arbejde', person)
    await nobody('Kirkens Korshær')
    expect((await page()).text).to.include('Kirkens Korshær indstillede Ellen Vang den 12. januar 2026')
    expect((await page()).text).to.include('De foreslår Ellen Vang.')
  })

  it('an answer in the future or from before they were asked is refused, and nothing is stored', async () => {
    const before = await nominationRowsIn(house.db)
    expect((await nobody('Kirkens Korshær', '16-01-2026')).status).to.equal(422)
    expect((await nobody('Kirkens Korshær', '04-01-2026')).errors).to.deep.equal([
      'Svaret kan ikke ligge før den dag, de blev spurgt, den 5. januar 2026. Ret datoen.',
    ])
    expect(await nominationRowsIn(house.db)).to.deep.equal(before)
    expect(await house.db('nomination_refusals')).to.deep.equal([])
  })

  it('an organisation that answers twice with different names: the last counts, the first stays to be read', async () => {
    const [one, other] = [
      await aPerson(house.db, house.by),
      await aPerson(house.db, house.by, { name: 'Bo Alm' }),
    ]
    await anAnswer(house, anId(id), 'kirkens-korshaer', one)
    await anAnswer(house, anId(id), 'kirkens-korshaer', other, '2026-01-13')
    await anAnswer(house, anId(id), 'kfum-socialt-arbejde', other, '2026-01-14')
    const text = (await page()).text
    expect(text).to.include('Bo Alm er indstillet.')
    expect(text).to.include(
      'Kirkens Korshær indstillede Ellen Vang den 12. januar 2026, men har svaret på ny.',
    )
  })

  describe('whoever is named', () => {
    let person = 0
    beforeEach(async () => {
      person = await aPerson(house.db, house.by)
      for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde'])
        await anAnswer(house, anId(id), body, anId(person))
    })
    const decision = { appointing_body: 'Socialudvalget', decided_on: '15-01-2026', eligible_as: 'resident' }

    it('says yes, and is not asked again at the appointment', async () => {
      expect((await reply(person, 'yes')).text).to.include('Har sagt ja den 15. januar 2026.')
      const form = await signe.get(`/kontor/udpegninger/${id}/udpegning`)
      expect(form.$('[name=consent]')).to.have.length(0)
      expect((await signe.submit(form, decision)).text).to.include('Ellen Vang er udpeget')
    })

    it('is not appointed as long as nobody has written down a yes', async () => {
      const form = await signe.get(`/kontor/udpegninger/${id}/udpegning`)
      const refused = await signe.submit(form, decision)
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([
        'Sæt hak, når personen selv har sagt ja. Ingen kan udpeges uden.',
      ])
      expect(await house.db('memberships')).to.deep.equal([])
      expect((await signe.submit(refused, { ...decision, consent: 'ja' })).status).to.equal(200)
    })

    it('says no: the organisations are waited for again, and the name cannot be appointed', async () => {
      const stale = await signe.get(`/kontor/udpegninger/${id}/udpegning`)
      const after = await reply(person, 'no')
      expect(after.text).to.include('Har sagt nej den 15. januar 2026. Organisationen skal pege på en anden.')
      expect(after.text).to.include('Kirkens Korshær og KFUM socialt arbejde har ikke svaret endnu.')
      expect((await signe.submit(stale, { ...decision, consent: 'ja' })).status).to.equal(422)
      expect(await house.db('memberships')).to.deep.equal([])
      await reply(person, 'yes')
      expect((await page()).text).to.include('Ellen Vang er indstillet.')
    })
  })

  it('a nominee who sits on the council already is pointed out, and cannot get a second seat', async () => {
    const { personId } = await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund' })
    for (const body of ['kirkens-korshaer', 'kfum-socialt-arbejde'])
      await anAnswer(house, anId(id), body, personId)
    expect((await page()).text).to.include('Maja Lund har allerede pladsen Perron 4 og kan ikke have to.')
    const form = await signe.get(`/kontor/udpegninger/${id}/udpegning`)
    const refused = await signe.submit(form, {
      appointing_body: 'Socialudvalget',
      decided_on: '15-01-2026',
      eligible_as: 'resident',
      consent: 'ja',
    })
    expect(refused.status).to.equal(422)
    expect(refused.text).to.include('Perron 4')
    expect(await house.db('appointments')).to.deep.equal([])
  })

  it('somebody who is not named has nothing to say', async () => {
    const stranger = await aPerson(house.db, house.by)
    expect((await signe.get(`/kontor/udpegninger/${id}/samtykke?person=${stranger}`)).status).to.equal(404)
  })
})
