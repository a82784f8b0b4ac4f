import { expect } from 'chai'
import { isoDate } from '../../../../../models/core/dates.ts'
import { type ElectionId, NO_ID } from '../../../../../models/core/ids.ts'
import {
  decideUncontested,
  declareUnfilled,
} from '../../../../../models/elections/candidates/candidate_list.ts'
import { printedCopies, recordPrint } from '../../../../../models/elections/polling/prints.ts'
import { NotFound } from '../../../../../models/core/errors.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aCalledElection,
  aClosedElection,
  aListedElection,
  DAYS,
  official,
  storesNothing,
  THREE,
} from '../../../../support/builders/elections.ts'
import { aCertifiedElection } from '../../../../support/builders/outcomes.ts'
import { aPicture } from '../../../../support/builders/pictures.ts'
import { aNamedRoll } from '../../../../support/builders/roll.ts'
import { alternativesOf, infoOf, linesOf, structureOf, textOf } from '../../../../support/pdf.ts'

const SIZES = ['', '-en', '-a3', '-a3-en']
const both = (name: string) => [`${name}.pdf`, `${name}-en.pdf`]
const sizes = (name: string) => SIZES.map((end) => `${name}${end}.pdf`)
const dayBefore = ['tjekliste', 'printerproeve'].flatMap(both)
const ballots = ['1', '2', '4'].map((number) => `valgbord/stemmesedler-${number}.pdf`)
const roll = both('valgbord/valgliste')

const ALL = [
  ...['indkaldelse', 'forklaring', 'opslag', 'resultat'].flatMap(sizes),
  ...['valgdagsark', 'taelleark', 'protokol', 'koder'].flatMap(both),
  ...dayBefore,
  ...ballots,
  ...roll,
  'proeve.pdf',
]

async function statusesOf(visitor: Visitor, id: ElectionId, files: readonly string[]): Promise<Set<number>> {
  const statuses = new Set<number>()
  for (const file of files) statuses.add((await visitor.raw('get', paths.electionPaper(id, file))).status)
  return statuses
}

async function pdfOf(visitor: Visitor, id: ElectionId, file: string): Promise<Buffer> {
  const answer = await visitor.raw('get', paths.electionPaper(id, file)).buffer(true).responseType('blob')
  expect(answer.status, file).to.equal(200)
  return answer.body as Buffer
}

async function listed(visitor: Visitor, id: ElectionId): Promise<string[]> {
  const page = await visitor.get(paths.electionPapers(id))
  return page
    .attributes('main .card-links a', 'href')
    .map((href) => href.replace(`${paths.electionPapers(id)}/`, ''))
}

describe('elections: what can be printed', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp({ env: { BASE_URL: 'http://raad.example', CONTACT_PHONE: '12 34 56 78' } })
  })

  async function offers(id: ElectionId, files: readonly string[]): Promise<void> {
    const signe = await house.as('signe')
    expect((await listed(signe, id)).sort()).to.deep.equal([...files].sort())
    // Every document of every stage is made in test/views/paper/elections/offers.test.ts.
    const one = files.slice(0, 1)
    expect([...(await statusesOf(signe, id, one))]).to.deep.equal(one.map(() => 200))
    const others = ALL.filter((file) => !files.includes(file))
    expect([...(await statusesOf(signe, id, others))]).to.deep.equal([404])
  }

  it('is the call while candidates are sought, and no ballot paper', async () => {
    const id = await aCalledElection(house)
    await offers(id, [...['indkaldelse', 'forklaring', 'opslag'].flatMap(sizes), ...dayBefore])
    const text = await textOf(await pdfOf(await house.as('signe'), id, 'indkaldelse.pdf'))
    expect(text).to.contain('Stil op til valget på Perron 4')
    expect(text).to.contain('12 34 56 78')
    expect(text).not.to.contain(THREE[0])
  })

  it('is the ballot paper and the sheets of the day once the list is approved', async () => {
    const id = await aListedElection(house)
    const own = [
      ...['forklaring', 'opslag'].flatMap(sizes),
      ...dayBefore,
      ...['valgdagsark', 'taelleark'].flatMap(both),
    ]
    await offers(id, [...own, ...ballots, 'proeve.pdf'])
    const signe = await house.as('signe')
    expect(await linesOf(await pdfOf(signe, id, 'valgbord/stemmesedler-1.pdf'))).to.deep.equal([
      'Valg på Perron 4',
      'tirsdag den 10. marts 2026',
      'Sæt ét kryds',
      'Du må også aflevere sedlen uden kryds.',
      ...['Anker Bro', 'Jens Ærø', 'Åse Wang'],
      `Valg ${id}, liste 1`,
    ])
    const poster = await pdfOf(signe, id, 'opslag.pdf')
    expect(await textOf(poster)).to.contain('Anker Bro')
    expect(alternativesOf(poster)).to.deep.equal([`Kode, der fører til http://raad.example/valg/${id}`])
    expect((await infoOf(await pdfOf(signe, id, 'opslag-a3.pdf')))['Page size']).to.contain('A3')
  })

  it('is the roll to tick where there is one of names, and only for those who run the election', async () => {
    const id = await aCalledElection(house)
    await aNamedRoll(house.db, await official(house, 'signe'), id)
    await house.db('elections').where({ id }).update({ status: 'listed', list_version: 1 })
    const bo = await house.as('bo')
    expect(await listed(bo, id)).to.include.members(roll)
    const lines = await linesOf(await pdfOf(bo, id, 'valgbord/valgliste.pdf'), '-layout')
    const names = await house.db('roll_entries').where({ election_id: id }).pluck<string[]>('name')
    const sorted = names.sort(new Intl.Collator('da').compare)
    const shown = lines.flatMap((line) => sorted.filter((name) => new RegExp(`^${name}(  |$)`).test(line)))
    expect([...new Set(shown)]).to.deep.equal([...new Set(sorted)])
    const vera = await house.as('vera')
    expect(await listed(vera, id)).not.to.include.members(roll)
    expect([...(await statusesOf(vera, id, [...roll, ...ballots]))]).to.deep.equal([403])
  })

  it('says that there is no vote where that was decided, and that nobody stood where nobody did', async () => {
    const one = await aListedElection(house, { candidates: ['Åse Wang'] })
    await decideUncontested(house.db, await official(house, 'signe'), one, {
      decided_by: 'Socialudvalget',
      decided_on: isoDate(DAYS.listed),
    })
    await offers(one, sizes('opslag'))
    let signe = await house.as('signe')
    expect(await textOf(await pdfOf(signe, one, 'opslag.pdf'))).to.match(
      /ikke stemmes på Perron 4.*Socialudvalget/,
    )
    house.clock.set(DAYS.planned)
    const none = await aCalledElection(house, { area: 'slotsgaarden', candidates: [] })
    house.clock.set(DAYS.listed)
    await declareUnfilled(house.db, await official(house, 'signe'), none)
    await offers(none, sizes('opslag'))
    signe = await house.as('signe')
    const text = await textOf(await pdfOf(signe, none, 'opslag.pdf'))
    expect(text).to.contain('Ingen stillede op')
    expect(text).not.to.contain('0 stemmer')
  })

  it('is the result and the record once it is certified, with the same hash and head of the log', async () => {
    const id = await aCertifiedElection(house)
    await offers(id, [...sizes('resultat'), ...both('protokol')])
    const signe = await house.as('signe')
    const record = await house.db('records').where({ election_id: id }).first()
    const poster = await textOf(await pdfOf(signe, id, 'resultat.pdf'))
    const protocol = await textOf(await pdfOf(signe, id, 'protokol.pdf'))
    for (const text of [poster, protocol]) {
      expect(text).to.contain(`Protokollens kontrolkode: ${record?.hash ?? '?'}`)
      expect(text).to.contain(
        `Logbogen, linje ${record?.audit_sequence ?? '?'}: ${record?.audit_hash ?? '?'}`,
      )
      expect(text).to.contain('Anker Bro')
    }
    expect(poster).to.contain('Resultatet er foreløbigt til og med tirsdag den 17. marts 2026')
    expect(await structureOf(await pdfOf(signe, id, 'protokol.pdf'))).to.include.members([
      'H1',
      'Table',
      'TH',
    ])
  })

  it('is nothing before the call, and the count sheet alone while votes are counted', async () => {
    const closed = await aClosedElection(house)
    await offers(closed, both('taelleark'))
    await house.db('elections').where({ id: closed }).update({ status: 'planned' })
    await offers(closed, [])
    const page = await (await house.as('signe')).get(paths.electionPapers(closed))
    expect(page.text).to.contain('Der er ikke noget at printe på dette trin.')
  })

  it('shows symbols and photos on the ballot paper', async () => {
    const id = await aListedElection(house)
    const [first, second] = await house.db('candidacies').where({ election_id: id }).orderBy('id')
    await house
      .db('candidacies')
      .where({ id: first?.id ?? NO_ID })
      .update({ symbol: 'heart' })
    const photo = { candidacy_id: second?.id ?? NO_ID, jpeg: await aPicture(), sha256: 'a'.repeat(64) }
    await house.db('candidate_photos').insert({ ...photo, added_on: isoDate(DAYS.planned) })
    const pdf = await pdfOf(await house.as('bo'), id, 'valgbord/stemmesedler-2.pdf')
    expect(alternativesOf(pdf)).to.include.members(['Hjerte', `Foto af ${second?.name ?? ''}`])
    expect(pdf.toString('latin1').split('/Subtype /Image')).to.have.lengthOf(2)
  })

  it('comes as a PDF that opens in the browser, is kept nowhere, and is saved under a Danish name', async () => {
    const id = await aListedElection(house)
    const answer = await (await house.as('bo')).raw('get', paths.electionPaper(id, 'proeve.pdf'))
    expect(answer.headers['content-type']).to.equal('application/pdf')
    expect(answer.headers['cache-control']).to.equal('no-store')
    const disposition = answer.headers['content-disposition'] ?? ''
    expect(disposition).to.match(/^inline; filename="proeve\.pdf"; filename\*=UTF-8''/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).to.equal(
      'Prøve på stemmeseddel – Valg på Perron 4.pdf',
    )
  })

  it('has text for an information screen on the page and as a file', async () => {
    const id = await aListedElection(house)
    const signe = await house.as('signe')
    const page = await signe.get(paths.electionPapers(id))
    const [danish = '', english = ''] = page.texts('textarea')
    expect(danish).to.contain('Kom og stem på Perron 4')
    expect(english).to.contain('Come and vote at Perron 4')
    const file = await signe.raw('get', paths.electionPaper(id, 'infoskaerm.txt'))
    expect(file.headers['content-type']).to.equal('text/plain; charset=utf-8')
    expect(file.headers['cache-control']).to.equal('no-store')
    expect(file.text).to.contain('Du kan stemme på Anker Bro, Jens Ærø og Åse Wang.')
    expect((await signe.raw('get', paths.electionPaper(id, 'infoskaerm-en.txt'))).status).to.equal(200)
    expect((await signe.raw('get', paths.electionPaper(id, 'noget.txt'))).status).to.equal(404)
  })

  it('is not there for staff of another place, nor without an address for a code', async () => {
    const id = await aListedElection(house)
    const kaj = await house.as('kaj')
    expect([...(await statusesOf(kaj, id, ['opslag.pdf', ...ballots, 'infoskaerm.txt']))]).to.deep.equal([
      404,
    ])
    expect((await kaj.get(paths.electionPapers(id))).status).to.equal(404)
    const local = await anApp()
    const own = await aListedElection(local)
    const poster = await pdfOf(await local.as('signe'), own, 'opslag.pdf')
    expect(alternativesOf(poster)).to.deep.equal([])
  })
})

describe('elections: how many ballot papers were printed', () => {
  let house: TestApp
  let id: ElectionId
  beforeEach(async () => {
    house = await anApp()
    id = await aListedElection(house)
  })

  it('is written down, each time anew, and added up', async () => {
    const bo = await house.as('bo')
    let page = await bo.get(paths.electionPapers(id))
    expect(page.text).to.contain('I har ikke skrevet ind, hvor mange stemmesedler I har printet.')
    const before = await house.db('audit_events').select()
    page = await bo.submit(page, { copies: '60' })
    expect(page.text).to.contain('Antallet af printede stemmesedler er gemt.')
    page = await bo.submit(page, { copies: '20' })
    expect(page.text).to.contain('I har printet 80 stemmesedler i alt.')
    expect(page.text).to.contain('60 den 3. marts 2026, skrevet ind af Bo Krag')
    const events = (await house.db('audit_events').orderBy('sequence')).slice(before.length)
    expect(events.map(({ action, details }) => [action, JSON.parse(details) as unknown])).to.deep.equal([
      ['ballots.printed', { copies: 60, list_version: 1 }],
      ['ballots.printed', { copies: 20, list_version: 1 }],
    ])
    expect(await printedCopies(house.db, { id, list_version: 1 })).to.equal(80)
    expect(await printedCopies(house.db, { id, list_version: 2 })).to.equal(0)
    expect((await bo.get(paths.election(id))).text).to.contain('Stemmesedler printet: 60.')
  })

  it('must be a number above zero', async () => {
    const bo = await house.as('bo')
    for (const [copies, error] of [
      ['0', 'Skriv, hvor mange stemmesedler I har printet. Er det ingen, så lad være med at gemme.'],
      ['', 'Skriv et tal.'],
      ['-3', ''],
      ['mange', ''],
    ] as const) {
      const page = await bo.get(paths.electionPapers(id))
      const refused = await storesNothing(house, () => bo.submit(page, { copies }))
      expect(refused.status, copies).to.equal(422)
      expect(refused.value('copies'), copies).to.equal(copies)
      if (error === 'Skriv et tal.') expect(refused.errors).to.have.lengthOf(1)
      else if (error) expect(refused.errors).to.deep.equal([error])
    }
    expect(await house.db('ballot_prints')).to.deep.equal([])
  })

  it('belongs to the list of candidates on the page, and to papers before the polls close', async () => {
    const bo = await house.as('bo')
    const page = await bo.get(paths.electionPapers(id))
    await house.db('elections').where({ id }).update({ list_version: 2 })
    expect((await bo.submit(page, { copies: '60' })).status).to.equal(409)
    await house.db('elections').where({ id }).update({ list_version: 1, status: 'closed' })
    expect((await bo.submit(page, { copies: '60' })).status).to.equal(409)
    await house.db('elections').where({ id }).update({ status: 'listed', means: 'booth' })
    const refused = await bo.submit(page, { copies: '60' })
    expect(refused.status).to.equal(409)
    expect(refused.errors[0]).to.contain('I stemmer kun på tablet')
    expect(await house.db('ballot_prints')).to.deep.equal([])
  })

  it('is for those who run the election at their own place', async () => {
    const form = { copies: 5, list_version: 1 }
    const kaj = await official(house, 'kaj')
    const refused: unknown = await recordPrint(house.db, kaj, id, form).catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(NotFound)
    const vera = await house.as('vera')
    expect((await vera.get(paths.electionPapers(id))).$('main form')).to.have.lengthOf(0)
    expect(await house.db('ballot_prints')).to.deep.equal([])
  })
})
