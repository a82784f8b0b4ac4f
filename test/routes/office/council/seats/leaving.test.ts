import { expect } from 'chai'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aCouncil, everythingIn, type Council } from '../../../../support/builders/register.ts'

describe('leaving a seat', () => {
  let app: TestApp
  let signe: Visitor
  let council: Council

  beforeEach(async () => {
    app = await anApp({ on: '2027-03-10' })
    signe = await app.as('signe')
    council = await aCouncil(app)
  })

  const leaving = (seat: keyof Council) => `/kontor/medlemskaber/${council[seat].membershipId}/udtraeden`
  const mistake = (seat: keyof Council) => `/kontor/medlemskaber/${council[seat].membershipId}/fejl`

  it('leaves in the second year: only that seat is vacant, a by-election is named, nobody steps in', async () => {
    const confirm = await signe.get(`${leaving('slotsgaarden')}?dato=28.+februar+2027`)
    expect(confirm.texts('h2')).to.deep.equal(['Pladsen bliver ledig fra den 1. marts 2027'])
    expect(confirm.text).to.contain('Gerda Elmose er medlem til og med den 28. februar 2027.')
    expect(confirm.text).to.contain(
      'Der vælges et nyt medlem på Slotsgården ved et suppleringsvalg. Der er ingen suppleanter.',
    )
    const others = await app.db('memberships').whereNot({ id: council.slotsgaarden.membershipId })
    const seat = await signe.submit(confirm, { end_reason: 'moved', end_note: 'Flyttet til sin søster' })
    expect(seat.notice).to.equal('Medlemskabet er afsluttet.')
    expect(seat.texts('h2')[0]).to.equal('Ledig siden 1. marts 2027')
    expect(seat.link('Planlæg valget')).to.equal('/kontor/valg/nyt?omraade=slotsgaarden')
    expect((await signe.get(seat.link('Planlæg valget'))).text).to.contain('Slotsgården')
    expect(seat.text).to.contain('Stoppede før tid: Er flyttet')
    expect(seat.text).to.contain('Note, kun for kontoret: Flyttet til sin søster')
    expect(await app.db('memberships').whereNot({ id: council.slotsgaarden.membershipId })).to.deep.equal(
      others,
    )

    const roster = await signe.get('/kontor/raadet')
    expect(roster.text).to.contain('8 af 9 pladser er besat. 1 er ledig: Slotsgården.')
    expect(roster.texts('.seat-row-vacant h3')).to.deep.equal(['Slotsgården'])
    const lastDay = await signe.get('/kontor/raadet?dato=28-02-2027')
    expect(lastDay.text).to.contain('9 af 9 pladser er besat.')
  })

  it('leads a vacant seat of organisations to a nomination', async () => {
    const confirm = await signe.get(`${leaving('forsorg-hjemloese')}?dato=28-02-2027`)
    expect(confirm.text).to.contain(
      'Kirkens Korshær og KFUM socialt arbejde indstiller et nyt medlem i fællesskab. Der er ingen suppleanter.',
    )
    const seat = await signe.submit(confirm, { end_reason: 'resigned' })
    expect(seat.link('Bed om en indstilling')).to.equal('/kontor/udpegninger/ny?plads=forsorg-hjemloese')
    expect((await signe.get(seat.link('Bed om en indstilling'))).text).to.contain('Forsorg/Hjemløse')
  })

  it('keeps the reason for leaving private from members, and out of the log', async () => {
    const confirm = await signe.get(`${leaving('slotsgaarden')}?dato=28-02-2027`)
    await signe.submit(confirm, { end_reason: 'moved', end_note: 'Flyttet til sin søster' })
    const tage = await (await app.as('tage')).get('/kontor/pladser/slotsgaarden')
    expect(tage.text).not.to.contain('søster')
    const logged = await app.db('audit_events').pluck('details')
    expect(logged.join()).not.to.contain('søster')
  })

  it('ends the office of a chair who leaves, before the membership', async () => {
    const confirm = await signe.get(`${leaving('perron-4')}?dato=30-06-2027`)
    expect(confirm.text).to.contain('Hvervet som formand slutter samme dag.')
    await signe.submit(confirm, { end_reason: 'resigned' })
    expect(await app.db('officeholdings').where({ office: 'chair' }).pluck('ends_on')).to.deep.equal([
      '2027-06-30',
    ])
  })

  it('refuses a leaving that makes no sense, day by day, with the day kept', async () => {
    const before = await everythingIn(app.db)
    for (const [day, sentence] of [
      ['30-02-2027', 'Datoen findes ikke. Skriv den som 21-09-2020.'],
      ['31-12-2025', 'Medlemskabet begynder først den 1. januar 2026. Vælg den dag eller en senere dag.'],
      ['01-01-2030', 'Medlemskabet slutter senest den 31. december 2029. Vælg en tidligere dag.'],
      [
        '31-12-2029',
        'Medlemskabet slutter allerede af sig selv den 31. december 2029. Du behøver ikke gøre noget.',
      ],
    ] as const) {
      const page = await signe.get(`${leaving('slotsgaarden')}?dato=${day}`)
      expect(page.status, day).to.equal(422)
      expect(page.errors, day).to.deep.equal([sentence])
      expect(page.value('dato'), day).to.equal(day)
    }
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('asks for a reason, and keeps the note', async () => {
    const before = await everythingIn(app.db)
    const confirm = await signe.get(`${leaving('slotsgaarden')}?dato=28-02-2027`)
    const page = await signe.submit(confirm, { end_note: 'Flyttet' })
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(['Vælg en af mulighederne.'])
    expect(page.text).to.contain('Pladsen bliver ledig fra den 1. marts 2027')
    expect(page.value('end_note')!.trim()).to.equal('Flyttet')
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('refuses a made-up reason, and a day that the page would not have sent', async () => {
    const before = await everythingIn(app.db)
    const form = (await signe.get(`${leaving('slotsgaarden')}?dato=28-02-2027`)).fill({ end_reason: 'moved' })
    const bored = await signe.send({ ...form, fields: { ...form.fields, end_reason: 'bored' } })
    expect(bored.errors).to.deep.equal(['Vælg en af mulighederne.'])
    const late = await signe.send({ ...form, fields: { ...form.fields, ends_on: '2031-01-01' } })
    expect(late.status).to.equal(422)
    expect(late.errors).to.deep.equal([
      'Medlemskabet slutter senest den 31. december 2029. Vælg en tidligere dag.',
    ])
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('shows the seat as it stands when somebody else ended the membership meanwhile', async () => {
    const mine = await signe.get(`${leaving('slotsgaarden')}?dato=28-02-2027`)
    const theirs = await signe.get(`${leaving('slotsgaarden')}?dato=31-01-2027`)
    await signe.submit(theirs, { end_reason: 'resigned' })
    const before = await everythingIn(app.db)
    const page = await signe.submit(mine, { end_reason: 'moved' })
    expect(page.status).to.equal(409)
    expect(page.errors).to.deep.equal(['Medlemskabet er allerede slut. Sidste dag var den 31. januar 2027.'])
    expect(page.heading).to.equal('Slotsgården')
    expect(page.text).to.contain('Ledig siden 1. februar 2027')
    expect(page.text).to.contain('1. januar 2026 – 31. januar 2027')
    expect(await everythingIn(app.db)).to.deep.equal(before)
    const again = await signe.get(`${leaving('slotsgaarden')}?dato=28-02-2027`)
    expect(again.status).to.equal(409)
    expect(again.heading).to.equal('Slotsgården')
  })

  it('strikes out a membership that was a mistake, with its offices, and keeps the rows', async () => {
    const page = await signe.submit(await signe.get(mistake('perron-4')), { note: 'Forkert person' })
    expect(page.notice).to.equal('Medlemskabet er strøget.')
    expect(page.text).not.to.contain('Maja Lund')
    const [membership] = await app.db('memberships').where({ id: council['perron-4'].membershipId })
    expect(membership).to.include({ voided_on: '2027-03-10', end_note: 'Forkert person' })
    expect(await app.db('officeholdings').where({ office: 'chair' }).pluck('voided_on')).to.deep.equal([
      '2027-03-10',
    ])
    expect((await signe.get('/kontor/raadet')).text).to.contain('1 er ledig: Perron 4.')
    expect((await signe.get('/kontor/raadet?dato=01-02-2026')).text).to.contain('1 er ledig: Perron 4.')
  })

  it('asks what was wrong before it strikes anything out', async () => {
    const before = await everythingIn(app.db)
    const page = await signe.submit(await signe.get(mistake('perron-4')), { note: ' ' })
    expect(page.status).to.equal(422)
    expect(page.errors).to.deep.equal(['Skriv noget her.'])
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('says so when the membership was struck out meanwhile', async () => {
    const mine = await signe.get(mistake('perron-4'))
    await signe.submit(await signe.get(mistake('perron-4')), { note: 'Forkert person' })
    const before = await everythingIn(app.db)
    for (const page of [
      await signe.submit(mine, { note: 'Forkert plads' }),
      await signe.get(mistake('perron-4')),
      await signe.get(`${leaving('perron-4')}?dato=30-06-2027`),
    ]) {
      expect(page.status).to.equal(409)
      expect(page.errors).to.deep.equal(['Medlemskabet er strøget som en fejl, så det kan ikke ændres.'])
      expect(page.heading).to.equal('Perron 4')
    }
    expect(await everythingIn(app.db)).to.deep.equal(before)
  })

  it('does not exist for a membership that does not', async () => {
    for (const path of ['udtraeden', 'fejl'])
      expect((await signe.get(`/kontor/medlemskaber/9999/${path}`)).status).to.equal(404)
  })
})
