import { expect } from 'chai'
import { findSignedIn } from '../../../models/accounts/accounts.ts'
import { certifyResult } from '../../../models/elections/result/certification.ts'
import { getAnyElection } from '../../../models/elections/elections.ts'
import { recordPrint } from '../../../models/elections/polling/prints.ts'
import { getResult } from '../../../models/elections/result/loading.ts'
import { listElectionTasks } from '../../../models/elections/tasks.ts'
import { LOCALES, hasText } from '../../../routes/web/i18n.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import {
  aCalledElection,
  aClosedElection,
  aCountedElection,
  aListedElection,
  anOpenElection,
  counts,
  DAYS,
  official,
  PAPERS,
} from '../../support/builders/elections.ts'
import type { CastName } from '../../support/cast.ts'

describe('elections: what waits for whom', () => {
  let house: TestApp

  beforeEach(async () => {
    house = await anApp()
    for (const name of ['signe', 'vera', 'bo', 'lis', 'kaj', 'ruth'] as const) await house.accountOf(name)
  })

  async function tasksOf(name: CastName): Promise<string[]> {
    const user = await findSignedIn(house.db, await house.accountOf(name))
    if (!user) throw new Error(name)
    const tasks = await listElectionTasks(house.db, user, house.clock.today())
    return tasks.map(({ kind, due, waitsFor, at }) => `${kind} ${due ?? '-'} ${waitsFor} ${at.room}`)
  }

  it('candidates are written down by the staff at the place; the secretary waits for them', async () => {
    await aCalledElection(house)
    expect(await tasksOf('bo')).to.deep.equal([
      'election_stand 2026-03-02 me candidates',
      'room_call_hung 2026-03-02 me room',
    ])
    expect(await tasksOf('signe')).to.deep.equal(['election_stand 2026-03-02 others candidates'])
    for (const name of ['kaj', 'vera', 'ruth'] as const) expect(await tasksOf(name)).to.deep.equal([])
  })

  it('the list is approved the day after the deadline', async () => {
    await aCalledElection(house)
    house.clock.set(DAYS.listed)
    expect(await tasksOf('bo')).to.deep.equal(['election_approve_list 2026-03-03 me candidateList'])
  })

  it('an empty list is closed by the staff, and a new call is the secretary’s', async () => {
    const id = await aCalledElection(house, { candidates: [] })
    house.clock.set(DAYS.listed)
    expect(await tasksOf('bo')).to.deep.equal(['election_unfilled 2026-03-03 me candidateList'])
    await house.db('elections').where({ id }).update({ status: 'unfilled' })
    expect(await tasksOf('signe')).to.deep.equal(['election_call_again 2026-03-03 me electionCallAgain'])
    expect(await tasksOf('bo')).to.deep.equal(['election_call_again 2026-03-03 others election'])
  })

  it('polling is opened on its day, and nothing is asked before', async () => {
    const id = await aListedElection(house)
    expect(await tasksOf('bo')).to.deep.equal(['room_papers_printed 2026-03-09 me electionPapers'])
    await recordPrint(house.db, await official(house, 'bo'), id, { copies: 40, list_version: 1 })
    expect(await tasksOf('bo')).to.deep.equal([])
    house.clock.set(DAYS.polling)
    expect(await tasksOf('bo')).to.deep.equal(['election_open 2026-03-10 me polling'])
    expect(await tasksOf('signe')).to.deep.equal(['election_open 2026-03-10 others polling'])
  })

  it('no more candidates than seats is for the secretary to have decided', async () => {
    await aListedElection(house, { candidates: ['Tove Bæk'] })
    expect(await tasksOf('signe')).to.deep.equal(['election_uncontested 2026-03-10 me uncontested'])
    expect(await tasksOf('bo')).to.deep.equal(['election_uncontested 2026-03-10 others election'])
    house.clock.set(DAYS.polling)
    expect(await tasksOf('bo')).to.deep.equal(['election_open 2026-03-10 me polling'])
  })

  it('polling is closed by the staff', async () => {
    await anOpenElection(house)
    expect(await tasksOf('lis')).to.deep.equal(['election_close 2026-03-10 me pollingClosing'])
  })

  it('whoever has counted waits for the other one, and both count again when they differ', async () => {
    const id = await aClosedElection(house)
    expect(await tasksOf('bo')).to.deep.equal(['election_count 2026-03-10 me count'])
    expect(await tasksOf('signe')).to.deep.equal(['election_count 2026-03-10 others count'])
    await counts(house, id, 'bo')
    expect(await tasksOf('bo')).to.deep.equal(['election_count 2026-03-10 others election'])
    expect(await tasksOf('lis')).to.deep.equal(['election_count 2026-03-10 me count'])
    await counts(house, id, 'lis', { votes: [13, 11, 5], blank: 1, invalid: 1 })
    for (const name of ['bo', 'lis'] as const)
      expect(await tasksOf(name)).to.deep.equal(['election_count_again 2026-03-10 me count'])
  })

  it('lots are drawn by the board', async () => {
    const papers = { ...PAPERS, handed_out: 28, unused: 32 }
    await aCountedElection(house, { papers, figures: { votes: [14, 14, 0] } })
    for (const name of ['signe', 'vera'] as const)
      expect(await tasksOf(name)).to.deep.equal(['election_draw_lot 2026-03-10 me lot'])
    expect(await tasksOf('bo')).to.deep.equal([
      'election_draw_lot 2026-03-10 others lot',
      'room_material_sealed 2026-03-11 me packages',
    ])
  })

  it('a result is certified by two of the board; the first one waits for the second', async () => {
    const id = await aCountedElection(house)
    expect(await tasksOf('vera')).to.deep.equal(['election_certify 2026-03-11 me certification'])
    const { hash } = await getResult(house.db, await getAnyElection(house.db, id))
    await certifyResult(house.db, await official(house, 'vera'), id, hash)
    expect(await tasksOf('vera')).to.deep.equal(['election_certify 2026-03-11 others election'])
    expect(await tasksOf('signe')).to.deep.equal(['election_certify 2026-03-11 me certification'])
    await certifyResult(house.db, await official(house, 'signe'), id, hash)
    expect(await tasksOf('signe')).to.deep.equal([])
    house.clock.set(DAYS.final)
    // What the staff of the place have not done in the room is told to others once it is late.
    const late = ['record_signed 2026-03-11 X room', 'result_hung 2026-03-11 X room']
    const roomTasks = [...late, 'material_sealed 2026-03-11 X packages'].map((one) => `room_${one}`)
    expect(await tasksOf('bo')).to.deep.equal([
      'election_finish 2026-03-18 others election',
      ...roomTasks.map((one) => one.replace('X', 'me')),
    ])
    expect(await tasksOf('signe')).to.deep.equal([
      'election_finish 2026-03-18 me electionFinal',
      ...roomTasks.map((one) => one.replace('X', 'others')),
    ])
  })

  it('each has its sentences in both languages', () => {
    const kinds = [
      'call',
      'stand',
      'approve_list',
      'unfilled',
      'uncontested',
      'open',
      'close',
      'count',
      'count_again',
    ]
    for (const kind of [...kinds, 'draw_lot', 'certify', 'finish', 'call_again']) {
      for (const part of ['text', 'reason', 'button']) {
        for (const lang of LOCALES) {
          const key = `tasks.election_${kind}.${part}`
          expect(hasText(lang, key) || hasText(lang, `${key}_other`), `${lang} ${key}`).to.equal(true)
        }
      }
    }
  })
})
