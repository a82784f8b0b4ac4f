import { expect } from 'chai'
import { formatDate, isoDate } from '../../../../models/core/dates.ts'
import { INSIGHT_SECTIONS } from '../../../../models/privacy/insight/sections.ts'
import { personalColumns } from '../../../../models/privacy/personal_data/personal_data.ts'
import type { Page } from '../../../../rehearsal/kit/page.ts'
import { anApp, type TestApp } from '../../../support/app.ts'
import { columnsIn, type Column } from '../../../support/columns.ts'
import { anId } from '../../../support/ids.ts'
import { closedLists, insertMarked, type Mark, type Row } from '../../../support/builders/marked.ts'
import { takeGuardsOff } from '../../../support/tampering.ts'

const sections: readonly string[] = INSIGHT_SECTIONS

/** The columns that must change too when the column takes another word. */
const ALSO: Readonly<Record<string, Row>> = {
  'memberships.origin': { candidacy_id: 1 },
  'erasures.ground': { asked_on: null, reason: null },
  'election_incidents.because': { effect: 'seat_open' },
  // Of the other effects, the one that goes with any kind.
  'election_incidents.effect': { effect: 'stops' },
}

function isInSections({ shown }: { shown: string }): boolean {
  return sections.includes(shown)
}

function sectionOf(page: Page, key: string): string {
  return page.texts(`section[aria-labelledby="${key}"]`).join(' ')
}

async function readerOf(house: TestApp): Promise<(person: number) => Promise<Page>> {
  const signe = await house.as('signe')
  return (person) => signe.get(`/kontor/personer/${person}/indsigt`)
}

function written({ value }: Mark): string {
  return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDate(isoDate(String(value)), 'da') : String(value)
}

/** Of the second person, whom no row points at yet. */
const ACCOUNT_OF_ANOTHER = {
  ...{ id: anId(99), person_id: anId(2), made_on: isoDate('2026-03-02') },
  ...{ name: 'Ida Bro', email: 'ida@raadsbogen.example', role: 'chair' as const },
}

describe('Insight shows what is said to be shown', () => {
  it('every text, day and number, in its part of the page', async () => {
    const house = await anApp({ on: '2026-04-02' })
    const marks = await insertMarked(house.db, isInSections)
    expect(marks.length).to.be.greaterThan(100)
    const read = await readerOf(house)
    const pages = [await read(1), await read(2)]
    const missing = marks.filter((mark) =>
      pages.every((page) => !sectionOf(page, mark.shown).includes(written(mark))),
    )
    expect(missing.map(({ table, column, row }) => `${table}.${column} of row ${row}`)).to.deep.equal([])
  })

  it('every word from a list, and every yes or no', async () => {
    const house = await anApp({ on: '2026-04-02' })
    await insertMarked(house.db, () => false)
    await takeGuardsOff(house.db)
    const read = await readerOf(house)
    let page = await read(1)
    const tried: string[] = []
    const unseen: string[] = []
    for (const { table, column, shown } of personalColumns().filter(isInSections)) {
      const rows: Row[] = await house.db(table)
      const row = rows.find(({ id }) => id === 1) ?? rows[0] ?? {}
      const other = otherValue(row, table, column)
      if (other === undefined) continue
      const change = { [column]: other, ...ALSO[`${table}.${column}`] }
      await house
        .db(table)
        .where('id' in row ? { id: row.id } : {})
        .update(change)
      const before = sectionOf(page, shown)
      page = await read(1)
      tried.push(`${table}.${column}`)
      if (sectionOf(page, shown) === before) unseen.push(`${table}.${column}`)
    }
    expect(unseen).to.deep.equal([])
    expect(tried.length).to.be.at.least(16)
  })

  it('by every column that points at an account: what it leads to stands there by itself', async () => {
    const house = await anApp({ on: '2026-04-02' })
    await insertMarked(house.db, () => false)
    await takeGuardsOff(house.db)
    const read = await readerOf(house)
    await house
      .db('accounts')
      .where({ id: anId(2) })
      .update({ person_id: null })
    await house.db('accounts').insert(ACCOUNT_OF_ANOTHER)
    const pointers = (await columnsIn(house.db)).filter(pointsAtAccount)
    const untold: string[] = []
    for (const { table, column } of pointers) {
      const [row = {}]: Row[] = await house.db(table)
      const before = await textsOf(read)
      const changed = await house.db(table).update({ [column]: ACCOUNT_OF_ANOTHER.id })
      expect(changed, `a row of ${table}`).to.be.at.least(1)
      const after = await textsOf(read)
      if (after === before) untold.push(`${table}.${column}`)
      await house.db(table).update({ [column]: row[column] })
    }
    expect(untold, 'say in models/privacy/insight what the account did').to.deep.equal([])
    expect(pointers.length).to.be.greaterThan(18)
  })
})

async function textsOf(read: (person: number) => Promise<Page>): Promise<string> {
  const page = await read(2)
  return sections.map((key) => sectionOf(page, key)).join()
}

/** By the key in the database, or by its name. */
function pointsAtAccount({ column, to }: Column): boolean {
  return to === 'accounts' || /(^|_)account_id$/.test(column)
}

/** Another word of the column's closed list, or the other of yes and no. Returns undefined for other columns. */
function otherValue(row: Row, table: string, column: string): unknown {
  const held = row[column]
  const list = closedLists().get(`${table}.${column}`)
  if (list) return list.find((word) => word !== held)
  if (column === 'office') return 'vice_chair'
  if (!/^(protected_address|published|end_private)$/.test(column)) return undefined
  return typeof held === 'number' ? 1 - held : !held
}
