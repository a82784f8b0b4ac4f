import { expect } from 'chai'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { CAST } from '../../../../support/cast.ts'
import { aBooth, anOpenBoothElection, closed } from '../../../../support/builders/booth.ts'
import { aClosedElection, statusOf, storesNothing, THREE } from '../../../../support/builders/elections.ts'
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
