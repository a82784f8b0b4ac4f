import { expect } from 'chai'
import { sweepOut } from '../../../../models/core/sweeping.ts'
import { anApp } from '../../../support/app.ts'
import { aBooth, anOpenBoothElection } from '../../../support/builders/booth.ts'

describe('Sweeping the box while it is sealed', () => {
  it('keeps every sealed ballot and what guards it', async () => {
    const house = await anApp()
    const { id } = await anOpenBoothElection(house)
    const tablet = await aBooth(house, id)
    for (let voter = 1; voter <= 3; voter += 1) await tablet.vote()
    const box = () => house.db('envelopes').orderBy('id')
    const sealed = await box()
    expect(sealed).to.have.length(3)
    await sweepOut(house.db, ['envelopes', 'booths'])
    expect(await box()).to.deep.equal(sealed)
    const [first] = sealed
    for (const change of [
      house.db('envelopes').where({ id: first!.id }).delete(),
      house.db('envelopes').where({ id: first!.id }).update({ code: 'another' }),
    ]) {
      const refused: unknown = await change.catch((error: unknown) => error)
      expect(String(refused)).to.include('envelopes_guarded')
    }
    const thanks = await tablet.vote()
    expect(thanks.heading).to.equal('Tak. Din stemme er i kassen.')
    expect(await box()).to.have.length(4)
  })
})
