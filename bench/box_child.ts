import { randomBytes } from 'node:crypto'
import { stateAfter } from '../models/rules/elections/acts.ts'
import sodium from 'libsodium-wrappers'
import { openDatabase } from '../models/core/db.ts'
import { NO_ID } from '../models/core/ids.ts'
import { openBox } from '../models/elections/box/opening.ts'
import { openerOf } from '../models/elections/box/opener.ts'
import { compactBox } from '../models/elections/box/compaction.ts'
import { signBallot } from '../models/elections/box/proof.ts'
import { sealBallot, sealingReady } from '../models/elections/box/sealing.ts'
import type { BoxTimes } from './box.ts'
import { answerWith, settings } from './child.ts'
import { seedElection, type SeededElection } from './election_seed.ts'
import { BENCH_KEYS, benchConfig } from './settings.ts'
import type { Db } from '../models/core/db.ts'
import { isoDate } from '../models/core/dates.ts'

/** In a process of its own, so that the measured memory is the counting's alone. */
const BALLOTS = 100_000
const BATCH = 1000

async function measure(): Promise<BoxTimes> {
  const { filename = '' } = settings()
  const config = benchConfig(filename)
  const db = openDatabase(config.database)
  const election = await seedElection(db, config.statutesFile, 'booth')
  await sealingReady()
  await fill(db, election)
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss() / 1024 / 1024)
  }, 50)
  const some = await someOf(db, election)
  const before = loop(some, election)
  const { id, by, keys } = election
  const opener = await openerOf(Uint8Array.from(keys.secretKey))
  const people = ['Måling', 'Én til'].map((typed_by) => {
    return { typed_by, number: null, holder: null, became: 'counted' as const }
  })
  const started = performance.now()
  await openBox(db, by, id, { opener, people })
  await compactBox(db, by, id)
  const opened = performance.now() - started
  const after = loop(some, election)
  clearInterval(watch)
  await db.destroy()
  // The library is timed before and after, since the machine may be faster at one of the two.
  return { opened, library: (before + after) / 2, memory }
}

async function fill(db: Db, { id, candidates, keys }: SeededElection): Promise<void> {
  for (let from = 0; from < BALLOTS; from += BATCH) {
    const envelopes = Array.from({ length: BATCH }, (_none, index) => {
      const marks = [candidates[(from + index) % candidates.length] ?? NO_ID]
      const sealed = sealBallot(
        signBallot(BENCH_KEYS, { election: id, marks }, keys.publicKey),
        keys.publicKey,
        1,
      )
      return { id: randomBytes(16).toString('hex'), election_id: id, ...sealed }
    })
    await db.transaction(async (trx) => {
      for (let n = 0; n < envelopes.length; n += 200)
        await trx('envelopes').insert(envelopes.slice(n, n + 200))
    })
  }
  await db('booths').insert({
    ...{ election_id: id, number: 1, token_hash: 'none', paired_on: isoDate('2026-03-10'), state: 'idle' },
    ...{ releases: BALLOTS, ballots_cast: BALLOTS },
  })
  await db('elections')
    .where({ id })
    .update({ status: stateAfter('closePolling') })
}

/** A tenth of the ballots, read beforehand: the first opening wipes what it reads, so these are copies. */
async function someOf(db: Db, { id }: SeededElection): Promise<Uint8Array[]> {
  const rows = await db('envelopes')
    .where({ election_id: id })
    .limit(BALLOTS / 10)
    .select('sealed')
  return rows.map(({ sealed }) => Uint8Array.from(sealed))
}

/** Milliseconds for all ballots: a tenth of them ten times over, which the library cannot tell from all. */
function loop(some: readonly Uint8Array[], { keys }: SeededElection): number {
  const started = performance.now()
  for (let turn = 0; turn < 10; turn += 1) {
    for (const sealed of some) sodium.crypto_box_seal_open(sealed, keys.publicKey, keys.secretKey)
  }
  return performance.now() - started
}

answerWith({ times: measure })
