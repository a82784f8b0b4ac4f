import { expect } from 'chai'
import fc from 'fast-check'
import { sentencesOf } from '../../../bin/commands/verify.ts'
import type { Db } from '../../../models/core/db.ts'
import { isKept, keptColumns } from '../../../models/core/ledger/kept.ts'
import { keyColumnsOf, type Row } from '../../../models/core/ledger/keys.ts'
import { markMigrated } from '../../../models/core/ledger/beginning.ts'
import { noteHelp } from '../../../models/elections/polling/tallies.ts'
import { translatorFor } from '../../../routes/web/i18n.ts'
import { verifyAll } from '../../../models/front/verification.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { aBook, type Book } from '../../support/builders/book.ts'
import { anOpenBoothElection, closed } from '../../support/builders/booth.ts'
import { official } from '../../support/builders/elections.ts'
import { aPerson } from '../../support/builders/register.ts'
import { KEYS } from '../../support/databases/keys.ts'
import { takeGuardsOff } from '../../support/tampering.ts'
import { TAMPERINGS } from './tamperings.ts'

const t = translatorFor('da')

describe('What was changed past the program', () => {
  let house: TestApp
  let book: Book

  before(async () => {
    house = await anApp()
    book = await aBook(house)
    expect(await found(house.db)).to.deep.equal([])
  })

  async function found(db: Db): Promise<string[]> {
    const all = await verifyAll(db, KEYS)
    // The holder of the database puts the guards back before anybody looks.
    return sentencesOf({ ...all, guards: [] })
  }

  /** All is put back afterwards. */
  async function after(attack: (db: Db) => PromiseLike<unknown>, db = house.db): Promise<string[]> {
    const undo = new Error('undo')
    let said: string[] = []
    await db
      .transaction(async (trx) => {
        if (trx.client.config.client === 'pg') await trx.raw('set constraints all deferred')
        else await trx.raw('pragma defer_foreign_keys = on')
        await takeGuardsOff(trx)
        await attack(trx)
        said = await found(trx)
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return said
  }

  it('is 48 kinds, one of which only a code that was noted elsewhere can find', () => {
    // An older copy of the whole database fits itself: its number is lower than the one that was noted.
    expect(TAMPERINGS).to.have.length(48 - 1)
  })

  for (const { what, do: attack, says } of TAMPERINGS)
    it(`is found: ${what}`, async () => {
      const said = await after((db) => attack(db, book))
      expect(
        said.some((line) => says.test(line)),
        said.join('\n'),
      ).to.equal(true)
    })

  it('is found still when others have acted since: no later act seals a log that was written past it', async () => {
    const ofTheHead = TAMPERINGS.filter(({ says }) => says.test(t('verify.head.forged')))
    expect(ofTheHead.length).to.be.greaterThan(2)
    for (const { what, do: attack, says } of ofTheHead) {
      const said = await after(async (db) => {
        await attack(db, book)
        for (const name of ['Asta Gran', 'Ejner Fyr']) await aPerson(db, house.by, { name })
      })
      expect(
        said.some((line) => says.test(line)),
        `${what}: ${said.join('\n')}`,
      ).to.equal(true)
    }
  })

  it('is found in the table of an election that has no record yet, from its closing on', async () => {
    const other = await anApp()
    const { id } = await anOpenBoothElection(other)
    await noteHelp(other.db, await official(other, 'signe'), id, { kind: 'officials', officials: 1 })
    await closed(other, id)
    await markMigrated(other.db, other.by, undefined)
    expect(await found(other.db)).to.deep.equal([])
    const changes: ((db: Db) => PromiseLike<unknown>)[] = [
      (db) => db('polling_tallies').update({ marked: 99 }),
      (db) => db('help_given').update({ times: 2 }),
      (db) => db('help_given').delete(),
    ]
    for (const change of changes)
      expect((await after(change, other.db)).join('\n')).to.include(t('elections.record.fault.table'))
  })

  it('is named by table, key and column, whichever cell of whichever row it is', async () => {
    const cells = await everyCell()
    expect(cells.length).to.be.greaterThan(500)
    let named = 0
    // Each look costs the most, so that several cells are changed for one.
    const some = fc.uniqueArray(fc.constantFrom(...cells), { minLength: 4, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(some, async (chosen) => {
        let taken: Cell[] = []
        const said = await after(async (db) => {
          taken = await changed(db, chosen)
        })
        for (const { table, key, column } of taken) {
          const line = new RegExp(`^${table} ${key}: .*\\b${column}\\b.* er ændret`)
          expect(
            said.some((one) => line.test(one)),
            `${table} ${key} ${column}: ${said.join('\n')}`,
          ).to.equal(true)
          named += 1
        }
      }),
      { numRuns: 25 },
    )
    expect(named).to.be.greaterThan(25)
  })

  interface Cell {
    table: string
    key: string
    column: string
    row: Row
    keys: readonly string[]
  }

  /** All but the keys, which name the row, and what is free. */
  async function everyCell(): Promise<Cell[]> {
    const cells: Cell[] = []
    for (const [table, keys] of await keyColumnsOf(house.db)) {
      if (!isKept(table)) continue
      for (const row of await house.db<Row>(table).select('*'))
        for (const column of keptColumns(table, row)) {
          if (keys.includes(column)) continue
          cells.push({ table, key: keys.map((one) => String(row[one])).join('/'), column, row, keys })
        }
    }
    return cells
  }

  /** Returns those that the database took: a value that is none for its column is refused. */
  async function changed(db: Db, cells: Cell[]): Promise<Cell[]> {
    const taken: Cell[] = []
    for (const cell of cells)
      await db
        .transaction((within) => change(within, cell))
        .then(
          () => taken.push(cell),
          () => undefined,
        )
    return taken
  }

  async function change(db: Db, { table, column, row, keys }: Cell): Promise<void> {
    const where = Object.fromEntries(keys.map((key) => [key, row[key]]))
    await db(table)
      .where(where)
      .update({ [column]: otherThan(row[column], column) })
  }

  function otherThan(value: unknown, column: string): string | number {
    if (typeof value === 'number') return value === 1 ? 0 : value - 1
    if (column.endsWith('_on')) return value === '2026-01-02' ? '2026-01-03' : '2026-01-02'
    return typeof value === 'string' ? `${value}x` : 'x'
  }
})
