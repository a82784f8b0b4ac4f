import type { Db } from '../../core/db.ts'
import type { ElectionId, TermId } from '../../core/ids.ts'
import { secondPlace } from '../../rules/elections/one_vote.ts'
import { foldName } from '../../rules/elections/roll_names.ts'
import { statesThat } from '../../rules/elections/state.ts'
import type { Election } from '../elections.ts'

/** One name can be two people: only people can tell. */
export interface NameTwice {
  /** As it is written on one of the rolls. */
  name: string
  elections: { id: ElectionId; area: string }[]
}

/**
 * A user of two drop-in centres may stand on both. The secretary is told, and nothing is stopped here: marking is, where
 * the statutes block it. Read anew each time, since a roll changes without an act.
 */
async function listNamesOnTwoRolls(db: Db, termId: TermId): Promise<NameTwice[]> {
  const elections = await electionsWithRolls(db, termId)
  if (elections.length < 2) return []
  const found = new Map<string, NameTwice>()
  for (const election of elections) {
    const names = await db('roll_entries').where({ election_id: election.id }).pluck<string[]>('name')
    for (const [key, name] of new Map(names.map((each) => [foldName(each), each]))) {
      const before = found.get(key)
      if (before) before.elections.push(election)
      else found.set(key, { name, elections: [election] })
    }
  }
  const twice = [...found].filter(([, { elections: of }]) => of.length > 1)
  return twice.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name)
}

/** Returns none when the statutes do not ask for them. */
export async function listNamesTwiceOn(db: Db, { id, term_id, statutes }: Election): Promise<NameTwice[]> {
  if (secondPlace(statutes) === 'nothing') return []
  const twice = await listNamesOnTwoRolls(db, term_id)
  return twice.filter(({ elections }) => elections.some((election) => election.id === id))
}

async function electionsWithRolls(db: Db, termId: TermId): Promise<NameTwice['elections']> {
  return db('elections')
    .join('areas', 'areas.id', 'elections.area_id')
    .where('term_id', termId)
    .whereNotIn('status', statesThat('failed'))
    .whereExists(db('roll_entries').whereRaw('roll_entries.election_id = elections.id').select(db.raw('1')))
    .orderBy('elections.id')
    .select<NameTwice['elections']>('elections.id', 'areas.name as area')
}
