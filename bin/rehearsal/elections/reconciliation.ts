import { verifyChain } from '../../../models/audit.ts'
import { getAnyElection } from '../../../models/elections/elections.ts'
import { findResult, totalsOf } from '../../../models/elections/result.ts'
import { rosterOn } from '../../../models/register/roster.ts'
import type { ElectionStatus } from '../../../models/tables.ts'
import type { Poll } from './contest.ts'
import type { Town } from './town.ts'

/** What should have come of an election. Figures that are left out are not held against anything. */
export interface Expected {
  status: ElectionStatus
  elected: readonly string[]
  ballots?: number
  blank?: number
  invalid?: number
  votes?: readonly number[]
}

/** The id of an election, out of its address. */
export function idOf({ at }: Pick<Poll, 'at'>): number {
  return Number(/\/(\d+)$/.exec(at)?.[1])
}

/** Holds an election in the book against what the play meant to happen. */
export async function reconcileElection(town: Town, poll: Poll, expected: Expected): Promise<void> {
  const { journal, house } = town
  const election = await getAnyElection(house.db, idOf(poll))
  const { name } = poll.area
  journal.reconcile(`Valget på ${name} er`, expected.status, election.status)
  const result = await findResult(house.db, election)
  const nameOf = (id: number) => result?.candidates.find((one) => one.id === id)?.name ?? ''
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

/** Who holds the place's seat on the term's first day, as the register has it. */
export async function reconcileSeat(town: Town, poll: Poll, holder: string): Promise<void> {
  const roster = await rosterOn(town.house.db, town.term.startsOn)
  const line = roster.find(({ seat }) => seat.area_slug === poll.area.key)
  town.journal.reconcile(`Pladsen for ${poll.area.name}`, holder, line?.member?.person ?? 'ledig')
}

/** Nobody has changed the log. */
export async function reconcileLog({ house, journal }: Town): Promise<void> {
  const chain = await verifyChain(house.db)
  journal.reconcile(
    'Logbogens kæde',
    'hel',
    chain.whole ? 'hel' : `brudt ved linje ${chain.sequence} (${chain.fault})`,
  )
}

function inOrder(names: readonly string[]): string {
  return [...names].sort().join(', ') || 'ingen'
}
