import { randomBytes } from 'node:crypto'
import { sha256 } from '../../core/canonical.ts'
import type { Db } from '../../core/db.ts'
import type { CandidacyId } from '../../core/ids.ts'
import { Refused } from '../../core/errors.ts'
import type { OutsideKeys } from '../../core/keys.ts'
import { choiceWrong, crossesMeant } from '../../rules/elections/box/ballot_content.ts'
import type { BoothRow } from './tables.ts'
import { ballotOf } from './ballot.ts'
import { electionOfBooth, findBooth } from './pairing.ts'
import { voidReleases } from './booths.ts'
import { signBallot } from '../box/proof.ts'
import { putInBox } from '../box/putting_in.ts'
import { sealBallot } from '../box/sealing.ts'

/** What the form of a booth's page holds: the tablet, and one showing of the ballot. */
export interface Showing {
  token: string
  release: string
}

export interface Choice {
  marks: readonly CandidacyId[]
  /** The voter says it outright, so that an empty ballot is never an accident. */
  blank: boolean
}

/**
 * `earlier`: the showing before the one that is out now, so that whoever stands there has not voted by it.
 * `unknown`: the showing is older than the booth remembers, or was shown again since.
 */
export type Outcome = 'cast' | 'voided' | 'open' | 'earlier' | 'unknown'

/** Returns undefined when nothing is released. Each showing makes the one before worthless: the newest page counts. */
export async function showRelease(db: Db, booth: Pick<BoothRow, 'id'>): Promise<string | undefined> {
  const release = randomBytes(32).toString('base64url')
  const shown = await db('booths')
    .where({ id: booth.id })
    .whereNull('unpaired_on')
    .whereIn('state', ['released', 'showing'])
    .update({ state: 'showing', release_hash: sha256(release) })
  return shown === 1 ? release : undefined
}

/**
 * Uses the release up and stores the ballot under a random key: no time, no number, no line in the log. Returns the
 * code, or undefined when the showing cannot vote: `outcomeOf` says why. Refused marks keep the release.
 */
export async function castBallot(
  db: Db,
  keys: OutsideKeys,
  showing: Showing,
  choice: Choice,
): Promise<string | undefined> {
  const token_hash = sha256(showing.token)
  const electionId = await electionOfBooth(db, token_hash)
  if (electionId === undefined) return undefined
  const ballot = await ballotOf(db, electionId)
  if (!ballot.publicKey) throw new Error(`the box of election ${electionId} has no key`)
  const wrong = choiceWrong(choice, ballot)
  if (wrong) throw new Refused(wrong, { count: crossesMeant(wrong, ballot.crosses) })
  const { marks } = choice
  const signed = signBallot(keys, { election: electionId, marks }, ballot.publicKey)
  const { sealed, code } = sealBallot(signed, ballot.publicKey, ballot.longest)
  const isIn = await putInBox(db, {
    token_hash,
    release_hash: sha256(showing.release),
    electionId,
    sealed,
    code,
  })
  return isIn ? code : undefined
}

/** Answers a screen that does not know what became of its showing. */
export async function outcomeOf(db: Db, { token, release }: Showing): Promise<Outcome> {
  const booth = await findBooth(db, token)
  return booth ? outcomeAt(booth, release) : 'unknown'
}

export function outcomeAt(booth: BoothRow, release: string): Outcome {
  const hash = sha256(release)
  if (booth.release_hash === hash) return 'open'
  if (booth.last_hash !== hash) return 'unknown'
  return booth.state === 'idle' ? (booth.last_outcome ?? 'unknown') : 'earlier'
}

/** The voter walked away or asks to stop: the release ends without a ballot. */
export async function giveUp(db: Db, { token, release }: Showing): Promise<void> {
  await voidReleases(db, { token_hash: sha256(token), release_hash: sha256(release) })
}
