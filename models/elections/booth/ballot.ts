import type { Db } from '../../core/db.ts'
import { type CandidacyId, type ElectionId, NO_ID } from '../../core/ids.ts'
import type { PlaceArea } from '../../statutes/document.ts'
import { crossesIn, longestBallot, type Crosses } from '../../rules/elections/marks.ts'
import { type ElectionState, facts } from '../../rules/elections/state.ts'
import { findBoxKey } from '../box/keys.ts'
import { listStanding } from '../candidates/candidates.ts'
import { getAnyElection } from '../elections.ts'

export interface BallotCandidate {
  id: CandidacyId
  name: string
  symbol: string | null
  /** The hash of the photo, so that its address changes with it. */
  photo: string | null
}

/** What a booth shows, and what it takes to seal a ballot. */
export interface BoothBallot {
  electionId: ElectionId
  status: ElectionState
  area: string
  wording: PlaceArea['wording']
  crosses: Crosses
  /** The crosses that a sealed ballot has room for, the same in every election. */
  longest: number
  /** In ballot order. */
  candidates: BallotCandidate[]
  candidacyIds: CandidacyId[]
  publicKey: Buffer | null
}

const kept = new WeakMap<Db, Map<ElectionId, BoothBallot>>()
const MOST_KEPT = 50

/** The answer is kept while polling is open: list and key cannot change, and each ballot must cost the same. */
export async function ballotOf(db: Db, electionId: ElectionId): Promise<BoothBallot> {
  const ballots = kept.get(db) ?? new Map<ElectionId, BoothBallot>()
  kept.set(db, ballots)
  const known = ballots.get(electionId)
  if (known) return known
  const ballot = await loadBallot(db, electionId)
  if (facts(ballot.status).takesVotes && ballot.publicKey) {
    ballots.set(electionId, ballot)
    if (ballots.size > MOST_KEPT) ballots.delete(ballots.keys().next().value ?? NO_ID)
  }
  return ballot
}

async function loadBallot(db: Db, electionId: ElectionId): Promise<BoothBallot> {
  const election = await getAnyElection(db, electionId)
  const standing = await listStanding(db, electionId)
  const photos = await db('candidate_photos')
    .whereIn(
      'candidacy_id',
      standing.map(({ id }) => id),
    )
    .select('candidacy_id', 'sha256')
  const photoOf = new Map(photos.map(({ candidacy_id, sha256 }) => [candidacy_id, sha256]))
  const key = await findBoxKey(db, electionId)
  return {
    electionId,
    status: election.status,
    area: election.area_name,
    wording: election.wording,
    crosses: crossesIn(election),
    longest: longestBallot(election),
    candidates: standing.map(({ id, name, symbol }) => ({
      id,
      name,
      symbol,
      photo: photoOf.get(id) ?? null,
    })),
    candidacyIds: standing.map(({ id }) => id),
    publicKey: key ? Buffer.from(key.public_key, 'hex') : null,
  }
}

export async function findPhotoOnBallot(
  db: Db,
  electionId: ElectionId,
  candidacyId: CandidacyId,
): Promise<Buffer | undefined> {
  const photo = await db('candidate_photos')
    .join('candidacies', 'candidacies.id', 'candidate_photos.candidacy_id')
    .where({ candidacy_id: candidacyId, election_id: electionId })
    .first<{ jpeg: Buffer } | undefined>('jpeg')
  return photo?.jpeg
}
