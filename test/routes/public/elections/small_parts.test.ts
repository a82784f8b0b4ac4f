import { expect } from 'chai'
import { settled } from '../../../../models/core/jobs.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { findRecord, readRecord } from '../../../../models/elections/record/record.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aBooth, anOpenBoothElection, closed, openedBox } from '../../../support/builders/booth.ts'
import {
  aCountedElection,
  countOnPage,
  DAYS,
  PAPERS,
  type Figures,
} from '../../../support/builders/elections.ts'
import { certifies } from '../../../support/builders/outcomes.ts'
import { textOf } from '../../../support/pdf.ts'

const [ANKER, JENS, ASE] = ['Anker Bro', 'Jens Ærø', 'Åse Wang'] as const

interface Mixed {
  /** In ballot order: Anker Bro, Jens Ærø, Åse Wang. */
  paper: Figures
  tablet: readonly string[]
}

/** Polls, count, opening and certification, each on its page. */
async function aMixedElection(house: TestApp, { paper, tablet }: Mixed): Promise<ElectionId> {
  const { id, slips } = await anOpenBoothElection(house, { means: 'both' })
  const booth = await aBooth(house, id)
  for (const name of tablet) await booth.vote(name)
  house.clock.set(DAYS.evening)
  const signe = await house.as('signe')
  const handedOut = paper.votes.reduce((sum, one) => sum + one, 0)
  const papers = { ...PAPERS, handed_out: handedOut, unused: 60 - handedOut }
  const account = Object.fromEntries(Object.entries(papers).map(([line, n]) => [line, `${n}`]))
  const fields = { closed_at: '14.00', ...account }
  const warned = await signe.submit(await signe.get(paths.pollingClosing(id)), fields)
  const isSmall = tablet.length < 10 || handedOut < 10
  expect(warned.status).to.equal(isSmall ? 422 : 200)
  if (isSmall) await signe.submit(warned, { small_box: 'ja' })
  for (const name of ['bo', 'lis'] as const) await countOnPage(await house.as(name), id, paper)
  const [slip_1 = '', slip_2 = ''] = slips
  await signe.submit(await signe.get(paths.box(id)), { slip_1 }, 'Tast min seddel ind')
  const bo = await house.as('bo')
  await bo.submit(await bo.get(paths.box(id)), { slip_1: slip_2 }, 'Tast min seddel ind')
  await settled(house.db)
  house.clock.set(DAYS.certified)
  for (const name of ['signe', 'vera'] as const) {
    const visitor = await house.as(name)
    await visitor.submit(await visitor.get(paths.certification(id)))
  }
  return id
}

interface OpenResult {
  elected: string[]
  result: { figures: object | null; record_hash: string | null; withheld_below: number | null }
}

async function openData(house: TestApp, id: ElectionId): Promise<OpenResult> {
  const { text } = await house.visitor().raw('get', `/aabne-data/valg/${id}`)
  return JSON.parse(text) as OpenResult
}

/** Every address at which the public could read of the election, as text. */
async function everythingPublic(house: TestApp, id: ElectionId): Promise<Map<string, string>> {
  const addresses = [
    ...['/', paths.publicElections, paths.publicElection(id), paths.publicTimeline, '/raadet/forskelle'],
    paths.publicRecordData(id),
    ...[`${paths.publicSearch}?q=Anker`, `${paths.publicSearch}?q=valg`],
    ...['', '/raad', '/valg', `/valg/${id}`, '/medlemskaber', '/popolo.json', '/kalender.ics'].map(
      (path) => `/aabne-data${path}`,
    ),
  ]
  const texts = new Map<string, string>()
  for (const lang of ['da', 'en']) {
    const visitor = house.visitor()
    await visitor.get(`/?sprog=${lang}`)
    for (const address of addresses) {
      const { status, text } = await visitor.raw('get', address)
      expect(status, address).to.equal(200)
      texts.set(`${address} in ${lang}`, text)
    }
  }
  const poster = (await house.as('signe')).raw('get', paths.electionPaper(id, 'resultat.pdf'))
  texts.set('the poster', await textOf((await poster.buffer(true).responseType('blob')).body as Buffer))
  return texts
}

describe('A result with a small part', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  const twelve = [...Array<string>(7).fill(ANKER), ...Array<string>(5).fill(JENS)]
  it('tells who is elected and nothing else of three ballots on a tablet alone', async () => {
    const { id, slips } = await anOpenBoothElection(house)
    const booth = await aBooth(house, id)
    for (const name of [ANKER, ANKER, JENS]) await booth.vote(name)
    await closed(house, id)
    await openedBox(house, id, slips)
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    expect((await house.visitor().get(paths.publicElection(id))).text).to.include(
      'Anker Bro er valgt på Perron 4.',
    )
    const { result } = await openData(house, id)
    expect(result).to.include({ figures: null, withheld_below: 10 })
    const record = readRecord((await findRecord(house.db, id))!)
    const hash = record.result?.hash ?? ''
    expect(hash).to.match(/^[0-9a-f]{64}$/)
    for (const [address, text] of await everythingPublic(house, id)) {
      expect(text, address).not.to.include(hash)
      expect(text, address).not.to.match(/"votes"|[Ss]temmer:? *[0-3]\b/)
    }
  })

  // A tablet takes no invalid ballot, so of one paper not even that it is valid is told.
  const cases: [string, Mixed, object][] = [
    ['1 of 13 on the tablet', { paper: { votes: [7, 5, 0] }, tablet: [ASE] }, { blank: 0, invalid: 0 }],
    [
      '1 of 13 on paper',
      { paper: { votes: [0, 0, 1] }, tablet: twelve },
      { blank: null, invalid: null, blank_or_invalid: 0 },
    ],
  ]
  for (const [what, mixed, unmarked] of cases) {
    it(`tells the public the sum of both boxes and nothing of one: ${what}`, async () => {
      const id = await aMixedElection(house, mixed)
      const page = await house.visitor().get(paths.publicElection(id))
      expect(page.text).to.include('Anker Bro er valgt på Perron 4.')
      expect(page.text).to.match(/Stemmesedler i alt\s*13/)
      expect(page.text).to.include('Noget i protokollen handler om færre end 10')
      const record = (await findRecord(house.db, id))!
      const { result } = await openData(house, id)
      const votes = [7, 5, 1].map((each, index) => ({ name: [ANKER, JENS, ASE][index], votes: each }))
      const figures = { ballots: 13, ...unmarked, votes }
      expect(result).to.deep.include({ figures, record_hash: null, withheld_below: null })
      const document = readRecord(record)
      const everything = await everythingPublic(house, id)
      expect(everything.get('the poster')).to.include(ANKER)
      expect(everything.get(`${paths.publicElection(id)} in en`)).to.include(
        'The record is not shown here as a whole',
      )
      for (const [address, text] of everything) {
        // 12 is the other box: 13 - 12 tells of the one.
        expect(text, address).not.to.match(
          /\b12 (stemme|ballot|vote)|(sedler|ballots|envelopes)\W{1,4}(12|1)\b/i,
        )
        expect(text, address).not.to.match(
          /envelopes|ballots_in_box|"booth":\{"salt|"sheets"|releases|handed_out/,
        )
        expect(text, address).not.to.include(document.salt)
        expect(text, address).not.to.include(document.result?.hash)
      }
    })
  }

  it('is in the record of the office, by box', async () => {
    const id = await aMixedElection(house, { paper: { votes: [7, 5, 0] }, tablet: [ASE] })
    const { text } = await (await house.as('signe')).raw('get', paths.electionRecordData(id))
    const document = JSON.parse(text) as { booth: object; rounds: { sheets: object[] }[] }
    expect(document.booth).to.deep.include({ envelopes: 1 })
    expect(document.rounds[0]?.sheets).to.have.length(2)
  })

  it('is no reason where both boxes have enough: the record is public, by box', async () => {
    const tablet = [...twelve, ASE]
    const id = await aMixedElection(house, { paper: { votes: [7, 5, 2] }, tablet })
    const record = await house.visitor().raw('get', paths.publicRecordData(id))
    expect(record.status).to.equal(200)
    const { sections } = JSON.parse(record.text) as { sections: { booth: { value: object } } }
    expect(sections.booth.value).to.deep.include({ envelopes: 13 })
    expect((await openData(house, id)).result.record_hash).to.match(/^[0-9a-f]{64}$/)
    const page = await house.visitor().get(paths.publicElection(id))
    expect(page.text).not.to.include('Tallene i protokollen')
  })

  it('of one invalid ballot, or of help given to few, keeps back what tells of it and not the figures', async () => {
    const figures: Figures = { votes: [16, 10, 5] }
    const open = async (given: Figures, help: number): Promise<[string[], string | null]> => {
      const other = await anApp()
      const id = await aCountedElection(other, { figures: given })
      const line = { kind: 'officials', officials: 2, times: help } as const
      if (help > 0) await other.db('help_given').insert({ election_id: id, ...line })
      other.clock.set(DAYS.certified)
      await certifies(other, id)
      expect((await other.visitor().get(paths.publicElection(id))).text).to.match(/Stemmesedler i alt\s*31/)
      const { result } = await openData(other, id)
      const { text } = await other.visitor().raw('get', paths.publicRecordData(id))
      const { sections = {} } = JSON.parse(text) as { sections?: Record<string, object> }
      const kept = Object.keys(sections).filter((name) => 'hash' in (sections[name] ?? {}))
      return [kept, result.record_hash]
    }
    const hash = /^[0-9a-f]{64}$/
    const invalid = { votes: [15, 10, 5], invalid: 1 }
    for (const [given, help, kept] of [
      [figures, 0, ['salt', 'words_sealed']],
      [figures, 10, ['salt', 'words_sealed']],
      [figures, 9, ['polling', 'salt', 'words_sealed']],
      [invalid, 0, ['rounds', 'salt', 'words_sealed']],
      [invalid, 1, ['polling', 'rounds', 'salt', 'words_sealed']],
    ] as const) {
      const [keptBack, code] = await open(given, help)
      expect(keptBack, `help ${help}, ${JSON.stringify(given)}`).to.deep.equal(kept)
      expect(code).to.match(hash)
    }
  })
})
