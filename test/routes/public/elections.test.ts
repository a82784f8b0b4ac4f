import { expect } from 'chai'
import { linkCandidacy } from '../../../models/elections/candidacies.ts'
import { listStanding } from '../../../models/elections/candidates.ts'
import { paths } from '../../../routes/paths.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import {
  aCalledElection,
  aClosedElection,
  aCountedElection,
  aListedElection,
  anOpenElection,
  counts,
  official,
  PAPERS,
} from '../../support/builders/elections.ts'
import { aPerson } from '../../support/builders/register.ts'

describe('public: elections', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  async function certify(id: number): Promise<void> {
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
    expect(page.text).to.include('Der var færre end 10 stemmesedler. Derfor viser vi ikke stemmetallene')
    expect(page.text).not.to.match(/\b9 stemmer|Det var/)
    expect(page.$('table').length).to.equal(0)
    // The hash of so little could be found by trying every count.
    expect(page.text).not.to.match(/[0-9a-f]{64}/)
    // Those who ran it see them, and the certified record holds them.
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
    await linkCandidacy(house.db, await official(house, 'signe'), id, first?.id ?? 0, person)
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
})
