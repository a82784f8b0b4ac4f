import { expect } from 'chai'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import type { CastName } from '../../../support/cast.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import { aLife, PRIVATE, tiedTo, type Life } from '../../../support/builders/life.ts'
import { aMember, aPerson, anOfficer } from '../../../support/builders/register.ts'
import { isoDate } from '../../../../models/core/dates.ts'
import type { PersonId } from '../../../../models/core/ids.ts'
import { anId } from '../../../support/ids.ts'

describe('the page of a person in full', () => {
  let house: TestApp
  let life: Life
  let signe: Visitor

  before(async () => {
    house = await anApp()
    life = await aLife(house)
    signe = await house.as('signe')
  })

  const path = (query = '') => `/kontor/personer/${life.personId}${query}`
  const seenBy = async (name: CastName, query = ''): Promise<Page> => (await house.as(name)).get(path(query))
  const section = (page: Page, id: string) => page.texts(`section[aria-labelledby="${id}-heading"]`).join(' ')

  it('says what the person holds today, and every office with its days and who decided', async () => {
    const page = await signe.get(path())
    expect(page.texts('.roster-sum')).to.deep.equal(['Har ingen plads i rådet i dag.'])
    expect(section(page, 'offices')).to.equal(
      'Hverv Formand 1. februar 2022 – 30. juni 2024 Besluttet af Udsatterådet den 1. februar 2022',
    )
  })

  it('tells the election, the day and the outcome, with a link to it', async () => {
    const page = await signe.get(path())
    expect(section(page, 'elections')).to.equal(
      'Har stillet op Valg på Perron 4 Ikke valgt Ordinært valg, 10. marts 2026',
    )
    expect(page.link('Valg på Perron 4')).to.equal(`/kontor/valg/${life.electionId}`)
  })

  it('tells who nominated, what the person said, and that nobody has decided yet', async () => {
    const page = await seenBy('vera')
    expect(section(page, 'nominations')).to.equal(
      'Har været indstillet Forsorg/Hjemløse Indstillet af KFUM socialt arbejde den 12. januar 2026. ' +
        'Personen sagde nej den 14. januar 2026. Ikke afgjort endnu.',
    )
    expect(page.link('Forsorg/Hjemløse')).to.equal(`/kontor/udpegninger/${life.nominationId}`)
  })

  it('sums attendance by term, and does not count as absent what nobody has written down', async () => {
    expect(section(await signe.get(path()), 'attendance')).to.equal(
      'Fremmøde Rådsperioden 2022–2025 Til stede ved 1 af 3 møder Forfald: 0 Udeblevet: 0 Gået: 1 Ikke oplyst: 1',
    )
  })

  it('says in one line what there is nothing of', async () => {
    expect((await signe.get(path())).text).to.include('Der står ikke noget om at være suppleant.')
    const id = await aPerson(house.db, house.by, { name: 'Ny Person' })
    const page = await signe.get(`/kontor/personer/${id}`)
    expect(page.text).to.include('Har ikke siddet i rådet.')
    expect(page.text).to.include(
      'Der står ikke noget om hverv, valg, indstillinger, at være suppleant, fremmøde og valgbarhed.',
    )
  })

  it('keeps contact, notes and the private reason to the office: the chair and other members read none of it', async () => {
    for (const name of ['signe', 'ruth'] as const)
      for (const secret of Object.values(PRIVATE)) expect((await seenBy(name)).text, name).to.include(secret)
    for (const name of ['vera', 'tage'] as const) {
      const { text } = await seenBy(name)
      expect(text).to.include('Grunden er privat')
      for (const secret of Object.values(PRIVATE)) expect(text, name).not.to.include(secret)
      expect(text).not.to.include('Alt om denne person')
    }
  })

  it('a member reads the result of an election, but no nomination that came to nothing', async () => {
    const page = await seenBy('tage')
    expect(section(page, 'elections')).to.include('Valg på Perron 4 Ikke valgt')
    expect(page.link('Valg på Perron 4')).to.equal(`/valg/${life.electionId}`)
    expect(page.text).not.to.include('KFUM')
    expect(page.text).not.to.include('indstillinger')
  })

  it('somebody reads of themselves all that the office does', async () => {
    await tiedTo(house, 'tage', life.personId)
    const page = await seenBy('tage')
    await tiedTo(house, 'tage', null)
    for (const secret of Object.values(PRIVATE)) expect(page.text).to.include(secret)
    expect(section(page, 'nominations')).to.include('Personen sagde nej')
    expect(page.link('Alt om denne person')).to.equal(path('/indsigt'))
  })

  describe('as of a day', () => {
    it('shows what the person held, and nothing that came later', async () => {
      const page = await signe.get(path('?dato=2023-05-01'))
      expect(page.texts('.roster-sum')).to.deep.equal(['Havde pladsen Slotsgården den 1. maj 2023. Formand'])
      expect(page.text).to.include('1. januar 2022 – 31. december 2025')
      expect(section(page, 'offices')).to.include('Formand Fra 1. februar 2022 Besluttet')
      expect(section(page, 'attendance')).to.include('Til stede ved 1 af 1 møde')
      for (const later of ['Stoppede før tid', PRIVATE.note, PRIVATE.ground, 'Valg på Perron 4', 'KFUM'])
        expect(page.text).not.to.include(later)
    })

    it('does not tell a result before the day that it was certified', async () => {
      const then = await signe.get(path('?dato=2026-03-10'))
      expect(section(then, 'elections')).to.include('Valg på Perron 4 Ikke afgjort endnu')
    })

    it('shows contact and what anyone may see on the page of today alone', async () => {
      const page = await signe.get(path('?dato=2023-05-01'))
      expect(page.text).to.include('Kontakt, og hvad alle må se, står kun på dagens side.')
      expect(page.text).not.to.include(PRIVATE.address)
      expect(page.link('Vis siden, som den er i dag')).to.equal(path())
    })

    it('before the first day there is nothing, and the page says so', async () => {
      const page = await signe.get(path('?dato=2019-01-01'))
      expect(page.text).to.include('Havde ingen plads i rådet den 1. januar 2019.')
      expect(page.text).to.include('Havde ikke siddet i rådet endnu den dag.')
    })

    it('of a day to come, says that it is only the plan', async () => {
      const page = await signe.get(path('?dato=2027-01-01'))
      expect(page.texts('.roster-sum')).to.deep.equal([
        'Har efter planen ingen plads i rådet den 1. januar 2027.',
      ])
      expect(page.text).to.include('Dagen er ikke kommet endnu, så meget kan ændre sig.')
      expect(page.text).to.include('Valg på Perron 4 Ikke valgt')
    })

    it('asks again for a day that does not exist', async () => {
      const page = await signe.get(path('?dato=30-02-2023'))
      expect(page.status).to.equal(422)
      expect(page.errors).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
      expect(page.value('dato')).to.equal('30-02-2023')
    })
  })

  it('asks the database as often for a long story as for a short one', async () => {
    const asked = async (id: PersonId) => {
      let queries = 0
      const count = () => (queries += 1)
      house.db.on('query', count)
      await signe.get(`/kontor/personer/${id}`)
      house.db.removeListener('query', count)
      return queries
    }
    const member = await aMember(house.db, house.by, { seat: 'cafe-rusfri', name: 'Finn Overgaard' })
    await signe.get(`/kontor/personer/${member.personId}`)
    const before = await asked(member.personId)
    await anOfficer(house.db, house.by, member, 'chair', isoDate('2026-03-01'))
    const rows = Array.from({ length: 20 }, (_, index) => ({
      ...{ seat_id: anId(1), person_id: member.personId, term_id: anId(1), origin: 'registration' as const },
      ...{ starts_on: isoDate(`20${index + 10}-01-01`), due_on: isoDate(`20${index + 10}-12-31`) },
      ends_on: isoDate(`20${index + 10}-12-31`),
    }))
    await house.db('memberships').insert(rows.filter(({ starts_on }) => starts_on < '2018'))
    await signe.get(`/kontor/personer/${member.personId}`)
    expect(await asked(member.personId)).to.equal(before)
  })
})
