import { expect } from 'chai'
import type { Conflict } from '../../../../../models/core/errors.ts'
import type { ElectionId, IncidentId } from '../../../../../models/core/ids.ts'
import { changeBoard } from '../../../../../models/elections/board.ts'
import { listStanding } from '../../../../../models/elections/candidates/candidates.ts'
import { answerIncident } from '../../../../../models/elections/incidents/answering.ts'
import { findBarred } from '../../../../../models/elections/incidents/incidents.ts'
import { recordIncident } from '../../../../../models/elections/incidents/recording.ts'
import { closePolling } from '../../../../../models/elections/polling/polling.ts'
import { handOutPaper } from '../../../../../models/elections/polling/tallies.ts'
import { listElectionTasks } from '../../../../../models/elections/tasks.ts'
import { verifyRecord } from '../../../../../models/elections/record/check.ts'
import { findRecord } from '../../../../../models/elections/record/record.ts'
import { paths } from '../../../../../views/paths.ts'
import { anApp, type TestApp } from '../../../../support/app.ts'
import {
  anOpenElection,
  counts,
  DAYS,
  FIGURES,
  official,
  PAPERS,
  ruledBy,
  statusOf,
  storesNothing,
} from '../../../../support/builders/elections.ts'
import { certifies } from '../../../../support/builders/outcomes.ts'

describe('elections: what happened to a candidate waits for a second signature', () => {
  let house: TestApp
  let id: ElectionId
  let incident: IncidentId

  beforeEach(async () => {
    house = await anApp()
    id = await anOpenElection(house)
    await ruledBy(house, id, { afterFirstVote: 'stops' })
    await handOutPaper(house.db, await official(house, 'signe'), id)
    incident = await written()
  })

  async function written(known = 0): Promise<IncidentId> {
    const [first] = await listStanding(house.db, id)
    const by = await official(house, 'signe')
    const what = { because: 'died', reason: 'Hans søster ringede.', learnt_on: house.clock.today() } as const
    return (await recordIncident(house.db, by, id, { ...what, known, candidacy: first!.id })).incident
  }

  async function open(name: 'signe' | 'vera' | 'bo') {
    const visitor = await house.as(name)
    return { visitor, page: await visitor.get(paths.incident(id, incident)) }
  }

  async function tasksOf(name: 'signe' | 'vera' | 'bo'): Promise<string[]> {
    const { user } = await official(house, name)
    const tasks = await listElectionTasks(house.db, user, house.clock.today())
    return tasks.filter(({ kind }) => kind === 'incident_signature').map(({ waitsFor }) => waitsFor)
  }

  async function stateOf(): Promise<[status: string, answers: number, barred: boolean]> {
    const answers = await house.db('incident_answers').where({ election_id: id })
    return [await statusOf(house, id), answers.length, (await findBarred(house.db, id)) !== undefined]
  }

  it('changes nothing, tells everybody on the board, and shows the public nothing', async () => {
    expect(await stateOf()).to.deep.equal(['polling', 0, false])
    expect([await tasksOf('signe'), await tasksOf('vera'), await tasksOf('bo')]).to.deep.equal([
      ['others'],
      ['me'],
      [],
    ])
    const visitor = house.visitor()
    for (const path of ['/', '/valg', paths.publicElection(id), `/aabne-data/valg/${id}`])
      expect((await visitor.get(path)).text, path)
        .to.not.include('er død')
        .and.not.include('søster')
    const { page } = await open('signe')
    expect(page.text).to.include('Nej, det venter på en underskrift mere.').and.include('Vera Stub')
    expect(page.$('main form[method=post] button').text()).to.include('Ja, træk det tilbage')
  })

  it('is signed by another human of the board alone, and takes effect in the same act', async () => {
    const own = await storesNothing(house, async () =>
      answerIncident(house.db, await official(house, 'signe'), id, incident, { answer: 'signed' }).catch(
        (error: unknown) => error,
      ),
    )
    expect(own).to.have.property('reason', 'incident_own')
    expect((await open('bo')).page.text).to.include(
      'Det gør valgbestyrelsen, og du er ikke med i den ved dette valg. Siden siger, hvem I skal ringe til.',
    )
    const { visitor, page } = await open('vera')
    const signed = await visitor.submit(page, {}, 'Skriv under')
    expect(signed.notice).to.equal(
      'Der er skrevet under. Nu gælder det. Print opslaget igen, og hæng det op.',
    )
    expect(await stateOf()).to.deep.equal(['stopped', 1, false])
    expect(await tasksOf('vera')).to.deep.equal([])
  })

  it('is not signed by the same human under another account, and the page says what to do', async () => {
    const { user } = await official(house, 'vera')
    await house.db('accounts').where({ id: user.id }).update({ name: 'Signe Holm' })
    const { page } = await open('vera')
    expect(page.text).to.include('Ingen anden i valgbestyrelsen kan skrive under')
    expect(page.$('main form[method=post] button').text()).not.to.include('Skriv under')
  })

  it('is refused with a reason, stays in the book, and something else can be written', async () => {
    const { visitor, page } = await open('vera')
    const unsaid = await storesNothing(house, () => visitor.submit(page, { reason: '' }, 'Sig nej'))
    expect(unsaid.status).to.equal(422)
    const refused = await visitor.submit(page, { reason: 'Det var hans bror.' }, 'Sig nej')
    expect(refused.text)
      .to.include('Nej, en anden i valgbestyrelsen sagde nej.')
      .and.include('Det var hans bror.')
    expect(await stateOf()).to.deep.equal(['polling', 1, false])
    expect((await house.visitor().get(paths.publicElection(id))).text).not.to.include('er død')
    const log = await house.db('audit_events').where({ action: 'election.incident_refused' }).first()
    expect(log?.details).to.include('reason_hash').and.not.to.include('bror')
    await written(1)
    expect(await house.db('election_incidents')).to.have.length(2)
  })

  it('is not in the record when it was refused: its public part does not even tell that something was written', async () => {
    const vera = await official(house, 'vera')
    await answerIncident(house.db, vera, id, incident, { answer: 'refused', reason: 'Det var hans bror.' })
    house.clock.set(DAYS.evening)
    await closePolling(house.db, await official(house, 'signe'), id, { closed_at: '14.00', ...PAPERS })
    await counts(house, id, 'bo', FIGURES)
    await counts(house, id, 'lis', FIGURES)
    await certifies(house, id)
    const { document } = (await findRecord(house.db, id))!
    expect(document).not.to.include('incident').and.not.include('bror')
    expect((await verifyRecord(house.db, house.by.keys, id)).faults).to.deep.equal([])
    const page = await (await house.as('signe')).get(paths.incidents(id))
    expect(page.text).to.include('Afvist af').and.include('Det var hans bror.')
  })

  it('is withdrawn by the one who wrote it, and then nobody signs it: what was typed is kept', async () => {
    const second = await open('vera')
    const first = await open('signe')
    await first.visitor.submit(first.page, {}, 'Ja, træk det tilbage')
    const late = await storesNothing(house, () =>
      second.visitor.submit(second.page, { reason: 'Jeg er i tvivl.' }, 'Sig nej'),
    )
    expect([late.status, late.errors]).to.deep.equal([
      409,
      ['Det er trukket tilbage imens, så det gælder ikke.'],
    ])
    expect(late.text).to.include('Jeg er i tvivl.')
    expect(await stateOf()).to.deep.equal(['polling', 1, false])
  })

  it('has one answer, whatever two do at the same time', async () => {
    const [signe, vera] = [await official(house, 'signe'), await official(house, 'vera')]
    const both = await Promise.allSettled([
      answerIncident(house.db, vera, id, incident, { answer: 'signed' }),
      answerIncident(house.db, signe, id, incident, { answer: 'withdrawn' }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    const [row] = await house.db('incident_answers')
    expect(await stateOf()).to.deep.equal([row?.answer === 'signed' ? 'stopped' : 'polling', 1, false])
    const told = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Conflict).reason] : []))
    expect(told).to.deep.equal([`incident_is_${row?.answer}`])
  })

  it('can no longer be signed once polls have closed, which closing warns of', async () => {
    house.clock.set(DAYS.evening)
    const { visitor, page } = await open('vera')
    const closing = await (await house.as('signe')).get(paths.pollingClosing(id))
    expect(closing.text).to.include('venter på en underskrift')
    const signe = await official(house, 'signe')
    await closePolling(house.db, signe, id, { closed_at: '14.00', ...PAPERS })
    const late = await storesNothing(house, () => visitor.submit(page, {}, 'Skriv under'))
    expect(late.status).to.equal(409)
    expect(late.text).to.include('Nej, kun én skrev under.')
  })

  it('is signed by a member who came onto the board meanwhile', async () => {
    const ids = await Promise.all((['signe', 'lis'] as const).map((name) => house.accountOf(name)))
    await changeBoard(house.db, await official(house, 'signe'), id, ids)
    const lis = await official(house, 'lis')
    await answerIncident(house.db, lis, id, incident, { answer: 'signed' })
    expect(await stateOf()).to.deep.equal(['stopped', 1, false])
  })

  it('is in force where one recorded it alone before two had to sign, and the page says so', async () => {
    const row = await house.db('election_incidents').where({ id: incident }).first()
    const { id: _id, ...written } = row!
    const old = { ...written, number: 2, effect: 'seat_open', account_id: null } as const
    await house.db('election_incidents').insert(old)
    expect(await stateOf()).to.deep.equal(['polling', 0, true])
    const page = await (await house.as('bo')).get(paths.incidents(id))
    expect(page.text).to.include('Ja. Kun én skrev under, for dengang krævede det ikke to.')
  })
})
