import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord, readRecord } from '../../../../../models/elections/record/record.ts'
import { pausePolling } from '../../../../../models/elections/polling/pauses.ts'
import { printedCopies } from '../../../../../models/elections/polling/prints.ts'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import {
  anOpenElection,
  counts,
  DAYS,
  official,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { certifies } from '../../../../support/builders/outcomes.ts'
import { infoOf, textOf } from '../../../../support/pdf.ts'

const PRINT = 'Tæl med, og hent filen'
const OFF = 'Træk fra'

describe('elections: more ballot papers while people vote', () => {
  let house: TestApp
  let id: ElectionId
  let bo: Visitor

  beforeEach(async () => {
    house = await anApp()
    id = await anOpenElection(house)
    bo = await house.as('bo')
  })

  const open = (): Promise<Page> => bo.get(paths.morePapers(id))

  /** Sends the form as a browser does, and takes the file. */
  async function batchOf(page: Page, sheets: string, per_sheet = '2') {
    const { action, fields } = page.fill({ sheets, per_sheet }, PRINT)
    return bo.raw('post', action, fields).buffer(true).responseType('blob')
  }

  it('come as one file with a cover, are counted, and all look alike', async () => {
    const answer = await batchOf(await open(), '3')
    expect(answer.status).to.equal(200)
    expect(answer.headers['content-disposition']).to.include('attachment')
    const pdf = answer.body as Buffer
    expect((await infoOf(pdf)).Pages).to.equal('4')
    const text = await textOf(pdf)
    expect(text).to.include('Portion 1').and.to.include('Der skal være 6 stemmesedler.')
    // Two on each of three sheets; nothing on a paper tells of the batch.
    expect(text.split('Sæt ét kryds')).to.have.lengthOf(7)
    expect(text.split('Portion 1')).to.have.lengthOf(2)
    expect(await house.db('ballot_prints').where({ batch: 1 }).pluck('copies')).to.deep.equal([6])
    const page = await open()
    expect(page.text).to.include('Portion 1: 6, printet den 10. marts 2026 af Bo Krag')
    const closing = await bo.get(paths.pollingClosing(id))
    expect(closing.value('printed')).to.equal('6')
  })

  it('are never printed twice by one form: a second click, a reload and a replay all say where they are', async () => {
    const page = await open()
    const answers = await Promise.all([batchOf(page, '3'), batchOf(page, '3')])
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409])
    const { action, fields } = page.fill({ sheets: '3', per_sheet: '2' }, PRINT)
    const replay = await storesNothing(house, () => bo.send({ action, fields }))
    expect(replay.status).to.equal(409)
    expect(replay.errors[0]).to.include('Portion 1 er allerede lavet og talt med.')
    expect(await printedCopies(house.db, { id, list_version: 1 })).to.equal(6)
    expect((await batchOf(await open(), '1')).status).to.equal(200)
    expect(
      await house.db('ballot_prints').whereNotNull('batch').orderBy('batch').pluck('batch'),
    ).to.deep.equal([1, 2])
  })

  it('are printed in a break, and never before polls open, after they close, or by others', async () => {
    await pausePolling(house.db, await official(house, 'bo'), id, { reason: 'Frokost' })
    expect((await batchOf(await open(), '1')).status).to.equal(200)
    const page = await open()
    for (const status of ['listed', 'closed'] as const) {
      await house.db('elections').where({ id }).update({ status })
      const { action, fields } = page.fill({ sheets: '1', per_sheet: '1' }, PRINT)
      const refused = await storesNothing(house, () => bo.send({ action, fields }))
      expect(refused.status, status).to.equal(409)
      expect((await open()).$('main input[name=sheets]'), status).to.have.lengthOf(0)
    }
    await house.db('elections').where({ id }).update({ status: 'polling' })
    const vera = await house.as('vera')
    expect((await vera.get(paths.morePapers(id))).$('main form')).to.have.lengthOf(0)
    const uncounted = await bo.raw('get', paths.electionPaper(id, 'valgbord/stemmesedler-1.pdf'))
    expect(uncounted.status).to.equal(404)
  })

  it('are at least one sheet and at most a hundred, and of a list that holds', async () => {
    const wrong: [typed: Record<string, string>, error: string][] = [
      [{ sheets: '0', per_sheet: '1' }, 'Skriv, hvor mange ark der skal printes.'],
      [{ sheets: '101', per_sheet: '1' }, 'Print højst 100 ark ad gangen.'],
      [{ sheets: '', per_sheet: '1' }, 'Feltet er tomt. Skriv 0, hvis der ingen er.'],
    ]
    for (const [typed, error] of wrong) {
      const page = await open()
      const refused = await storesNothing(house, () => bo.submit(page, typed, PRINT))
      expect(refused.status).to.equal(422)
      expect(refused.errors).to.deep.equal([error])
      expect(refused.value('sheets')).to.equal(typed.sheets)
    }
    const page = await open()
    await house.db('elections').where({ id }).update({ list_version: 2 })
    expect((await bo.submit(page, { sheets: '1' }, PRINT)).status).to.equal(409)
  })

  it('are taken off with a reason when they came to nothing, never more than there are', async () => {
    await batchOf(await open(), '3')
    const off = { copies: '2', reason: 'Papiret sad fast.' }
    const page = await bo.submit(await open(), off, OFF)
    expect(page.text).to.include('I har printet 4 stemmesedler i alt.')
    expect(page.text).to.include('2 trukket fra den 10. marts 2026 af Bo Krag: Papiret sad fast.')
    const more = await storesNothing(house, () => bo.submit(page, { ...off, copies: '5' }, OFF))
    expect(more.errors).to.deep.equal(['Der er kun 4 tilbage af dem. Ret tallet.'])
    const silent = await bo.submit(page, { copies: '1', reason: ' ' }, OFF)
    expect(silent.status).to.equal(422)
    expect(await printedCopies(house.db, { id, list_version: 1 })).to.equal(4)
    const [line] = await house.db('audit_events').where({ action: 'ballots.taken_off' }).pluck('details')
    expect(JSON.parse(line ?? '{}')).to.deep.include({ copies: 2, reason: 'Papiret sad fast.', batch: 1 })
  })

  it('stand in the closing account, which asks why it has another figure, and in the record', async () => {
    await batchOf(await open(), '15')
    await bo.submit(await open(), { copies: '2', reason: 'Papiret sad fast.' }, OFF)
    house.clock.set(DAYS.evening)
    bo = await house.as('bo')
    const closing = await bo.get(paths.pollingClosing(id))
    // 30 printed, 2 taken off.
    expect(closing.value('printed')).to.equal('28')
    const papers = { handed_out: '20', exchanged: '0', unused: '9', not_returned: '0', closed_at: '14.00' }
    const asked = await bo.submit(closing, { ...papers, printed: '29' })
    expect(asked.errors).to.include(
      'I Rådsbogen er antallet af printede sedler 28. Ret tallet, eller skriv, hvorfor det er anderledes.',
    )
    await bo.submit(await bo.get(paths.pollingClosing(id)), { ...papers, printed: '28', unused: '8' })
    await counts(house, id, 'bo', { votes: [10, 6, 4] })
    await counts(house, id, 'lis', { votes: [10, 6, 4] })
    house.clock.set(DAYS.certified)
    await certifies(house, id)
    bo = await house.as('bo')
    const record = await findRecord(house.db, id)
    expect(readRecord(record!).prints).to.deep.equal([
      {
        ...{ list_version: 1, copies: 30, batch: 1, recorded_by: 'Bo Krag', recorded_on: '2026-03-10' },
        taken_off: [
          { copies: 2, reason: 'Papiret sad fast.', recorded_by: 'Bo Krag', recorded_on: '2026-03-10' },
        ],
      },
    ])
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    const pdf = await bo.raw('get', paths.electionPaper(id, 'protokol.pdf')).buffer(true).responseType('blob')
    expect(await textOf(pdf.body as Buffer))
      .to.include('portion 1')
      .and.to.include('Papiret sad fast.')
  })
})
