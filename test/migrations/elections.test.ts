import { expect } from 'chai'
import { isoDate } from '../../models/core/dates.ts'
import { isTaken, refusedBy } from '../../models/core/db.ts'
import type { ElectionId } from '../../models/core/ids.ts'
import { anApp, type TestApp } from '../support/app.ts'
import { aCountedElection, DAYS, PAPERS } from '../support/builders/elections.ts'
import { anId } from '../support/ids.ts'

const WRITTEN_ONCE = [
  'polling_openings',
  'polling_closings',
  'paper_accounts',
  'counts',
  'count_lines',
  'lots',
] as const

describe('elections: what the database itself refuses', () => {
  let house: TestApp
  let id: ElectionId

  before(async () => {
    house = await anApp()
    const papers = { ...PAPERS, handed_out: 28, unused: 32 }
    id = await aCountedElection(house, { papers, figures: { votes: [14, 14, 0] } })
    await house.db('lots').insert({ ...lot, about: 'tie' })
  })

  const lot = {
    election_id: anId(1),
    round: 1,
    among: '[1,2]',
    chosen: '[1]',
    method: 'slips' as const,
    witnesses: 'Dagmar Lind',
    drawn_by: 'Signe Holm',
    drawn_on: isoDate(DAYS.polling),
  }

  async function errorOf(query: PromiseLike<unknown>): Promise<unknown> {
    return Promise.resolve(query).then(
      () => undefined,
      (error: unknown) => error,
    )
  }

  for (const table of WRITTEN_ONCE) {
    it(`a changed or deleted row of ${table}`, async () => {
      const column = table === 'count_lines' ? 'count_id' : 'election_id'
      const changed = await errorOf(house.db(table).update({ [column]: 999 } as never))
      expect(refusedBy(changed, `${table}_insert_only`), String(changed)).to.equal(true)
      const deleted = await errorOf(house.db(table).delete())
      expect(refusedBy(deleted, `${table}_insert_only`), String(deleted)).to.equal(true)
    })
  }

  it('a second opening or closing of the same election', async () => {
    const recorded = { recorded_by: 'Bo Krag', recorded_on: isoDate(DAYS.polling) }
    const opening = {
      election_id: id,
      list_version: 1,
      opened_at: '11.00',
      first_witness: 'A',
      second_witness: 'B',
      ...recorded,
    }
    expect(isTaken(await errorOf(house.db('polling_openings').insert(opening)))).to.equal(true)
    const closing = { election_id: id, closed_at: '14.00', early_reason: null, ...recorded }
    expect(isTaken(await errorOf(house.db('polling_closings').insert(closing)))).to.equal(true)
  })

  it('one person as both witnesses, and a lot about anything else', async () => {
    const opening = {
      election_id: id,
      list_version: 2,
      opened_at: '11.00',
      first_witness: 'A',
      second_witness: 'A',
    }
    const recorded = { recorded_by: 'Bo Krag', recorded_on: isoDate(DAYS.polling) }
    expect(await errorOf(house.db('polling_openings').insert({ ...opening, ...recorded }))).to.be.instanceOf(
      Error,
    )
    expect(await errorOf(house.db('lots').insert({ ...lot, about: 'lunch' as never }))).to.be.instanceOf(
      Error,
    )
  })

  it('two sheets by one person in a round, and more blank and invalid than there are ballots', async () => {
    const [sheet] = await house.db('counts').where({ election_id: id }).limit(1)
    if (!sheet) throw new Error('no sheet')
    const { id: _, ...again } = sheet
    expect(isTaken(await errorOf(house.db('counts').insert(again)))).to.equal(true)
    const absurd = { ...again, round: 2, ballots_in_box: 3, blank: 2, invalid: 2 }
    expect(refusedBy(await errorOf(house.db('counts').insert(absurd)), 'counts_within_the_box')).to.equal(
      true,
    )
  })
})
