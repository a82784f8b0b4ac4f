import { replaceGuard, type Schema } from './guards.ts'

const ENVELOPES = { name: 'envelopes_guarded', table: 'envelopes', event: 'delete' } as const
const PAPERS = { name: 'entered_papers_guarded', table: 'entered_papers', event: 'delete' } as const

const OPENED = 'exists (select 1 from box_openings where election_id = old.election_id)'
const LIES_BESIDE =
  'exists (select 1 from box_mixings where id = old.id and code = old.code and sealed = old.sealed)'
const IS_ENTERED = 'exists (select 1 from paper_entry_turns where election_id = old.election_id)'
const DESTROYED = `(exists (select 1 from ballot_destructions where election_id = old.election_id)
  and (select status from elections where id = old.election_id) in ('final', 'annulled', 'rerun'))`

/** Lets the sealed ballots of a box that was never opened go when the ballots of the election are destroyed. */
export async function up(knex: Schema): Promise<void> {
  const sealed = `not ${OPENED} and not ${LIES_BESIDE}`
  await replaceGuard(knex, { ...ENVELOPES, when: `${sealed} and not ${DESTROYED}` })
  await replaceGuard(knex, { ...PAPERS, when: `not (${IS_ENTERED} or ${OPENED} or ${DESTROYED})` })
}

export async function down(knex: Schema): Promise<void> {
  await replaceGuard(knex, { ...ENVELOPES, when: `not ${OPENED} and not ${LIES_BESIDE}` })
  await replaceGuard(knex, { ...PAPERS, when: `not (${IS_ENTERED} or ${OPENED})` })
}
