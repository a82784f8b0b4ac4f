import { expect } from 'chai'
import type { ElectionId } from '../../../../../models/core/ids.ts'
import { openPolling } from '../../../../../models/elections/polling/opening.ts'
import { chooseRollKind } from '../../../../../models/elections/roll/roll.ts'
import type { RuleValue } from '../../../../../models/statutes/document.ts'
import type { Page, SentForm } from '../../../../../rehearsal/kit/page.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp, type Visitor } from '../../../../support/app.ts'
import { aListedElection, DAYS, official, ruledBy } from '../../../../support/builders/elections.ts'
import { aNamedRoll, NOON, tallyOf } from '../../../../support/builders/roll.ts'

const HAND_OUT = 'Udlever stemmeseddel'
const REFUSED =
  'Ifølge listen har Søren Ørsted allerede stemt et andet sted: Perron 4. Man kan kun stemme ét sted. Er det en anden ' +
  'person? Så skriv personen på listen med et navn, der kan kendes fra det første, fx med mellemnavn. Prøv så igen.'

describe('elections: a voter at a second table, where the statutes allow one vote across places', () => {
  let house: TestApp
  let signe: Visitor
  let perron: ElectionId
  let slot: ElectionId

  beforeEach(async () => {
    house = await anApp()
  })

  async function openTables(rule: RuleValue<'oneVoteAcrossPlaces'>, kind: 'named' | 'alias'): Promise<void> {
    const by = await official(house, 'signe')
    perron = await aListedElection(house)
    house.clock.set(DAYS.planned)
    slot = await aListedElection(house, { area: 'slotsgaarden', candidates: ['Ditte Hede', 'Palle Sø'] })
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
    signe = await house.as('signe')
  }

  /** The table's form for this voter: found on the list, or with the name typed where names are written down. */
  async function formAt(id: ElectionId, name: string, kind: 'named' | 'alias'): Promise<SentForm> {
    const page = await signe.get(paths.polling(id))
    if (kind === 'alias') return page.fill({ name }, HAND_OUT)
    return (await signe.submit(page, { name }, 'Søg')).fill({}, `${HAND_OUT} ${name}`)
  }

  const handOut = async (id: ElectionId, name: string, kind: 'named' | 'alias'): Promise<Page> =>
    signe.send(await formAt(id, name, kind))

  /** What js/polling.js kept while there was no connection, sent once it is back. */
  async function sentLater(form: SentForm) {
    const answer = await signe.raw('post', form.action, form.fields).set('Accept', 'application/json')
    return { status: answer.status, body: answer.body as Record<string, unknown> }
  }

  for (const kind of ['named', 'alias'] as const) {
    it(`is refused with where that was, and gets no paper: a roll of the kind ${kind}`, async () => {
      await openTables('block', kind)
      expect((await handOut(perron, 'Søren Ørsted', kind)).status).to.equal(200)
      const refused = await handOut(slot, 'soeren oersted', kind)
      expect([refused.status, refused.errors]).to.deep.equal([409, [REFUSED]])
      expect(await tallyOf(house, slot)).to.include({ marked: 0, handed_out: 0 })
      expect(refused.texts('.figure-number').join(' ')).to.equal('0 0 0')
    })

    it(`is refused when a table that lost its connection sends what it kept: a roll of the kind ${kind}`, async () => {
      await openTables('block', kind)
      const [first, second] = [
        await formAt(perron, 'Søren Ørsted', kind),
        await formAt(slot, 'soeren oersted', kind),
      ]
      expect((await sentLater(first)).status).to.equal(200)
      const refused = await sentLater(second)
      expect([refused.status, refused.body.errors]).to.deep.equal([409, [REFUSED]])
      expect(refused.body.figures).to.include({ handed_out: 0, voted: 0 })
      // The same form sent again, as after an answer that was lost, is no way round.
      expect((await sentLater(second)).status).to.equal(409)
      expect(await tallyOf(house, slot)).to.include({ marked: 0, handed_out: 0 })
    })

    it(`is let through where the statutes only warn: a roll of the kind ${kind}`, async () => {
      await openTables('warn_secretary', kind)
      for (const [id, name] of [
        [perron, 'Søren Ørsted'],
        [slot, 'soeren oersted'],
      ] as const)
        expect((await sentLater(await formAt(id, name, kind))).status).to.equal(200)
      expect(await tallyOf(house, slot)).to.include({ marked: 1, handed_out: 1 })
    })
  }
})
