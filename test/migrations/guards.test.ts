import { expect } from 'chai'
import type { Db } from '../../models/core/db.ts'
import { insertRows } from '../support/builders/rows.ts'
import { aDatabase } from '../support/database.ts'
import { onPostgres } from '../support/databases/server.ts'

/** Written once: a correction is a new row that names the old one. */
const WRITTEN_ONCE = [
  'statutes_versions',
  'audit_events',
  'person_publications',
  'polling_openings',
  'polling_closings',
  'polling_pauses',
  'polling_resumptions',
  'roll_corrections',
  'roll_erasures',
  'paper_accounts',
  'counts',
  'count_lines',
  'lots',
  'certifications',
  'invalid_ballots',
  'complaints',
  'complaint_decisions',
  'recounts',
  'draws',
  'lot_draws',
  'lot_calls',
  'lot_confirmations',
  'records',
  'ballot_destructions',
  'readiness_ticks',
  'print_deductions',
  'presences',
  'objections',
  'objection_decisions',
  'difference_checks',
  'kept_counts',
  'election_incidents',
  'incident_answers',
  'investigations',
  'findings',
  'finding_signatures',
  'investigation_ends',
  'package_sealings',
  'packages',
  'package_openings',
  'opened_packages',
  'destroyed_packages',
  'nomination_bodies',
  'nomination_answers',
  'appointments',
  'nomination_closings',
  'renewal_discussions',
  'body_addresses',
  'body_contacts',
  'body_changes',
  'merger_proposals',
  'merger_bodies',
  'merger_decisions',
  'seat_decisions',
  'nomination_refusals',
  'nominee_replies',
  'letters',
  'ground_flags',
  'ground_flag_closings',
  'chair_items',
  'substitutions',
  'formal_appointments',
  'erasures',
]

const CLOSED_LISTS: readonly (readonly [table: string, column: string, also?: object])[] = [
  ['bodies', 'kind'],
  ['body_names', 'kind'],
  ['areas', 'kind'],
  ['people', 'contact_by'],
  ['person_publications', 'field'],
  ['accounts', 'role'],
  ['sign_in_links', 'purpose'],
  ['elections', 'kind'],
  ['elections', 'status'],
  ['elections', 'roll_kind'],
  ['help_given', 'kind'],
  ['roll_corrections', 'kind'],
  ['candidacies', 'eligible_as'],
  ['lots', 'about'],
  ['lots', 'method'],
  ['invalid_ballots', 'reason'],
  ['complaint_decisions', 'outcome'],
  ['incident_answers', 'answer'],
  ['draws', 'about'],
  ['records', 'made_at'],
  ['packages', 'kind'],
  ['presences', 'phase'],
  ['objections', 'phase'],
  ['nominations', 'status'],
  ['appointments', 'eligible_as'],
  ['memberships', 'origin'],
  ['memberships', 'end_reason', { ends_on: '2026-06-01' }],
  ['attendances', 'status'],
  ['renewal_steps', 'kind'],
  ['body_changes', 'kind', { decided_by: 'Byrådet', decided_on: '2026-03-02' }],
  ['merger_decisions', 'outcome'],
  ['seat_decisions', 'choice'],
  ['nominee_replies', 'reply'],
  ['letters', 'kind'],
  ['letters', 'sent_by_way_of'],
  ['ground_flags', 'lost'],
  ['erasures', 'scope'],
  ['erasures', 'ground', { asked_on: null, reason: null }],
  ['housekeeping_runs', 'state'],
]

const NUMBERS: readonly (readonly [table: string, column: string])[] = [
  ['areas', 'position'],
  ['accounts', 'password_version'],
  ['candidacies', 'ballot_position'],
  ...['printed', 'handed_out', 'exchanged', 'not_returned', 'unused'].map(
    (column) => ['paper_accounts', column] as const,
  ),
  ...['ballots_in_box', 'blank', 'invalid'].map((column) => ['counts', column] as const),
  ['count_lines', 'votes'],
  ['recounts', 'after_round'],
  ['draws', 'round'],
  ['records', 'audit_sequence'],
  ['packages', 'pieces'],
]

describe('What the database itself refuses', () => {
  let db: Db
  before(async () => {
    db = await aDatabase()
    await insertRows(db)
  })

  async function refusalOf(query: PromiseLike<unknown>): Promise<string> {
    try {
      await query
    } catch (error) {
      const { message = '', code = '', constraint = '' } = error as Record<string, string>
      return `${message.slice(message.lastIndexOf(' - '))} ${code} ${constraint}`
    }
    throw new Error('nothing was refused')
  }

  async function likeRow(table: string, changed: Record<string, unknown>) {
    const row = (await db(table).first()) as Record<string, unknown>
    // A struck-out row stands in no other row's way, so that only the column under test can be refused.
    const apart = { ...('id' in row && { id: 5000 }), ...('voided_on' in row && { voided_on: '2026-03-02' }) }
    return db(table).insert({ ...row, ...apart, ...changed })
  }

  describe('rows that are written once', () => {
    for (const table of WRITTEN_ONCE) {
      it(`${table}: no update, no delete${onPostgres ? ', no truncate' : ''}`, async () => {
        const before: unknown[] = await db(table)
        expect(before.length).to.be.greaterThan(0)
        const [column] = Object.keys(before[0] as object)
        const same = db.raw('update ?? set ?? = ??', [table, column ?? '', column ?? ''])
        expect(await refusalOf(same)).to.include(`${table}_insert_only`)
        expect(await refusalOf(db(table).delete())).to.include(`${table}_insert_only`)
        if (onPostgres) {
          expect(await refusalOf(db.raw('truncate ?? cascade', [table]))).to.match(/_insert_only/)
        }
        expect(await db(table)).to.deep.equal(before)
      })
    }

    it('also not by replacing a row with the same key, nor the one it would conflict with', async () => {
      const event = (await db('audit_events').first())!
      const same = { ...event, actor: 'En anden' }
      const sameHash = { ...event, sequence: 5000 }
      for (const [key, row] of [
        ['sequence', same],
        ['hash', sameHash],
      ] as const) {
        const merged = db('audit_events').insert(row).onConflict(key).merge()
        expect(await refusalOf(merged)).to.include('audit_events_insert_only')
        if (!onPostgres) {
          const insert = db('audit_events').insert(row).toSQL().toNative()
          const replace = db.raw(insert.sql.replace('insert', 'insert or replace'), insert.bindings as never)
          expect(await refusalOf(replace)).to.include('audit_events_insert_only')
        }
      }
      expect(await db('audit_events')).to.deep.equal([event])
    })
  })

  it('the head of the log goes forward only, stays, and stays alone', async () => {
    const head = (await db('audit_heads').first())!
    const backwards = db('audit_heads').update({ sequence: head.sequence - 1 })
    expect(await refusalOf(backwards)).to.include('audit_heads_forward')
    expect(await refusalOf(db('audit_heads').delete())).to.include('audit_heads_forward')
    const second = db('audit_heads').insert({ ...head, id: 2 as 1 })
    expect(await refusalOf(second)).to.include('audit_heads_one_row')
    expect(await db('audit_heads')).to.deep.equal([head])
  })

  it('memberships and officeholdings are never deleted', async () => {
    expect(await refusalOf(db('memberships').delete())).to.include('memberships_kept')
    expect(await refusalOf(db('officeholdings').delete())).to.include('officeholdings_kept')
  })

  describe('words that are not on the closed list', () => {
    for (const [table, column, also] of CLOSED_LISTS) {
      it(`${table}.${column}`, async () => {
        for (const word of ['unknown', '', 'CHAIR', 'planned ']) {
          expect(await refusalOf(likeRow(table, { ...also, [column]: word })), word).to.match(
            new RegExp(`check.*${column}`, 'i'),
          )
        }
      })
    }
  })

  it('an office that can be no key of the statutes', async () => {
    for (const word of ['', 'CHAIR', 'planned '])
      expect(await refusalOf(likeRow('officeholdings', { office: word })), word).to.match(/check.*office/i)
  })

  describe('numbers that count nothing', () => {
    for (const [table, column] of NUMBERS) {
      it(`${table}.${column}: negative, a fraction, or words`, async () => {
        for (const number of [-1, 1.5, 'ti', '3 stk']) {
          const refusal = await refusalOf(likeRow(table, { [column]: number }))
          expect(refusal, String(number)).to.match(/check|22P02|22003/i)
        }
      })
    }
  })

  describe('days that do not exist', () => {
    it('in any column of any table that holds a day', async () => {
      const tried: string[] = []
      for (const table of await tablesOf(db)) {
        const columns = Object.entries(await db(table).columnInfo())
        for (const [column, { type }] of columns.filter(([, info]) => info.type === 'date')) {
          tried.push(`${table}.${column}`)
          for (const day of ['2026-02-30', '2026-13-01', 'i morgen', '']) {
            const refusal = await refusalOf(likeRow(table, { [column]: day }))
            expect(refusal, `${table}.${column} ${type} ${day}`).to.match(
              onPostgres ? /2200[78]/ : new RegExp(`CHECK constraint failed: .*\\b${column}\\b`),
            )
          }
        }
      }
      expect(tried.length).to.be.greaterThan(30)
    })
  })

  describe('rows that hang on nothing', () => {
    const hanging: [table: string, column: string][] = [
      ['area_bodies', 'area_id'],
      ['seats', 'area_id'],
      ['account_places', 'body_id'],
      ['elections', 'statutes_version_id'],
      ['count_lines', 'candidacy_id'],
      ['meetings', 'statutes_version_id'],
      ['statutes_versions', 'replaces_id'],
      ['people', 'contact_place_id'],
    ]
    for (const [table, column] of hanging) {
      it(`${table}.${column}`, async () => {
        const unique = { number: 77, slug: 'ny', candidacy_id: 88, body_id: 77 }
        const row = (await db(table).first()) as Record<string, unknown>
        const others = Object.entries(unique).filter(([name]) => name in row && name !== column)
        const changed = { ...Object.fromEntries(others.slice(0, 2)), [column]: 9999 }
        expect(await refusalOf(likeRow(table, changed))).to.match(/foreign key/i)
      })
    }
  })

  it('the same counter twice in a round, the same certifier twice, an account twice', async () => {
    for (const table of ['counts', 'certifications', 'accounts']) {
      expect(await refusalOf(likeRow(table, {})), table).to.match(/unique|23505/i)
    }
    expect(await refusalOf(likeRow('counts', { round: 2, blank: 9, invalid: 9 }))).to.include(
      'counts_within_the_box',
    )
  })
})

async function tablesOf(db: Db): Promise<string[]> {
  const names = onPostgres
    ? await db('pg_tables').where({ schemaname: 'public' }).pluck<string[]>('tablename')
    : await db('sqlite_master').where({ type: 'table' }).pluck<string[]>('name')
  const filled = await Promise.all(
    names
      .filter((name) => !/^(knex_|sqlite_)/.test(name) && name !== 'sessions')
      .map(async (name) => ((await db(name).first()) === undefined ? [] : [name])),
  )
  return filled.flat()
}
