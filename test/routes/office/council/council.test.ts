import { expect } from 'chai'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aCouncil, aMember, NINE } from '../../../support/builders/register.ts'

describe('the council in the office', () => {
  it('shows nine members with their offices and how each got the seat, to a member too', async () => {
    const app = await anApp()
    await aCouncil(app)
    const page = await (await app.as('tage')).get('/kontor/raadet')
    expect(page.text).to.contain('9 af 9 pladser er besat.')
    expect(page.texts('.seat-row-who strong')).to.deep.equal(Object.values(NINE))
    expect(page.texts('.seat-row')[0]).to.equal(
      'Perron 4 Maja Lund Formand 1. januar 2026 – 31. december 2029 Skrevet ind af rådets sekretær',
    )
    expect(page.texts('.facts > div')).to.deep.equal([
      'Formand Maja Lund Siden 12. januar 2026',
      'Næstformand Karla Due Siden 12. januar 2026',
    ])
  })

  it('does not call a seat vacant since 2018 only because nobody has been written in', async () => {
    const app = await anApp()
    const page = await (await app.as('signe')).get('/kontor/raadet')
    expect(page.text).to.contain('0 af 9 pladser er besat. 9 er ledige:')
    expect(page.texts('.seat-row')[0]).to.equal(
      'Perron 4 Ledig Der er ikke skrevet noget medlem ind endnu Der vælges et nyt medlem på Perron 4. ' +
        'Der er ingen suppleanter.',
    )
    expect(page.text).not.to.contain('2018')
  })

  describe('between two terms', () => {
    let app: TestApp

    beforeEach(async () => {
      app = await anApp({ on: '2026-02-11' })
      for (const [seat, name] of Object.entries(NINE))
        await aMember(app.db, app.by, { seat, name, startsOn: '2022-01-01' })
      await aMember(app.db, app.by, { seat: 'perron-4', name: 'Bodil Krogh', startsOn: '2026-02-12' })
    })

    it('says from when the seats are empty, who sat there, and that holdover is not known', async () => {
      const page = await (await app.as('signe')).get('/kontor/raadet')
      expect(page.text).to.contain('0 af 9 pladser er besat.')
      expect(page.texts('.alert-warning .alert-heading, .alert-warning .alert-text')).to.deep.equal([
        'Rådsperioden sluttede den 31. december 2025',
        '9 pladser er ikke besat igen endnu.',
        'Det står ikke klart, om det gamle råd fortsætter, til det nye er på plads.',
      ])
      for (const part of [
        'Perron 4 Ledig Siden 1. januar 2026',
        'Før: Maja Lund til 31. december 2025',
        'Bodil Krogh begynder den 12. februar 2026.',
      ])
        expect(page.texts('.seat-row')[0]).to.contain(part)
      expect(page.texts('.seat-row')[2]).to.contain('Der vælges et nyt medlem på Slotsgården.')
      expect(page.text).to.contain('Antaget – ikke bekræftet: Når perioden slutter, Indstilling: Psykiatri.')
    })

    it('says the same on the page of a seat', async () => {
      const page = await (await app.as('signe')).get('/kontor/pladser/slotsgaarden')
      expect(page.text).to.contain('Ledig siden 1. januar 2026')
      expect(page.text).to.contain(
        'Det står ikke klart, om det gamle råd fortsætter, til det nye er på plads.',
      )
      expect(page.texts('.assumed')).to.deep.equal([
        'Antaget – ikke bekræftet: Når perioden slutter. Læs, hvad der gælder',
      ])
    })

    it('shows the last day of the old council and the first of the new as they are', async () => {
      const signe = await app.as('signe')
      expect((await signe.get('/kontor/raadet?dato=31.12.2025')).text).to.contain('9 af 9 pladser er besat.')
      const next = await signe.get('/kontor/raadet?dato=12/2 2026')
      expect(next.text).to.contain('1 af 9 pladser er besat.')
      expect(next.texts('.alert-warning')[0]).to.contain('8 pladser er ikke besat igen endnu.')
    })
  })

  it('keeps a day that does not exist, says so, and shows today', async () => {
    const app = await anApp()
    const signe = await app.as('signe')
    for (const typed of ['30. februar 2026', 'i går', '31-06-2026', '21-13-2026']) {
      const page = await signe.get(`/kontor/raadet?dato=${encodeURIComponent(typed)}`)
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
      expect(page.value('dato')).to.equal(typed)
      expect(page.heading).to.equal('Rådet i dag')
    }
  })

  it('changes at once when the register does', async () => {
    const app = await anApp()
    const signe = await app.as('signe')
    expect((await signe.get('/kontor/raadet')).text).not.to.contain('Maja Lund')
    await aMember(app.db, app.by, { seat: 'perron-4', name: 'Maja Lund' })
    expect((await signe.get('/kontor/raadet')).text).to.contain('Maja Lund')
  })
})
