import { act, type By } from '../../core/audit.ts'
import type { Db, Trx } from '../../core/db.ts'
import type { CandidacyId, PersonId, TermId } from '../../core/ids.ts'
import { contactFrom } from '../../people/contact.ts'
import { getAnyElection } from '../elections.ts'
import { findResult } from './loading.ts'
import { totalsOf } from './result.ts'
import { Refused } from '../../core/errors.ts'
import { orderByVotes } from '../../rules/council/substitutes.ts'
import { statesThat } from '../../rules/elections/state.ts'
import { insertPerson } from '../../people/people.ts'
import type { SeatInArea } from '../../council/seats.ts'
import { insertSubstitute, substitutesAt } from '../../council/substitutes/substitutes.ts'
import { required } from '../../core/records.ts'

export interface RunnerUp {
  candidacy_id: CandidacyId
  name: string
  votes: number
  /** From 1; the same for equal votes. */
  position: number
}

/** The runners-up of the area's certified election for the term come in the order of their votes. */
export async function listRunnersUp(
  db: Db,
  seat: Pick<SeatInArea, 'area_id'>,
  termId: TermId,
): Promise<RunnerUp[]> {
  const row = await db('elections')
    .where({ area_id: seat.area_id, term_id: termId })
    .whereIn('status', statesThat('certified'))
    .orderBy('polling_on', 'desc')
    .orderBy('id', 'desc')
    .first('id')
  const result = row && (await findResult(db, await getAnyElection(db, row.id)))
  const totals = result && totalsOf(result)
  if (!totals) return []
  const names = new Map(result.candidates.map(({ id, name }) => [id, name]))
  const out = result.barred?.candidacies ?? []
  const votes = totals.votes.filter(({ candidacy_id }) => !out.includes(candidacy_id))
  return orderByVotes(votes, result.elected).map((line) => ({
    ...line,
    name: names.get(line.candidacy_id) ?? '',
  }))
}

/** Makes all who were not elected substitutes, in the order of the certified votes, each once. */
export async function registerRunnersUp(db: Db, by: By, seatSlug: string): Promise<{ count: number }> {
  return act(db, by, async (trx) => {
    const { seat, term, kind } = await substitutesAt(trx, seatSlug, by.clock.today())
    if (kind !== 'vote_order') throw new Refused('no_substitutes_here')
    const known = await trx('substitutes')
      .where({ term_id: term.id, area_id: seat.area_id })
      .pluck<PersonId[]>('person_id')
    let count = 0
    for (const { candidacy_id, position } of await listRunnersUp(trx, seat, term.id)) {
      const person_id = await personOf(trx, by, candidacy_id)
      if (known.includes(person_id)) continue
      count += 1
      await insertSubstitute(trx, {
        ...{ term_id: term.id, area_id: seat.area_id, seat_id: null, person_id, position },
        registered_by: by.name,
        registered_on: by.clock.today(),
        ...{ withdrawn_on: null, withdrawn_note: null },
      })
    }
    if (count === 0) throw new Refused('no_runners_up')
    const details = { seat: seat.slug, count }
    return { action: 'substitute.registered', subject: `seat:${seat.id}`, details, result: { count } }
  })
}

/** A candidate agreed to the name on ballots and posters; one who is not in the register yet is written into it. */
async function personOf(trx: Trx, by: By, candidacyId: CandidacyId): Promise<PersonId> {
  const candidacy = required(await trx('candidacies').where({ id: candidacyId }).first())
  if (candidacy.person_id !== null) return candidacy.person_id
  const { area_id } = await getAnyElection(trx, candidacy.election_id)
  const place = await trx('area_bodies').where({ area_id }).orderBy('id').first('body_id')
  const person = await insertPerson(trx, by, {
    name: candidacy.name,
    ...contactFrom(candidacy.contact, place?.body_id),
    protected_address: false,
    publish: { name: false, email: false, phone: false },
  })
  await trx('candidacies').where({ id: candidacyId }).update({ person_id: person })
  return person
}
