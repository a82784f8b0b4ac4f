import { dropGuard, onPostgres, refuseWhen, replaceGuard, type Schema } from './guards.ts'

const GUARD = { name: 'envelopes_guarded', table: 'envelopes', event: 'delete' } as const
const SEALED = 'not exists (select 1 from box_openings where election_id = old.election_id)'
const sameIn = (table: string) =>
  `exists (select 1 from ${table} where id = old.id and code = old.code and sealed = old.sealed)`

/**
 * Lets sealed ballots be laid down anew in the order of their random keys: on SQLite `insert into mixings` takes those
 * between two keys out of the box and puts the same ones back. PostgreSQL lays a whole table down anew without it.
 */
export async function up(knex: Schema): Promise<void> {
  const [bytes, unordered] = onPostgres(knex) ? ['bytea', ''] : ['blob', 'without rowid']
  await knex.raw(`create table box_mixings (
    id text not null primary key,
    election_id integer not null references elections (id),
    sealed ${bytes} not null,
    code text not null
  ) ${unordered}`)
  // A ballot may leave the box when it lies beside it, and what lies there may go when it is back in the box.
  await replaceGuard(knex, { ...GUARD, when: `${SEALED} and not ${sameIn('box_mixings')}` })
  const beside = { name: 'box_mixings_guarded', table: 'box_mixings' }
  await refuseWhen(knex, { ...beside, event: 'update', when: '1 = 1' })
  await refuseWhen(knex, { ...beside, event: 'delete', when: `not ${sameIn('envelopes')}` })
  if (onPostgres(knex)) return
  await knex.raw(`create view mixings as
    select election_id, id as first_id, id as last_id from box_mixings where 1 = 0`)
  // The columns of both tables are the same, in the same order.
  await knex.raw(`create trigger mixings__insert instead of insert on mixings for each row
    begin
      insert into box_mixings select * from envelopes
        where election_id = new.election_id and id between new.first_id and new.last_id;
      delete from envelopes
        where election_id = new.election_id and id between new.first_id and new.last_id;
      insert into envelopes select * from box_mixings order by id;
      delete from box_mixings;
    end`)
}

export async function down(knex: Schema): Promise<void> {
  if (!onPostgres(knex)) await knex.raw('drop view mixings')
  await replaceGuard(knex, { ...GUARD, when: SEALED })
  await knex.schema.dropTable('box_mixings')
  await dropGuard(knex, 'box_mixings_guarded', 'box_mixings', 'update', 'delete')
}
