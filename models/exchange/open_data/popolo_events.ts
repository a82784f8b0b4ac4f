import type { Db } from '../../core/db.ts'
import { listTerms } from '../../council/terms.ts'
import { listAllElections } from '../../elections/elections.ts'
import { listSittingsOf } from '../../elections/planning/sittings.ts'
import { listPublicElections } from '../../elections/result/publication.ts'
import type { Audience } from '../export/vcards.ts'
import { danishMoment, utcText } from './danish_time.ts'

export async function* popoloEvents(
  db: Db,
  organization_id: string,
  audience: Audience,
): AsyncGenerator<object> {
  yield* terms(db, organization_id)
  yield* elections(db, organization_id, audience)
  yield* meetings(db, organization_id)
}

async function* terms(db: Db, organization_id: string): AsyncGenerator<object> {
  for (const term of await listTerms(db))
    yield {
      id: `event/term-${term.id}`,
      name: `${term.starts_on.slice(0, 4)}–${term.ends_on.slice(0, 4)}`,
      classification: 'term',
      organization_id,
      start_date: term.starts_on,
      end_date: term.ends_on,
    }
}

async function* elections(db: Db, organization_id: string, audience: Audience): AsyncGenerator<object> {
  const all =
    audience === 'public'
      ? await listPublicElections(db)
      : (await listAllElections(db)).map((election) => ({ ...election, area: election.area_name }))
  const sittings = await listSittingsOf(db, all)
  for (const { id, area, status } of all) {
    for (const { number, held_on, opens_at, closes_at, place } of sittings.get(id) ?? [])
      yield {
        id: `event/election-${id}-${number}`,
        name: area,
        classification: 'election',
        status,
        organization_id,
        location: place,
        start_date: utcText(danishMoment(held_on, opens_at)),
        end_date: utcText(danishMoment(held_on, closes_at)),
      }
  }
}

async function* meetings(db: Db, organization_id: string): AsyncGenerator<object> {
  for (const { id, title, held_on, starts_at, place } of await db('meetings')
    .orderBy('held_on')
    .orderBy('id'))
    yield {
      id: `event/meeting-${id}`,
      name: title,
      classification: 'meeting',
      organization_id,
      location: place,
      start_date: utcText(danishMoment(held_on, starts_at)),
    }
}
