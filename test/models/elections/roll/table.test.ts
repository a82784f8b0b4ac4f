import { expect } from 'chai'
import { sha256 } from '../../../../models/core/canonical.ts'
import { type Db, isPostgres } from '../../../../models/core/db.ts'
import type { ElectionId } from '../../../../models/core/ids.ts'
import { NotFound, Refused } from '../../../../models/core/errors.ts'
import { closePolling } from '../../../../models/elections/polling/polling.ts'
import { markByName, markVoter } from '../../../../models/elections/roll/marks.ts'
import { insertEntries, listEntries } from '../../../../models/elections/roll/rows.ts'
import { searchRoll } from '../../../../models/elections/roll/search.ts'
import {
  exchangePaper,
  handOutPaper,
  listHelp,
  noteHelp,
  noteNotReturned,
} from '../../../../models/elections/polling/tallies.ts'
import { correctTable, undoAtTable } from '../../../../models/elections/polling/tallies_undo.ts'
import type { Official } from '../../../../models/elections/reach.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { DAYS, official } from '../../../support/builders/elections.ts'
import { anOpenTable, entryOf, tallyOf, VOTERS } from '../../../support/builders/roll.ts'

async function outcomes(things: Promise<unknown>[]): Promise<{ done: number; refused: string[] }> {
  const settled = await Promise.allSettled(things)
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []))
  return { done: settled.length - refused.length, refused: [...new Set(refused)] }
}

async function refusalOf(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).to.be.instanceOf(Refused)
  return (error as Refused).reason
}

describe('the polling table', () => {
  let house: TestApp
  let bo: Official

  beforeEach(async () => {
    house = await anApp()
    bo = await official(house, 'bo')
  })

  it('marks a voter once, however many press at the same moment', async () => {
    const id = await anOpenTable(house)
    const { id: entry } = await entryOf(house, id, 'Maja Lund')
    const tries = Array.from({ length: 20 }, () => markVoter(house.db, bo, id, entry))
    expect(await outcomes(tries)).to.deep.equal({ done: 1, refused: ['already_marked'] })
    expect(await tallyOf(house, id)).to.deep.equal({
      open: 1,
      handed_out: 1,
      exchanged: 0,
      not_returned: 0,
      marked: 1,
    })
  })

  it('writes an alias down once, however it is spelt', async () => {
    const id = await anOpenTable(house, 'alias')
    const tries = ['Søren', 'soeren', ' SØREN '].map((name) => markByName(house.db, bo, id, name))
    expect(await outcomes(tries)).to.deep.equal({ done: 1, refused: ['alias_has_voted'] })
    expect(await house.db('roll_entries').pluck('name')).to.have.length(1)
  })

  it('does the same form once, also when it comes again after the closing', async () => {
    const id = await anOpenTable(house, 'counted')
    const form = { ...bo, once: 'k' }
    await Promise.all([handOutPaper(house.db, form, id), handOutPaper(house.db, form, id)])
    house.clock.set(DAYS.evening)
    const papers = { printed: 2, handed_out: 1, exchanged: 0, unused: 1, not_returned: 0 }
    await closePolling(house.db, bo, id, { closed_at: '14.00', ...papers })
    await handOutPaper(house.db, form, id)
    expect((await tallyOf(house, id)).handed_out).to.equal(1)
    expect(await refusalOf(handOutPaper(house.db, { ...bo, once: 'l' }, id))).to.equal('election_is_closed')
  })

  it('finds a person by the whole name where nobody could be looked up, and asks where it is not one person', async () => {
    const id = await anOpenTable(house)
    await markByName(house.db, bo, id, 'ole baek')
    expect((await entryOf(house, id, 'Ole Bæk')).marked).to.equal(1)
    expect(await refusalOf(markByName(house.db, bo, id, 'Søren Ørsted'))).to.equal('several_of_that_name')
    expect(await refusalOf(markByName(house.db, bo, id, 'Maja'))).to.equal('not_on_roll')
    expect(await refusalOf(markByName(house.db, bo, id, 'Ole Bæk'))).to.equal('already_marked')
  })

  it('lets nothing in beside the closing: the account is the tally, and what comes later is told so', async () => {
    const id = await anOpenTable(house, 'counted')
    house.clock.set(DAYS.evening)
    const papers = { printed: 40, handed_out: 0, exchanged: 0, unused: 40, not_returned: 0 }
    const closing = closePolling(house.db, bo, id, { closed_at: '14.00', ...papers })
    const handing = Array.from({ length: 20 }, () => handOutPaper(house.db, bo, id))
    const [closed, handed] = [await outcomes([closing]), await outcomes(handing)]
    expect(closed.done).to.equal(1)
    expect(handed.refused.filter((reason) => reason !== 'election_is_closed')).to.deep.equal([])
    expect(await tallyOf(house, id)).to.include({ open: 0, handed_out: handed.done })
  })

  it('refuses figures that could not all be true', async () => {
    const id = await anOpenTable(house, 'counted')
    expect(await refusalOf(noteNotReturned(house.db, bo, id))).to.equal('tally_too_low')
    await handOutPaper(house.db, bo, id)
    await exchangePaper(house.db, bo, id)
    expect(await tallyOf(house, id)).to.include({ handed_out: 2, exchanged: 1 })
    await noteNotReturned(house.db, bo, id)
    expect(await refusalOf(noteNotReturned(house.db, bo, id))).to.equal('tally_too_low')
    expect(await refusalOf(correctTable(house.db, bo, id, { kind: 'handed_out' }, 'Talt dobbelt'))).to.equal(
      'tally_too_low',
    )
  })

  it('keeps of help its kind and the officials, and nothing else', async () => {
    const id = await anOpenTable(house, 'counted')
    const help = { kind: 'officials', officials: 2 } as const
    await noteHelp(house.db, bo, id, help)
    await noteHelp(house.db, bo, id, help)
    await noteHelp(house.db, bo, id, { kind: 'own_helper', officials: 1 })
    await undoAtTable(house.db, bo, id, {
      kind: 'help',
      help: { kind: 'own_helper', officials: 1 },
      once: 'h',
    })
    expect(await listHelp(house.db, id)).to.deep.equal([{ election_id: id, ...help, times: 2 }])
    expect(
      await refusalOf(
        correctTable(house.db, bo, id, { kind: 'help', help: { ...help, officials: 9 } }, 'Fejl'),
      ),
    ).to.equal('no_such_help')
  })

  it('undoes a thing once, and takes an alias off with its mark', async () => {
    const id = await anOpenTable(house, 'alias')
    await markByName(house.db, bo, id, 'Bette')
    const { id: entry } = await entryOf(house, id, 'Bette')
    const deed = { kind: 'marked', entry, means: 'paper', once: 'm' } as const
    await undoAtTable(house.db, bo, id, deed)
    await undoAtTable(house.db, bo, id, deed)
    expect(await tallyOf(house, id)).to.include({ handed_out: 0, marked: 0 })
    for (const table of ['roll_entries', 'roll_words'] as const)
      expect(await house.db(table)).to.deep.equal([])
    const gone = await correctTable(house.db, bo, id, deed, 'Fejl').catch((error: unknown) => error)
    expect(gone).to.be.instanceOf(NotFound)
  })

  it('gives a poll that was opened before there were tallies its own, when it is first needed', async () => {
    const id = await anOpenTable(house, 'counted')
    await house.db('polling_tallies').where({ election_id: id }).delete()
    await Promise.all([handOutPaper(house.db, bo, id), handOutPaper(house.db, bo, id)])
    expect(await tallyOf(house, id)).to.include({ open: 1, handed_out: 2 })
  })

  it('is there for the staff of the place alone', async () => {
    const id = await anOpenTable(house, 'counted')
    const error = await handOutPaper(house.db, await official(house, 'kaj'), id).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).to.be.instanceOf(NotFound)
  })
})

describe('the roll, and who came when', () => {
  let house: TestApp
  let bo: Official

  beforeEach(async () => {
    house = await anApp()
    bo = await official(house, 'bo')
  })

  async function everythingStored(): Promise<string> {
    const tables = [
      'audit_events',
      'receipts',
      'roll_entries',
      'roll_words',
      'polling_tallies',
      'sessions',
    ] as const
    const rows = await Promise.all(tables.map((table) => house.db(table).select() as Promise<unknown[]>))
    return JSON.stringify(rows)
  }

  it('a mark leaves no line in the log, no time, and a receipt that says only that the form was sent', async () => {
    const id = await anOpenTable(house)
    const { id: entry } = await entryOf(house, id, 'Maja Lund')
    const events = await house.db('audit_events').select()
    await markVoter(house.db, { ...bo, once: sha256('the form') }, id, entry)
    expect(await house.db('audit_events').select()).to.deep.equal(events)
    expect(await house.db('receipts').where({ key: sha256('the form') })).to.deep.equal([
      { key: sha256('the form'), result: 'null', day: DAYS.polling },
    ])
    expect(await everythingStored()).not.to.match(/\d\d[.:]\d\d[.:]\d\d/)
  })

  it('a correction says why, and never whose line it was', async () => {
    const id = await anOpenTable(house)
    const { id: entry } = await entryOf(house, id, 'Maja Lund')
    await markVoter(house.db, bo, id, entry)
    const deed = { kind: 'marked', entry, means: 'paper' } as const
    const names = 'Det var ikke maja  lund, der kom'
    expect(await refusalOf(correctTable(house.db, bo, id, deed, names))).to.equal('reason_names_voter')
    await correctTable(house.db, bo, id, deed, 'Forkert linje')
    expect(await tallyOf(house, id)).to.include({ handed_out: 0, marked: 0 })
    const [correction] = await house.db('roll_corrections').select()
    expect(correction).to.include({ kind: 'unmarked', reason: 'Forkert linje', recorded_by: 'Bo Krag' })
    const last = await house.db('audit_events').orderBy('sequence', 'desc').first()
    expect(last).to.include({ action: 'election.table_corrected', details: '{"kind":"unmarked"}' })
    expect(JSON.stringify([correction, last])).not.to.include(entry)
  })

  it('the closing writes the roll anew under other ids, and no row lies where its voter came', async () => {
    const id = await anOpenTable(house, 'alias')
    const came = Array.from({ length: 40 }, (_one, index) => `Gæst ${index + 1}`)
    for (const name of came) await markByName(house.db, bo, id, name)
    const before = await listEntries(house.db, id)
    house.clock.set(DAYS.evening)
    const papers = { printed: 40, handed_out: 40, exchanged: 0, unused: 0, not_returned: 0 }
    await closePolling(house.db, bo, id, { closed_at: '14.00', ...papers })
    const after = await listEntries(house.db, id)
    expect(after.map(({ name }) => name).sort()).to.deep.equal([...came].sort())
    expect(after.filter((entry) => before.some(({ id: old }) => old === entry.id))).to.deep.equal([])
    expect((await searchRoll(house.db, id, 'gæst')).more).to.equal(true)
    const lie = await inTheOrderTheyLie(house.db, id)
    expect(lie).to.deep.equal([...lie].sort())
    expect((await searchRoll(house.db, id, 'Gæst 40')).hits).to.have.length(1)
  })

  /** The ids in the order of the file: by row on PostgreSQL; on SQLite a table without row numbers has only its key. */
  async function inTheOrderTheyLie(db: Db, id: ElectionId): Promise<string[]> {
    const order = isPostgres(db) ? 'ctid' : 'id'
    return db('roll_entries').where({ election_id: id }).orderBy(order).pluck('id')
  }
})

describe('the search in a roll', () => {
  let house: TestApp
  let id: ElectionId
  before(async () => {
    house = await anApp()
    id = await anOpenTable(house)
  })

  const found = async (text: string) =>
    (await searchRoll(house.db, id, text)).hits
      .map(({ name, note }) => [name, note].filter(Boolean).join(', '))
      .sort()

  const cases: readonly (readonly [typed: string, ...names: string[]])[] = [
    ['maj', 'Maja Lund', 'Maja Lundgaard, kaldet Bette'],
    ['MAJA LUND', 'Maja Lund', 'Maja Lundgaard, kaldet Bette'],
    ['lundg', 'Maja Lundgaard, kaldet Bette'],
    ['lundgård', 'Maja Lundgaard, kaldet Bette'],
    ['lund maj', 'Maja Lund', 'Maja Lundgaard, kaldet Bette'],
    ['bette', 'Maja Lundgaard, kaldet Bette'],
    ['soeren', 'Søren Ørsted, 1961', 'Søren Ørsted, 1984'],
    ['ørsted 1984', 'Søren Ørsted, 1984'],
    ['bæ', 'Ole Bæk'],
    ['aja'],
    ['maja bæk'],
    ['  '],
    ['%'],
  ]
  for (const [typed, ...names] of cases) {
    it(`"${typed}" finds ${names.length}`, async () => {
      expect(await found(typed)).to.deep.equal(names)
    })
  }

  it('shows twenty at most, and says that there are more', async () => {
    const entries = Array.from({ length: 30 }, (_one, index) => ({
      name: `Gæst ${index}`,
      note: null,
      marked: 0 as const,
    }))
    await house.db.transaction(async (trx) => insertEntries(trx, id, entries))
    const { hits, more } = await searchRoll(house.db, id, 'gæst')
    expect([hits.length, more]).to.deep.equal([20, true])
    expect((await searchRoll(house.db, id, 'gæst 29')).more).to.equal(false)
    expect(VOTERS).to.have.length(5)
  })
})
