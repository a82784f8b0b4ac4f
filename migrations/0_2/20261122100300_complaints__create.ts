import { count, day, dropInsertOnly, insertOnly, oneOf, onPostgres, type Schema } from './guards.ts'

const REASONS = [
  'no_cross',
  'unclear_candidate',
  'too_many_marks',
  'recognisable',
  'not_official_ballot',
  'other',
]
const TABLES = [
  'invalid_ballots',
  'complaints',
  'complaint_decisions',
  'recounts',
  'draws',
  'lot_draws',
  'records',
]

/** Everything that can be said of a result after the count. Written once, all of it. */
export async function up(knex: Schema): Promise<void> {
  // One line for each invalid ballot on a counter's sheet.
  await knex.schema.createTable('invalid_ballots', (table) => {
    table.integer('count_id').notNullable().references('counts.id')
    count(table, 'number').notNullable()
    oneOf(table, 'reason', REASONS).notNullable()
    table.text('note')
    table.primary(['count_id', 'number'])
  })
  await knex.schema.createTable('complaints', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    day(table, 'received_on').notNullable()
    table.text('received_by').notNullable()
    // Who complains, as they want to be named; the text as it was given.
    table.text('complainant').notNullable()
    table.text('text').notNullable()
    count(table, 'late').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  await knex.schema.createTable('complaint_decisions', (table) => {
    table.integer('complaint_id').primary().references('complaints.id')
    oneOf(table, 'outcome', ['dismissed', 'recount', 'annulled']).notNullable()
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  // A recount begins after this round; what was counted before stays as it was.
  await knex.schema.createTable('recounts', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    table.integer('complaint_id').notNullable().references('complaints.id')
    count(table, 'after_round').notNullable()
    day(table, 'decided_on').notNullable()
    table.unique(['election_id', 'after_round'])
  })
  // A draw that the app makes: the commitment is shown before anything is drawn, the seed with the outcome.
  await knex.schema.createTable('draws', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    oneOf(table, 'about', ['tie', 'ballot_order']).notNullable()
    count(table, 'round').notNullable()
    table.text('seed').notNullable()
    table.text('commitment').notNullable().unique()
    table.text('prepared_by').notNullable()
    day(table, 'prepared_on').notNullable()
    table.unique(['election_id', 'about', 'round'])
  })
  await knex.schema.createTable('lot_draws', (table) => {
    table.integer('lot_id').primary().references('lots.id')
    table.integer('draw_id').notNullable().unique().references('draws.id')
    // What somebody in the room said after the commitment was shown, so that nobody could know the outcome before.
    table.text('words').notNullable()
  })
  // The record's data as it was signed: canonical JSON, its hash, and the head of the log at that moment.
  await knex.schema.createTable('records', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    oneOf(table, 'made_at', ['certified', 'final', 'annulled']).notNullable()
    table.text('document').notNullable()
    table.text('hash').notNullable()
    count(table, 'audit_sequence').notNullable()
    table.text('audit_hash').notNullable()
    day(table, 'made_on').notNullable()
  })
  for (const table of TABLES) await insertOnly(knex, table)
  await allowSecondSeating(knex)
}

/** Whoever lost a seat to a recount can get it back by the next one: one membership for each election that stands. */
async function allowSecondSeating(knex: Schema): Promise<void> {
  await dropOneSeating(knex)
  await knex.raw(`create unique index memberships_candidacy_id_unique on memberships (candidacy_id)
    where voided_on is null and (end_reason is null or end_reason <> 'election_annulled')`)
}

async function dropOneSeating(knex: Schema): Promise<void> {
  const drop = onPostgres(knex)
    ? 'alter table memberships drop constraint memberships_candidacy_id_unique'
    : 'drop index memberships_candidacy_id_unique'
  await knex.raw(drop)
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('drop index memberships_candidacy_id_unique')
  await knex.raw(
    onPostgres(knex)
      ? 'alter table memberships add constraint memberships_candidacy_id_unique unique (candidacy_id)'
      : 'create unique index memberships_candidacy_id_unique on memberships (candidacy_id)',
  )
  for (const table of [...TABLES].reverse()) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
