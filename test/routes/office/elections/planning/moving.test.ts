import { expect } from 'chai'
import { recordPrint } from '../../../../../models/elections/polling/prints.ts'
import { getAnyElection } from '../../../../../models/elections/elections.ts'
import { makePairingCode, pairBooth } from '../../../../../models/elections/booth/pairing.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  aListedElection,
  aPlannedElection,
  official,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { aNamedRoll } from '../../../../support/builders/roll.ts'
import { textOf } from '../../../../support/pdf.ts'

const MOVED = { polling_on: '17-03-2026', reason: 'Stedet er lukket på grund af en brand.' }

describe('elections: a polling day that is moved', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
  })

  it('needs no reason before the call', async () => {
    const id = await aPlannedElection(house)
    const signe = await house.as('signe')
    const page = await signe.submit(
      await signe.get(paths.electionPlan(id)),
      { polling_on: '17-03-2026' },
      'Gem ændringen',
    )
    expect(page.notice).to.equal('Planen er ændret.')
    expect(await house.db('election_moves')).to.deep.equal([])
  })

  it('needs a reason when people have been told, and keeps what was typed', async () => {
    const id = await aListedElection(house)
    const signe = await house.as('signe')
    const page = await signe.get(paths.electionPlan(id))
    const refused = await storesNothing(house, () =>
      signe.submit(page, { polling_on: '17-03-2026' }, 'Gem ændringen'),
    )
    expect(refused.status).to.equal(422)
    expect(refused.errors).to.deep.equal([
      'Folk har fået at vide, hvornår der skal stemmes. Skriv, hvorfor dagen flyttes.',
    ])
    expect(refused.value('polling_on')).to.equal('17-03-2026')
  })

  it('takes deadlines and notices with it, leaves tablets and roll, and makes printed papers void', async () => {
    const id = await aListedElection(house)
    const by = await official(house, 'signe')
    await house.db('elections').where({ id }).update({ means: 'both' })
    await aNamedRoll(house.db, by, id)
    await pairBooth(house.db, by, await makePairingCode(house.db, by, id))
    await recordPrint(house.db, by, id, { copies: 60, list_version: 1 })
    const roll = await house.db('roll_entries').where({ election_id: id })
    const signe = await house.as('signe')
    const page = await signe.submit(await signe.get(paths.electionPlan(id)), MOVED, 'Gem ændringen')
    expect(page.text).to.include('Planen er ændret. Valgdagen er 17. marts 2026.')
    const election = await getAnyElection(house.db, id)
    // A week after the vote, as the statutes say.
    expect(election).to.include({ polling_on: '2026-03-17', complaints_until: '2026-03-24', list_version: 2 })
    expect(await house.db('roll_entries').where({ election_id: id })).to.deep.equal(roll)
    expect(await house.db('booths').where({ election_id: id }).whereNull('unpaired_on')).to.have.length(1)
    const papers = await signe.get(paths.electionPapers(id))
    expect(papers.text).to.include('Liste 1: 60 printede')
    const told = 'Valgdagen er flyttet fra tirsdag den 10. marts 2026'
    const shown = await house.visitor().get(paths.publicElection(id))
    expect(shown.text).to.include(`${told} til tirsdag den 17. marts 2026. Stedet er lukket`)
    for (const file of ['opslag.pdf', 'forklaring.pdf']) {
      const answer = await signe.raw('get', paths.electionPaper(id, file)).buffer(true).responseType('blob')
      const text = await textOf(answer.body as Buffer)
      expect(text, file).to.include(told).and.to.include('Opslag fra før den 3. marts 2026')
    }
    const move = await house.db('audit_events').where({ action: 'election.moved' }).first()
    expect(JSON.parse(move?.details ?? '')).to.include({
      was: '2026-03-10',
      list_version: 2,
      reason: MOVED.reason,
    })
  })
})
