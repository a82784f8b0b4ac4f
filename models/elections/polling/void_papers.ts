import { act } from '../../core/audit.ts'
import { isTaken, type Db } from '../../core/db.ts'
import type { ElectionId } from '../../core/ids.ts'
import { Conflict, Refused, require } from '../../core/errors.ts'
import { checkVoidPapers } from '../../rules/elections/void_papers.ts'
import { facts } from '../../rules/elections/state.ts'
import { type Election, getElection, requireAct, subjectOf } from '../elections.ts'
import type { Official } from '../reach.ts'
import { listPrints } from './prints.ts'
import type { VoidPapersRow } from './tables.ts'

export interface VoidPapersForm {
  list_version: number
  found: number
  difference_reason?: string | undefined
}

/** Papers with a list that no longer holds, and what became of them; `account` is null until they are counted. */
export interface VoidPapers {
  list_version: number
  printed: number
  account: VoidPapersRow | null
}

/** Only lists that papers were printed of, the oldest first. */
export async function listVoidPapers(
  db: Db,
  { id, status, list_version }: Pick<Election, 'id' | 'status' | 'list_version'>,
): Promise<VoidPapers[]> {
  const accounts = await db('void_papers').where({ election_id: id })
  const printed = new Map<number, number>()
  for (const print of await listPrints(db, id)) {
    const holds = print.list_version === list_version && facts(status).listed
    if (!holds) printed.set(print.list_version, (printed.get(print.list_version) ?? 0) + print.left)
  }
  return [...printed].map(([version, copies]) => ({
    list_version: version,
    printed: copies,
    account: accounts.find((one) => one.list_version === version) ?? null,
  }))
}

/** Throws Refused while papers with an older list are not accounted for. */
export async function requireVoidCounted(db: Db, election: Election): Promise<void> {
  const uncounted = (await listVoidPapers(db, election)).some(({ account }) => account === null)
  if (uncounted) throw new Refused('void_papers_uncounted')
}

/** The papers are counted once for each list. */
export async function countVoidPapers(
  db: Db,
  by: Official,
  id: ElectionId,
  { list_version, found, difference_reason }: VoidPapersForm,
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'countVoidPapers')
    const papers = (await listVoidPapers(trx, election)).find((one) => one.list_version === list_version)
    if (!papers) throw new Conflict('no_void_papers')
    const { printed } = papers
    require(checkVoidPapers({ printed, found }, difference_reason))
    const counted = { counted_by: by.name, counted_on: by.clock.today() }
    const row = { election_id: id, list_version, printed, found, ...counted }
    await trx('void_papers')
      .insert({ ...row, difference_reason: difference_reason ?? null })
      .catch((error: unknown) => {
        throw isTaken(error) ? new Conflict('void_papers_counted') : error
      })
    const details = { list_version, printed, found }
    return { action: 'ballots.voided', subject: subjectOf(election), details, result: { id } }
  })
}
