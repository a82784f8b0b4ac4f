import { createHash, randomBytes } from 'node:crypto'
import { movableClock, type MovableClock } from '../rehearsal/kit/clock.ts'
import { findSignedIn, inviteAccount } from '../models/accounts/accounts.ts'
import { addDays, isoDate, type IsoDate } from '../models/core/dates.ts'
import type { Db } from '../models/core/db.ts'
import { type CandidacyId, type ElectionId, NO_ID } from '../models/core/ids.ts'
import { insertOne } from '../models/core/insert.ts'
import { registerCandidacy } from '../models/elections/candidates/candidacies.ts'
import { approveList } from '../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../models/elections/candidates/candidates.ts'
import { callElection, planElection } from '../models/elections/planning/planning.ts'
import { openPolling } from '../models/elections/polling/opening.ts'
import type { Official } from '../models/elections/reach.ts'
import { newBoxKey } from '../models/elections/box/sealing.ts'
import type { ElectionRow } from '../models/elections/tables.ts'
import { seed } from './seed.ts'
import { BENCH_KEYS } from './settings.ts'

const POLLING = isoDate('2026-03-10')
const CANDIDATES = ['Anker Bro', 'Jens Ærø', 'Åse Wang']

export interface SeededElection {
  id: ElectionId
  by: Official
  clock: MovableClock
  candidates: CandidacyId[]
  keys: { publicKey: Buffer; secretKey: Uint8Array }
}

/** Made by the acts that people do; the polls are open. */
export async function seedElection(
  db: Db,
  statutesFile: string,
  means: ElectionRow['means'],
  roll_kind: ElectionRow['roll_kind'] = 'counted',
): Promise<SeededElection> {
  await seed(db, statutesFile, 0)
  const clock = movableClock('2026-01-15')
  const by = await secretary(db, clock)
  const second = await inviteAccount(db, by, someone('chair'))
  const area = await db('areas').where({ kind: 'place' }).orderBy('id', 'desc').first()
  const term = await db('terms').where('starts_on', '<=', POLLING).where('ends_on', '>=', POLLING).first()
  const { id } = await planElection(db, by, {
    ...{
      area_id: area?.id ?? NO_ID,
      term_id: term?.id ?? NO_ID,
      means,
      roll_kind,
      board: [by.user.id, second.id],
    },
    ...days(POLLING),
  })
  await callElection(db, by, id)
  for (const name of CANDIDATES) await stand(db, by, id, name)
  clock.set(addDays(POLLING, -5))
  const seen = (await listStanding(db, id)).map((one) => one.id)
  await approveList(db, by, id, { seen })
  const keys = await newBoxKey()
  if (means !== 'paper') await lock(db, by, id, keys.publicKey)
  clock.set(`${POLLING}T11:00:00Z`)
  await openPolling(db, by, id, { opened_at: '11.00', first_witness: 'Måling', second_witness: 'Én til' })
  return { id, by, clock, candidates: seen, keys }
}

function days(polling_on: IsoDate) {
  return {
    polling_on,
    candidates_by: addDays(polling_on, -8),
    ...{ place: 'Caféen', opens_at: '11.00', closes_at: '14.00', sittings: [] },
  }
}

async function secretary(db: Db, clock: MovableClock): Promise<Official> {
  const account = await db('accounts').where({ role: 'secretary' }).first()
  const user = account && (await findSignedIn(db, account.id))
  if (!user) throw new Error('nobody is secretary')
  return { accountId: user.id, name: user.name, clock, keys: BENCH_KEYS, user }
}

function someone(role: 'chair') {
  return { name: 'Én til', email: 'en.til@raadsbogen.example', phone: null, role, personId: null, places: [] }
}

async function stand(db: Db, by: Official, id: ElectionId, name: string): Promise<void> {
  const today = by.clock.today()
  await registerCandidacy(db, by, id, {
    name,
    consented_on: today,
    eligible_as: 'resident',
    eligibility_checked_by: by.name,
    eligibility_checked_on: today,
  })
}

async function lock(db: Db, by: Official, election_id: ElectionId, publicKey: Buffer): Promise<void> {
  const made = { made_by: by.name, made_on: by.clock.today() }
  const box_key_id = await insertOne(db, 'box_keys', {
    election_id,
    public_key: publicKey.toString('hex'),
    threshold: 2,
    shares: 3,
    ...made,
  })
  await db('box_trials').insert({ box_key_id, tried_by: by.name, tried_on: by.clock.today() })
}

export interface OpenRelease {
  token: string
  release: string
}

/** One release on the screen of each booth: as many ballots can be cast, each once. */
export async function openReleases(
  db: Db,
  { id, by }: SeededElection,
  howMany: number,
): Promise<OpenRelease[]> {
  const releases = Array.from({ length: howMany }, () => ({
    token: randomBytes(32).toString('base64url'),
    release: randomBytes(32).toString('base64url'),
  }))
  const before = await db('booths').where({ election_id: id }).count<{ n: number }[]>('* as n')
  const rows = releases.map(({ token, release }, index) => ({
    election_id: id,
    number: (before[0]?.n ?? 0) + index + 1,
    token_hash: sha256(token),
    paired_on: by.clock.today(),
    state: 'showing' as const,
    release_hash: sha256(release),
    releases: 1,
  }))
  await db.batchInsert('booths', rows, 100)
  return releases
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
