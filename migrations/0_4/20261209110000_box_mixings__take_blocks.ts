import { onPostgres, refuseWhen, replaceGuard, type Schema } from './guards.ts'

const ENVELOPES = { name: 'envelopes_guarded', table: 'envelopes' } as const
const MIXINGS = { name: 'box_mixings_guarded', table: 'box_mixings' } as const

const NOT_POLLING = "(select status from elections where id = new.election_id) <> 'polling'"
const OPENED = 'exists (select 1 from box_openings where election_id = old.election_id)'
const DESTROYED = `(exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun'))`
const sameIn = (table: string) =>
  `exists (select 1 from ${table} where id = old.id and code = old.code and sealed = old.sealed)`

/**
 * Lets a large box lie in blocks on PostgreSQL: `box_mixings` becomes a part of `envelopes`, so that every query of the box
 * finds what lies in either, and what guards the one guards the other. Rows get there only with the guards put aside.
 */
export async function up(knex: Schema): Promise<void> {
  if (!onPostgres(knex)) return
  await knex.raw('alter table box_mixings add constraint box_mixings_code_key unique (code)')
  await knex.raw('create index box_mixings_election on box_mixings (election_id)')
  const isThere = 'exists (select 1 from box_mixings where id = new.id or code = new.code)'
  await replaceGuard(knex, { ...ENVELOPES, event: 'insert', when: `${NOT_POLLING} or ${isThere}` })
  const mayNotGo = `not ${OPENED} and not ${DESTROYED}`
  await replaceGuard(knex, { ...ENVELOPES, event: 'delete', when: mayNotGo })
  await replaceGuard(knex, { ...MIXINGS, event: 'delete', when: mayNotGo })
  await refuseWhen(knex, { ...MIXINGS, event: 'insert', when: '1 = 1' })
  // Truncate fires no row trigger.
  for (const { name, table } of [ENVELOPES, MIXINGS])
    await knex.raw(`create trigger ${name}__truncate before truncate on ${table}
      for each statement execute function ${name}__${table}_update()`)
  await knex.raw('alter table box_mixings inherit envelopes')
}

export async function down(knex: Schema): Promise<void> {
  if (!onPostgres(knex)) return
  await knex.raw('alter table box_mixings no inherit envelopes')
  for (const { name, table } of [ENVELOPES, MIXINGS])
    await knex.raw(`drop trigger ${name}__truncate on ${table}`)
  await knex.raw('alter table envelopes disable trigger user')
  await knex.raw('insert into envelopes select * from box_mixings')
  await knex.raw('alter table envelopes enable trigger user')
  await knex.raw('truncate box_mixings')
  await knex.raw('drop trigger box_mixings_guarded__box_mixings_insert on box_mixings')
  await knex.raw('drop function box_mixings_guarded__box_mixings_insert()')
  await replaceGuard(knex, { ...MIXINGS, event: 'delete', when: `not ${sameIn('envelopes')}` })
  const mayNotGo = `not ${OPENED} and not ${sameIn('box_mixings')} and not ${DESTROYED}`
  await replaceGuard(knex, { ...ENVELOPES, event: 'delete', when: mayNotGo })
  await replaceGuard(knex, { ...ENVELOPES, event: 'insert', when: NOT_POLLING })
  await knex.raw('drop index box_mixings_election')
  await knex.raw('alter table box_mixings drop constraint box_mixings_code_key')
}
