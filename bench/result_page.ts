import path from 'node:path'
import { stateAfter } from '../models/rules/elections/acts.ts'
import { openDatabase } from '../models/core/db.ts'
import type { ElectionId } from '../models/core/ids.ts'
import { getAnyElection } from '../models/elections/elections.ts'
import { getResult } from '../models/elections/result/loading.ts'
import { startChild } from './child.ts'
import { seedElection } from './election_seed.ts'
import { comparePage } from './pages.ts'
import type { Row } from './row.ts'
import { benchConfig } from './settings.ts'

const VOTES = [4800, 3100, 1900]
const BLANK = 150
const INVALID = 50

export async function measureResultPage(folder: string): Promise<Row[]> {
  const filename = path.join(folder, 'result.sqlite')
  const id = await certifiedElection(filename)
  const app = await startChild('app_server', { filename })
  try {
    const target = { url: `${app.origin}/valg/${id}` }
    return await comparePage({
      name: 'result_page_10000',
      ours: target,
      barePath: '/',
      filename,
      target: 0.6,
    })
  } finally {
    await app.stop()
  }
}

async function certifiedElection(filename: string): Promise<ElectionId> {
  const config = benchConfig(filename)
  const db = openDatabase(config.database)
  const { id, by, candidates } = await seedElection(db, config.statutesFile, 'booth')
  const envelopes = VOTES.reduce((sum, votes) => sum + votes, BLANK + INVALID)
  const made_on = by.clock.today()
  await db('elections')
    .where({ id })
    .update({ status: stateAfter('certify') })
  await db('box_openings').insert({
    ...{ election_id: id, releases: envelopes, voided: 0, envelopes, blank: BLANK, invalid: INVALID },
    ...{ codes_hash: 'none', opened_by: by.name, opened_on: made_on },
  })
  await db('box_lines').insert(
    candidates.map((candidacy_id, index) => ({ election_id: id, candidacy_id, votes: VOTES[index] ?? 0 })),
  )
  const { hash } = await getResult(db, await getAnyElection(db, id))
  const accounts = await db('accounts').orderBy('id').limit(2)
  await db('certifications').insert(
    accounts.map(({ id: account_id, name }) => ({
      ...{ election_id: id, round: 0, account_id, certifier: name, result_hash: hash, certified_on: made_on },
    })),
  )
  await db.destroy()
  return id
}
