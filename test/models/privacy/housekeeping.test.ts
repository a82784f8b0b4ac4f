import { expect } from 'chai'
import { closeAccount } from '../../../models/accounts/accounts.ts'
import { isoDate, type Instant } from '../../../models/core/dates.ts'
import { openDatabase, type Db } from '../../../models/core/db.ts'
import { type ElectionId, NO_ID } from '../../../models/core/ids.ts'
import { finishElection } from '../../../models/elections/result/certification.ts'
import { verifyRecord } from '../../../models/elections/record/check.ts'
import { changeContact } from '../../../models/bodies/acts.ts'
import { keepHouse, keepHouseDaily, listRounds } from '../../../models/privacy/housekeeping.ts'
import { listDue } from '../../../models/privacy/due.ts'
import { anAccount, anApp, testConfig, type TestApp } from '../../support/app.ts'
import { aNamedRoll } from '../../support/builders/roll.ts'
import { aCalledElection, DAYS, official } from '../../support/builders/elections.ts'
import { aCertifiedElection } from '../../support/builders/outcomes.ts'
import { aRoundElsewhere } from '../../support/builders/privacy.ts'
import { aMember, aPerson } from '../../support/builders/register.ts'
import { anId } from '../../support/ids.ts'

const { retention } = testConfig()
const settings = { retention, nobody: 'Slettet navn' }
const NONE = { rolls: 0, applications: 0, accounts: 0, people: 0, contacts: 0, drafts: 0 }

describe('housekeeping', () => {
  let house: TestApp
  const opened: Db[] = []

  beforeEach(async () => {
    house = await anApp()
  })
  afterEach(async () => {
    for (const db of opened.splice(0)) await db.destroy()
  })

  /** The same database, opened by another process. */
  async function another(): Promise<Db> {
    const db = openDatabase(await house.database())
    opened.push(db)
    return db
  }
  const keep = () => keepHouse(house.db, house.by, settings)
  const events = (action: string) => house.db('audit_events').where({ action })

  it('finds nothing in a fresh book, and writes nothing in the log', async () => {
    const before = await house.db('audit_heads').first()
    expect(await keep()).to.deep.equal(NONE)
    expect(await house.db('audit_heads').first()).to.deep.equal(before)
    const [run] = await listRounds(house.db, 10)
    expect(run).to.include({ day: '2026-01-15', daily: 0, state: 'done', started_by: 'Rådsbogen' })
  })

  describe('an election that is over', () => {
    let election: ElectionId

    /** Anker Bro is elected at Perron 4; Åse Wang and Jens Ærø are not, and one candidate withdrew. */
    beforeEach(async () => {
      election = await aCertifiedElection(house)
      await house
        .db('candidacies')
        .where({ election_id: election })
        .update({ contact: '86 40 11 22', statement: 'Jeg vil lytte' })
      house.clock.set(DAYS.final)
      await finishElection(house.db, await official(house, 'signe'), election)
    })

    const standing = () => house.db('candidacies').where({ election_id: election }).orderBy('ballot_position')

    it('keeps applications for half a year, then those of the others go; names on the ballot and the result stay', async () => {
      house.clock.set('2026-09-17')
      expect(await keep()).to.deep.equal(NONE)
      house.clock.set('2026-09-18')
      expect(await keep()).to.deep.include({ applications: 1 })
      const rows = await standing()
      expect(rows.map(({ name }) => name)).to.deep.equal(['Anker Bro', 'Jens Ærø', 'Åse Wang'])
      expect(rows.map(({ contact }) => contact)).to.deep.equal([null, null, null])
      expect(rows.map(({ statement }) => statement)).to.deep.equal(['Jeg vil lytte', null, null])
      expect(rows.map(({ erased_on }) => erased_on)).to.deep.equal([null, '2026-09-18', '2026-09-18'])
      expect((await verifyRecord(house.db, house.by.keys, election)).faults).to.deep.equal([])
      const [event] = await events('election.applications_erased')
      expect(event).to.include({ subject: `election:${election}`, details: '{"candidacies":2,"photos":0}' })
    })

    it('the public no longer sees who was not elected; the office does, as the record says it', async () => {
      house.clock.set('2026-09-18')
      const publicly = async () => (await house.visitor().get(`/valg/${election}`)).text
      expect(await publicly())
        .to.include('Åse Wang')
        .and.to.include('Anker Bro')
      await keep()
      expect(await publicly()).not.to.include('Åse Wang')
      expect(await publicly()).to.include('Anker Bro')
      const inside = await (await house.as('signe')).get(`/kontor/valg/${election}/resultat`)
      expect(inside.text).to.include('Åse Wang')
    })

    it('a second round finds nothing more', async () => {
      house.clock.set('2026-09-18')
      await keep()
      expect(await keep()).to.deep.equal(NONE)
      expect(await events('election.applications_erased')).to.have.length(1)
    })
  })

  it('lets an election that is not over alone, however old it is', async () => {
    await aCalledElection(house)
    house.clock.set('2040-01-01')
    expect(await listDue(house.db, 'applications', { today: house.clock.today(), retention })).to.deep.equal(
      [],
    )
  })

  it('erases a roll as soon as the election is over, and says that there was one', async () => {
    const election = await aCalledElection(house)
    await aNamedRoll(house.db, await official(house, 'signe'), election)
    const rows = await house.db('roll_entries').pluck('id')
    house.clock.set(DAYS.final)
    expect(await keep()).to.deep.include({ rolls: 0 })
    await house.db('elections').where({ id: election }).update({ status: 'annulled' })
    expect(await keep()).to.deep.include({ rolls: 1 })
    expect(await house.db('roll_entries')).to.deep.equal([])
    expect(await house.db('roll_words')).to.deep.equal([])
    expect(await house.db('roll_erasures').first()).to.include({
      entries: rows.length,
      erased_by: 'Rådsbogen',
    })
  })

  it('erases the contact of a member a year after the last day, and never before', async () => {
    const given = { seat: 'perron-4', name: 'Maja Lund', startsOn: '2022-01-01', dueOn: '2025-12-31' }
    const { personId } = await aMember(house.db, house.by, given)
    const row = () => house.db('people').where({ id: personId }).first()
    house.clock.set('2026-12-30')
    expect(await keep()).to.deep.equal(NONE)
    expect(await row()).to.include({ phone: '86 40 00 00' })
    house.clock.set('2026-12-31')
    expect(await keep()).to.deep.include({ people: 1 })
    expect(await row()).to.include({ name: 'Maja Lund', phone: null })
    expect(await house.db('erasures').first()).to.include({
      ground: 'rule',
      scope: 'contact',
      asked_on: null,
    })
    expect(await house.db('memberships').where({ person_id: personId }).first()).to.include({
      ends_on: '2025-12-31',
    })
  })

  it('erases a note about a member of whom nothing else is kept, and finds nothing about one of whom there is none', async () => {
    const plain = { contact_by: 'post', phone: null, postal_address: null } as const
    for (const [seat, name] of [
      ['perron-4', 'Maja Lund'],
      ['slotsgaarden', 'Gerda Elmose'],
    ] as const)
      await aMember(house.db, house.by, { seat, name, startsOn: '2022-01-01', dueOn: '2025-12-31' })
    await house.db('people').update(plain)
    await house
      .db('memberships')
      .where({ seat_id: anId(1) })
      .update({ end_note: 'Flyttet til sin søster' })
    house.clock.set('2026-12-31')
    expect(await keep()).to.deep.equal({ ...NONE, people: 1 })
    expect(await house.db('memberships').whereNotNull('end_note')).to.deep.equal([])
    expect(await house.db('people').orderBy('id').pluck('name')).to.deep.equal(['Maja Lund', 'Gerda Elmose'])
  })

  it('erases somebody who never became anything, name and all, after half a year', async () => {
    const id = await aPerson(house.db, house.by, { name: 'Ellen Vang' })
    house.clock.set('2026-07-15')
    expect(await keep()).to.deep.include({ people: 1 })
    expect(await house.db('people').where({ id }).first()).to.include({ name: 'Slettet navn', phone: null })
    expect(await keep()).to.deep.equal(NONE)
  })

  it('erases the address of a closed account after a year; the name stays, and nobody signs in with it', async () => {
    const given = { name: 'Poul Vang', email: 'poul@raadsbogen.example', role: 'member' as const }
    const id = await anAccount(house.db, house.by, given)
    await closeAccount(house.db, house.by, anId(id))
    house.clock.set('2027-01-15')
    expect(await keep()).to.deep.include({ accounts: 1 })
    const row = await house
      .db('accounts')
      .where({ id: anId(id) })
      .first()
    expect(row).to.include({ name: 'Poul Vang', email: `konto-${id}@slettet.invalid`, password_hash: null })
    expect(await house.db('sign_in_links').where({ account_id: anId(id) })).to.deep.equal([])
    expect(await keep()).to.deep.equal(NONE)
  })

  it('erases a contact at an organisation a year after there is a new one, never the one that counts', async () => {
    await changeContact(house.db, house.by, 'blaa-kors', { name: 'Ole Bro', email: 'ole@blaakors.example' })
    house.clock.set('2026-03-01')
    await changeContact(house.db, house.by, 'blaa-kors', { name: 'Ida Dam', email: 'ida@blaakors.example' })
    house.clock.set('2027-02-28')
    expect(await keep()).to.deep.equal(NONE)
    house.clock.set('2027-03-01')
    expect(await keep()).to.deep.include({ contacts: 1 })
    expect(await house.db('body_contacts').pluck('name')).to.deep.equal(['Ida Dam'])
    house.clock.set('2040-01-01')
    expect(await keep()).to.deep.include({ contacts: 0 })
  })

  it('throws a file of old members away that nobody stored, but none that is being stored', async () => {
    const file = {
      file_name: 'gamle.csv',
      sha256: 'a',
      content: '[["Asta Lyng"]]',
      answers: '{}',
      state: 'draft' as const,
    }
    const made = { made_by: 'Signe Holm', made_on: isoDate('2026-01-15') }
    await house.db('imports').insert([
      { ...file, ...made },
      { ...file, ...made },
    ])
    const [, second] = await house.db('imports').orderBy('id').pluck('id')
    const started_at = house.clock.now()
    await house
      .db('import_jobs')
      .insert({ import_id: second ?? NO_ID, state: 'running', done: 0, total: 1, started_at })
    house.clock.set('2026-02-14')
    expect(await keep()).to.deep.include({ drafts: 1 })
    expect(await house.db('imports').pluck('id')).to.deep.equal([second])
  })

  describe('with several processes', () => {
    beforeEach(async () => {
      for (const name of ['Ellen Vang', 'Poul Vang', 'Tove Brink'])
        await aPerson(house.db, house.by, { name })
      house.clock.set('2026-07-15')
    })

    it('four at the same moment make one daily round, and erase each person once', async () => {
      const databases = [house.db, await another(), await another(), await another()]
      const rounds = await Promise.all(databases.map((db) => keepHouseDaily(db, house.by, settings)))
      expect(rounds.filter((round) => round !== undefined)).to.deep.equal([{ ...NONE, people: 3 }])
      expect(await events('person.erased')).to.have.length(3)
      expect(await listRounds(house.db, 10)).to.have.length(1)
      expect(await keepHouseDaily(await another(), house.by, settings)).to.equal(undefined)
    })

    it('whoever asks while another is at it is told, and the day after there is a new round', async () => {
      await aRoundElsewhere(house)
      const refused = await keep().catch((error: unknown) => (error as { reason: string }).reason)
      expect(refused).to.equal('housekeeping_running')
      await house.db('housekeeping_runs').update({ state: 'done' })
      house.clock.set('2026-07-16')
      expect(await keepHouseDaily(house.db, house.by, settings)).to.deep.include({ people: 3 })
    })

    it('a round that was lost with its process is taken over after half an hour', async () => {
      await aRoundElsewhere(house, '2026-07-15T01:00:00.000Z' as Instant)
      house.clock.set('2026-07-15T01:29:00Z')
      expect(await keepHouseDaily(house.db, house.by, settings)).to.equal(undefined)
      house.clock.set('2026-07-15T01:31:00Z')
      expect(await keepHouseDaily(house.db, house.by, settings)).to.deep.include({ people: 3 })
      expect((await listRounds(house.db, 10)).map(({ state }) => state)).to.deep.equal(['done', 'lost'])
    })

    it('a round that fails in the middle has erased whole people, says so, and is made again the same day', async () => {
      await breakPerson(house.db)
      const failed = await keepHouseDaily(house.db, house.by, settings).catch(() => 'failed')
      expect(failed).to.equal('failed')
      const [run] = await listRounds(house.db, 1)
      expect(run).to.include({ state: 'failed' })
      const erased = await house.db('erasures').pluck('person_id')
      const named = await house.db('people').where({ name: 'Slettet navn' }).pluck('id')
      expect(erased.sort()).to.deep.equal(named.sort())
      await mendPerson(house.db)
      await keepHouseDaily(house.db, house.by, settings)
      expect(await events('person.erased')).to.have.length(3)
    })
  })
})

/** The database refuses to delete one name, as a full disk would. */
async function breakPerson(db: Db): Promise<void> {
  const when = "old.name = 'Poul Vang'"
  if (db.client.config.client === 'pg') {
    await db.raw(`create function test_full() returns trigger language plpgsql as $$
      begin if (${when}) then raise exception 'disk full'; end if; return new; end $$`)
    await db.raw('create trigger test_full before update on people for each row execute function test_full()')
  } else {
    await db.raw(
      `create trigger test_full before update on people when ${when} begin select raise(abort, 'disk full'); end`,
    )
  }
}

async function mendPerson(db: Db): Promise<void> {
  await db.raw(
    db.client.config.client === 'pg' ? 'drop trigger test_full on people' : 'drop trigger test_full',
  )
}
