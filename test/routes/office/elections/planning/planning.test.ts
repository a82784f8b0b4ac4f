import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { callElection } from '../../../../../models/elections/planning/planning.ts'
import { openPolling } from '../../../../../models/elections/polling/opening.ts'
import { listSittings } from '../../../../../models/elections/planning/sittings.ts'
import { changeStatutesRule } from '../../../../../models/council/statutes/rule_change.ts'
import { latestStatutes } from '../../../../../models/statutes/versions.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aCalledElection,
  aCandidate,
  aListedElection,
  anOpenElection,
  DAYS,
  official,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aMember, aTermOfOneArea } from '../../../../support/builders/register.ts'
import { anId } from '../../../../support/ids.ts'

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

  it('is not for a term in which the place is not renewed; where a term is for some places only, it says which', async () => {
    const term = await aTermOfOneArea(house.db, 'cafe-rusfri')
    const page = await signe.get(`${paths.newElection}?omraade=perron-4`)
    expect(page.text).to.include('1. januar 2028 – 31. december 2031 Kun for Café Rusfri')
    const other = { ...GOOD, term_id: String(term) }
    const refused = await storesNothing(house, () => signe.submit(page, other))
    expect(refused.errors).to.deep.equal([
      'Perron 4 bliver ikke fornyet i den rådsperiode. Vælg en anden rådsperiode.',
    ])
    await aMember(house.db, house.by, { seat: 'cafe-rusfri', name: 'Finn Overgaard' })
    const own = await signe.get(`${paths.newElection}?omraade=cafe-rusfri`)
    expect(own.value('term_id')).to.equal(String(term))
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
    const id = anId(Number(planned.url.split('/').at(-1)))
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

describe('elections: the timetable', () => {
  let house: TestApp
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
    await house.accountOf('vera')
    signe = await house.as('signe')
  })

  const newAt = (area: string) => signe.get(`${paths.newElection}?omraade=${area}`)
  const idOf = (page: Page): ElectionId => anId(Number(page.url.split('/').at(-1)))
  const sittingsOf = async (id: ElectionId) => listSittings(house.db, await getAnyElection(house.db, id))

  it('is proposed from the polling day, and nothing is stored by asking', async () => {
    const page = await newAt('perron-4')
    const shown = await storesNothing(house, () =>
      signe.submit(page, { polling_on: '10. marts 2026' }, 'Foreslå de andre datoer'),
    )
    expect(shown.status).to.equal(200)
    expect(shown.value('candidates_by')).to.equal('02-03-2026')
    expect([shown.value('opens_at'), shown.value('closes_at')]).to.deep.equal(['11.00', '14.00'])
    expect(shown.texts('#proposed li')).to.deep.equal([
      'Indkald kandidater: helst senest mandag den 16. februar 2026',
      'Sidste dag at stille op: mandag den 2. marts 2026',
      'Kandidatlisten godkendes fra tirsdag den 3. marts 2026',
      'Stemmerne tælles op, når der lukkes tirsdag den 10. marts 2026',
      'Man kan klage til og med tirsdag den 17. marts 2026. Det følger af vedtægterne',
    ])
    const planned = await signe.submit(shown, {}, 'Gem planen')
    expect(planned.notice).to.equal('Valget er planlagt.')
  })

  it('keeps what was typed when it is proposed, and asks for a day that exists', async () => {
    const page = await newAt('perron-4')
    const typed = { polling_on: '30-02-2026', place: 'Gården', opens_at: '9' }
    const wrong = await signe.submit(page, typed, 'Foreslå de andre datoer')
    expect(wrong.status).to.equal(422)
    expect(wrong.errors).to.deep.equal(['Datoen findes ikke. Skriv den som 21-09-2020.'])
    const right = await signe.submit(wrong, { polling_on: '10-03-2026' }, 'Foreslå de andre datoer')
    expect([right.value('place'), right.value('opens_at'), right.value('closes_at')]).to.deep.equal([
      'Gården',
      '9',
      '14.00',
    ])
  })

  it('has the place and hours of the last vote there', async () => {
    await aCalledElection(house)
    expect((await newAt('perron-4')).value('place')).to.equal('Caféen')
    expect((await newAt('slotsgaarden')).value('place')).to.equal('Slotsgården')
  })

  it('may have several sittings; the last one is the polling day, from which complaints are counted', async () => {
    const planned = await signe.submit(await newAt('perron-4'), {
      ...GOOD,
      sitting_2_on: '12-03-2026',
      sitting_2_opens: '10',
      sitting_2_closes: '10.30',
      sitting_2_place: 'Gården',
      sitting_3_on: '10-03-2026',
      sitting_3_opens: '16',
      sitting_3_closes: '18',
    })
    expect(planned.notice).to.equal('Valget er planlagt.')
    const id = idOf(planned)
    expect(await getAnyElection(house.db, id)).to.include({
      polling_on: '2026-03-12',
      opens_at: '11.00',
      closes_at: '10.30',
      place: 'Gården',
      complaints_until: '2026-03-19',
    })
    expect(await sittingsOf(id)).to.deep.equal([
      { number: 1, held_on: '2026-03-10', opens_at: '11.00', closes_at: '14.00', place: 'Caféen' },
      { number: 2, held_on: '2026-03-10', opens_at: '16.00', closes_at: '18.00', place: 'Caféen' },
      { number: 3, held_on: '2026-03-12', opens_at: '10.00', closes_at: '10.30', place: 'Gården' },
    ])
    expect(planned.text).to.include('tirsdag den 10. marts 2026, kl. 16.00–18.00, Caféen')

    const moved = await signe.submit(await signe.get(paths.electionPlan(id)), {
      sitting_2_on: '',
      sitting_2_opens: '',
      sitting_2_closes: '',
      sitting_2_place: '',
      sitting_3_on: '',
      sitting_3_opens: '',
      sitting_3_closes: '',
      sitting_3_place: '',
    })
    expect(moved.notice).to.equal('Planen er ændret.')
    expect(await sittingsOf(id)).to.deep.equal([
      { number: 1, held_on: '2026-03-10', opens_at: '11.00', closes_at: '14.00', place: 'Caféen' },
    ])
    expect(await house.db('polling_sittings').where({ election_id: id })).to.deep.equal([])
  })

  it('refuses sittings that overlap, and half a sitting', async () => {
    const page = await newAt('perron-4')
    const overlapping = { sitting_2_on: '10-03-2026', sitting_2_opens: '13.30', sitting_2_closes: '15' }
    const both = await storesNothing(house, () => signe.submit(page, { ...GOOD, ...overlapping }))
    expect(both.status).to.equal(422)
    expect(both.errors).to.deep.equal([
      'To afstemninger den 10. marts 2026 ligger oven i hinanden. Ret tiderne, så den ene er lukket, før den anden åbner.',
    ])
    expect(both.value('sitting_2_opens')).to.equal('13.30')
    expect(both.$('details[open]').length).to.equal(1)
    const half = await storesNothing(house, () => signe.submit(page, { ...GOOD, sitting_4_opens: '16' }))
    expect(half.errors.length).to.equal(2)
  })

  it('lets polling open from the first of several days, and not before', async () => {
    const planned = await signe.submit(await newAt('perron-4'), {
      ...GOOD,
      sitting_2_on: '12-03-2026',
      sitting_2_opens: '10',
      sitting_2_closes: '12',
    })
    const id = idOf(planned)
    await callElection(house.db, await official(house, 'signe'), id)
    for (const name of ['Åse Wang', 'Anker Bro']) await aCandidate(house, id, name)
    house.clock.set(DAYS.listed)
    signe = await house.as('signe')
    await signe.submit(await signe.get(paths.candidateList(id)))
    house.clock.set('2026-03-09')
    signe = await house.as('signe')
    expect((await signe.get(paths.election(id))).text).to.include(
      'Der bliver stemt tirsdag den 10. marts 2026 kl. 11.00',
    )
    const opening = { opened_at: '11.00', first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
    const early = openPolling(house.db, await official(house, 'signe'), id, opening)
    expect(await early.catch((error: unknown) => error)).to.include({ reason: 'polling_not_yet' })
    house.clock.set('2026-03-10T10:30:00Z')
    await openPolling(house.db, await official(house, 'signe'), id, opening)
    expect(await statusOf(house, id)).to.equal('polling')
  })

  it('says how people vote and how the roll is kept; the means can be changed until polling opens', async () => {
    const planned = await signe.submit(await newAt('perron-4'), {
      ...GOOD,
      means: 'both',
      roll_kind: 'alias',
    })
    const id = idOf(planned)
    expect(await getAnyElection(house.db, id)).to.include({ means: 'both', roll_kind: 'alias' })
    expect(planned.text).to.include('På papir eller tablet')
    await signe.submit(await signe.get(paths.electionPlan(id)), { means: 'paper' })
    expect(await getAnyElection(house.db, id)).to.include({ means: 'paper', roll_kind: 'alias' })
    const made_up = await storesNothing(house, async () => {
      const page = await signe.get(paths.electionPlan(id))
      return signe.submit(page, { means: 'telepathy' })
    })
    expect(made_up.status).to.equal(422)
  })

  it('shows the statutes that the election is held under, and who is late', async () => {
    const planned = await signe.submit(await newAt('perron-4'), GOOD)
    expect(planned.text).to.match(/Gælder fra den \d+\. \w+ 20\d\d/)
    house.clock.set('2026-03-06')
    signe = await house.as('signe')
    const late = await signe.get(paths.election(idOf(planned)))
    expect(late.texts('.step-information')[0]).to.equal('16. februar 2026: rådets sekretær, over fristen')
  })
})

describe('elections: a rerun', () => {
  async function anAnnulled(house: TestApp): Promise<ElectionId> {
    const id = await aListedElection(house)
    await house
      .db('elections')
      .where({ id })
      .update({ status: 'annulled', means: 'both', roll_kind: 'named' })
    return id
  }

  it('is planned from the annulled election, for the same place and term', async () => {
    const house = await anApp()
    const old = await anAnnulled(house)
    house.clock.set('2026-03-20')
    const signe = await house.as('signe')
    const page = await signe.get(paths.rerun(old))
    expect(page.heading).to.equal('Planlæg omvalg')
    expect([page.value('place'), page.value('means'), page.value('roll_kind')]).to.deep.equal([
      'Caféen',
      'both',
      'named',
    ])
    const days = { polling_on: '28-04-2026', candidates_by: '20-04-2026' }
    const planned = await signe.submit(page, days, 'Gem planen')
    const id = anId(Number(planned.url.split('/').at(-1)))
    const { area_id, term_id } = await getAnyElection(house.db, old)
    expect(await getAnyElection(house.db, id)).to.include({
      kind: 'rerun',
      status: 'planned',
      area_id,
      term_id,
    })
    expect(await statusOf(house, old)).to.equal('rerun')
    expect(planned.link('Se valget Holdes om efter')).to.equal(paths.election(old))
    const before = await signe.get(paths.election(old))
    expect(before.link('Se valget Er holdt om')).to.equal(paths.election(id))

    const twice = await storesNothing(house, () =>
      signe.submit(page, { ...days, place: 'Gården' }, 'Gem planen'),
    )
    expect(twice.status).to.equal(409)
    expect(twice.errors).to.deep.equal([
      'Det blev ikke gemt. Valget er gjort ugyldigt, og der holdes et nyt.',
    ])
  })

  it('has its dates proposed like any other', async () => {
    const house = await anApp()
    const old = await anAnnulled(house)
    const signe = await house.as('signe')
    const page = await signe.get(paths.rerun(old))
    const shown = await signe.submit(page, { polling_on: '28-04-2026' }, 'Foreslå de andre datoer')
    expect(shown.heading).to.equal('Planlæg omvalg')
    expect(shown.value('candidates_by')).to.equal('20-04-2026')
  })

  it('is of an election that is annulled, and of no other', async () => {
    const house = await anApp()
    const id = await aListedElection(house)
    const signe = await house.as('signe')
    expect((await signe.get(paths.rerun(id))).status).to.equal(404)
    expect((await signe.get(`${paths.newElection}?omvalg=x`)).status).to.equal(404)
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
    const moved = await signe.submit(page, {
      ...{ polling_on: '12-03-2026', opens_at: '12' },
      reason: 'Stedet er lukket den dag.',
    })
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
    const later = { polling_on: '11-03-2026', reason: 'Stedet er lukket.' }
    expect((await signe.submit(page, later)).notice).to.equal('Planen er ændret.')
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
    const id = anId(Number(planned.url.split('/').at(-1)))
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
