import { expect } from 'chai'
import { isoDate } from '../../../../models/dates.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import { changeStatutesRule, latestStatutes } from '../../../../models/register/statutes.ts'
import { paths } from '../../../../routes/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../support/app.ts'
import {
  aCalledElection,
  aCandidate,
  aListedElection,
  anOpenElection,
  DAYS,
  statusOf,
  storesNothing,
} from '../../../support/builders/elections.ts'
import { aMember } from '../../../support/builders/register.ts'

const GOOD = {
  polling_on: '10-03-2026',
  candidates_by: '02-03-2026',
  place: 'Caféen',
  opens_at: '11.00',
  closes_at: '14.00',
}

describe('elections: a plan', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
    for (const name of ['signe', 'vera', 'bo', 'kaj'] as const) await house.accountOf(name)
    signe = await house.as('signe')
  })

  const cases: { title: string; change: Record<string, string>; error: string }[] = [
    {
      title: 'a polling day that is past',
      change: { polling_on: '14-01-2026', candidates_by: '13-01-2026' },
      error: 'Valgdagen er gået. Vælg i dag eller en senere dag.',
    },
    {
      title: '30 February',
      change: { polling_on: '30-02-2026' },
      error: 'Datoen findes ikke. Skriv den som 21-09-2020.',
    },
    {
      title: 'a polling day after the term',
      change: { polling_on: '01-02-2030' },
      error: 'Rådsperioden slutter den 31. december 2029. Vælg en tidligere valgdag.',
    },
    {
      title: 'a deadline on the polling day',
      change: { candidates_by: '10-03-2026' },
      error:
        'Sidste dag at stille op skal ligge før valgdagen den 10. marts 2026, så I kan nå at lave stemmesedler.',
    },
    {
      title: 'a deadline that is past',
      change: { candidates_by: '14-01-2026' },
      error: 'Sidste dag at stille op er gået. Vælg i dag eller en senere dag.',
    },
    {
      title: 'polls that close before they open',
      change: { closes_at: '10.30' },
      error: 'Afstemningen skal lukke senere, end den åbner kl. 11.00.',
    },
    {
      title: 'a time that is none',
      change: { opens_at: '25.00' },
      error: 'Skriv klokkeslættet som 17.00.',
    },
    { title: 'no place', change: { place: ' ' }, error: 'Skriv noget her.' },
    {
      title: 'a place of 10,000 characters',
      change: { place: 'å'.repeat(10_000) },
      error: 'Teksten er for lang. Skriv højst 200 tegn.',
    },
    { title: 'an unknown area', change: { area_id: '999' }, error: '' },
  ]
  for (const { title, change, error } of cases) {
    it(`refuses ${title}, keeps what was typed and stores nothing`, async () => {
      const page = await signe.get(`${paths.newElection}?omraade=perron-4`)
      const refused = await storesNothing(house, () => signe.submit(page, { ...GOOD, ...change }))
      if (error === '') {
        expect(refused.status).to.equal(404)
        return
      }
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      for (const [name, value] of Object.entries({ ...GOOD, ...change }))
        if (value.length < 1000) expect(refused.value(name), name).to.equal(value)
    })
  }

  it('is not for an area where organisations nominate', async () => {
    const page = await signe.get(paths.newElection)
    const area = await house.db('areas').where({ slug: 'psykiatri' }).first('id')
    const refused = await storesNothing(house, () => signe.submit(page, { ...GOOD, area_id: `${area?.id}` }))
    expect(refused.errors).to.deep.equal(['Brugerne vælger kun på væresteder. Vælg et af dem.'])
  })

  it('is not for a seat that is held for the whole term', async () => {
    await aMember(house.db, house.by, { seat: 'perron-4', name: 'Maja Lund' })
    const page = await signe.get(`${paths.newElection}?omraade=perron-4`)
    expect(page.text).to.include('Perron 4 Pladsen er besat i hele perioden')
    const refused = await storesNothing(house, () => signe.submit(page, GOOD))
    expect(refused.errors).to.deep.equal([
      'Pladsen er besat i hele rådsperioden: Perron 4. Der er ikke noget at vælge til.',
    ])
  })

  it('is one at a time in an area, however often it is sent', async () => {
    const page = await signe.get(`${paths.newElection}?omraade=perron-4`)
    const first = await signe.submit(page, GOOD)
    const twice = await storesNothing(house, () => signe.submit(page, GOOD))
    expect(twice.url).to.equal(first.url)
    const other = await storesNothing(house, async () =>
      signe.submit(await signe.get(`${paths.newElection}?omraade=perron-4`), GOOD),
    )
    expect(other.status).to.equal(409)
    expect(other.errors).to.deep.equal([
      'Der er allerede et valg i gang: Perron 4. Åbn det fra listen over valg.',
    ])
  })

  it('has a board of at least two, none of them from another place', async () => {
    const page = await signe.get(`${paths.newElection}?omraade=perron-4`)
    const one = await storesNothing(house, async () =>
      signe.submit(page, { ...GOOD, board: `${await house.accountOf('signe')}` }),
    )
    expect(one.errors).to.deep.equal(['Vælg mindst to til valgbestyrelsen. To skal godkende resultatet.'])
    const board = [`${await house.accountOf('signe')}`, `${await house.accountOf('kaj')}`]
    const elsewhere = await storesNothing(house, () => signe.submit(page, { ...GOOD, board }))
    expect(elsewhere.errors).to.deep.equal([
      'Kaj Bang har ikke adgang til valget. Vælg en anden til valgbestyrelsen.',
    ])
    const own = await signe.submit(page, {
      ...GOOD,
      board: [board[0] ?? '', `${await house.accountOf('bo')}`],
    })
    expect(own.text).to.include('Bo Krag og Signe Holm')
  })

  it('pins the statutes that are in force on the polling day', async () => {
    const { id: first } = await latestStatutes(house.db)
    const { id: second } = await changeStatutesRule(house.db, house.by, {
      key: 'complaintDays',
      seenVersion: first,
      value: 14,
      source: 'Byrådet',
      reason: 'Længere frist',
      inForceFrom: isoDate('2026-03-01'),
    })
    const page = await signe.get(`${paths.newElection}?omraade=perron-4`)
    const planned = await signe.submit(page, GOOD)
    const id = Number(planned.url.split('/').at(-1))
    expect(await getAnyElection(house.db, id)).to.include({
      statutes_version_id: second,
      complaints_until: '2026-03-24',
    })
    const moved = await signe.submit(await signe.get(paths.electionPlan(id)), {
      polling_on: '27-02-2026',
      candidates_by: '20-02-2026',
    })
    expect(moved.notice).to.equal('Planen er ændret.')
    expect(await getAnyElection(house.db, id)).to.include({
      statutes_version_id: first,
      complaints_until: '2026-03-06',
    })
  })
})

describe('elections: a plan that is moved', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  it('keeps its deadline for candidates once the list is approved', async () => {
    const id = await aListedElection(house)
    const signe = await house.as('signe')
    const page = await signe.get(paths.electionPlan(id))
    expect(page.$('[name=candidates_by]').length).to.equal(0)
    const moved = await signe.submit(page, { polling_on: '12-03-2026', opens_at: '12' })
    expect(moved.notice).to.equal('Planen er ændret.')
    expect(await getAnyElection(house.db, id)).to.include({
      polling_on: '2026-03-12',
      opens_at: '12.00',
      candidates_by: DAYS.deadline,
      status: 'listed',
    })
  })

  it('may keep a deadline that is past, but not choose one', async () => {
    const id = await aCalledElection(house)
    house.clock.set(DAYS.listed)
    const signe = await house.as('signe')
    const page = await signe.get(paths.electionPlan(id))
    const wrong = await storesNothing(house, () => signe.submit(page, { candidates_by: '01-03-2026' }))
    expect(wrong.errors).to.deep.equal(['Sidste dag at stille op er gået. Vælg i dag eller en senere dag.'])
    expect((await signe.submit(page, { polling_on: '11-03-2026' })).notice).to.equal('Planen er ændret.')
  })

  it('stands as it is when polling has opened, also for a page that was loaded before', async () => {
    const id = await aListedElection(house)
    const signe = await house.as('signe')
    const page = await signe.get(paths.electionPlan(id))
    await house.db('elections').where({ id }).update({ status: 'polling' })
    const refused = await storesNothing(house, () => signe.submit(page, { polling_on: '12-03-2026' }))
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal(['Det blev ikke gemt. Afstemningen er allerede åbnet.'])
    expect(refused.text).to.include('Afstemningen er begyndt, så planen kan ikke ændres mere.')
  })
})

describe('elections: the call', () => {
  it('is made once; a page that was loaded before it says how things stand', async () => {
    const house = await anApp()
    await house.accountOf('vera')
    const signe = await house.as('signe')
    const planned = await signe.submit(await signe.get(`${paths.newElection}?omraade=perron-4`), GOOD)
    const id = Number(planned.url.split('/').at(-1))
    const [page, stale] = [await signe.get(paths.electionCall(id)), await signe.get(paths.electionCall(id))]
    await signe.submit(page)
    const twice = await storesNothing(house, () => signe.submit(page))
    expect(twice.heading).to.equal('Valg på Perron 4')
    const late = await storesNothing(house, () => signe.submit(stale))
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er ikke godkendt endnu.'])
    expect(late.text).to.include('Kandidaterne er indkaldt.')
    expect(await statusOf(house, id)).to.equal('nominating')
  })
})

describe('elections: the board', () => {
  it('can be changed until the result is certified, but not to somebody who stands', async () => {
    const house = await anApp()
    const id = await anOpenElection(house, { candidates: ['Bo Krag', 'Anker Bro'], board: ['signe', 'vera'] })
    const signe = await house.as('signe')
    const page = await signe.get(paths.electionBoard(id))
    const [signeId, lisId, boId] = await Promise.all(
      (['signe', 'lis', 'bo'] as const).map(async (name) => `${await house.accountOf(name)}`),
    )
    const stands = await storesNothing(house, () =>
      signe.submit(page, { board: [signeId ?? '', boId ?? ''] }),
    )
    expect(stands.errors).to.deep.equal([
      'Bo Krag er kandidat og kan ikke sidde i valgbestyrelsen. Vælg en anden.',
    ])
    const changed = await signe.submit(page, { board: [signeId ?? '', lisId ?? ''] })
    expect(changed.notice).to.equal('Valgbestyrelsen er ændret.')
    expect(changed.text).to.include('Lis Winther og Signe Holm')
  })

  it('has nobody who becomes a candidate', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const error = await aCandidate(house, id, 'vera  STUB').catch((thrown: unknown) => thrown)
    expect(error).to.include({ reason: 'candidate_on_board' })
  })
})
