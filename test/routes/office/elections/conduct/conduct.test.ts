import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aCountedElection, DAYS, storesNothing } from '../../../../support/builders/elections.ts'
import { certifies } from '../../../../support/builders/outcomes.ts'
import { textOf } from '../../../../support/pdf.ts'

const SAVE = { presence: 'Gem', objection: 'Gem indsigelsen', decision: 'Gem afgørelsen' }

describe('elections: who was there, and what was objected to', () => {
  let house: TestApp
  let id: ElectionId
  let signe: Visitor

  beforeEach(async () => {
    house = await anApp()
    id = await aCountedElection(house)
    signe = await house.as('signe')
  })

  const open = (visitor = signe) => visitor.get(paths.conduct(id))
  const there = async (typed: Record<string, string>) =>
    signe.submit(await open(), { phase: 'polling', present_on: '10-03-2026', ...typed }, SAVE.presence)
  const objects = async (typed: Record<string, string>) =>
    signe.submit(await open(), { phase: 'counting', raised_on: '10-03-2026', ...typed }, SAVE.objection)

  it('takes several spells of one person, and an end that comes later takes the place of the first row', async () => {
    await there({ name: 'Vera Krogh', from_at: '9.30', until_at: '12' })
    const page = await there({ name: 'Vera Krogh', from_at: '13.00' })
    expect(page.texts('main tbody tr').map((row) => row.replace(/\s+/g, ' '))).to.deep.equal([
      'Vera Krogh 10. marts 2026 kl. 09.30 kl. 12.00 afstemningen',
      'Vera Krogh 10. marts 2026 kl. 13.00 er der endnu afstemningen',
    ])
    expect(page.text)
      .to.include('Vera Krogh, kl. 09.30 til kl. 12.00, afstemningen')
      .and.to.include('Vera Krogh, fra kl. 13.00, afstemningen')
    const [, second] = await house.db('presences').orderBy('id')
    await there({
      name: 'Vera Krogh',
      from_at: '13.00',
      until_at: '14.30',
      replaces_id: `${second?.id ?? 0}`,
    })
    expect(await house.db('presences').pluck('until_at')).to.deep.equal(['12.00', null, '14.30'])
    expect((await open()).texts('main tbody tr')).to.have.lengthOf(2)
    const twice = await storesNothing(house, () => there({ name: 'vera krogh', from_at: '11.00' }))
    expect(twice.status).to.equal(422)
    expect(twice.errors[0]).to.include('Personen står der allerede på det tidspunkt')
    expect(twice.value('from_at')).to.equal('11.00')
  })

  it('keeps the name of an objector to the board and the auditor, and out of log, record and public pages', async () => {
    const named = await storesNothing(house, () =>
      objects({ text: 'Karl Ravn så sedlerne ligge fremme.', objector: 'Karl Ravn' }),
    )
    expect(named.errors).to.deep.equal([
      'Navnet står i teksten, som kommer i protokollen. Skriv det kun i feltet til navnet.',
    ])
    await objects({ text: 'Sedlerne lå fremme.', objector: 'Karl Ravn' })
    await objects({ text: 'Lyset var slukket.' })
    const decided = {
      decision: 'Sedlerne blev lagt væk.',
      decided_by: 'Valgbestyrelsen',
      decided_on: '10-03-2026',
    }
    const page = await signe.submit(await open(), decided, SAVE.decision)
    expect(page.text).to.include('Sedlerne blev lagt væk.')
    for (const name of ['signe', 'vera', 'ruth'] as const)
      expect((await open(await house.as(name))).text).to.include('Karl Ravn')
    const bo = await open(await house.as('bo'))
    expect(bo.text).to.include('Sedlerne lå fremme.')
    expect(bo.text).not.to.include('Karl Ravn')
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    const log = await house.db('audit_events').pluck('details')
    const record = await findRecord(house.db, id)
    expect(`${log.join()} ${record?.document ?? ''}`).not.to.include('Karl Ravn')
    const { conduct } = readRecord(record!)
    expect(
      conduct?.objections.map(({ number, named, decision }) => [number, named, decision?.decision]),
    ).to.deep.equal([
      [1, true, 'Sedlerne blev lagt væk.'],
      [2, false, undefined],
    ])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    signe = await house.as('signe')
    const pdf = await signe
      .raw('get', paths.electionPaper(id, 'protokol.pdf'))
      .buffer(true)
      .responseType('blob')
    const text = await textOf(pdf.body as Buffer)
    expect(text).to.include('Sedlerne lå fremme.').and.to.include('Valgbestyrelsen kender navnet.')
    expect(text).not.to.include('Karl Ravn')
    const anyone = await house.visitor().get(paths.publicElection(id))
    expect(anyone.text).not.to.match(/Karl Ravn|Sedlerne lå/)
  })
})
