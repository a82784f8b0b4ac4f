import { expect } from 'chai'
import { INSIGHT_SECTIONS } from '../../../../models/privacy/insight/sections.ts'
import { PERSONAL_DATA, personalColumns } from '../../../../models/privacy/personal_data/personal_data.ts'
import { columnsIn, type Column } from '../../../support/columns.ts'
import { aDatabase } from '../../../support/database.ts'

const sections: readonly string[] = INSIGHT_SECTIONS

/** The columns that say whose row it is, by what they point at or by their name. */
function pointsAtPerson({ column, to }: Column): boolean {
  return (
    ['people', 'accounts'].includes(to ?? '') || /(^|_)(person|account|candidacy|membership)_id$/.test(column)
  )
}

/** The tables whose rows belong to a person: those that point at people, at such a table, and so on. */
function tiedToPeople(columns: readonly Column[]): Set<string> {
  const tied = new Set(['people', ...columns.filter(pointsAtPerson).map(({ table }) => table)])
  for (let before = 0; before < tied.size;) {
    before = tied.size
    for (const { table, to } of columns) if (to !== null && tied.has(to)) tied.add(table)
  }
  return tied
}

/** The parts that show the table's columns, or the reasons why none does. */
function saidOf(table: string): Set<string> {
  return new Set(
    personalColumns()
      .filter((one) => one.table === table)
      .map(({ shown }) => shown),
  )
}

function isShown(table: string): boolean {
  return [...saidOf(table)].some((shown) => sections.includes(shown))
}

describe('Personal data accounts for the whole database', () => {
  let columns: Column[]
  before(async () => {
    columns = await columnsIn(await aDatabase())
  })

  it('of every column it is said whether it is about a person, and of none that is not there', () => {
    const inDatabase = [...new Set(columns.map(({ table, column }) => `${table}.${column}`))]
    const said = Object.entries(PERSONAL_DATA).flatMap(([table, of]) =>
      Object.keys(of).map((column) => `${table}.${column}`),
    )
    const say =
      'say in models/privacy/personal_data whether the column is about a person, where insight shows it and what erases it'
    expect(
      inDatabase.filter((one) => !said.includes(one)),
      say,
    ).to.deep.equal([])
    expect(said.sort()).to.deep.equal(inDatabase.sort())
  })

  it('a column that points at a person is about a person', () => {
    const personal = personalColumns().map(({ table, column }) => `${table}.${column}`)
    const ties = columns.filter(pointsAtPerson).map(({ table, column }) => `${table}.${column}`)
    expect(ties.filter((one) => !personal.includes(one))).to.deep.equal([])
    expect(ties.length).to.be.greaterThan(20)
  })

  it('a table that is tied to a person is shown; of those that are not, it is said why', () => {
    const hidden = [...tiedToPeople(columns)].filter((table) => !isShown(table))
    // The votes for a candidate and whose count was kept, shown on the page of the election and in its record.
    const votes = ['box_lines', 'count_lines', 'invalid_ballots', 'kept_counts']
    const packages = ['destroyed_packages', 'opened_packages', 'packages']
    // Sealed shares of a key, which hang on the slips that a person holds.
    // When a member confirmed having been on the telephone at a lot; the call itself is shown.
    const lots = ['lot_confirmations']
    expect(hidden.sort()).to.deep.equal([...votes, ...packages, ...lots, 'box_shares'].sort())
    for (const table of hidden)
      expect([...saidOf(table)]).to.deep.equal([table === 'box_shares' ? 'secret' : 'record'])
  })

  it('every part of the page has a table behind it', () => {
    const behind = new Set<string>(personalColumns().map(({ shown }) => shown))
    expect(sections.filter((key) => !behind.has(key))).to.deep.equal([])
  })

  it('would see a new table with a person, and one that hangs on it', () => {
    const added = [
      { table: 'bans', column: 'person_id', type: 'integer', to: null },
      { table: 'ban_notes', column: 'ban', type: 'integer', to: 'bans' },
    ]
    expect([...tiedToPeople([...columns, ...added])]).to.include.members(['bans', 'ban_notes'])
  })
})
