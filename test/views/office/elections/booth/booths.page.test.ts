import { expect } from 'chai'
import { boothsPage } from '../../../../../views/office/elections/booth/booths.page.ts'
import { anElection } from '../../../../support/plain/elections.ts'
import { aPanel } from '../../../../support/plain/polling.ts'
import { aReader } from '../../../../support/reader.ts'

describe('the page of the voting booths', () => {
  const shown = { panel: aPanel(), boxReady: true, minutes: 10, address: 'https://raad.example/stemmeboks' }
  const page = (given: Parameters<typeof anElection>[0], as: 'secretary' | 'auditor' = 'secretary') =>
    boothsPage(aReader({ as }), anElection({ means: 'both', ...given }), shown)

  it('pairs a tablet from the list on until polling closes, for those who run the election', () => {
    const pairs = (['nominating', 'listed', 'polling', 'closed'] as const).map(
      (status) => page({ status }).mayPair,
    )
    expect(pairs).to.deep.equal([false, true, true, false])
    expect(page({ means: 'paper' }).mayPair).to.equal(false)
    expect([page({}, 'auditor').mayPair, page({}, 'auditor').panel.mayRun]).to.deep.equal([false, false])
  })

  it('shows a new code in two groups, and otherwise none', () => {
    expect(boothsPage(aReader(), anElection({ means: 'both' }), shown, '012345').code).to.equal('012 345')
    expect(boothsPage(aReader(), anElection({ means: 'both' }), shown).code).to.equal(null)
  })
})
