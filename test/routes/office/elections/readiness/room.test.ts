import { expect } from 'chai'
import { recordPrint } from '../../../../../models/elections/polling/prints.ts'
import type { Page } from '../../../../../rehearsal/kit/page.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import { anOpenBoothElection, closed } from '../../../../support/builders/booth.ts'
import {
  aCalledElection,
  aListedElection,
  official,
  storesNothing,
} from '../../../../support/builders/elections.ts'

describe('elections: what is done away from the screen', () => {
  let house: TestApp
  beforeEach(async () => {
    house = await anApp()
  })

  function statesOf(page: Page): Record<string, string> {
    const keys = page.attributes('main [data-chore]', 'data-chore')
    const states = page.attributes('main [data-chore]', 'data-state')
    return Object.fromEntries(keys.map((key, index) => [key, states[index] ?? '']))
  }

  const tasks = async (by: 'bo' | 'signe') =>
    (await (await house.as(by)).get(paths.office)).texts('.task-text')

  it('begins with the call on the wall: a task until somebody ticks it, with who and when', async () => {
    const id = await aCalledElection(house)
    const hang = 'Hæng indkaldelsen op for Perron 4'
    expect(await tasks('bo')).to.include(hang)
    // The place has staff of its own, so it is theirs.
    expect(await tasks('signe')).not.to.include(hang)
    const bo = await house.as('bo')
    const page = await bo.get(paths.room(id))
    expect(statesOf(page)).to.deep.equal({
      ...{ call_hung: 'now', papers_printed: 'later', record_signed: 'later', result_hung: 'later' },
      ...{ material_sealed: 'later', material_destroyed: 'later' },
    })
    expect(page.link('Print indkaldelsen (PDF)')).to.equal(paths.electionPaper(id, 'indkaldelse.pdf'))
    expect((await bo.raw('get', paths.electionPaper(id, 'indkaldelse.pdf'))).status).to.equal(200)
    const saved = await bo.submit(page, { chosen: ['call_hung'] }, 'Gem')
    expect(saved.text)
      .to.include('Listen er gemt.')
      .and.to.match(/Bo Krag, \d+\. \w+ 2026 kl\. /)
    expect(statesOf(saved).call_hung).to.equal('done')
    expect(await tasks('bo')).not.to.include(hang)
    const events = await house.db('audit_events').where({ action: 'election.chores_ticked' }).pluck('details')
    expect(events.map((one) => JSON.parse(one) as object)).to.deep.equal([
      { ticked: ['call_hung'], unticked: [] },
    ])
    await bo.submit(await bo.get(paths.room(id)), { chosen: [] }, 'Gem')
    expect(await tasks('bo')).to.include(hang)
  })

  it('asks for papers from the day the list is approved, long before the days in which the place is made ready', async () => {
    const id = await aListedElection(house)
    expect(await tasks('bo')).to.include('Print stemmesedler for Perron 4')
    await recordPrint(house.db, await official(house, 'bo'), id, { copies: 40, list_version: 1 })
    expect(await tasks('bo')).not.to.include('Print stemmesedler for Perron 4')
  })

  it('has the codes of the ballots on the wall once polls have closed', async () => {
    const { id } = await anOpenBoothElection(house)
    await closed(house, id)
    const bo = await house.as('bo')
    const page = await bo.get(paths.room(id))
    expect(statesOf(page)).to.include({ codes_hung: 'now', box_locked: 'done' })
    expect((await bo.raw('get', paths.electionPaper(id, 'koder.pdf'))).status).to.be.oneOf([200, 404])
  })

  it('refuses a tick whose time has gone, and shows how it is now; others may look and not tick', async () => {
    const id = await aCalledElection(house)
    const bo = await house.as('bo')
    const page = await bo.get(paths.room(id))
    await house.db('elections').where({ id }).update({ status: 'listed' })
    const late = await storesNothing(house, () => bo.submit(page, { chosen: ['call_hung'] }, 'Gem'))
    expect(late.status).to.equal(409)
    expect(statesOf(late).call_hung).to.equal('past')
    const vera = await (await house.as('vera')).get(paths.room(id))
    expect(vera.text).to.include('Hæng indkaldelsen op').and.not.to.include('Kryds af')
  })
})
