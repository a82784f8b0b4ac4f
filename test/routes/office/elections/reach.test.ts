import { expect } from 'chai'
import { hasPart } from '../../../../models/elections/reach.ts'
import { PERMISSIONS, ROLES } from '../../../../models/accounts/permissions.ts'
import { paths } from '../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import {
  aCalledElection,
  aCandidate,
  aCountedElection,
  storesNothing,
} from '../../../support/builders/elections.ts'
import type { CandidacyId, ElectionId } from '../../../../models/core/ids.ts'
import { anId } from '../../../support/ids.ts'

describe('elections: whose they are', () => {
  let house: TestApp
  let id: ElectionId
  let candidacy: CandidacyId

  before(async () => {
    house = await anApp()
    id = await aCalledElection(house)
    candidacy = await aCandidate(house, id, 'Elna Grøn')
  })

  it('do not exist for a polling officer of another place: 404 at every address, and not in the list', async () => {
    const kaj = await house.as('kaj')
    expect((await kaj.get(paths.elections)).text).to.include('Der er ingen valg i gang.')
    const pages = [
      ...[paths.election, paths.candidates, paths.candidateList, paths.uncontested, paths.polling],
      ...[
        paths.pollingClosing,
        paths.count,
        paths.lot,
        paths.result,
        paths.certification,
        paths.electionFinal,
      ],
    ]
    for (const page of pages) expect((await kaj.get(page(id))).status, page(id)).to.equal(404)
    expect((await kaj.get(paths.candidateWithdrawal(id, candidacy))).status).to.equal(404)
  })

  it('cannot be written to from another place either', async () => {
    const kaj = await house.as('kaj')
    const csrf = (await kaj.get(paths.elections)).$('input[name=_csrf]').attr('value') ?? ''
    const forms: Record<string, Record<string, string>> = {
      [paths.candidates(id)]: {
        name: 'Otto Kjær',
        consented_on: '14-01-2026',
        eligible_as: 'resident',
        eligibility_checked_by: 'Kaj',
        eligibility_checked_on: '14-01-2026',
      },
      [paths.candidateWithdrawal(id, candidacy)]: {},
      [paths.candidateList(id)]: { seen: `${candidacy}` },
      [paths.pollingOpening(id)]: { opened_at: '11', first_witness: 'A', second_witness: 'B' },
      [paths.pollingClosing(id)]: {
        ...{ closed_at: '14', printed: '1', handed_out: '1', unused: '0', exchanged: '0', not_returned: '0' },
      },
      [paths.count(id)]: {
        ...{ ballots_in_box: '1', blank: '1', invalid: '0', counter: '1', list_version: '1', round: '1' },
      },
      [paths.lot(id)]: { method: 'slips', witnesses: 'A', among: '1', chosen: '1' },
      [paths.certification(id)]: { result_hash: 'x' },
    }
    for (const [action, fields] of Object.entries(forms)) {
      const refused = await storesNothing(house, () =>
        kaj.send({ action, fields: { ...fields, _csrf: csrf } }),
      )
      expect(refused.status, action).to.equal(404)
    }
  })

  it('are there for the place’s own staff, the secretary, the chair and the auditor, who changes nothing', async () => {
    for (const name of ['bo', 'signe', 'vera', 'ruth'] as const) {
      expect((await (await house.as(name)).get(paths.election(id))).heading).to.equal('Valg på Perron 4')
    }
    const page = await (await house.as('ruth')).get(paths.candidates(id))
    expect(page.$('main form[method=post]').length).to.equal(0)
    expect((await (await house.as('tage')).get(paths.elections)).status).to.equal(403)
    expect((await (await house.as('bo')).get(paths.electionPlan(id))).status).to.equal(403)
  })

  it('are nowhere: an address without an election is not found', async () => {
    const signe = await house.as('signe')
    for (const path of [
      paths.election(anId(999)),
      '/kontor/valg/x',
      '/kontor/valg/0',
      '/valg/999',
      '/valg/x',
    ])
      expect((await signe.get(path)).status, path).to.equal(404)
  })

  it('keep how to reach a candidate from those who do not run the election', async () => {
    const { db } = house
    await db('candidacies').where({ id: candidacy }).update({ contact: '86 12 34 56' })
    expect((await (await house.as('bo')).get(paths.candidates(id))).text).to.include('86 12 34 56')
    expect((await (await house.as('vera')).get(paths.candidates(id))).text).not.to.include('86 12 34 56')
  })

  it('are whose the routes say: the parts in the model match the permissions', () => {
    for (const part of ['plan', 'run', 'count'] as const)
      expect(ROLES.filter((role) => hasPart({ role }, part))).to.have.members([
        ...PERMISSIONS[`elections.${part}`],
      ])
  })

  it('are shown whole in English too', async () => {
    const other = await anApp()
    const counted = await aCountedElection(other)
    const signe = await other.as('signe')
    await signe.get(`${paths.elections}?sprog=en`)
    for (const page of [paths.election, paths.result, paths.certification, paths.polling, paths.count]) {
      const shown = await signe.get(page(counted))
      expect(shown.$('html').attr('lang')).to.equal('en')
      expect(shown.text).not.to.match(/elections\.|public_election\.|Valgdag|Optælling/)
    }
    expect((await signe.get(paths.result(counted))).text).to.include('Anker Bro is elected')
  })
})
