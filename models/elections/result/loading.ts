import type { Db } from '../../core/db.ts'
import { type CandidacyId, type ElectionId, storedIds } from '../../core/ids.ts'
import { Conflict } from '../../core/errors.ts'
import { listStanding } from '../candidates/candidates.ts'
import { findBoothCount } from '../count/booth_count.ts'
import { findRecount, loadCounting } from '../count/rounds.ts'
import type { Election } from '../elections.ts'
import { findBarred } from '../incidents/incidents.ts'
import { findPaperAccount } from '../polling/paper_accounts.ts'
import { findLotDraw } from './lot_draws.ts'
import {
  deriveResult,
  type CountedBallots,
  type CountedBooth,
  type DrawnLot,
  type Result,
  type ResultInputs,
} from './result.ts'

/** Returns undefined before two counts agree, and when there were no candidates. */
export async function findResult(db: Db, election: Election): Promise<Result | undefined> {
  const inputs = await loadInputs(db, election)
  return inputs && deriveResult(inputs)
}

/** Throws a Conflict when the election has no result yet. */
export async function getResult(db: Db, election: Election): Promise<Result> {
  const result = await findResult(db, election)
  if (!result) throw new Conflict(`election_is_${election.status}`)
  return result
}

async function loadInputs(db: Db, election: Election): Promise<ResultInputs | undefined> {
  const { id, area_slug, term, kind, seats, polling_on, statutes_version_id, list_version } = election
  const { uncontested_body: body, uncontested_on: decided_on } = election
  const uncontested = body !== null && decided_on !== null ? { body, decided_on } : null
  const count = uncontested ? null : await loadCount(db, id)
  const booth = uncontested ? undefined : await loadBooth(db, id, count)
  if (!uncontested && !isCounted(election, count, booth)) return undefined
  const candidates = (await listStanding(db, id)).map(({ id, name }) => ({ id, name }))
  const barred = await findBarred(db, id)
  return {
    election: {
      id,
      area: area_slug,
      term: [term.starts_on, term.ends_on],
      kind,
      seats,
      polling_on,
      statutes_version_id,
      list_version,
    },
    candidates,
    count,
    ...(booth && { booth }),
    ...(barred && { barred }),
    uncontested,
  }
}

/** Half of the boxes is no result: it would give the secret of the other half away. */
function isCounted({ means }: Election, count: CountedBallots | null, booth: CountedBooth | undefined) {
  const isMixedIn = count?.papers.from_tablet !== undefined
  const isEntered = booth?.from_papers !== undefined
  const isPaperIn = means === 'booth' || count !== null || isEntered
  return isPaperIn && (means === 'paper' || booth !== undefined || isMixedIn)
}

async function loadBooth(
  db: Db,
  electionId: ElectionId,
  count: CountedBallots | null,
): Promise<CountedBooth | undefined> {
  const booth = await findBoothCount(db, electionId)
  if (!booth) return undefined
  const recount = await findRecount(db, electionId)
  const round = recount ? recount.after_round + 1 : 0
  // A lot hangs on the count on paper when there is one.
  return { ...booth, round, lot: count ? null : await findLot(db, electionId, round) }
}

async function loadCount(db: Db, electionId: ElectionId): Promise<CountedBallots | null> {
  const { agreed } = await loadCounting(db, electionId)
  const account = await findPaperAccount(db, electionId)
  if (!agreed || !account) return null
  const { round, ballots_in_box, blank, invalid, votes } = agreed
  const { printed, handed_out, exchanged, unused, not_returned, difference_reason, from_tablet } = account
  return {
    round,
    ballots_in_box,
    blank,
    invalid,
    votes,
    counters: agreed.counters.map((one) => ({ name: one.counter, difference_reason: one.difference_reason })),
    papers: {
      ...{ printed, handed_out, exchanged, unused, not_returned, difference_reason },
      ...(from_tablet !== undefined && { from_tablet }),
    },
    lot: await findLot(db, electionId, round),
  }
}

async function findLot(db: Db, electionId: ElectionId, round: number): Promise<DrawnLot | null> {
  const row = await db('lots').where({ election_id: electionId, about: 'tie', round }).first()
  if (!row) return null
  const { method, witnesses, drawn_by, drawn_on } = row
  const [among, chosen] = [row.among, row.chosen].map(storedIds<CandidacyId>)
  const draw = await findLotDraw(db, row)
  const telephone = await db('lot_calls').where({ lot_id: row.id }).orderBy('id').pluck('member')
  return {
    among: among ?? [],
    chosen: chosen ?? [],
    method,
    witnesses,
    drawn_by,
    drawn_on,
    ...(draw && { draw: { commitment: draw.commitment, seed: draw.seed, words: draw.words } }),
    ...(telephone.length > 0 && { telephone }),
  }
}
