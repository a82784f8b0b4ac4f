import { expect } from 'chai'
import type { By } from '../../../models/core/audit.ts'
import type { SignedIn } from '../../../models/accounts/accounts.ts'
import { isoDate } from '../../../models/core/dates.ts'
import { endMembership } from '../../../models/council/leaving.ts'
import { listRegisterTasks } from '../../../models/front/council_tasks.ts'
import { latestStatutes } from '../../../models/statutes/versions.ts'
import { assumedRules } from '../../../models/statutes/document.ts'
import type { Role } from '../../../models/accounts/tables.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { aCalledElection } from '../../support/builders/elections.ts'
import { aNomination } from '../../support/builders/nominations.ts'
import { aCouncil, aMember, type Council, type SeatSlug } from '../../support/builders/register.ts'
import { anId } from '../../support/ids.ts'

describe('what the register waits for', () => {
  let app: TestApp
  let by: By

  beforeEach(async () => {
    app = await anApp({ on: '2026-02-02' })
    by = app.by
  })

  async function tasks(day = '2026-02-02', role: Role = 'secretary') {
    const user: SignedIn = { id: anId(1), name: 'Signe Holm', role, personId: null, places: [] }
    const found = await listRegisterTasks(app.db, user, isoDate(day))
    return found.filter(({ kind }) => kind !== 'rules_assumed')
  }

  async function leave(council: Council, seat: SeatSlug, day: string): Promise<void> {
    const form = { ends_on: isoDate(day), end_reason: 'resigned' as const }
    await endMembership(app.db, by, council[seat].membershipId, form)
  }

  it('is, in an empty house, the members of all nine seats in one line', async () => {
    expect(await tasks()).to.deep.equal([
      {
        kind: 'seats_never_filled',
        params: { count: 9 },
        due: undefined,
        waitsFor: 'me',
        at: { room: 'council' },
      },
    ])
  })

  it('is nothing when nine sit, with chair and vice chair', async () => {
    await aCouncil(app)
    expect(await tasks()).to.deep.equal([])
  })

  it('is a chair and a vice chair as soon as there are members', async () => {
    await aMember(app.db, by, { seat: 'perron-4', name: 'Maja Lund' })
    expect((await tasks()).map(({ kind }) => kind)).to.deep.equal([
      'seats_never_filled',
      'chair_empty',
      'vice_chair_empty',
    ])
  })

  it('is an election at a place and a nomination for an organisation seat that somebody has left', async () => {
    const council = await aCouncil(app)
    await leave(council, 'slotsgaarden', '2026-01-31')
    await leave(council, 'forsorg-hjemloese', '2026-01-31')
    expect(await tasks()).to.deep.equal([
      {
        kind: 'seat_vacant_election',
        params: { seat: 'Slotsgården', since: '2026-02-01' },
        due: undefined,
        waitsFor: 'me',
        at: { room: 'seat', slug: 'slotsgaarden' },
      },
      {
        kind: 'seat_vacant_nomination',
        params: { seat: 'Forsorg/Hjemløse', since: '2026-02-01' },
        due: undefined,
        waitsFor: 'me',
        at: { room: 'seat', slug: 'forsorg-hjemloese' },
      },
    ])
  })

  it('is silent about a seat that an election or a nomination is under way for, or that somebody is booked for', async () => {
    const council = await aCouncil(app)
    for (const seat of ['perron-4', 'cafe-rusfri', 'forsorg-hjemloese'] as const)
      await leave(council, seat, '2026-01-31')
    await aCalledElection(app, { area: 'perron-4' })
    await aNomination(app, { seat: 'forsorg-hjemloese' })
    await aMember(app.db, by, { seat: 'cafe-rusfri', name: 'Bodil Krogh', startsOn: '2026-03-01' })
    expect((await tasks()).map(({ kind }) => kind)).to.deep.equal(['chair_left'])
  })

  it('is a successor for whoever leaves before long, due on the last day', async () => {
    const council = await aCouncil(app)
    await leave(council, 'slotsgaarden', '2026-05-31')
    expect(await tasks()).to.deep.equal([
      {
        kind: 'seat_ends_early',
        params: { seat: 'Slotsgården', person: 'Gerda Elmose', until: '2026-05-31' },
        due: '2026-05-31',
        waitsFor: 'me',
        at: { room: 'seat', slug: 'slotsgaarden' },
      },
    ])
  })

  it('is one line for all whose time ends with the term, four months before', async () => {
    await aCouncil(app)
    // The plan behind the seat Boligsocial ends on 31 July 2029: half a year ahead its future has to be decided.
    const plan = {
      kind: 'seat_decision',
      params: {
        seat: 'Boligsocial',
        body: 'Den boligsociale helhedsplan Randers 2025-29',
        on: '2029-07-31',
        person: 'Niels Højgaard',
        until: '2029-12-31',
      },
      due: '2029-07-31',
      waitsFor: 'me',
      at: { room: 'seat', slug: 'boligsocial' },
    }
    expect(await tasks('2029-01-31')).to.deep.equal([])
    expect(await tasks('2029-02-01')).to.deep.equal([plan])
    expect(await tasks('2029-09-02')).to.deep.equal([plan])
    expect(await tasks('2029-09-03')).to.deep.equal([
      {
        kind: 'term_ends',
        params: { count: 9, until: '2029-12-31' },
        due: '2029-12-31',
        waitsFor: 'me',
        at: { room: 'council' },
      },
      plan,
    ])
  })

  it('is for the secretary; assumed rules also for the administrator, and for nobody else', async () => {
    const count = assumedRules((await latestStatutes(app.db)).statutes).length
    const kinds = async (role: Role) => {
      const user: SignedIn = { id: anId(1), name: 'Signe Holm', role, personId: null, places: [] }
      return (await listRegisterTasks(app.db, user, isoDate('2026-02-02'))).map(
        ({ kind, params }) => `${kind} ${String(params.count)}`,
      )
    }
    expect(await kinds('secretary')).to.deep.equal(['seats_never_filled 9', `rules_assumed ${count}`])
    expect(await kinds('administrator')).to.deep.equal([`rules_assumed ${count}`])
    for (const role of ['chair', 'member', 'polling_officer', 'auditor'] as const)
      expect(await kinds(role)).to.deep.equal([])
  })
})
