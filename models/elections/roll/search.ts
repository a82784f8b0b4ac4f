import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { foldName, keysFrom } from '../../rules/elections/roll_names.ts'
import type { RollEntryRow } from './tables.ts'

export type Hit = Pick<RollEntryRow, 'id' | 'name' | 'note' | 'marked'>

export interface Hits {
  hits: Hit[]
  /** There are more than are shown: more has to be typed. */
  more: boolean
}

/** More than this cannot be looked through while a voter waits. */
export const MOST_HITS = 20

/** A word that as many keys begin with is as common as any other. */
const COMMON = 500

/**
 * "maja lu" and "lun" find Maja Lund. Without such a hit, all the words count in any order: "lund maj".
 * Reads from the index only as many as are shown, so that a long roll costs no more than a short one.
 */
export async function searchRoll(db: Db, electionId: ElectionId, text: string): Promise<Hits> {
  const folded = foldName(text)
  if (folded === '') return { hits: [], more: false }
  const inARow = await keysBeginning(db, electionId, folded)
  const words = folded.split(' ')
  const ids = inARow.length === 0 && words.length > 1 ? await keysWithAll(db, electionId, words) : inARow
  return { hits: await entriesOf(db, ids.slice(0, MOST_HITS)), more: ids.length > MOST_HITS }
}

/** A name can have several keys, so a few more are read than are shown. */
async function keysBeginning(db: Db, electionId: ElectionId, start: string): Promise<string[]> {
  const rows = await wordsBeginning(db, electionId, start)
    .orderBy(['word', 'entry_id'])
    .limit(3 * MOST_HITS)
    .select('entry_id')
  return [...new Set(rows.map(({ entry_id }) => entry_id))]
}

/** The words may come in any order. The one that fewest entries have is looked up first. */
async function keysWithAll(db: Db, electionId: ElectionId, words: readonly string[]): Promise<string[]> {
  const [rarest, ...rest] = await rarestFirst(db, electionId, words)
  if (!rarest) return []
  const query = db('roll_words as found').where({ 'found.election_id': electionId })
  const { from, to } = keysFrom(rarest)
  void query.where('found.word', '>=', from).where('found.word', '<', to)
  for (const [index, word] of rest.entries()) {
    const key = keysFrom(word)
    const also = `also_${index}`
    void query.whereExists(
      db(`roll_words as ${also}`)
        .whereRaw('??.entry_id = found.entry_id', [also])
        .where(`${also}.word`, '>=', key.from)
        .where(`${also}.word`, '<', key.to)
        .select(db.raw('1')),
    )
  }
  const rows = await query
    .orderBy(['found.word', 'found.entry_id'])
    .limit(3 * MOST_HITS)
    .select<{ entry_id: string }[]>('found.entry_id')
  return [...new Set(rows.map(({ entry_id }) => entry_id))]
}

/** Counts no further than to what is common. Empty when no entry has one of the words. */
async function rarestFirst(db: Db, electionId: ElectionId, words: readonly string[]): Promise<string[]> {
  const counted: { word: string; keys: number }[] = []
  for (const word of words) {
    const keys = await wordsBeginning(db, electionId, word).limit(COMMON).pluck<string[]>('entry_id')
    if (keys.length === 0) return []
    counted.push({ word, keys: keys.length })
  }
  return counted.sort((a, b) => a.keys - b.keys || b.word.length - a.word.length).map(({ word }) => word)
}

function wordsBeginning(db: Db, electionId: ElectionId, start: string) {
  const { from, to } = keysFrom(start)
  return db('roll_words').where({ election_id: electionId }).where('word', '>=', from).where('word', '<', to)
}

async function entriesOf(db: Db, ids: readonly string[]): Promise<Hit[]> {
  const rows = await db('roll_entries').whereIn('id', ids).select('id', 'name', 'note', 'marked')
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}
