import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { aBooth, anOpenBoothElection, openedBox, type Slips } from '../../../../support/builders/booth.ts'
import { countOnPage, DAYS, PAPERS, statusOf } from '../../../../support/builders/elections.ts'
import { certifies } from '../../../../support/builders/outcomes.ts'
import { textOf } from '../../../../support/pdf.ts'
import { publicRecord } from '../../../../../models/elections/record/public_record.ts'

/** 12 papers were handed out, and two vote on the tablet: one for Åse Wang, one blank. */
async function aMergedElection(house: TestApp): Promise<{ id: ElectionId; slips: Slips }> {
  const { id, slips } = await anOpenBoothElection(house, { means: 'both' })
  const booth = await aBooth(house, id)
  await booth.vote('Åse Wang')
  await booth.vote()
  house.clock.set(DAYS.evening)
  const signe = await house.as('signe')
  const account = { ...PAPERS, handed_out: 12, unused: 48 }
  const papers = Object.fromEntries(Object.entries(account).map(([line, n]) => [line, `${n}`]))
  const warned = await signe.submit(await signe.get(paths.pollingClosing(id)), {
    closed_at: '14.00',
    ...papers,
  })
  expect(warned.text).to.include('Vi lægger kasserne sammen')
  const closed = await signe.submit(warned, { small_box: 'saml' })
  expect(closed.status).to.equal(200)
  return { id, slips }
}

const PRINT = 'Hent dem til print'
const MIX = 'De er blandet med stemmesedlerne'

/** The sheets as the one at the printer gets them. */
async function print(house: TestApp, id: ElectionId, fields: Record<string, string> = {}): Promise<Buffer> {
  const bo = await house.as('bo')
  const { action, fields: sent } = (await bo.get(paths.boxPapers(id))).fill(fields, PRINT)
  const answer = await bo.raw('post', action, sent).buffer(true).responseType('blob')
  expect([answer.status, answer.headers['cache-control']]).to.deep.equal([200, 'no-store'])
  return answer.body as Buffer
}

async function mix(house: TestApp, id: ElectionId) {
  const bo = await house.as('bo')
  const witnesses = { first_witness: 'Bo Krag', second_witness: 'Lis Winther' }
  return bo.submit(await bo.get(paths.boxPapers(id)), witnesses, MIX)
}

describe('The ballots of a tablet, printed and counted among the papers', () => {
  let house: TestApp
  let id: ElectionId
  let slips: Slips

  beforeEach(async () => {
    house = await anApp()
    ;({ id, slips } = await aMergedElection(house))
  })

  it('give one box, one count and one result, and the record shows no figure of the tablet alone', async () => {
    const bo = await house.as('bo')
    expect((await bo.get(paths.count(id))).text).to.include('skal først printes og blandes')
    expect((await bo.get(paths.boxPapers(id))).text).to.include('Kassen er ikke åbnet endnu')
    await openedBox(house, id, slips)
    const box = await bo.get(paths.box(id))
    expect(box.text)
      .to.include('Stemmerne bliver talt sammen med stemmesedlerne')
      .and.not.to.include('Blanke')
    expect(await house.db('box_lines')).to.deep.equal([])
    const text = await textOf(await print(house, id))
    // Two papers with the three names, as those from the table have them.
    expect(text.match(/Åse Wang/g)).to.have.length(2)
    expect(text).not.to.match(/tablet/i)
    expect((await mix(house, id)).text).to.include('ligger blandt stemmesedlerne')
    expect(await house.db('ballots')).to.deep.equal([])
    // 12 + 2 papers in the box: 7 + 5 + 1 votes and 1 blank.
    for (const name of ['bo', 'lis'] as const)
      await countOnPage(await house.as(name), id, { votes: [7, 5, 1], blank: 1 })
    expect(await statusOf(house, id)).to.equal('counted')
    const result = await (await house.as('signe')).get(paths.result(id))
    expect(result.text).to.include('Delt ud 12 + fra tabletten 2 = i kassen 14')
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    const record = (await findRecord(house.db, id))!
    const document = readRecord(record)
    expect(document.booth).to.equal(null)
    expect(document.mixed_in).to.deep.include({ envelopes: 2, releases: 2 })
    expect(document.papers).to.include({ handed_out: 12, in_box: 14, from_tablet: 2 })
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    // No part is small any more, so all of it is public but the texts.
    const open = (await house.visitor().raw('get', paths.publicRecordData(id))).text
    expect(open).to.equal(publicRecord(record.document, []))
    expect(open)
      .to.include('"envelopes":2')
      .and.to.match(/"mix":\{"first_witness":\{"sealed"/)
    const pdf = (await house.as('signe')).raw('get', paths.electionPaper(id, 'protokol.pdf'))
    const printed = await textOf((await pdf.buffer(true).responseType('blob')).body as Buffer)
    expect(printed).to.include('Bo Krag og Lis Winther blandede dem')
  })

  it('are printed once; again only for a reason, which is in the log; and never after they are mixed', async () => {
    await openedBox(house, id, slips)
    const bo = await house.as('bo')
    const form = (await bo.get(paths.boxPapers(id))).fill({}, PRINT)
    expect((await bo.send(form)).status).to.equal(200)
    expect((await bo.send(form)).status).to.equal(422)
    const again = await bo.submit(await bo.get(paths.boxPapers(id)), {}, PRINT)
    expect([again.status, again.errors[0]]).to.deep.equal([
      422,
      'Skriv, hvorfor der printes igen, og hvem der destruerede de første.',
    ])
    const page = await bo.get(paths.boxPapers(id))
    await print(house, id, { reason: 'Papirstop. Lis rev det første i stykker.' })
    const events = await house.db('audit_events').where({ action: 'election.box_printed' }).pluck('details')
    expect(events.map((details: string) => JSON.parse(details) as object)).to.deep.equal([
      { number: 1, sheets: 2, reason: null },
      { number: 2, sheets: 2, reason: 'Papirstop. Lis rev det første i stykker.' },
    ])
    await mix(house, id)
    expect((await bo.submit(page, { reason: 'En til' }, PRINT)).status).to.equal(409)
  })

  it('are not printed before the box is open, nor counted before they are mixed, by whoever', async () => {
    const bo = await house.as('bo')
    await openedBox(house, id, slips)
    expect((await bo.get(paths.boxPapers(id))).$(`form[action="${paths.boxMix(id)}"]`)).to.have.length(0)
    const auditor = await (await house.as('ruth')).get(paths.boxPapers(id))
    expect(auditor.$('main form[method=post]')).to.have.length(0)
    expect((await bo.get(paths.count(id))).$('main form[method=post]')).to.have.length(0)
    await print(house, id)
    const same = { first_witness: 'Bo Krag', second_witness: 'bo krag' }
    expect((await bo.submit(await bo.get(paths.boxPapers(id)), same, MIX)).status).to.equal(422)
  })

  it('are not seen by a candidate, whatever page is open', async () => {
    await openedBox(house, id, slips)
    const lis = await house.as('lis')
    const page = await lis.get(paths.boxPapers(id))
    const stands = (name: string) =>
      house.db('candidacies').where({ election_id: id, ballot_position: 3 }).update({ name })
    await stands('Lis Winther')
    const refused = 'Du er selv kandidat ved dette valg. Derfor skal en anden tælle op og godkende.'
    const printed = await lis.submit(page, {}, PRINT)
    expect([printed.status, printed.errors[0]]).to.deep.equal([422, refused])
    expect(printed.text).to.include(refused)
    expect(await house.db('box_prints')).to.deep.equal([])
    await print(house, id)
    expect((await lis.get(paths.boxPapers(id))).$('main form[method=post]')).to.have.length(0)
    await stands('Jens Ærø')
    const toMix = await lis.get(paths.boxPapers(id))
    await stands('Lis Winther')
    const witnesses = { first_witness: 'Bo Krag', second_witness: 'Signe Holm' }
    expect((await lis.submit(toMix, witnesses, MIX)).status).to.equal(422)
    expect(await house.db('box_mixes')).to.deep.equal([])
  })

  it('are certified by others than the one who printed them', async () => {
    await openedBox(house, id, slips)
    const signe = await house.as('signe')
    expect((await signe.send((await signe.get(paths.boxPapers(id))).fill({}, PRINT))).status).to.equal(200)
    await mix(house, id)
    for (const name of ['bo', 'lis'] as const)
      await countOnPage(await house.as(name), id, { votes: [7, 5, 1], blank: 1 })
    house.clock.set(DAYS.certified)
    const certification = await (await house.as('signe')).get(paths.certification(id))
    expect(certification.$('main form[method=post]')).to.have.length(0)
    expect(certification.text).to.include('set stemmesedler ved dette valg')
    const vera = await (await house.as('vera')).get(paths.certification(id))
    expect(vera.$('main form[method=post]')).to.have.length(1)
  })
})
