import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import { type CandidacyId, type ElectionId, NO_ID } from '../../../../models/core/ids.ts'
import { linkCandidacy } from '../../../../models/elections/candidates/candidacies.ts'
import {
  approveList,
  decideUncontested,
  declareUnfilled,
} from '../../../../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import {
  callAgain,
  callElection,
  changeTimetable,
  planElection,
} from '../../../../models/elections/planning/planning.ts'
import { changePortrait } from '../../../../models/elections/candidates/portraits.ts'
import { photoFrom } from '../../../../models/elections/candidates/portrait_image.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import {
  aCalledElection,
  aCandidate,
  aClosedElection,
  aCountedElection,
  aListedElection,
  anOpenElection,
  counts,
  DAYS,
  official,
  PAPERS,
} from '../../../support/builders/elections.ts'
import { aPicture } from '../../../support/builders/pictures.ts'
import { aPerson } from '../../../support/builders/register.ts'
import { anId } from '../../../support/ids.ts'

describe('public: elections', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  async function certify(id: ElectionId): Promise<void> {
    for (const name of ['signe', 'vera'] as const) {
      const visitor = await house.as(name)
      await visitor.submit(await visitor.get(paths.certification(id)))
    }
  }

  it('say where and when and how to vote, with the candidates when the list is approved', async () => {
    const id = await aListedElection(house, { area: 'psykiatriens-hus' })
    const page = await house.visitor().get(paths.publicElection(id))
    expect(page.heading).to.equal('Valg blandt brugere i Psykiatriens Hus')
    expect(page.text).to.include('Kom til Caféen tirsdag den 10. marts 2026 kl. 11.00–14.00.')
    expect(page.text).to.include('Sådan stemmer du')
    expect(page.texts('#candidates + ul li')).to.deep.equal(['Anker Bro', 'Jens Ærø', 'Åse Wang'])
    expect(page.text).to.include('Antaget – ikke bekræftet')
    const list = await house.visitor().get(paths.publicElections)
    expect(list.link('Valg blandt brugere i Psykiatriens Hus')).to.equal(paths.publicElection(id))
  })

  it('tell nothing of the count before it is certified, at any step', async () => {
    const before = ['Anker Bro', 'Jens Ærø', 'Åse Wang']
    const id = await anOpenElection(house)
    const seen: string[] = []
    const look = async () => {
      for (const path of [paths.publicElection(id), paths.publicElections, paths.front]) {
        const page = await house.visitor().get(path)
        seen.push(page.text)
        expect(page.$.html()).not.to.match(/er valgt|fik flest|kontrolkode|Blanke|\b14 stemmer/)
      }
    }
    await look()
    const other = await anApp()
    house = other
    const closed = await aClosedElection(other)
    expect(closed).to.equal(id)
    await look()
    await counts(other, id, 'bo')
    await look()
    await counts(other, id, 'lis')
    await look()
    const signe = await other.as('signe')
    await signe.submit(await signe.get(paths.certification(id)))
    await look()
    expect(seen.at(-3)).to.include('Stemmerne er talt op. Resultatet kommer, når det er godkendt.')
    const page = await other.visitor().get(paths.publicElection(id))
    expect(page.texts('#candidates + ul li')).to.deep.equal(before)
  })

  it('withhold the figures where so few voted that they could tell how one person voted', async () => {
    const papers = { ...PAPERS, handed_out: 9, unused: 51 }
    const id = await aCountedElection(house, { papers, figures: { votes: [9, 0, 0] } })
    await certify(id)
    const page = await house.visitor().get(paths.publicElection(id))
    expect(page.text).to.include('Anker Bro er valgt på Perron 4.')
    expect(page.text).to.include('Anker Bro fik flest stemmer.')
    expect(page.text).to.include(
      'Der var færre end 10 gyldige stemmesedler. Derfor viser vi ikke stemmetallene',
    )
    expect(page.text).not.to.match(/\b9 stemmer|Det var/)
    expect(page.$('table').length).to.equal(0)
    // The code on the page holds a random salt; what the record says of the votes is not public.
    const { text } = await house.visitor().raw('get', paths.publicRecordData(id))
    expect(text).to.match(/"totals":\{"hash":"[0-9a-f]{64}"\}/)
    expect(text).not.to.match(/ballots_in_box|handed_out|"votes"/)
    // The staff of the election see them, and the certified record holds them.
    expect((await (await house.as('signe')).get(paths.result(id))).text).to.include('Det var 9 stemmer.')
  })

  it('show the figures from the threshold on', async () => {
    const papers = { ...PAPERS, handed_out: 10, unused: 50 }
    const id = await aCountedElection(house, { papers, figures: { votes: [10, 0, 0] } })
    await certify(id)
    const page = await house.visitor().get(paths.publicElection(id))
    expect(page.texts('.votes tbody tr')).to.deep.equal([
      'Anker Bro Valgt 10',
      'Jens Ærø 0',
      'Åse Wang 0',
      'Blanke 0',
      'Ugyldige 0',
    ])
  })

  it('leave out the name of whoever has said no to being shown', async () => {
    const publish = { name: false, email: false, phone: false }
    const person = await aPerson(house.db, house.by, { name: 'Anker Bro', publish })
    const id = await aCountedElection(house)
    const [first] = await listStanding(house.db, id)
    await linkCandidacy(house.db, await official(house, 'signe'), id, first?.id ?? NO_ID, person)
    await certify(id)
    for (const path of [paths.publicElection(id), paths.publicElections, paths.front]) {
      const page = await house.visitor().get(path)
      expect(page.$.html(), path).not.to.include('Anker Bro')
      expect(page.text, path).to.include('En kandidat uden offentligt navn er valgt på Perron 4.')
    }
  })

  it('say so where nobody has called one yet', async () => {
    const page = await house.visitor().get(paths.publicElections)
    expect(page.text).to.include('Der er ingen valg i gang lige nu.')
    expect(page.text).to.include('Der er ingen afsluttede valg endnu.')
    await aCalledElection(house)
    const later = await house.visitor().get(paths.publicElections)
    expect(later.text).to.include('Vil du stille op?')
  })

  describe('the candidates', () => {
    async function withPortraits(
      given: { publish?: boolean } = {},
    ): Promise<{ id: ElectionId; anker: CandidacyId }> {
      const id = await aCalledElection(house)
      const [first, second] = await listStanding(house.db, id)
      const [anker, jens] = [first?.id ?? NO_ID, second?.id ?? NO_ID]
      const by = await official(house, 'signe')
      const photo = await photoFrom(await aPicture(60, 40))
      const portrait = { symbol: 'boat', statement: 'Åbent om søndagen', photo, photo_consent: true }
      await changePortrait(house.db, by, id, anker, portrait)
      await changePortrait(house.db, by, id, jens, { symbol: 'key', photo_consent: false })
      if (given.publish === false) {
        const publish = { name: false, email: false, phone: false }
        const person = await aPerson(house.db, house.by, { name: 'Anker Bro', publish })
        await linkCandidacy(house.db, by, id, anker, person)
      }
      return { id, anker }
    }

    async function approve(id: ElectionId): Promise<void> {
      house.clock.set(DAYS.listed)
      const seen = (await listStanding(house.db, id)).map((candidacy) => candidacy.id)
      await approveList(house.db, await official(house, 'signe'), id, { seen })
    }

    it('are shown with photo, symbol and words from the day the list is approved', async () => {
      const { id, anker } = await withPortraits()
      const before = await house.visitor().get(paths.publicElection(id))
      expect(before.$.html()).not.to.match(/Anker|Båd|søndagen|foto/)
      expect(before.text).to.include('Listen er ikke klar endnu.')
      expect((await house.visitor().get(paths.publicPhoto(id, anker))).status).to.equal(404)
      await approve(id)
      const page = await house.visitor().get(paths.publicElection(id))
      expect(page.texts('#candidates + ul li')).to.deep.equal([
        'Anker Bro Åbent om søndagen',
        'Jens Ærø',
        'Åse Wang',
      ])
      expect(page.attributes('#candidates + ul svg', 'aria-label')).to.deep.equal(['Båd', 'Nøgle'])
      expect(page.attributes('#candidates + ul img', 'src')).to.deep.equal([paths.publicPhoto(id, anker)])
      const photo = await house.visitor().raw('get', paths.publicPhoto(id, anker))
      expect([photo.status, photo.type, photo.headers['cache-control']]).to.deep.equal([
        200,
        'image/jpeg',
        'no-cache',
      ])
      const tag = photo.headers.etag ?? ''
      const again = house.visitor().raw('get', paths.publicPhoto(id, anker)).set('If-None-Match', tag)
      expect((await again).status).to.equal(304)
      expect((await house.visitor().get(paths.publicPhoto(anId(id + 1), anker))).status).to.equal(404)
    })

    it('show nothing of whoever has said no to being shown', async () => {
      const { id, anker } = await withPortraits({ publish: false })
      await approve(id)
      const page = await house.visitor().get(paths.publicElection(id))
      expect(page.texts('#candidates + ul li')[0]).to.equal('En kandidat uden offentligt navn')
      expect(page.$.html()).not.to.match(/Anker|Båd|søndagen/)
      expect((await house.visitor().get(paths.publicPhoto(id, anker))).status).to.equal(404)
    })

    it('of a new call are shown when their own list is approved, not before', async () => {
      const id = await aCalledElection(house, { candidates: [] })
      house.clock.set(DAYS.listed)
      const by = await official(house, 'signe')
      await declareUnfilled(house.db, by, id)
      const unfilled = await house.visitor().get(paths.publicElection(id))
      expect(unfilled.text).to.include('Ingen stillede op, så der bliver ikke stemt.')
      expect(unfilled.text).not.to.match(/\b0 stemmer|kl\. 11\.00|Listen er ikke klar/)
      await callAgain(house.db, by, id, {
        polling_on: isoDate('2026-04-21'),
        candidates_by: isoDate('2026-04-13'),
        place: 'Caféen',
        opens_at: '11.00',
        closes_at: '14.00',
      })
      await aCandidate(house, id, 'Åse Wang')
      const page = await house.visitor().get(paths.publicElection(id))
      expect(page.$.html()).not.to.include('Åse Wang')
      expect(page.text).to.include('Listen er ikke klar endnu.')
    })
  })

  it('without a vote say why, and neither hours nor figures', async () => {
    const id = await aListedElection(house, { candidates: ['Åse Wang'] })
    const by = await official(house, 'signe')
    await decideUncontested(house.db, by, id, {
      decided_by: 'Socialudvalget',
      decided_on: house.clock.today(),
    })
    const page = await house.visitor().get(paths.publicElection(id))
    expect(page.text).to.include(
      'Der er ikke flere kandidater, end der er plads til. Derfor bliver der ikke stemt.',
    )
    expect(page.text).not.to.match(/kl\. 11\.00|Sådan stemmer du|\b0 stemmer/)
    expect(page.texts('#candidates + ul li')).to.deep.equal(['Åse Wang'])
    await certify(id)
    const certified = await house.visitor().get(paths.publicElection(id))
    expect(certified.text).to.include('Åse Wang er valgt på Perron 4.')
    expect(certified.text).to.include('Socialudvalget besluttede den 3. marts 2026')
    expect(certified.text).not.to.match(/\b0 stemmer|Stemmerne/)
  })

  it('say every time at which one can vote, and how on a tablet', async () => {
    const id = await aListedElection(house)
    const again = { held_on: isoDate('2026-03-12'), opens_at: '10.00', closes_at: '12.00', place: 'Gården' }
    await changeTimetable(house.db, await official(house, 'signe'), id, {
      polling_on: isoDate(DAYS.polling),
      place: 'Caféen',
      opens_at: '11.00',
      closes_at: '14.00',
      more: [again],
      means: 'booth',
    })
    const times =
      'Du kan stemme tirsdag den 10. marts 2026 kl. 11.00–14.00 (Caféen) og torsdag den 12. marts 2026 kl. 10.00–12.00 (Gården).'
    for (const path of [paths.publicElection(id), paths.publicElections, paths.front])
      expect((await house.visitor().get(path)).text, path).to.include(times)
    const page = await house.visitor().get(paths.publicElection(id))
    expect(page.text).to.include('torsdag den 12. marts 2026 kl. 10.00–12.00, Gården')
    expect(page.texts('#how + ol li')).to.deep.equal([
      'Kom, når det passer dig, på et af de tidspunkter, der står ovenfor. Du skal ikke tilmelde dig, og du stemmer kun én gang.',
      'Sig til personalet, at du vil stemme. Så gør de tabletten klar, og du får den for dig selv.',
      'På tabletten trykker du på den, du vil stemme på, eller på Stem blankt. Du kan få det læst op og gøre skriften større.',
      'Tabletten spørger, om det er rigtigt. Siger du ja, er din stemme i kassen. Ingen får at vide, hvad du har stemt.',
    ])
    const front = await house.visitor().get(paths.front)
    expect(front.link('Sådan stemmer du Valg på Perron 4')).to.equal(`${paths.publicElection(id)}#how`)
  })

  it('that are over are kept by term, the newest term first', async () => {
    const id = await aCountedElection(house)
    await certify(id)
    await house.db('elections').where({ id }).update({ status: 'final' })
    const { area_id, term_id, ...row } = (await house.db('elections').where({ id }).first()) ?? {}
    const terms = await house.db('terms').orderBy('starts_on').pluck('id')
    const then = { candidates_by: '2022-02-20', polling_on: '2022-03-01' }
    const older = { ...row, ...then, id: id + 1, area_id, term_id: terms[1], status: 'annulled' }
    await house.db('elections').insert(older as never)
    const page = await house.visitor().get(paths.publicElections)
    expect(page.texts('.archive-term')).to.deep.equal(['Rådsperioden 2026–2029', 'Rådsperioden 2022–2025'])
    expect(page.text).to.include('Valget er gjort ugyldigt.')
  })

  it('lead from an annulled one to the one held in its place, once that is called', async () => {
    const old = await aListedElection(house)
    await house.db('elections').where({ id: old }).update({ status: 'annulled' })
    const by = await official(house, 'signe')
    const { area_id, term_id } = await getAnyElection(house.db, old)
    const { id } = await planElection(house.db, by, {
      ...{ area_id, term_id, rerun_of: old, place: 'Caféen', opens_at: '11.00', closes_at: '14.00' },
      polling_on: isoDate('2026-04-21'),
      candidates_by: isoDate('2026-04-13'),
      board: [await house.accountOf('signe'), await house.accountOf('vera')],
    })
    expect((await house.visitor().get(paths.publicElection(old))).$.html()).not.to.include('Se det nye valg')
    await callElection(house.db, by, id)
    const before = await house.visitor().get(paths.publicElection(old))
    expect(before.link('Se det nye valg')).to.equal(paths.publicElection(id))
    const after = await house.visitor().get(paths.publicElection(id))
    expect(after.text).to.include('Omvalg')
    expect(after.link('Se det valg, der blev gjort ugyldigt')).to.equal(paths.publicElection(old))
  })
})
