import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import type { CandidacyId, ElectionId } from '../../../../../models/core/ids.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { getResult } from '../../../../../models/elections/result/loading.ts'
import { endMembership } from '../../../../../models/council/leaving.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  aCalledElection,
  aCandidate,
  aClosedElection,
  aCountedElection,
  aListedElection,
  countOnPage,
  counts,
  DAYS,
  PAPERS,
  ruledBy,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aMember } from '../../../../support/builders/register.ts'
import { anId } from '../../../../support/ids.ts'

const TWO = ['Birthe Toft', 'Carlo Mose'] as const
const TIE = { votes: [14, 14] }
const TIE_PAPERS = { ...PAPERS, handed_out: 28, unused: 32 }

describe('elections: a tie, 14–14 at Perron 4', () => {
  let house: TestApp
  let id: ElectionId

  before(async () => {
    house = await anApp()
    id = await aClosedElection(house, { candidates: TWO, papers: TIE_PAPERS })
    await ruledBy(house, id, { lotByTelephone: false })
    await counts(house, id, 'bo', TIE)
  })

  it('is seen when the second count agrees, and nobody is elected yet', async () => {
    const page = await countOnPage(await house.as('lis'), id, TIE)
    expect(page.heading).to.equal('Lodtrækning')
    expect(page.text).to.include('Birthe Toft og Carlo Mose har lige mange stemmer: 14 hver.')
    expect(await statusOf(house, id)).to.equal('lot_required')
    const result = await (await house.as('signe')).get(paths.result(id))
    expect(result.text).to.include(
      'Birthe Toft og Carlo Mose har lige mange stemmer. Der skal trækkes lod om 1 plads.',
    )
    expect(result.text).not.to.include('er valgt')
  })

  it('is not told outside, not even that there is one', async () => {
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include('Stemmerne er talt op. Resultatet kommer, når det er godkendt.')
    expect(shown.text).not.to.match(/lod|lige mange|14 hver/)
  })

  it('is not settled by somebody who is not on the board', async () => {
    const page = await (await house.as('bo')).get(paths.lot(id))
    expect(page.text).to.include('Nu skal Signe Holm og Vera Stub trække lod. Ring til dem.')
    expect(page.$('main form[method=post]').length).to.equal(0)
    const bo = await house.as('bo')
    const csrf = (await bo.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const ids = (await candidacies()).map(String)
    const fields = { _csrf: csrf, method: 'slips', witnesses: 'To', among: ids, chosen: ids[0] ?? '' }
    const refused = await storesNothing(house, () => bo.send({ action: paths.lot(id), fields }))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Det gør valgbestyrelsen, og du er ikke med i den ved dette valg. Siden siger, hvem I skal ringe til.',
    ])
  })

  async function candidacies(): Promise<CandidacyId[]> {
    return house.db('candidacies').where({ election_id: id }).orderBy('id').pluck('id')
  }

  it('is not settled among the wrong people, or for the wrong number', async () => {
    const signe = await house.as('signe')
    const page = await signe.get(paths.lot(id))
    const filled = { method: 'slips', witnesses: 'Dagmar Lind og Otto Kjær' }
    const [first = anId(0)] = await candidacies()
    const sent = page.fill({ ...filled, chosen: `${first}` })
    const among = [`${first}`, '999']
    const others = await storesNothing(house, () =>
      signe.send({ ...sent, fields: { ...sent.fields, among } }),
    )
    expect(others.status).to.equal(422)
    expect(others.errors).to.deep.equal([
      'Der skal trækkes lod mellem præcis de kandidater, der har lige mange stemmer. Ret listen.',
    ])
    expect(others.value('witnesses')).to.equal('Dagmar Lind og Otto Kjær')
    const stranger = await storesNothing(house, () =>
      signe.send({ ...sent, fields: { ...sent.fields, chosen: '999', _once: 'a' } }),
    )
    expect(stranger.errors).to.deep.equal(['Vælg kun blandt de kandidater, der er trukket lod imellem.'])
    const both = await storesNothing(house, async () =>
      signe.send({
        ...sent,
        fields: { ...sent.fields, chosen: (await candidacies()).map(String), _once: 'b' },
      }),
    )
    expect(both.errors).to.deep.equal(['Lodtrækningen skal give præcis 1 valgt. Ret valget.'])
    const none = await storesNothing(house, () => signe.submit(page, { method: 'coin' }))
    expect(none.errors).to.deep.equal(['Skriv noget her.'])
    expect(await statusOf(house, id)).to.equal('lot_required')
  })

  it('is settled by a lot that people drew, with method and witnesses; the count is run again with it', async () => {
    const [, carlo = anId(0)] = await candidacies()
    const signe = await house.as('signe')
    const page = await signe.get((await signe.get(paths.election(id))).link('Træk lod'))
    const fields = { method: 'slips', witnesses: 'Dagmar Lind og Otto Kjær', chosen: `${carlo}` }
    const drawn = await signe.submit(page, fields)
    expect(drawn.notice).to.equal('Lodtrækningen er skrevet ind.')
    expect(drawn.text).to.include('Carlo Mose er valgt på Perron 4.')
    expect(drawn.texts('.reasons li p:first-child')).to.deep.equal([
      'Birthe Toft og Carlo Mose fik lige mange stemmer, men der var ikke plads til alle. De fik 14 stemmer hver.',
      'Lodden faldt på Carlo Mose. Der blev trukket lod den 10. marts 2026 med sedler, mens andre så på. Vidner: Dagmar Lind og Otto Kjær.',
    ])
    expect(await statusOf(house, id)).to.equal('counted')
    const twice = await storesNothing(house, () => signe.submit(page, fields))
    expect(twice.text).to.include('Carlo Mose er valgt på Perron 4.')
    const again = await storesNothing(house, () =>
      signe.send({ ...page.fill(fields), fields: { ...page.fill(fields).fields, _once: 'c' } }),
    )
    expect(again.status).to.equal(409)
    expect(again.errors).to.deep.equal(['Det blev ikke gemt. Stemmerne er allerede talt op.'])
  })

  it('is certified with the lot in its hash, and the public reads how it was drawn', async () => {
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      const form = await visitor.get(paths.certification(id))
      expect(form.text).to.include('Vidner: Dagmar Lind og Otto Kjær.')
      await visitor.submit(form)
    }
    const { hash } = await getResult(house.db, await getAnyElection(house.db, id))
    expect(await house.db('certifications').pluck('result_hash')).to.deep.equal([hash, hash])
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include('Carlo Mose er valgt på Perron 4.')
    expect(shown.text)
      .to.include('mens andre så på.')
      .and.not.to.match(/Dagmar Lind|Otto Kjær/)
    const data = await house.visitor().raw('get', paths.publicRecordData(id))
    expect(data.text).not.to.match(/Dagmar Lind|Otto Kjær/)
    expect((await house.visitor().get(paths.front)).text).to.include('Valgt ved lodtrækning')
  })
})

describe('elections: no more candidates than seats, one at Café Rusfri', () => {
  let house: TestApp
  let id: ElectionId

  before(async () => {
    house = await anApp()
    id = await aListedElection(house, { area: 'cafe-rusfri', candidates: ['Tove Bæk'] })
  })

  it('is a decision: with a body and a date, never by itself', async () => {
    const signe = await house.as('signe')
    expect((await signe.get(paths.election(id))).text).to.include(
      'Skal der stemmes alligevel? Det skal besluttes.',
    )
    const page = await signe.get(paths.uncontested(id))
    expect(page.text).to.include('Tove Bæk er den eneste kandidat, og der er 1 plads.')
    const empty = await storesNothing(house, () => signe.submit(page, { decided_on: '' }))
    expect(empty.status).to.equal(422)
    expect(empty.errors).to.have.length(2)
    const early = await storesNothing(house, () =>
      signe.submit(page, { decided_by: 'Socialudvalget', decided_on: '4-3-2026' }),
    )
    expect(early.errors).to.deep.equal(['Beslutningen kan ikke være taget efter i dag. Ret datoen.'])
    expect(early.value('decided_by')).to.equal('Socialudvalget')

    const done = await signe.submit(page, { decided_by: 'Socialudvalget', decided_on: '2-3-2026' })
    expect(done.notice).to.equal('Beslutningen er skrevet ind.')
    expect(await getAnyElection(house.db, id)).to.include({
      status: 'uncontested',
      uncontested_body: 'Socialudvalget',
      uncontested_on: '2026-03-02',
    })
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include('Derfor bliver der ikke stemt.')
    expect(shown.text).not.to.include('Sådan stemmer du')
  })

  it('is certified by two and gives the seat, without a word of votes', async () => {
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      const page = await visitor.get(paths.certification(id))
      expect(page.text).to.include('Tove Bæk er valgt uden afstemning på Café Rusfri.')
      await visitor.submit(page)
    }
    expect(await statusOf(house, id)).to.equal('certified')
    const pages = [
      await house.visitor().get(paths.publicElection(id)),
      await house.visitor().get(paths.publicElections),
      await (await house.as('signe')).get(paths.result(id)),
      await (await house.as('signe')).get(paths.election(id)),
    ]
    for (const page of pages) expect(page.text).not.to.match(/\b0 stemmer|fik flest|Stemmesedler i alt/)
    expect(pages[0]?.text).to.include(
      'Socialudvalget besluttede den 2. marts 2026, at der ikke skulle stemmes.',
    )
    expect((await house.visitor().get(paths.front)).text).to.include('Tove Bæk')
  })

  it('can be put to a vote all the same', async () => {
    const other = await anApp()
    const polled = await aCountedElection(other, {
      candidates: ['Tove Bæk'],
      figures: { votes: [29], blank: 2 },
    })
    const page = await (await other.as('signe')).get(paths.result(polled))
    expect(page.text).to.include('Tove Bæk er valgt på Perron 4.')
    expect(page.text).to.include('Tove Bæk var den eneste kandidat, og der var plads.')
  })

  it('is not offered where there are more candidates than seats', async () => {
    const other = await anApp()
    const contested = await aListedElection(other)
    const signe = await other.as('signe')
    expect((await signe.get(paths.uncontested(contested))).text).to.include(
      'Der er flere kandidater end pladser, så der skal stemmes.',
    )
    const csrf = (await signe.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const refused = await storesNothing(other, () =>
      signe.send({
        action: paths.uncontested(contested),
        fields: { _csrf: csrf, decided_by: 'Socialudvalget', decided_on: '2026-03-02' },
      }),
    )
    expect(refused.errors).to.deep.equal([
      'Valget kan ikke afgøres uden afstemning. Åbn for afstemningen i stedet.',
    ])
  })
})

describe('elections: nobody stands at Psykiatriens Hus', () => {
  it('leaves the seat vacant, and a new call with new days can be made', async () => {
    const house = await anApp()
    const id = await aCalledElection(house, { area: 'psykiatriens-hus', candidates: [] })
    house.clock.set(DAYS.listed)
    const signe = await house.as('signe')
    const page = await signe.get((await signe.get(paths.election(id))).link('Luk listen'))
    expect(page.text).to.include('Ingen stillede op inden fristen, mandag den 2. marts 2026.')
    const closed = await signe.submit(page)
    expect(closed.notice).to.equal('Listen er lukket. Ingen stillede op.')
    expect(await statusOf(house, id)).to.equal('unfilled')
    expect((await house.visitor().get(paths.publicElection(id))).text).to.include(
      'Ingen stillede op, så der bliver ikke stemt. Pladsen er ledig, og der bliver spurgt igen.',
    )

    const again = await signe.get((await signe.get(paths.election(id))).link('Indkald igen'))
    const late = await storesNothing(house, () =>
      signe.submit(again, { polling_on: '10-3-2026', candidates_by: '2-3-2026' }),
    )
    expect(late.errors).to.deep.equal(['Sidste dag at stille op er gået. Vælg i dag eller en senere dag.'])
    const called = await signe.submit(again, { polling_on: '14-4-2026', candidates_by: '7-4-2026' })
    expect(called.notice).to.equal('Kandidaterne er indkaldt igen.')
    expect(await getAnyElection(house.db, id)).to.include({
      status: 'nominating',
      polling_on: '2026-04-14',
      complaints_until: '2026-04-21',
    })
    await aCandidate(house, id, 'Elna Grøn')
    expect((await signe.get(paths.candidates(id))).text).to.include('1 stiller op.')
  })

  it('is not stated while somebody stands, though the page was empty when it was loaded', async () => {
    const house = await anApp()
    const id = await aCalledElection(house, { candidates: [] })
    house.clock.set(DAYS.listed)
    const signe = await house.as('signe')
    const page = await signe.get(paths.candidateList(id))
    house.clock.set(DAYS.deadline)
    await aCandidate(house, id, 'Elna Grøn')
    house.clock.set(DAYS.listed)
    const refused = await storesNothing(house, () => signe.submit(page))
    expect(refused.status).to.equal(409)
    expect(refused.errors).to.deep.equal([
      'Listen er ændret, siden du så den. Se den nye liste, og godkend så igen.',
    ])
    expect(refused.texts('.ballot-list li')).to.deep.equal(['Elna Grøn'])
  })
})

describe('elections: a by-election at Slotsgården, when a member has left in the second year', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp({ on: '2027-02-01' })
    for (const name of ['signe', 'vera', 'kaj'] as const) await house.accountOf(name)
  })

  async function leaves(endsOn: string): Promise<void> {
    const { membershipId } = await aMember(house.db, house.by, { seat: 'slotsgaarden', name: 'Gerda Elmose' })
    await endMembership(house.db, house.by, membershipId, { ends_on: isoDate(endsOn), end_reason: 'moved' })
  }

  async function plan(): Promise<ElectionId> {
    const signe = await house.as('signe')
    const page = await signe.get(`${paths.newElection}?omraade=slotsgaarden`)
    const planned = await signe.submit(page, {
      polling_on: '2027-03-09',
      candidates_by: '2027-03-01',
      opens_at: '11.00',
      closes_at: '14.00',
    })
    expect(planned.errors).to.deep.equal([])
    return anId(Number(planned.url.split('/').at(-1)))
  }

  async function elect(id: ElectionId): Promise<void> {
    const signe = await house.as('signe')
    await signe.submit(await signe.get(paths.electionCall(id)))
    await aCandidate(house, id, 'Asger Holk')
    house.clock.set('2027-03-02')
    const late = await house.as('signe')
    await late.submit(await late.get(paths.candidateList(id)))
    await late.submit(await late.get(paths.uncontested(id)), {
      decided_by: 'Socialudvalget',
      decided_on: '1-3-2027',
    })
    house.clock.set('2027-03-03')
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      await visitor.submit(await visitor.get(paths.certification(id)))
    }
  }

  it('is a by-election by what the register says, for the seat at once and for the rest of the term', async () => {
    await leaves('2027-01-20')
    const id = await plan()
    const page = await (await house.as('kaj')).get(paths.election(id))
    expect(page.text).to.include('Suppleringsvalg, 2026–2029')
    await elect(id)
    expect(await getAnyElection(house.db, id)).to.include({ kind: 'by_election', status: 'certified' })
    expect(await lastMembership()).to.deep.equal({
      starts_on: '2027-03-03',
      due_on: '2029-12-31',
      end_reason: null,
    })
  })

  it('lets the elected begin the day after somebody who leaves later', async () => {
    await leaves('2027-03-31')
    const id = await plan()
    await elect(id)
    expect(await lastMembership()).to.deep.equal({
      starts_on: '2027-04-01',
      due_on: '2029-12-31',
      end_reason: null,
    })
  })

  async function lastMembership() {
    return house.db('memberships').orderBy('id', 'desc').first('starts_on', 'due_on', 'end_reason')
  }

  it('is ordinary where the term began with the seat empty', async () => {
    const id = await plan()
    expect((await getAnyElection(house.db, id)).kind).to.equal('ordinary')
  })
})
