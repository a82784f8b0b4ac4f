import {
  count,
  day,
  dropGuard,
  dropInsertOnly,
  insertOnly,
  oneOf,
  onPostgres,
  refuseWhen,
  type Schema,
} from './guards.ts'

const WRITTEN_ONCE = [
  'box_losses',
  'box_keys',
  'box_trials',
  'box_openings',
  'box_lines',
  'box_codes',
  'box_compactions',
]

/**
 * Voting on a tablet. A ballot is stored sealed, under a random key, without a time; once the box has been opened only
 * the open ballots under new random keys and the sorted codes of the sealed ones are left.
 */
export async function up(knex: Schema): Promise<void> {
  const unordered = onPostgres(knex) ? '' : 'without rowid'
  const bytes = onPostgres(knex) ? 'bytea' : 'blob'
  // The public half of the box's key. A new one may be made until polling opens; the newest counts.
  await knex.schema.createTable('box_keys', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    table.text('public_key').notNullable().unique()
    count(table, 'threshold').notNullable()
    count(table, 'shares').notNullable()
    table.text('made_by').notNullable()
    day(table, 'made_on').notNullable()
    table.check('threshold > 0 and threshold <= shares', [], 'box_keys_threshold')
  })
  await knex.schema.createTable('box_trials', (table) => {
    table.integer('box_key_id').primary().references('box_keys.id')
    table.text('tried_by').notNullable()
    day(table, 'tried_on').notNullable()
  })
  await knex.schema.createTable('booth_pairings', (table) => {
    table.text('code_hash').primary()
    table.integer('election_id').notNullable().references('elections.id').index()
    table.text('expires_at').notNullable()
    table.text('made_by').notNullable()
  })
  await knex.schema.createTable('booths', (table) => {
    table.increments('id')
    table.integer('election_id').notNullable().references('elections.id').index()
    count(table, 'number').notNullable()
    table.text('token_hash').notNullable().unique()
    day(table, 'paired_on').notNullable()
    day(table, 'unpaired_on')
    oneOf(table, 'state', ['idle', 'released', 'showing']).notNullable()
    // The release that is out now, and how the one before it ended: for a voter whose screen went dark.
    table.text('release_hash')
    table.text('last_hash')
    oneOf(table, 'last_outcome', ['cast', 'voided'])
    for (const name of ['releases', 'ballots_cast', 'voided']) count(table, name).notNullable().defaultTo(0)
    table.unique(['election_id', 'number'])
    table.check(
      "releases = ballots_cast + voided + (case when state = 'idle' then 0 else 1 end)",
      [],
      'booths_account_closes',
    )
    table.check("(state = 'showing') = (release_hash is not null)", [], 'booths_release')
  })
  await knex.raw(`create table envelopes (
    id text not null primary key,
    election_id integer not null references elections (id),
    sealed ${bytes} not null,
    code text not null unique
  ) ${unordered}`)
  await knex.raw('create index envelopes_election on envelopes (election_id)')
  await knex.raw(`create table ballots (
    id text not null primary key,
    election_id integer not null references elections (id),
    marks text not null
  ) ${unordered}`)
  await knex.raw('create index ballots_election on ballots (election_id)')
  await knex.schema.createTable('box_openings', (table) => {
    table.integer('election_id').primary().references('elections.id')
    for (const name of ['releases', 'voided', 'envelopes', 'blank', 'invalid'])
      count(table, name).notNullable()
    table.text('codes_hash').notNullable()
    table.text('opened_by').notNullable()
    day(table, 'opened_on').notNullable()
    table.check('releases = envelopes + voided', [], 'box_openings_account_closes')
  })
  await knex.schema.createTable('box_lines', (table) => {
    table.integer('election_id').notNullable().references('elections.id')
    table.integer('candidacy_id').notNullable().references('candidacies.id')
    count(table, 'votes').notNullable()
    table.primary(['election_id', 'candidacy_id'])
  })
  await knex.raw(`create table box_codes (
    election_id integer not null references elections (id),
    code text not null,
    primary key (election_id, code)
  ) ${unordered}`)
  // That too few slips are left to open the box: a decision, which annuls the election.
  await knex.schema.createTable('box_losses', (table) => {
    table.integer('election_id').primary().references('elections.id')
    table.text('decided_by').notNullable()
    day(table, 'decided_on').notNullable()
    table.text('reason').notNullable()
    table.text('recorded_by').notNullable()
    day(table, 'recorded_on').notNullable()
  })
  // That the files were rewritten after the opening, so that no envelope and no order is left in them.
  await knex.schema.createTable('box_compactions', (table) => {
    table.integer('election_id').primary().references('elections.id')
    day(table, 'done_on').notNullable()
  })
  for (const table of WRITTEN_ONCE) await insertOnly(knex, table)
  await guardEnvelopes(knex)
  await makeCasting(knex)
}

/**
 * Casting, as one statement: `insert into castings` uses a release up and puts the sealed ballot in the box, or does neither
 * and says `castings_release`. The view has no rows; it is only the slot of the box.
 */
async function makeCasting(knex: Schema): Promise<void> {
  await knex.raw(`create view castings as
    select token_hash, release_hash, envelopes.id, envelopes.election_id, sealed, code
    from booths, envelopes where 1 = 0`)
  const useUp = `update booths set state = 'idle', release_hash = null, ballots_cast = ballots_cast + 1,
      last_hash = new.release_hash, last_outcome = 'cast'
    where token_hash = new.token_hash and release_hash = new.release_hash and election_id = new.election_id
      and state = 'showing' and unpaired_on is null`
  const putIn = `insert into envelopes (id, election_id, sealed, code)
    values (new.id, new.election_id, new.sealed, new.code)`
  if (onPostgres(knex)) {
    await knex.raw(`create function castings__insert() returns trigger language plpgsql as $$
      begin
        ${useUp};
        if not found then
          raise exception 'castings_release' using errcode = 'check_violation', constraint = 'castings_release';
        end if;
        ${putIn};
        return new;
      end $$`)
    await knex.raw(`create trigger castings__insert instead of insert on castings
      for each row execute function castings__insert()`)
  } else {
    await knex.raw(`create trigger castings__insert instead of insert on castings for each row
      begin
        ${useUp};
        select raise(abort, 'castings_release') where changes() <> 1;
        ${putIn};
      end`)
  }
}

/** No ballot goes in when polling is not open, none is changed, and none comes out but by opening the box. */
async function guardEnvelopes(knex: Schema): Promise<void> {
  const envelopes = { name: 'envelopes_guarded', table: 'envelopes' }
  await refuseWhen(knex, {
    ...envelopes,
    event: 'insert',
    when: "(select status from elections where id = new.election_id) <> 'polling'",
  })
  await refuseWhen(knex, { ...envelopes, event: 'update', when: '1 = 1' })
  await refuseWhen(knex, {
    ...envelopes,
    event: 'delete',
    when: 'not exists (select 1 from box_openings where election_id = old.election_id)',
  })
  const ballots = { name: 'ballots_guarded', table: 'ballots' }
  await refuseWhen(knex, {
    ...ballots,
    event: 'insert',
    when: "(select status from elections where id = new.election_id) <> 'closed'",
  })
  await refuseWhen(knex, { ...ballots, event: 'update', when: '1 = 1' })
  // Open ballots go when the paper ones are destroyed: when nobody can complain any more.
  await refuseWhen(knex, {
    ...ballots,
    event: 'delete',
    when: "(select status from elections where id = old.election_id) not in ('final', 'annulled', 'rerun')",
  })
}

export async function down(knex: Schema): Promise<void> {
  await knex.raw('drop view castings')
  if (onPostgres(knex)) await knex.raw('drop function castings__insert()')
  for (const table of ['box_losses', 'box_compactions', 'box_codes', 'box_lines', 'box_openings']) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
  for (const table of ['ballots', 'envelopes']) {
    await knex.schema.dropTable(table)
    await dropGuard(knex, `${table}_guarded`, table, 'insert', 'update', 'delete')
  }
  for (const table of ['booths', 'booth_pairings']) await knex.schema.dropTable(table)
  for (const table of ['box_trials', 'box_keys']) {
    await knex.schema.dropTable(table)
    await dropInsertOnly(knex, table)
  }
}
