import { expect } from 'chai'
import type { CandidacyId, ElectionId, PersonId } from '../../../../models/core/ids.ts'
import { listStanding } from '../../../../models/elections/candidates/candidates.ts'
import { signIncident } from '../../../../models/elections/incidents/answering.ts'
import { recordIncident } from '../../../../models/elections/incidents/recording.ts'
import { handOutPaper } from '../../../../models/elections/polling/tallies.ts'
import { keepHouse } from '../../../../models/privacy/housekeeping.ts'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { anApp, testConfig, type TestApp } from '../../../support/app.ts'
import { anOpenElection, official } from '../../../support/builders/elections.ts'
import { tiedTo } from '../../../support/builders/life.ts'
import { aPerson } from '../../../support/builders/register.ts'
import { asSystem } from '../../../support/databases/keys.ts'
import { textOf } from '../../../support/pdf.ts'

const SAID = [
  'Sket, mens der blev stemt Kandidaten kan ikke vælges',
  'Det betyder for valget Afstemningen går videre. Får kandidaten stemmer nok, bliver pladsen ikke besat.',
  'Valgbestyrelsen fik det at vide 10. marts 2026',
  'Det ved de fra Folkeregisteret svarede.',
  'Skrevet ind af Signe Holm, 10. marts 2026',
  'Gælder det? Ja, to har skrevet under.',
  'Skrevet under af Vera Stub, 10. marts 2026',
]

describe('everything about a person: what was recorded of a candidate after the first vote', () => {
  let house: TestApp
  let id: ElectionId
  let anker: PersonId
  let jens: PersonId

  beforeEach(async () => {
    house = await anApp()
    id = await anOpenElection(house)
    anker = await stands('Anker Bro')
    jens = await stands('Jens Ærø')
    const by = await official(house, 'signe')
    await handOutPaper(house.db, by, id)
    const { incident } = await recordIncident(house.db, by, id, {
      ...{ candidacy: await candidacyOf('Anker Bro'), because: 'not_eligible', known: 0 },
      ...{ reason: 'Folkeregisteret svarede.', learnt_on: house.clock.today() },
    })
    await signIncident(house.db, await official(house, 'vera'), id, incident)
  })

  async function candidacyOf(name: string): Promise<CandidacyId> {
    return (await listStanding(house.db, id)).find((one) => one.name === name)!.id
  }

  async function stands(name: string): Promise<PersonId> {
    const person_id = await aPerson(house.db, house.by, { name })
    await house
      .db('candidacies')
      .where({ id: await candidacyOf(name) })
      .update({ person_id })
    return person_id
  }

  const path = (person: PersonId, tail = '') => `/kontor/personer/${person}/indsigt${tail}`
  const section = (page: Page, key: string) => page.texts(`section[aria-labelledby="${key}"]`).join(' ')

  it('is shown to the person with kind, day and reason, on the page, on paper and as a line of the log', async () => {
    await tiedTo(house, 'tage', anker)
    const tage = await house.as('tage')
    const page = await tage.get(path(anker))
    for (const said of SAID) expect(section(page, 'candidacies')).to.include(said)
    expect(section(page, 'log')).to.include('Skrev under på, hvad der er sket med en kandidat')
    const english = await tage.get(`${path(anker)}?sprog=en`)
    expect(section(english, 'candidacies')).to.include('How they know Folkeregisteret svarede.')
    expect(english.$('[lang=da]').text()).to.include('Folkeregisteret svarede.')
    const pdf = await tage.raw('get', path(anker, '.pdf')).buffer(true)
    expect(await textOf(pdf.body as Buffer)).to.include('Folkeregisteret svarede.')
  })

  it('is not shown to another who stood', async () => {
    const page = await (await house.as('signe')).get(path(jens))
    expect(section(page, 'candidacies')).to.include('Navn på stemmesedlen Jens Ærø')
    expect(page.text)
      .to.not.include('Folkeregisteret')
      .and.not.include('Sket, mens der blev stemt')
      .and.not.include('Skrev under på, hvad der er sket')
  })

  it('stays when the application is erased, and then belongs to nobody', async () => {
    const written = await house.db('election_incidents')
    await house.db('elections').where({ id }).update({ status: 'final' })
    house.clock.set('2040-01-01')
    const { retention } = testConfig()
    await keepHouse(house.db, asSystem(house.clock), { retention, nobody: 'Slettet navn' })
    expect(await house.db('candidacies').where({ person_id: anker })).to.deep.equal([])
    expect(await house.db('election_incidents')).to.deep.equal(written)
  })
})
