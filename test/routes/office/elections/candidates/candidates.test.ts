import { expect } from 'chai'
import { sha256 } from '../../../../../models/core/canonical.ts'
import { isoDate } from '../../../../../models/core/dates.ts'
import { type ElectionId, NO_ID } from '../../../../../models/core/ids.ts'
import { linkCandidacy } from '../../../../../models/elections/candidates/candidacies.ts'
import { listStanding } from '../../../../../models/elections/candidates/candidates.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { changeStatutesRule } from '../../../../../models/council/statutes/rule_change.ts'
import { latestStatutes } from '../../../../../models/statutes/versions.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aCalledElection,
  aCandidate,
  aListedElection,
  DAYS,
  official,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aMember, aPerson } from '../../../../support/builders/register.ts'

const GOOD = {
  name: 'Elna Grøn',
  contact: '86 12 34 56',
  consented_on: '14-01-2026',
  eligible_as: 'resident',
}

describe('elections: a candidate', () => {
  let house: TestApp
  let id: ElectionId
  let bo: Visitor

  beforeEach(async () => {
    house = await anApp()
    id = await aCalledElection(house)
    bo = await house.as('bo')
  })

  const cases: { title: string; change: Record<string, string>; error: string }[] = [
    {
      title: 'without a name',
      change: { name: '' },
      error: 'Skriv kandidatens navn, som det skal stå på stemmesedlen.',
    },
    {
      title: 'with a name of 10,000 characters',
      change: { name: 'å'.repeat(10_000) },
      error: 'Teksten er for lang. Skriv højst 120 tegn.',
    },
    {
      title: 'with the name of another one',
      change: { name: ' anker  BRO' },
      error: 'Der er allerede en kandidat med det navn. Er det en anden person, så skriv også et mellemnavn.',
    },
    {
      title: 'who sits on the board',
      change: { name: 'Vera Stub' },
      error: 'Vera Stub sidder i valgbestyrelsen. Sæt en anden i valgbestyrelsen først.',
    },
    {
      title: 'without consent',
      change: { consented_on: '' },
      error: 'Skriv noget her.',
    },
    {
      title: 'who will agree tomorrow',
      change: { consented_on: '16-01-2026' },
      error: 'Dagen er ikke kommet endnu. Skriv den dag, det skete.',
    },
    {
      title: 'whose ground nobody has checked',
      change: { eligibility_checked_by: '' },
      error: 'Skriv noget her.',
    },
  ]
  for (const { title, change, error } of cases) {
    it(`${title} is refused; what was typed is kept and nothing is stored`, async () => {
      const page = await bo.get(paths.candidates(id))
      const refused = await storesNothing(house, () => bo.submit(page, { ...GOOD, ...change }))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      for (const [name, value] of Object.entries({ ...GOOD, ...change }))
        if (value.length < 1000) expect(refused.value(name), name).to.equal(value)
    })
  }

  it('with two faults is told both, in the order of the statutes, and nothing is stored', async () => {
    const page = await bo.get(paths.candidates(id))
    const refused = await storesNothing(house, () =>
      bo.submit(page, { ...GOOD, name: 'Vera Stub', consented_on: '16-01-2026' }),
    )
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Dagen er ikke kommet endnu. Skriv den dag, det skete.',
      'Vera Stub sidder i valgbestyrelsen. Sæt en anden i valgbestyrelsen først.',
    ])
  })

  it('without a ground is refused', async () => {
    const page = await bo.get(paths.candidates(id))
    const { eligible_as: _, ...fields } = GOOD
    const refused = await storesNothing(house, () => bo.submit(page, fields))
    expect(refused.errors).to.deep.equal(['Vælg en af mulighederne.'])
  })

  it('who agreed in time can be typed in later, and one who agreed later cannot', async () => {
    house.clock.set(DAYS.listed)
    const late = await house.as('bo')
    const page = await late.get(paths.candidates(id))
    const after = await storesNothing(house, () => late.submit(page, { ...GOOD, consented_on: '03-03-2026' }))
    expect(after.errors).to.deep.equal([
      'Sidste dag at stille op var den 2. marts 2026. Den, der har sagt ja senere, kan ikke komme på listen.',
    ])
    const saved = await late.submit(page, { ...GOOD, consented_on: '02-03-2026' })
    expect(saved.notice).to.equal('Kandidaten er skrevet ind.')
  })

  it('sent twice is one candidate', async () => {
    const page = await bo.get(paths.candidates(id))
    await bo.submit(page, GOOD)
    await storesNothing(house, () => bo.submit(page, GOOD))
    expect(await listStanding(house.db, id)).to.have.length(4)
  })

  it('sent from a page of before the list was approved is a conflict, and the page shows the approved list', async () => {
    const page = await bo.get(paths.candidates(id))
    house.clock.set(DAYS.listed)
    const signe = await house.as('signe')
    await signe.submit(await signe.get(paths.candidateList(id)))
    const again = await house.as('bo')
    const own = (await again.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const sent = page.fill(GOOD)
    const refused = await storesNothing(house, () =>
      again.send({ ...sent, fields: { ...sent.fields, _csrf: own } }),
    )
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er allerede godkendt.'])
    expect(refused.text).to.include('1. Anker Bro')
  })

  it('of the register is chosen by the secretary, who can also say it later; a namesake is pointed out', async () => {
    const known = await aPerson(house.db, house.by, { name: 'Anker Bro' })
    const other = await aPerson(house.db, house.by, { name: 'Rigmor Vest' })
    expect((await bo.get(paths.candidates(id))).$('[name=person_id]').length).to.equal(0)
    const signe = await house.as('signe')
    const page = await signe.get(paths.candidates(id))
    const saved = await signe.submit(page, { ...GOOD, name: '', person_id: `${other}` })
    expect(saved.text).to.include('Rigmor Vest')
    const link = await signe.get(saved.link('En i registret har samme navn. Er det den samme?'))
    expect(link.value('person_id')).to.equal(`${known}`)
    const taken = await storesNothing(house, () => signe.submit(link, { person_id: `${other}` }))
    expect(taken.errors).to.deep.equal(['Personen står allerede som kandidat.'])
    const linked = await signe.submit(link)
    expect(linked.notice).to.equal('Kandidaten er knyttet til personen i registret.')
    const people = (await listStanding(house.db, id)).map(({ person_id }) => person_id)
    expect(people).to.deep.equal([known, null, other, null])
  })

  it('in the register cannot be chosen by somebody who may not read it', async () => {
    const known = await aPerson(house.db, house.by, { name: 'Rigmor Vest' })
    const sent = (await bo.get(paths.candidates(id))).fill(GOOD)
    await bo.send({ ...sent, fields: { ...sent.fields, person_id: `${known}` } })
    const stored = (await listStanding(house.db, id)).find(({ name }) => name === GOOD.name)
    expect(stored?.person_id).to.equal(null)
  })

  it('withdraws once, and not after the list is approved', async () => {
    const candidacy = await aCandidate(house, id, 'Elna Grøn')
    const path = paths.candidateWithdrawal(id, candidacy)
    const [page, stale] = [await bo.get(path), await bo.get(path)]
    await bo.submit(page)
    const twice = await storesNothing(house, () => bo.submit(stale))
    expect(twice.status).to.equal(409)
    expect(twice.errors).to.deep.equal(['Kandidaten har allerede trukket sig.'])

    const [other] = await listStanding(house.db, id)
    const second = await bo.get(paths.candidateWithdrawal(id, other?.id ?? NO_ID))
    house.clock.set(DAYS.listed)
    const signe = await house.as('signe')
    await signe.submit(await signe.get(paths.candidateList(id)))
    const again = await house.as('bo')
    const csrf = (await again.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const { action, fields } = second.fill()
    const late = await storesNothing(house, () => again.send({ action, fields: { ...fields, _csrf: csrf } }))
    expect(late.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er allerede godkendt.'])
  })

  it('of another election is not found under this one', async () => {
    const elsewhere = await aCalledElection(house, { area: 'slotsgaarden', candidates: [] })
    const candidacy = await aCandidate(house, elsewhere, 'Elna Grøn')
    expect((await bo.get(paths.candidateWithdrawal(id, candidacy))).status).to.equal(404)
  })
})

describe('elections: statutes with an age limit', () => {
  it('are kept by asking, and by refusing whoever is too young', async () => {
    const house = await anApp()
    await changeStatutesRule(house.db, house.by, {
      key: 'minimumAge',
      seenVersion: (await latestStatutes(house.db)).id,
      value: 18,
      source: 'Byrådet',
      reason: 'Vedtaget',
      inForceFrom: isoDate('2026-01-15'),
    })
    const id = await aCalledElection(house, { candidates: [] })
    const bo = await house.as('bo')
    const page = await bo.get(paths.candidates(id))
    expect(page.text).to.include('Er kandidaten fyldt 18 år?')
    const unasked = await storesNothing(house, () => bo.submit(page, GOOD))
    expect(unasked.status).to.equal(422)
    const young = await storesNothing(house, () => bo.submit(page, { ...GOOD, of_age: 'nej' }))
    expect(young.errors).to.deep.equal(['Kandidater skal være fyldt 18 år.'])
    expect((await bo.submit(page, { ...GOOD, of_age: 'ja' })).notice).to.equal('Kandidaten er skrevet ind.')
  })
})

describe('elections: the list of candidates', () => {
  it('is approved once; a second page and a second click change nothing', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    house.clock.set(DAYS.listed)
    const bo = await house.as('bo')
    const [page, stale] = [await bo.get(paths.candidateList(id)), await bo.get(paths.candidateList(id))]
    await bo.submit(page)
    await storesNothing(house, () => bo.submit(page))
    const late = await storesNothing(house, () => bo.submit(stale))
    expect(late.status).to.equal(409)
    expect(late.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er allerede godkendt.'])
    expect(late.text).to.include('Listen er godkendt. Sådan står navnene på stemmesedlen.')
  })

  it('is not approved before the deadline, nor when somebody has come since the page was made', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    house.clock.set(DAYS.listed)
    const page = await (await house.as('bo')).get(paths.candidateList(id))
    house.clock.set(DAYS.deadline)
    const bo = await house.as('bo')
    const csrf = (await bo.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const { action, fields } = page.fill()
    const early = await storesNothing(house, () => bo.send({ action, fields: { ...fields, _csrf: csrf } }))
    expect(early.status).to.equal(422)
    expect(early.errors).to.deep.equal([
      'Man kan stille op til og med den 2. marts 2026. Listen kan godkendes dagen efter.',
    ])
    await aCandidate(house, id, 'Elna Grøn')
    house.clock.set(DAYS.listed)
    const late = await house.as('bo')
    const token = (await late.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const changed = await storesNothing(house, () =>
      late.send({ action, fields: { ...fields, _csrf: token } }),
    )
    expect(changed.status).to.equal(409)
    expect(changed.errors).to.deep.equal([
      'Listen er ændret, siden du så den. Se den nye liste, og godkend så igen.',
    ])
    expect(changed.texts('.ballot-list li')).to.include('Elna Grøn')
  })

  it('has the order that people drew where the statutes say lot, with method and witnesses', async () => {
    const house = await anApp()
    await drawnByLot(house)
    const id = await aCalledElection(house)
    house.clock.set(DAYS.listed)
    const bo = await house.as('bo')
    const page = await bo.get(paths.candidateList(id))
    expect(page.text).to.include('Rækkefølgen trækkes der lod om')
    const [anker, jens, aase] = (await listStanding(house.db, id)).map((one) => `position_${one.id}`) as [
      string,
      string,
      string,
    ]
    const drawn = { method: 'slips', witnesses: 'Dagmar Lind og Otto Kjær' }
    const twice = await storesNothing(house, () =>
      bo.submit(page, { ...drawn, [anker]: '1', [jens]: '1', [aase]: '3' }, 'Godkend kandidatlisten'),
    )
    expect(twice.errors).to.deep.equal([
      'Skriv et tal ud for hver kandidat, fra 1 til 3, og brug hvert tal én gang.',
    ])
    expect(twice.value(aase)).to.equal('3')
    await bo.submit(page, { ...drawn, [anker]: '2', [jens]: '3', [aase]: '1' }, 'Godkend kandidatlisten')
    expect((await listStanding(house.db, id)).map(({ name }) => name)).to.deep.equal([
      'Åse Wang',
      'Anker Bro',
      'Jens Ærø',
    ])
    const lot = await house.db('lots').where({ election_id: id }).first()
    expect(lot).to.include({ about: 'ballot_order', method: 'slips', drawn_by: 'Bo Krag' })
  })

  it('has the order that the app drew, where it was made ready and somebody has said something', async () => {
    const house = await anApp()
    await drawnByLot(house)
    const id = await aCalledElection(house)
    house.clock.set(DAYS.listed)
    const bo = await house.as('bo')
    const page = await bo.get(paths.candidateList(id))
    const ready = await bo.submit(page, {}, 'Gør lodtrækningen klar')
    const { commitment, seed: sealed } = (await house.db('draws').where({ election_id: id }).first()) ?? {}
    expect(ready.text).to.include(commitment)
    expect(ready.$.html()).not.to.include(sealed)
    const said = { words: 'Grød med kanel', seen_by: 'Dagmar Lind og Otto Kjær' }
    const silent = await storesNothing(house, () => bo.submit(ready, { ...said, words: ' ' }))
    expect(silent.status).to.equal(422)
    // A page from before: the order that people would have drawn no longer counts.
    const stale = await storesNothing(house, () => bo.submit(page, {}, 'Godkend kandidatlisten'))
    expect(stale.status).to.equal(422)
    const approved = await bo.submit(ready, said)
    expect(approved.notice).to.equal('Kandidatlisten er godkendt.')
    // The smallest SHA-256 of "seed:words:id:name" is first.
    const { seed } = (await house.db('lot_draws').first()) ?? {}
    expect(sha256(seed ?? '')).to.equal(commitment)
    const standing = await listStanding(house.db, id)
    const hashes = standing.map((one) => sha256(`${seed ?? ''}:Grød med kanel:${one.id}:${one.name}`))
    expect(hashes).to.deep.equal([...hashes].sort())
    const list = await bo.get(paths.candidateList(id))
    expect(list.text).to.include(seed).and.to.include(commitment).and.to.include('Grød med kanel')
    expect(list.texts('.draw-lines .code')).to.deep.equal(hashes)
  })

  it('is approved by one of two who press at the same time, and counts once', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    house.clock.set(DAYS.listed)
    const [bo, lis] = [await house.as('bo'), await house.as('lis')]
    const [hers, his] = [await lis.get(paths.candidateList(id)), await bo.get(paths.candidateList(id))]
    const answers = await Promise.all([lis.submit(hers), bo.submit(his)])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const late = answers.find(({ status }) => status === 409)
    expect(late?.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er allerede godkendt.'])
    const { list_version, status } = await getAnyElection(house.db, id)
    expect([list_version, status]).to.deep.equal([1, 'listed'])
    const approvals = await house.db('audit_events').where({ action: 'election.list_approved' })
    expect(approvals.length).to.equal(1)
  })

  it('warns of a candidate who holds a seat on the council, and keeps nobody from standing', async () => {
    const house = await anApp()
    const person = await aMember(house.db, house.by, { seat: 'slotsgaarden', name: 'Åse Wang' })
    const id = await aCalledElection(house)
    const aase = (await listStanding(house.db, id)).find(({ name }) => name === 'Åse Wang')
    const signe = await house.as('signe')
    expect((await signe.get(paths.candidates(id))).text).not.to.include('Sidder i rådet')
    await linkCandidacy(house.db, await official(house, 'signe'), id, aase?.id ?? NO_ID, person.personId)
    expect((await signe.get(paths.candidates(id))).text).to.include(
      'Sidder i rådet Har pladsen Slotsgården til og med den 31. december 2029.',
    )
    house.clock.set(DAYS.listed)
    const bo = await house.as('bo')
    const page = await bo.get(paths.candidateList(id))
    expect(page.text).to.include('Åse Wang har allerede en plads i rådet (Slotsgården)')
    expect((await bo.submit(page)).notice).to.equal('Kandidatlisten er godkendt.')
  })

  it('comes before polling: without one, no polls open', async () => {
    const house = await anApp()
    const id = await aCalledElection(house)
    const listed = await aListedElection(house, { area: 'slotsgaarden' })
    house.clock.set(`${DAYS.polling}T11:00:00Z`)
    const signe = await house.as('signe')
    const form = (await signe.get(paths.polling(listed))).fill({ second_witness: 'Dagmar Lind' })
    expect((await signe.get(paths.polling(id))).text).to.include(
      'Kandidatlisten skal godkendes, før der kan stemmes.',
    )
    const refused = await storesNothing(house, () =>
      signe.send({ ...form, action: paths.pollingOpening(id) }),
    )
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal(['Det blev ikke gemt. Kandidatlisten er ikke godkendt endnu.'])
    expect(await statusOf(house, id)).to.equal('nominating')
  })
})

async function drawnByLot(house: TestApp): Promise<void> {
  await changeStatutesRule(house.db, house.by, {
    key: 'ballotOrder',
    seenVersion: (await latestStatutes(house.db)).id,
    value: 'lot',
    source: 'Byrådet',
    reason: 'Vedtaget',
    inForceFrom: isoDate('2026-01-15'),
  })
}
