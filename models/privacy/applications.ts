import { act, type By } from '../core/audit.ts'
import type { IsoDate } from '../core/dates.ts'
import type { Db, Trx } from '../core/db.ts'
import type { ElectionId, PersonId } from '../core/ids.ts'
import { Conflict } from '../core/errors.ts'
import { applicationErasedFrom, type Retention } from '../rules/privacy/retention.ts'
import { electionEnds } from './ties.ts'

/** Keeps the ballot name, since the result is worked out from it; of members erases only what is kept elsewhere. */
export async function eraseCandidacies(
  trx: Trx,
  by: By,
  whose: { person_id: PersonId } | { election_id: ElectionId },
  nobody: string,
): Promise<{ candidacies: number; photos: number }> {
  const seated = trx('memberships').whereNotNull('candidacy_id').select('candidacy_id')
  const matching = () => trx('candidacies').where(whose)
  const photos = await trx('candidate_photos')
    .whereIn('candidacy_id', matching().whereNotIn('id', seated.clone()).select('id'))
    .delete()
  const ofSeated = 'person_id' in whose ? await eraseOfSeated(trx, whose) : { photos: 0 }
  await matching().whereIn('id', seated.clone()).update({ contact: null })
  await matching()
    .whereNotIn('id', seated.clone())
    .whereNull('erased_on')
    .whereNull('ballot_position')
    .update({ name: nobody })
  const candidacies = await matching()
    .whereNotIn('id', seated.clone())
    .whereNull('erased_on')
    .update({ contact: null, statement: null, person_id: null, erased_on: by.clock.today() })
  return { candidacies, photos: photos + ofSeated.photos }
}

/** A member's picture and words stay as long as the rest that is kept about the member. */
async function eraseOfSeated(trx: Trx, { person_id }: { person_id: PersonId }): Promise<{ photos: number }> {
  const given = trx('memberships').where({ person_id }).whereNotNull('candidacy_id').select('candidacy_id')
  const photos = await trx('candidate_photos').whereIn('candidacy_id', given.clone()).delete()
  await trx('candidacies').whereIn('id', given.clone()).update({ statement: null })
  return { photos }
}

export interface DueElection {
  id: ElectionId
  /** The day from which its applications go. */
  from: IsoDate
}

/** Ended elections that still hold applications, by the day these go. */
export async function listDueApplications(db: Db, retention: Retention): Promise<DueElection[]> {
  const seated = db('memberships').whereNotNull('candidacy_id').select('candidacy_id')
  const holding = await db('candidacies')
    .where((left) => {
      void left.whereNotIn('id', seated).whereNull('erased_on')
    })
    .orWhereNotNull('contact')
    .distinct('election_id')
    .pluck<ElectionId[]>('election_id')
  const ends = await electionEnds(db, holding)
  return [...ends]
    .filter(([, { over }]) => over)
    .map(([id, end]) => ({ id, from: applicationErasedFrom(end, retention) }))
    .sort((a, b) => (a.from === b.from ? a.id - b.id : a.from < b.from ? -1 : 1))
}

/** Returns how many applications. Throws Conflict when another process was first. */
export async function eraseApplications(db: Db, by: By, id: ElectionId, nobody: string): Promise<number> {
  return act(db, by, async (trx) => {
    const holding = await trx('candidacies').where({ election_id: id }).whereNotNull('contact').first('id')
    const { candidacies, photos } = await eraseCandidacies(trx, by, { election_id: id }, nobody)
    if (candidacies === 0 && !holding) throw new Conflict('erased_already')
    return {
      action: 'election.applications_erased',
      subject: `election:${id}`,
      details: { candidacies, photos },
      result: candidacies,
    }
  })
}
