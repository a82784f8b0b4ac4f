import { expect } from 'chai'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { Conflict } from '../../../../models/core/errors.ts'
import { openPolling } from '../../../../models/elections/polling/opening.ts'
import { markByName, markVoter } from '../../../../models/elections/roll/marks.ts'
import { chooseRollKind } from '../../../../models/elections/roll/roll.ts'
import type { RuleValue } from '../../../../models/statutes/document.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { aListedElection, DAYS, official, ruledBy } from '../../../support/builders/elections.ts'
import { aNamedRoll, entryOf, NOON, tallyOf } from '../../../support/builders/roll.ts'

type Rule = RuleValue<'oneVoteAcrossPlaces'>

describe('elections: one vote across the places of a renewal', () => {
  let house: TestApp
  let perron: ElectionId
  let slot: ElectionId

  async function ruled(rule: Rule, kind: 'named' | 'alias'): Promise<void> {
    house = await anApp()
    perron = await aListedElection(house)
    house.clock.set(DAYS.planned)
    slot = await aListedElection(house, { area: 'slotsgaarden', candidates: ['Ditte Hede', 'Palle Sø'] })
    const by = await official(house, 'signe')
    for (const [id, name] of [
      [perron, 'Søren Ørsted'],
      [slot, 'soeren oersted'],
    ] as const) {
      await ruledBy(house, id, { oneVoteAcrossPlaces: rule })
      if (kind === 'named') await aNamedRoll(house.db, by, id, [[name], ['Ole Bæk']])
      else await chooseRollKind(house.db, by, id, { roll_kind: 'alias', sure: false })
    }
    house.clock.set(NOON)
    const witnesses = { first_witness: 'Signe Holm', second_witness: 'Dagmar Lind' }
    for (const id of [perron, slot]) await openPolling(house.db, by, id, { opened_at: '11.00', ...witnesses })
  }

  const marks = async (id: ElectionId, name: string): Promise<string> => {
    const error: unknown = await markByName(house.db, await official(house, 'signe'), id, name).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (error === undefined) return 'marked'
    if (error instanceof Conflict) return `${error.reason} ${JSON.stringify(error.params)}`
    throw new Error('neither marked nor refused', { cause: error })
  }

  for (const kind of ['named', 'alias'] as const) {
    it(`block refuses the second place, and stores nothing: a roll of the kind ${kind}`, async () => {
      await ruled('block', kind)
      expect(await marks(perron, 'Søren Ørsted')).to.equal('marked')
      const refused = 'marked_elsewhere {"name":"Søren Ørsted","area":"Perron 4"}'
      expect(await marks(slot, 'soeren oersted')).to.equal(refused)
      expect(await tallyOf(house, slot)).to.include({ marked: 0, handed_out: 0 })
      expect(await house.db('roll_entries').where({ election_id: slot, marked: 1 })).to.deep.equal([])
    })

    it(`block lets one of two tables through that mark at once: a roll of the kind ${kind}`, async () => {
      await ruled('block', kind)
      const [first, second] = await Promise.all([
        marks(perron, 'Søren Ørsted'),
        marks(slot, 'soeren oersted'),
      ])
      expect([first, second].filter((answer) => answer === 'marked')).to.have.length(1)
      expect(await house.db('roll_entries').where({ marked: 1 })).to.have.length(1)
    })

    for (const rule of ['warn_secretary', 'ignore'] as const) {
      it(`${rule} refuses nobody: a roll of the kind ${kind}`, async () => {
        await ruled(rule, kind)
        expect([await marks(perron, 'Søren Ørsted'), await marks(slot, 'soeren oersted')]).to.deep.equal([
          'marked',
          'marked',
        ])
      })
    }
  }

  it('block holds for a line of the list that is pressed, too, and for nobody of another name', async () => {
    await ruled('block', 'named')
    await marks(perron, 'Søren Ørsted')
    const by = await official(house, 'signe')
    const entry = await entryOf(house, slot, 'soeren oersted')
    const error: unknown = await markVoter(house.db, by, slot, entry.id).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(Conflict).and.include({ reason: 'marked_elsewhere' })
    expect((await entryOf(house, slot, 'soeren oersted')).marked).to.equal(0)
    expect(await marks(slot, 'Ole Bæk')).to.equal('marked')
  })
})
