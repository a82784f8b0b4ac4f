import { expect } from 'chai'
import { stateIn } from '../../../../../models/elections/record/document.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { paths } from '../../../../../views/paths.ts'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  aClosedElection,
  aCountedElection,
  counts,
  DAYS,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aComplaint, certifies, decides } from '../../../../support/builders/outcomes.ts'
import { linesOf, textOf } from '../../../../support/pdf.ts'

/** As in FIGURES: Anker Bro 14, Jens Ærø 10, Åse Wang 5, 1 blank, 1 invalid; 29 unused. The roll counts papers alone. */
const PIECES = [14, 10, 5, 1, 1, 29, 2]

const NAMES = {
  ...{ first_sealer: 'Bo Krag', second_sealer: 'Lis Winther', sealed_on: '10-03-2026', sealed_at: '15.40' },
}
const OPENED = {
  ...{ first_opener: 'Signe Holm', second_opener: 'Bo Krag', opened_on: '11-03-2026', opened_at: '10.05' },
  reason: 'Der tælles om efter klage nr. 1.',
}
const BUTTON = 'Gem, og gå til mærkaterne'

/** Fills in the pieces in the order of the page, with a seal on each package. */
function filled(page: Page, pieces: readonly number[], seal = 100): Record<string, string> {
  const names = page.attributes('main input[name^="pieces_"]', 'name')
  expect(names).to.have.lengthOf(pieces.length)
  return {
    ...Object.fromEntries(names.map((name, index) => [name, `${pieces[index] ?? ''}`])),
    ...Object.fromEntries(
      names.map((name, index) => [name.replace('pieces_', 'seal_'), `P-${seal + index}`]),
    ),
  }
}

describe('elections: what is left of a vote is sealed in packages', () => {
  let house: TestApp
  let id: ElectionId
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
    id = await aCountedElection(house)
    signe = await house.as('signe')
  })

  async function seal(pieces = PIECES, change: Record<string, string> = {}, from = 100): Promise<Page> {
    const page = await signe.get(paths.packages(id))
    return signe.submit(page, { ...filled(page, pieces, from), ...NAMES, ...change }, BUTTON)
  }

  it('each pile by itself, with its pieces, its seal and the two who did it', async () => {
    const before = await signe.get(paths.packages(id))
    expect(before.texts('main fieldset legend').slice(0, 7)).to.deep.equal([
      'Gyldige stemmesedler: Anker Bro',
      'Gyldige stemmesedler: Jens Ærø',
      'Gyldige stemmesedler: Åse Wang',
      'Blanke stemmesedler',
      'Ugyldige stemmesedler',
      'Ombyttede stemmesedler',
      'Ubrugte stemmesedler',
    ])
    expect(before.text).to.include('Regnskabet siger 14.')
    const page = await seal()
    expect(page.notice).to.equal('Pakkerne er skrevet ind. Print mærkaterne, og sæt en på hver pakke.')
    expect(page.text).to.include('Lukket af Bo Krag og Lis Winther den 10. marts 2026 kl. 15.40.')
    expect(page.texts('main tbody tr')).to.have.lengthOf(7)
    expect(page.$('main input[name^="pieces_"]').length).to.equal(0)
    const event = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(event?.action).to.equal('election.packages_sealed')
    const { packages_hash, ...details } = JSON.parse(event?.details ?? '') as Record<string, unknown>
    expect(packages_hash).to.match(/^[0-9a-f]{64}$/)
    expect(details).to.deep.equal({
      ...{ sealing: 1, packages: 7, sealed_on: '2026-03-10' },
      witnesses: ['Bo Krag', 'Lis Winther'],
    })
  })

  it('with a label for each package, large and plain', async () => {
    await seal()
    const answer = await signe
      .raw('get', paths.electionPaper(id, 'pakkesedler.pdf'))
      .buffer(true)
      .responseType('blob')
    const lines = await linesOf(answer.body as Buffer)
    expect(lines.filter((line) => /^Pakke \d+$/.test(line))).to.have.lengthOf(7)
    expect(lines).to.include.members(['Gyldige stemmesedler', 'Anker Bro', '14 stk.', 'Plombe nr. P-100'])
  })

  it('in several packages where one is not enough, with a field for each', async () => {
    const page = await signe.get(paths.packages(id))
    const [first = ''] = page.attributes('main input[name^="packages_"]', 'name')
    const two = await signe.submit(page, { [first]: '2' }, 'Vis et felt til hver pakke')
    expect(two.status).to.equal(200)
    const sent = { ...filled(two, [10, 4, ...PIECES.slice(1)]), ...NAMES }
    const done = await signe.submit(two, sent, BUTTON)
    expect(done.texts('main tbody tr')).to.have.lengthOf(8)
    expect(await house.db('packages').sum('pieces as all').first()).to.deep.include({ all: 62 })
  })

  it('with a written reason where the pieces do not match, and what was typed stays', async () => {
    const differs = [13, ...PIECES.slice(1)]
    const refused = await storesNothing(house, () => seal(differs))
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      '1 bunke passer ikke med regnskabet. Tæl den igen, eller skriv, hvad det skyldes.',
    ])
    expect(refused.$('main input[name^="pieces_"]').first().attr('value')).to.equal('13')
    const page = await seal(differs, { difference_reason: 'To sedler hang sammen ved optællingen.' })
    expect(page.text).to.include('Gyldige stemmesedler: Anker Bro: 13 i pakkerne, men regnskabet siger 14.')
    expect(page.text).to.include('To sedler hang sammen ved optællingen.')
  })

  it('by two different people, with seals that were never used before', async () => {
    const same = await storesNothing(house, () => seal(PIECES, { second_sealer: 'bo krag' }))
    expect(same.errors).to.deep.equal(['Der skal to forskellige personer til. Skriv den andens navn.'])
    const page = await signe.get(paths.packages(id))
    const fields = Object.entries(filled(page, PIECES)).map(
      ([name, value]) => [name, name.startsWith('seal_') ? 'P-1' : value] as const,
    )
    const twice = await signe.submit(page, { ...Object.fromEntries(fields), ...NAMES }, BUTTON)
    expect(twice.errors).to.deep.equal(['Plombe nr. P-1 er brugt før. Se efter nummeret på pakken.'])
  })

  it('only once all votes are counted, and by those who run the election', async () => {
    const other = await anApp()
    const closed = await aClosedElection(other)
    const page = await (await other.as('signe')).get(paths.packages(closed))
    expect(page.text).to.include('Pakkerne lukkes, når alle stemmer er talt.')
    expect(page.$('main form').length).to.equal(0)
    const vera = await (await house.as('vera')).get(paths.packages(id))
    expect(vera.$('main form').length).to.equal(0)
  })

  it('is opened and sealed again at a recount, and nobody counts before that', async () => {
    await seal()
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    await decides(house, id, await aComplaint(house, id), 'recount')
    const refused = await counts(house, id, 'bo').catch((error: unknown) => error)
    expect(refused).to.have.property('reason', 'ballots_are_sealed')
    signe = await house.as('signe')
    const sealed = await signe.get(paths.packages(id))
    const none = await signe.submit(sealed, OPENED, 'Gem, at plomberne er brudt')
    expect(none.errors).to.deep.equal(['Sæt hak ved de pakker, der er åbnet.'])
    const opened = await signe.submit(
      sealed,
      { ...OPENED, packages: ['1', '2', '3', '4', '5'] },
      'Gem, at plomberne er brudt',
    )
    expect(opened.notice).to.equal('Det er skrevet ind, at plomberne er brudt.')
    expect(opened.text).to.include('Grunden: Der tælles om efter klage nr. 1.')
    for (const name of ['bo', 'lis'] as const) await counts(house, id, name)
    const again = await signe.get(paths.packages(id))
    expect(again.texts('main fieldset legend').slice(0, 5)).to.have.lengthOf(5)
    const used = { ...filled(again, PIECES.slice(0, 5)), ...NAMES, sealed_on: '11-03-2026' }
    expect((await signe.submit(again, used, BUTTON)).errors).to.deep.equal([
      'Plombe nr. P-100 er brugt før. Se efter nummeret på pakken.',
    ])
    await signe.submit(again, { ...used, ...filled(again, PIECES.slice(0, 5), 200) }, BUTTON)
    await certifies(house, id)
    const record = (await findRecord(house.db, id))!
    const { packages } = readRecord(record)
    expect(packages?.sealings.map((one) => one.packages.map(({ number }) => number))).to.deep.equal([
      [1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12],
    ])
    expect(packages?.openings).to.deep.include({
      ...{
        first_opener: 'Signe Holm',
        second_opener: 'Bo Krag',
        opened_on: '2026-03-11',
        opened_at: '10.05',
      },
      ...{ reason: 'Der tælles om efter klage nr. 1.', packages: [1, 2, 3, 4, 5] },
      ...{ recorded_by: 'Signe Holm', recorded_on: '2026-03-11' },
    })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
  })

  it('is destroyed by number and by rule, and a new version of the record says so', async () => {
    await seal()
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    house.clock.set(DAYS.final)
    signe = await house.as('signe')
    await signe.submit(await signe.get(paths.electionFinal(id)))
    const page = await signe.get(paths.electionAfter(id))
    const gone = { first_witness: 'Bo Krag', second_witness: 'Lis Winther', sure: 'ja' }
    const some = await signe.submit(page, { ...gone, packages: ['1', '2', '3', '4', '5', '6'] })
    expect(some.errors).to.deep.equal([
      '1 lukket pakke er ikke med. Sæt hak ved den, eller skriv, hvor den er.',
    ])
    const done = await signe.submit(page, { ...gone, packages: ['1', '2', '3', '4', '5', '6', '7'] })
    expect(done.text).to.include(
      'Pakke nr. 1, 2, 3, 4, 5, 6 og 7 blev destrueret. Som i kommunal- og regionalvalgloven § 106',
    )
    const record = (await findRecord(house.db, id))!
    const document = readRecord(record)
    expect([record.made_at, stateIn(document)]).to.deep.equal(['destroyed', 'final'])
    expect(document.ballot_destruction).to.deep.include({
      paragraph: 'Som i kommunal- og regionalvalgloven § 106',
      left_reason: null,
      packages: [1, 2, 3, 4, 5, 6, 7],
    })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    const pdf = await signe
      .raw('get', paths.electionPaper(id, 'protokol.pdf'))
      .buffer(true)
      .responseType('blob')
    const text = await textOf(pdf.body as Buffer)
    for (const said of [
      'Pakker og plomber',
      'Plombe',
      'P-103',
      'Destrueret: pakke nr. 1, 2, 3, 4, 5, 6 og 7',
    ])
      expect(text).to.include(said)
    expect((await signe.get(paths.packages(id))).text).to.include('Stemmesedlerne er destrueret.')
    expect(await statusOf(house, id)).to.equal('final')
  })
})
