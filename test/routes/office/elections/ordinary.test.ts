import { expect } from 'chai'
import { isoDate } from '../../../../models/core/dates.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { getAnyElection } from '../../../../models/elections/elections.ts'
import { getResult } from '../../../../models/elections/result/loading.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { countOnPage, DAYS, statusOf } from '../../../support/builders/elections.ts'
import { anId } from '../../../support/ids.ts'

describe('elections: an ordinary election, from the plan to the seat', () => {
  let house: TestApp
  let id: ElectionId

  before(async () => {
    house = await anApp({ on: DAYS.planned })
    for (const name of ['signe', 'vera', 'bo', 'lis'] as const) await house.accountOf(name)
  })

  it('is planned by the secretary on a form that knows the place', async () => {
    const signe = await house.as('signe')
    const empty = await signe.get(paths.elections)
    expect(empty.text).to.include('Der er ingen valg i gang.')
    expect(empty.link('Planlæg et valg')).to.equal(paths.newElection)

    const form = await signe.get(`${paths.newElection}?omraade=perron-4`)
    expect(form.heading).to.equal('Planlæg et valg')
    expect(form.value('place')).to.equal('Perron 4')
    expect(form.$('input[name=area_id][checked]').next('label').text()).to.equal('Perron 4')
    const page = await signe.submit(form, {
      polling_on: '10.3.2026',
      candidates_by: '2. marts 2026',
      place: 'Caféen på Perron 4',
      opens_at: '11',
      closes_at: '14.00',
    })
    expect(page.notice).to.equal('Valget er planlagt.')
    expect(page.heading).to.equal('Valg på Perron 4')
    id = anId(Number(page.url.split('/').at(-1)))
    const election = await getAnyElection(house.db, id)
    expect(election).to.include({
      kind: 'ordinary',
      status: 'planned',
      seats: 1,
      polling_on: DAYS.polling,
      candidates_by: DAYS.deadline,
      complaints_until: DAYS.complaints,
      opens_at: '11.00',
    })
    const board = await house.db('election_board').where({ election_id: id }).pluck('account_id')
    const proposed = ['signe', 'vera', 'bo', 'lis'] as const
    expect(board.sort()).to.deep.equal(
      (await Promise.all(proposed.map((name) => house.accountOf(name)))).sort(),
    )
  })

  it('is not on the public pages before the call, and then says how to stand', async () => {
    const visitor = house.visitor()
    expect((await visitor.get(paths.publicElection(id))).status).to.equal(404)
    expect((await visitor.get(paths.publicElections)).text).to.include('Der er ingen valg i gang lige nu.')

    const signe = await house.as('signe')
    const call = await signe.get((await signe.get(paths.election(id))).link('Indkald kandidater'))
    const page = await signe.submit(call)
    expect(page.notice).to.equal('Kandidaterne er indkaldt.')
    expect(await statusOf(house, id)).to.equal('nominating')

    const shown = await visitor.get(paths.publicElection(id))
    expect(shown.heading).to.equal('Valg på Perron 4')
    expect(shown.text).to.include('Vil du stille op? Sig det til personalet senest mandag den 2. marts 2026.')
    expect(shown.text).to.include('Listen er ikke klar endnu.')
  })

  it('takes candidates with consent and a checked ground, and lets one withdraw', async () => {
    const bo = await house.as('bo')
    for (const name of ['Åse Wang', 'Anker Bro', 'Jens Ærø', 'Ulla Fink']) {
      const page = await bo.get(paths.candidates(id))
      expect(page.value('eligibility_checked_by')).to.equal('Bo Krag')
      const saved = await bo.submit(page, { name, consented_on: '14-01-2026', eligible_as: 'active' })
      expect(saved.notice).to.equal('Kandidaten er skrevet ind.')
    }
    const list = await bo.get(paths.candidates(id))
    expect(list.text).to.include('4 stiller op.')
    const withdrawal = await bo.get(list.link('Tag af listen Ulla Fink'))
    expect(withdrawal.heading).to.equal('Skal Ulla Fink af listen?')
    const after = await bo.submit(withdrawal)
    expect(after.text).to.include('3 stiller op.')
    expect(after.text).to.include('Ulla Fink trak sig den 15. januar 2026')
    expect((await house.visitor().get(paths.publicElection(id))).text).not.to.include('Anker Bro')
  })

  it('gets its list approved the day after the deadline, in the order of the Danish alphabet', async () => {
    const bo = await house.as('bo')
    const early = await bo.get(paths.candidateList(id))
    expect(early.text).to.include('Man kan stille op til og med den 2. marts 2026.')
    expect(early.$('main form[method=post]').length).to.equal(0)

    house.clock.set(DAYS.listed)
    const late = await house.as('bo')
    const page = await late.get((await late.get(paths.election(id))).link('Se og godkend listen'))
    expect(page.texts('.ballot-list li')).to.deep.equal(['Anker Bro', 'Jens Ærø', 'Åse Wang'])
    const approved = await late.submit(page)
    expect(approved.notice).to.equal('Kandidatlisten er godkendt.')
    expect(await getAnyElection(house.db, id)).to.include({ status: 'listed', list_version: 1 })
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.texts('#candidates + ul li')).to.deep.equal(['Anker Bro', 'Jens Ærø', 'Åse Wang'])
    expect(shown.text).to.include('Du kan stemme tirsdag den 10. marts 2026 kl. 11.00–14.00.')
  })

  it('opens when two people have seen that the box is empty', async () => {
    house.clock.set(`${DAYS.polling}T10:02:00Z`)
    const bo = await house.as('bo')
    const page = await bo.get((await bo.get(paths.election(id))).link('Åbn afstemningen'))
    expect(page.value('opened_at')).to.equal('11.02')
    expect(page.value('first_witness')).to.equal('Bo Krag')
    const open = await bo.submit(page, { second_witness: 'Dagmar Lind' })
    expect(open.text).to.include('Åben siden kl. 11.02')
    expect(open.text).to.include('Set af Bo Krag og Dagmar Lind')
    expect(await statusOf(house, id)).to.equal('polling')
    expect((await house.visitor().get(paths.publicElection(id))).text).to.include('Afstemningen er åben nu')
  })

  it('closes with the account of the papers', async () => {
    house.clock.set(DAYS.evening)
    const bo = await house.as('bo')
    const page = await bo.get((await bo.get(paths.polling(id))).link('Luk afstemningen'))
    const closed = await bo.submit(page, {
      closed_at: '14.00',
      printed: '60',
      handed_out: '32',
      unused: '28',
      exchanged: '1',
      not_returned: '0',
    })
    expect(closed.notice).to.equal('Afstemningen er lukket. Nu skal stemmerne tælles op.')
    expect(closed.heading).to.equal('Optælling')
    expect(await statusOf(house, id)).to.equal('closed')
  })

  it('is counted by two, and nothing of it is public', async () => {
    const figures = { votes: [14, 10, 5], blank: 1, invalid: 1 }
    const bo = await house.as('bo')
    const first = await countOnPage(bo, id, figures)
    expect(first.notice).to.equal('Din optælling er gemt.')
    expect(first.text).to.include('Nu mangler den anden.')
    expect(await statusOf(house, id)).to.equal('closed')

    const lis = await house.as('lis')
    const second = await countOnPage(lis, id, figures)
    expect(second.heading).to.equal('Resultat')
    expect(second.text).to.include('Anker Bro er valgt på Perron 4.')
    expect(second.text).to.include('Anker Bro fik flest stemmer. Det var 14 stemmer.')
    expect(second.text).to.include('Delt ud 32 = i kassen 31 + byttet 1 + ikke lagt i kassen 0')
    expect(await statusOf(house, id)).to.equal('counted')

    for (const path of [paths.publicElection(id), paths.publicElections, paths.front]) {
      const shown = await house.visitor().get(path)
      expect(shown.text).not.to.match(/er valgt|fik flest|\b14 stemmer/)
    }
  })

  it('is certified by two of the board, and the elected takes the seat in the same act', async () => {
    house.clock.set(DAYS.certified)
    const signe = await house.as('signe')
    const page = await signe.get((await signe.get(paths.election(id))).link('Se og godkend'))
    expect(page.text).to.include('Fra 11. marts 2026 til og med 31. december 2029')
    const once = await signe.submit(page)
    expect(once.notice).to.equal('Du har godkendt resultatet.')
    expect(await statusOf(house, id)).to.equal('counted')
    expect(await house.db('memberships').select()).to.deep.equal([])

    const vera = await house.as('vera')
    const twice = await vera.submit(await vera.get(paths.certification(id)))
    expect(twice.text).to.include('foreløbigt til og med tirsdag den 17. marts 2026')
    expect(await statusOf(house, id)).to.equal('certified')
    const [membership] = await house
      .db('memberships')
      .join('people', 'people.id', 'memberships.person_id')
      .join('seats', 'seats.id', 'memberships.seat_id')
      .select(
        'people.name',
        'seats.slug',
        'memberships.starts_on',
        'memberships.due_on',
        'memberships.origin',
      )
    expect(membership).to.deep.equal({
      name: 'Anker Bro',
      slug: 'perron-4',
      starts_on: isoDate(DAYS.certified),
      due_on: isoDate('2029-12-31'),
      origin: 'election',
    })
  })

  it('is then public: who was elected, why, and the figures; provisional until complaints are over', async () => {
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include('Anker Bro er valgt på Perron 4.')
    expect(shown.text).to.include('Resultatet er foreløbigt til og med tirsdag den 17. marts 2026')
    expect(shown.texts('.votes tbody tr').slice(0, 2)).to.deep.equal(['Anker Bro Valgt 14', 'Jens Ærø 10'])
    expect((await house.visitor().get(paths.front)).text).to.include('Anker Bro')
  })

  it('becomes final the day after the last day for complaints, and not before', async () => {
    house.clock.set(DAYS.complaints)
    const early = await (await house.as('signe')).get(paths.electionFinal(id))
    expect(early.text).to.include('Man kan klage til og med tirsdag den 17. marts 2026.')

    house.clock.set(DAYS.final)
    const signe = await house.as('signe')
    const done = await signe.submit(
      await signe.get((await signe.get(paths.election(id))).link('Gør resultatet endeligt')),
    )
    expect(done.notice).to.equal('Resultatet er endeligt.')
    expect(await statusOf(house, id)).to.equal('final')
    expect(done.text).to.include('Valget er slut, og resultatet er endeligt.')
  })

  it('tells afterwards who did what, and a recount of what is stored gives the certified hash', async () => {
    const page = await (await house.as('signe')).get(paths.election(id))
    expect(page.texts('.deeds li').reverse()).to.deep.equal([
      '15. januar 2026 Valget er planlagt til 10. marts 2026. Signe Holm',
      '15. januar 2026 Kandidater er indkaldt. De kan melde sig til og med 2. marts 2026. Signe Holm',
      '15. januar 2026 Åse Wang er skrevet ind som kandidat. Bo Krag',
      '15. januar 2026 Anker Bro er skrevet ind som kandidat. Bo Krag',
      '15. januar 2026 Jens Ærø er skrevet ind som kandidat. Bo Krag',
      '15. januar 2026 Ulla Fink er skrevet ind som kandidat. Bo Krag',
      '15. januar 2026 Ulla Fink har trukket sig. Bo Krag',
      '3. marts 2026 Kandidatlisten er godkendt med 3 navne. Bo Krag',
      '10. marts 2026 Afstemningen åbnede kl. 11.02. Bo Krag og Dagmar Lind så, at kassen var tom. Bo Krag',
      '10. marts 2026 Afstemningen lukkede kl. 14.00. Bo Krag',
      '10. marts 2026 Den ene optælling er indtastet. Bo Krag',
      '10. marts 2026 To optællinger er ens. Lis Winther',
      '11. marts 2026 Resultatet er godkendt af den ene af to. Signe Holm',
      '11. marts 2026 Resultatet er godkendt af to. Anker Bro er valgt og har fået pladsen. Vera Stub',
      '18. marts 2026 Resultatet er endeligt. Signe Holm',
    ])
    const recount = await getResult(house.db, await getAnyElection(house.db, id))
    const hashes = await house.db('certifications').where({ election_id: id }).pluck('result_hash')
    expect(hashes).to.deep.equal([recount.hash, recount.hash])
  })
})
