import { randomBytes, randomInt } from 'node:crypto'
import { isPostgres, type Trx } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { ballotsHash } from './ballots_hash.ts'
import type { Marks } from '../../rules/elections/tally.ts'

/** A statement takes this many rows as JSON, because SQLite takes at most 32,766 separate values. */
const STORED_AT_ONCE = 5000

/** The method of Fisher and Yates, by the system's own randomness. */
export function shuffled(ballots: readonly Marks[]): Marks[] {
  const order = [...ballots]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1)
    const [a, b] = [order[last] ?? [], order[other] ?? []]
    order[last] = b
    order[other] = a
  }
  return order
}

/**
 * The ballots get random ids and are stored in their order, so that no place in a file tells anything. Returns the hash
 * that stands for all of them.
 */
export async function storeBallots(
  trx: Trx,
  electionId: ElectionId,
  ballots: readonly Marks[],
): Promise<string> {
  const rows = ballots
    .map(
      (marks) => [randomBytes(16).toString('hex'), JSON.stringify([...marks].sort((a, b) => a - b))] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
  await insertRows(trx, 'ballots (id, marks, election_id)', electionId, rows)
  return ballotsHash(rows.map(([id, marks]) => ({ id, marks })))
}

export async function storeCodes(trx: Trx, electionId: ElectionId, codes: readonly string[]): Promise<void> {
  const rows = [...codes].sort().map((code) => [code])
  await insertRows(trx, 'box_codes (code, election_id)', electionId, rows)
}

async function insertRows(
  trx: Trx,
  into: string,
  electionId: ElectionId,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const postgres = isPostgres(trx)
  const columns = (rows[0] ?? []).map((_text, index) =>
    postgres ? `value->>${index}` : `json_extract(value, '$[${index}]')`,
  )
  const list = postgres ? 'json_array_elements(cast(? as json))' : 'json_each(?)'
  for (let from = 0; from < rows.length; from += STORED_AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + STORED_AT_ONCE))
    const sql = `insert into ${into} select ${columns.join(', ')}, cast(? as integer) from ${list}`
    await trx.raw(sql, [electionId, some])
  }
}
