import { canonicalJson } from '../../core/canonical.ts'
import type { Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import type { Authorship, OutsideKeys } from '../../core/keys.ts'

// What is counted at the table leaves no line in the log, which would tell who came when. The line of the closing proves
// what it came to. The proof needs a key: the figures are so small that a plain hash would give them away.

/** Made in the act that closes polling. */
export async function proveTable(db: Db, keys: OutsideKeys, electionId: ElectionId): Promise<string> {
  return keys.prove('pollingTable', await textOfTable(db, electionId))
}

/** Whether the figures of the table and the help are those that polling closed with. */
export async function authorOfTable(
  db: Db,
  keys: OutsideKeys,
  electionId: ElectionId,
  proof: string,
): Promise<Authorship> {
  return keys.authorOf('pollingTable', await textOfTable(db, electionId), proof)
}

async function textOfTable(db: Db, election_id: ElectionId): Promise<string> {
  const tally = await db('polling_tallies').where({ election_id }).first()
  const help = await db('help_given').where({ election_id }).orderBy('kind').orderBy('officials')
  return canonicalJson({
    election_id,
    tally: tally ? { ...tally } : null,
    help: help.map((row) => ({ ...row })),
  })
}
