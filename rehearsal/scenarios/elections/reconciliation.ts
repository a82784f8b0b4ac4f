import type { IsoDate } from '../../../models/core/dates.ts'
import { type CandidacyId, type ElectionId, idOf } from '../../../models/core/ids.ts'
import { findBoothCount } from '../../../models/elections/count/booth_count.ts'
import { loadCounting } from '../../../models/elections/count/rounds.ts'
import { missingPapers } from '../../../models/rules/elections/paper_account.ts'
import { getAnyElection } from '../../../models/elections/elections.ts'
import { findPaperAccount } from '../../../models/elections/polling/paper_accounts.ts'
import { verifyRecord } from '../../../models/elections/record/check.ts'
import { findResult } from '../../../models/elections/result/loading.ts'
import { totalsOf } from '../../../models/elections/result/result.ts'
import { rosterOn } from '../../../models/council/roster.ts'
import { type ElectionMove, stateAfter } from '../../../models/rules/elections/acts.ts'
import type { Poll } from './contest.ts'
import type { Town } from './town.ts'

/** A figure that is left out is not compared. */
export interface Expected {
  after: ElectionMove
  elected: readonly string[]
  ballots?: number
  blank?: number
  invalid?: number
  votes?: readonly number[]
}

export function electionIdOf({ at }: Pick<Poll, 'at'>): ElectionId {
  return idOf<ElectionId>(Number(/\/(\d+)$/.exec(at)?.[1]))
}

export async function reconcileElection(town: Town, poll: Poll, expected: Expected): Promise<void> {
  const { journal, house } = town
  const election = await getAnyElection(house.db, electionIdOf(poll))
  const { name } = poll.area
  journal.reconcile(`Valget på ${name} er`, stateAfter(expected.after), election.status)
  const result = await findResult(house.db, election)
  const nameOf = (id: CandidacyId) => result?.candidates.find((one) => one.id === id)?.name ?? ''
  journal.reconcile('Valgt', inOrder(expected.elected), inOrder((result?.elected ?? []).map(nameOf)))
  const totals = result && totalsOf(result)
  for (const [line, what] of [
    ['ballots', 'Stemmesedler i alt'],
    ['blank', 'Blanke'],
    ['invalid', 'Ugyldige'],
  ] as const) {
    if (expected[line] !== undefined) journal.reconcile(what, expected[line], totals?.[line])
  }
  for (const [index, votes] of (expected.votes ?? []).entries()) {
    const candidate = poll.candidates[index] ?? ''
    const id = result?.candidates.find((one) => one.name === candidate)?.id
    const found = totals?.votes.find(({ candidacy_id }) => candidacy_id === id)?.votes
    journal.reconcile(`Stemmer på ${candidate}`, votes, found)
  }
}

export async function reconcileSeat(town: Town, poll: Poll, holder: string): Promise<void> {
  await reconcileHolders(town, poll, [[town.term.startsOn, holder]])
}

export async function reconcileHolders(
  { house, journal }: Town,
  { area }: Poll,
  expected: readonly (readonly [day: IsoDate, holder: string])[],
): Promise<void> {
  for (const [day, holder] of expected) {
    const line = (await rosterOn(house.db, day)).find(({ seat }) => seat.area_slug === area.key)
    journal.reconcile(`Pladsen for ${area.name} den ${day}`, holder, line?.member?.person ?? 'ledig')
  }
}

/** The record is the certified text, and what is stored still gives its result, bit for bit. */
export async function reconcileRecord({ house, journal }: Town, poll: Poll): Promise<void> {
  const { records, faults } = await verifyRecord(house.db, house.keys, electionIdOf(poll))
  journal.reconcile('Valgprotokollen', 'hel', records > 0 && faults.length === 0 ? 'hel' : faults.join(', '))
}

/** How often the paper was counted until two people agreed. */
export async function reconcileRounds(
  { house, journal }: Town,
  poll: Poll,
  { sheets, agreedInRound }: { sheets: number; agreedInRound: number },
): Promise<void> {
  const stored = await house.db('counts').where({ election_id: electionIdOf(poll) })
  journal.reconcile('Optællinger', sheets, stored.length)
  const { agreed } = await loadCounting(house.db, electionIdOf(poll))
  journal.reconcile('Enige i omgang', agreedInRound, agreed?.round)
}

/** Compares the reason too, when the account does not close. */
export async function reconcilePapers(
  { house, journal }: Town,
  poll: Poll,
  expected: { handedOut: number; inBox: number; missing: number; reason: string },
): Promise<void> {
  const papers = await findPaperAccount(house.db, electionIdOf(poll))
  const { agreed } = await loadCounting(house.db, electionIdOf(poll))
  const inBox = agreed?.ballots_in_box ?? 0
  journal.reconcile('Udleveret', expected.handedOut, papers?.handed_out)
  journal.reconcile('I kassen', expected.inBox, inBox)
  journal.reconcile('Mangler', expected.missing, papers && missingPapers(papers, inBox))
  journal.reconcile(
    'Grunden i protokollen',
    expected.reason,
    agreed?.counters[0]?.difference_reason ?? undefined,
  )
}

/** Released = cast + voided, and as many ballots in the box as were cast. */
export async function reconcileBooth(
  { house, journal }: Town,
  poll: Poll,
  expected: { releases: number; cast: number; voided: number },
): Promise<void> {
  const box = await findBoothCount(house.db, electionIdOf(poll))
  journal.reconcile('Frigivet', expected.releases, box?.releases)
  journal.reconcile('Stemmer i kassen', expected.cast, box?.envelopes)
  journal.reconcile('Taget tilbage', expected.voided, box?.voided)
  const sealed = await house.db('envelopes').where({ election_id: electionIdOf(poll) })
  journal.reconcile('Lukkede stemmer tilbage', 0, sealed.length)
}

function inOrder(names: readonly string[]): string {
  return [...names].sort().join(', ') || 'ingen'
}
