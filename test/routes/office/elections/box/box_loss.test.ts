import { expect } from 'chai'
import { verify } from '../../../../../bin/verifier/verify.ts'
import { type Db, isPostgres, refusedBy } from '../../../../../models/core/db.ts'
import { checkRows } from '../../../../../models/core/ledger/check.ts'
import { declareBoxLost } from '../../../../../models/elections/box/loss.ts'
import { finishClosings } from '../../../../../models/elections/polling/closing_job.ts'
import { finishDestructions, recordDestruction } from '../../../../../models/elections/record/destruction.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { copyPostgres } from '../../../../attack/postgres_copy.ts'
import { copySqlite } from '../../../../attack/sqlite_copy.ts'
import { CAST } from '../../../../support/cast.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../../support/builders/booth.ts'
import {
  aClosedElection,
  official,
  statusOf,
  storesNothing,
  THREE,
} from '../../../../support/builders/elections.ts'
import { anEntryElection, end, putIn, show, twoAtTheBox } from '../../../../support/builders/paper_entry.ts'
import { takeGuardsOff } from '../../../../support/tampering.ts'
import type { ElectionId } from '../../../../../models/core/ids.ts'

const DECISION = { decided_by: 'Valgbestyrelsen', reason: 'To af tre sedler er væk.', sure: 'ja' }
const BUTTON = 'Gør valget ugyldigt'

describe('elections: lost key slips', () => {
  async function withBallots(house: TestApp): Promise<ElectionId> {
    const { id } = await anOpenBoothElection(house)
    const tablet = await aBooth(house, id)
    await tablet.vote(THREE[0])
    await tablet.vote(THREE[1])
    await closed(house, id)
    return id
  }

  it('annul the election by a decision, leave the ballots sealed, and offer a rerun', async () => {
    const house = await anApp()
    const id = await withBallots(house)
    const signe = await house.as('signe')
    const box = await signe.get(paths.box(id))
    const form = await signe.get(box.link('Nøglesedlerne er væk'))
    expect(form.text).to.include('2 af de 3 sedler kan åbne den.')
    const page = await signe.submit(form, DECISION, BUTTON)
    expect(page.url).to.equal(paths.election(id))
    expect(page.notice).to.equal('Valget er gjort ugyldigt. Nu kan omvalget planlægges.')
    expect(page.text).to.include('Valgbestyrelsen har den 10. marts 2026 gjort valget ugyldigt')
    expect(await statusOf(house, id)).to.equal('annulled')
    expect(await house.db('ballots')).to.deep.equal([])
    expect(await house.db('envelopes')).to.have.length(2)
    expect(await verifyRecord(house.db, house.by.keys, id)).to.deep.include({ records: 1, faults: [] })
    const rerun = await signe.get(page.link('Planlæg omvalg'))
    expect(rerun.status).to.equal(200)
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include('Valget er gjort ugyldigt.')
  })

  it('are not declared by a slip of the finger, nor for a later day, and what was typed is kept', async () => {
    const house = await anApp()
    const id = await withBallots(house)
    const signe = await house.as('signe')
    const form = await signe.get(paths.boxLoss(id))
    const { sure: _sure, ...unsure } = DECISION
    for (const wrong of [unsure, { ...DECISION, reason: ' ' }, { ...DECISION, decided_on: '11-03-2026' }]) {
      const answer = await storesNothing(house, () => signe.submit(form, wrong, BUTTON))
      expect(answer.status).to.equal(422)
      expect(answer.errors).to.have.length(1)
      expect(answer.value('decided_by')).to.equal('Valgbestyrelsen')
    }
    expect(await statusOf(house, id)).to.equal('closed')
  })

  it('are nothing to declare where people vote on paper, while polling is open, or twice', async () => {
    const house = await anApp()
    const paper = await aClosedElection(house)
    const signe = await house.as('signe')
    const page = await signe.get(paths.boxLoss(paper))
    expect(page.text).to.include('Der er ingen lukket stemmekasse at opgive her nu.')
    const other = await anApp()
    const { id } = await anOpenBoothElection(other)
    const secretary = await other.as('signe')
    expect((await secretary.get(paths.boxLoss(id))).$('main form[method=post]')).to.have.length(0)
    await closed(other, id)
    await secretary.signIn(CAST.signe.email)
    const form = await secretary.get(paths.boxLoss(id))
    const first = await secretary.submit(form, DECISION, BUTTON)
    expect(first.status).to.equal(200)
    const second = await secretary.send({ ...form.fill(DECISION, BUTTON), action: paths.boxLoss(id) })
    expect(second.url).to.equal(paths.election(id))
    expect(await other.db('box_losses')).to.have.length(1)
  })
})

describe('elections: the ballots of a box that was never opened', () => {
  const LOST = { decided_by: 'Valgbestyrelsen', reason: 'To af tre sedler er væk.' }
  const WITNESSES = { first_witness: 'Bo Krag', second_witness: 'Lis Winther' }
  const BOX = ['envelopes', 'entered_papers', 'paper_entry_turns'] as const

  async function lost(house: TestApp, id: ElectionId): Promise<void> {
    const form = { ...LOST, decided_on: house.clock.today() }
    await declareBoxLost(house.db, await official(house, 'signe'), id, form)
  }

  async function left(db: Db): Promise<number[]> {
    return Promise.all(BOX.map(async (table) => (await db(table)).length))
  }

  /** All bytes in which a vote has lain. */
  async function filesOf(db: Db): Promise<Buffer> {
    if (isPostgres(db)) return Buffer.concat((await copyPostgres(db)).files.map(({ bytes }) => bytes))
    const { file, wal, compact } = await copySqlite(db)
    return Buffer.concat([file, wal, compact])
  }

  for (const ended of [false, true]) {
    it(`go when they are destroyed, with the papers that ${ended ? 'were entered' : 'are being entered'}, and no file has them any more`, async () => {
      const house = await anApp()
      const { id } = await anEntryElection(house)
      const pair = await twoAtTheBox(house, id)
      await putIn(pair, id, ['Anker Bro'], 'blank')
      if (ended) await putIn(pair, id, 'recognisable')
      if (ended) await end(pair, id, { papers: '3' })
      else await show(pair.first, id, ['Jens Ærø'])
      await lost(house, id)
      expect(await left(house.db)).to.deep.equal(ended ? [11, 3, 1] : [11, 2, 1])
      const codes = [
        ...(await house.db('envelopes').pluck<string[]>('code')),
        ...(await house.db('entered_papers').pluck<string[]>('code')),
      ]
      const inFiles = async () => {
        const files = await filesOf(house.db)
        return codes.filter((code) => files.includes(code)).length
      }
      expect(await inFiles()).to.equal(codes.length)
      for (const table of ['envelopes', 'entered_papers'] as const) {
        if (table === 'entered_papers' && !ended) continue
        const early: unknown = await house
          .db(table)
          .delete()
          .catch((error: unknown) => error)
        expect(refusedBy(early, `${table}_guarded`), table).to.equal(true)
      }
      const bo = await house.as('bo')
      const page = await bo.submit(await bo.get(paths.electionAfter(id)), { ...WITNESSES, sure: 'ja' })
      expect(page.text).to.include('Bo Krag og Lis Winther destruerede dem')
      expect(await left(house.db)).to.deep.equal([0, 0, 0])
      expect(await inFiles()).to.equal(0)
      expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
      // The builder sets the means of the election without an act.
      const changed = await checkRows(house.db)
      expect(changed.filter((one) => !('columns' in one && one.columns.join() === 'means'))).to.deep.equal([])
      for (const { document, hash } of await house.db('records')) {
        const bytes = new TextEncoder().encode(document)
        const printed = { record: hash, line: '', log: '', codes: '', parts: '' }
        const { verdict } = await verify({ files: [{ name: 'protokol.json', bytes }], printed })
        expect(verdict).to.equal('fits')
      }
      // Pages that told of the box still open.
      const signe = await house.as('signe')
      for (const path of [paths.box(id), paths.election(id), paths.electionRecord(id), paths.boxCodes(id)])
        expect((await signe.raw('get', path)).status, path).to.equal(200)
    })
  }

  it('are destroyed at the next start where an older version said that they were', async () => {
    const house = await anApp()
    const { id } = await anEntryElection(house)
    await lost(house, id)
    const sealed = await house.db('envelopes')
    const form = { ...WITNESSES, destroyed_on: house.clock.today() }
    await recordDestruction(house.db, await official(house, 'bo'), id, form)
    expect(await finishDestructions(house.db)).to.deep.equal([])
    await takeGuardsOff(house.db)
    await house.db('envelopes').insert(sealed)
    expect(await finishDestructions(house.db)).to.deep.equal([id])
    expect(await house.db('envelopes')).to.deep.equal([])
    await finishClosings(house.db)
  })
})
