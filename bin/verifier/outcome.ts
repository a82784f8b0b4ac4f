import { type Finding, firstWrong, fits, leftOut, wrong } from './findings.ts'
import { ableIn, barredIn, isFollowed } from './incidents.ts'
import type { Draw, Lot, RecordData } from './record.ts'
import { sha256 } from './text.ts'

type Decided = Pick<
  RecordData,
  'result' | 'totals' | 'candidates' | 'election' | 'lot' | 'uncontested' | 'incidents'
>

/** Who has the most votes, counted here and not by the program that made the record. A tie at the border takes a lot. */
export function checkOutcome(record: Decided): Finding {
  const { result, totals, candidates, election, lot, uncontested, incidents = [] } = record
  const isStopped = incidents.some(({ effect }) => effect === 'stops')
  if (!incidents.every(isFollowed) || (isStopped && (result ?? totals) !== null))
    return wrong('outcome', 'incident_not_followed')
  if (result === null) return leftOut('outcome')
  const standing = candidates.filter(({ position }) => position !== null).map(({ id }) => id)
  if (uncontested !== null)
    return same(result.elected, standing) ? fits('outcome') : wrong('outcome', 'not_those_standing')
  if (totals === null) return wrong('outcome', 'no_totals')
  const votes = new Map(totals.votes.map((line) => [line.candidacy_id, line.votes]))
  const all = standing.map((id) => ({ id, votes: votes.get(id) ?? 0 }))
  const { ranked, seats } = ableIn(all, election.seats, barredIn(record))
  const last = ranked[seats - 1]
  const next = ranked[seats]
  const tied = last && next && last.votes === next.votes ? last.votes : undefined
  const safe = ranked.filter((one, index) => (tied === undefined ? index < seats : one.votes > tied))
  const elected = safe.map(({ id }) => id)
  if (tied === undefined)
    return same(result.elected, elected) ? fits('outcome') : wrong('outcome', 'not_most_votes')
  const among = ranked.filter((one) => one.votes === tied).map(({ id }) => id)
  if (lot === null) return wrong('outcome', 'tie_without_lot')
  if (!same(lot.among, among)) return wrong('outcome', 'lot_among_others')
  const seatsLeft = seats - elected.length
  const choosable = new Set(lot.chosen).size === seatsLeft && lot.chosen.every((id) => among.includes(id))
  if (!choosable) return wrong('outcome', 'lot_wrong_number')
  // Until a member on the telephone has confirmed it, it is what others say.
  if (lot.telephone?.some(({ confirmed_on }) => confirmed_on === null))
    return wrong('outcome', 'lot_unconfirmed')
  return same(result.elected, [...elected, ...lot.chosen]) ? fits('outcome') : wrong('outcome', 'not_by_lot')
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id))
}

/** A draw by the app: the secret is the one that was committed to, and its hashes put the names in this order. */
export async function checkDraws({
  list,
  lot,
  candidates,
  sealed,
}: Pick<RecordData, 'list' | 'lot' | 'candidates' | 'sealed'>): Promise<Finding> {
  const drawn = [list.lot, lot].filter(
    (one): one is Lot & { draw: Draw } => one !== null && one.draw !== null,
  )
  const isKnown = (id: number) => candidates.some((one) => one.id === id && one.position !== null)
  // The name of who withdrew is a code in the public part, and the draw is checked with names.
  const hidesNames = sealed === true && drawn.some(({ among }) => !among.every(isKnown))
  if (drawn.length === 0 || hidesNames) return leftOut('draws')
  const nameOf = new Map(candidates.map(({ id, name }) => [id, name]))
  const faults = await Promise.all(drawn.map((one) => faultIn(one, nameOf)))
  return firstWrong('draws', faults)
}

async function faultIn({ draw, among, chosen }: Lot & { draw: Draw }, nameOf: ReadonlyMap<number, string>) {
  if ((await sha256(draw.seed)) !== draw.commitment) return wrong('draws', 'other_secret')
  const hashes = await Promise.all(
    among.map(async (id) => {
      return { id, hash: await sha256(`${draw.seed}:${draw.words}:${id}:${nameOf.get(id) ?? ''}`) }
    }),
  )
  const ordered = hashes.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const written = draw.hashes.map(({ candidacy_id, hash }) => `${candidacy_id}:${hash}`)
  if (ordered.map(({ id, hash }) => `${id}:${hash}`).join() !== written.join())
    return wrong('draws', 'other_hashes')
  const first = ordered.slice(0, chosen.length).map(({ id }) => id)
  return same(first, chosen) ? undefined : wrong('draws', 'other_order')
}

/** Two different people of the board confirmed this very result. */
export function checkCertified({
  certifications,
  result,
  board,
  made_at,
}: Pick<RecordData, 'certifications' | 'result' | 'board' | 'made_at'>): Finding {
  // Nobody approves a vote that was not counted, and its ballots are destroyed one day too.
  const isUncounted = made_at === 'annulled' || (made_at === 'destroyed' && result === null)
  if (certifications.length === 0)
    return isUncounted ? leftOut('certified') : wrong('certified', 'not_certified')
  const last = certifications.filter(({ round }) => round === certifications.at(-1)?.round)
  const names = new Set(last.map(({ certifier }) => certifier))
  return firstWrong('certified', [
    names.size >= 2 ? undefined : wrong('certified', 'one_certifier'),
    [...names].every((name) => board.includes(name)) ? undefined : wrong('certified', 'not_on_board'),
    last.every(({ result_hash }) => result_hash === result?.hash)
      ? undefined
      : wrong('certified', 'other_result'),
  ])
}
