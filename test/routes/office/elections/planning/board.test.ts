import { expect } from 'chai'
import { listElectionTasks } from '../../../../../models/elections/tasks.ts'
import { paths } from '../../../../../views/paths.ts'
import { anAccount, anApp, type TestApp } from '../../../../support/app.ts'
import { aClosedElection, aPlannedElection, official } from '../../../../support/builders/elections.ts'
import { tiedTo } from '../../../../support/builders/life.ts'
import { aMember } from '../../../../support/builders/register.ts'
import type { CastName } from '../../../../support/cast.ts'

describe('elections: who is proposed for the board', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
    for (const name of ['signe', 'vera', 'bo', 'lis', 'kaj'] as const) await house.accountOf(name)
  })

  async function proposed(area = '?omraade=perron-4'): Promise<string[]> {
    const page = await (await house.as('signe')).get(`${paths.newElection}${area}`)
    return page
      .texts('input[name=board][checked]')
      .map((_text, index) => page.$('input[name=board][checked]').eq(index).next('label').text().trim())
  }

  it('the secretary, the chair and two who work at the place', async () => {
    await anAccount(house.db, house.by, {
      ...{
        name: 'Yrsa Holm',
        email: 'yrsa@raadsbogen.example',
        role: 'polling_officer',
        places: ['perron-4'],
      },
    })
    expect(await proposed()).to.deep.equal(['Bo Krag', 'Lis Winther', 'Signe Holm', 'Vera Stub'])
    expect(await proposed('?omraade=slotsgaarden')).to.deep.equal(['Kaj Bang', 'Signe Holm', 'Vera Stub'])
    expect(await proposed('')).to.deep.equal(['Signe Holm', 'Vera Stub'])
  })

  it('nobody who has sat in the council and may stand again', async () => {
    const { personId } = await aMember(house.db, house.by, { seat: 'perron-4', name: 'Lis Winther' })
    await tiedTo(house, 'lis', personId)
    expect(await proposed()).to.deep.equal(['Bo Krag', 'Signe Holm', 'Vera Stub'])
  })

  it('where nobody of it works at the place, the election and the board say so, and how to mend it', async () => {
    const id = await aPlannedElection(house)
    const signe = await house.as('signe')
    for (const path of [paths.election(id), paths.electionBoard(id)]) {
      const { text } = await signe.get(path)
      expect(text, path).to.include('Ingen i valgbestyrelsen arbejder på stedet')
      expect(text, path).to.include('fx Bo Krag eller Lis Winther.')
    }
    expect((await (await house.as('bo')).get(paths.election(id))).text).not.to.include('arbejder på stedet')
    const form = await signe.get(paths.electionBoard(id))
    const board = await Promise.all((['signe', 'bo'] as const).map((name) => house.accountOf(name)))
    const mended = await signe.submit(form, { board: board.map(String) })
    expect(mended.text).not.to.include('Ingen i valgbestyrelsen arbejder på stedet')
  })

  it('at a place without accounts it is the administrator who is asked', async () => {
    const id = await aPlannedElection(house, { area: 'cafe-rusfri' })
    expect((await (await house.as('signe')).get(paths.electionBoard(id))).text).to.include(
      'Bed rådets administrator oprette en konto til en, der arbejder på stedet.',
    )
  })

  it('two of the place who sit on it still have the count to do, and the others certify', async () => {
    await aClosedElection(house, { board: ['signe', 'vera', 'bo', 'lis'] })
    const counting = async (name: CastName) => {
      const { user } = await official(house, name)
      const tasks = await listElectionTasks(house.db, user, house.clock.today())
      return tasks.filter(({ kind }) => kind === 'election_count').map(({ waitsFor }) => waitsFor)
    }
    expect(await counting('bo')).to.deep.equal(['me'])
    expect(await counting('lis')).to.deep.equal(['me'])
    expect(await counting('vera')).to.deep.equal(['others'])
  })
})
