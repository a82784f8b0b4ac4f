import { expect } from 'chai'
import type { Page } from '../../../rehearsal/kit/page.ts'
import { findSignedIn } from '../../../models/accounts/accounts.ts'
import { recordFrom } from '../../../models/core/records.ts'
import { insertOne } from '../../../models/core/insert.ts'
import { isoDate } from '../../../models/core/dates.ts'
import { type CandidacyId, type ElectionId, NO_ID } from '../../../models/core/ids.ts'
import { registerCandidacy } from '../../../models/elections/candidates/candidacies.ts'
import { approveList } from '../../../models/elections/candidates/candidate_list.ts'
import { listStanding } from '../../../models/elections/candidates/candidates.ts'
import { loadCounting } from '../../../models/elections/count/rounds.ts'
import { checkDifference, EXPLANATIONS } from '../../../models/elections/count/differences.ts'
import { enterCount, type Counted } from '../../../models/elections/count/counting.ts'
import { getAnyElection, type Election } from '../../../models/elections/elections.ts'
import { callElection, planElection } from '../../../models/elections/planning/planning.ts'
import { openPolling } from '../../../models/elections/polling/opening.ts'
import { closePolling, type ClosingForm } from '../../../models/elections/polling/polling.ts'
import type { Official } from '../../../models/elections/reach.ts'
import { isPlace } from '../../../models/rules/core/by_kind.ts'
import { invalidReasonField, type InvalidReason } from '../../../models/rules/elections/invalid_ballots.ts'
import type { RuleName, RuleValue, Statutes } from '../../../models/statutes/document.ts'
import { paths } from '../../../views/paths.ts'
import type { TestApp, Visitor } from '../app.ts'
import type { CastName } from '../cast.ts'
import { remembered } from '../databases/remembered.ts'

/** The days of the elections in the tests: candidates until 2 March, the vote on Tuesday 10 March. */
export const DAYS = {
  planned: '2026-01-15',
  deadline: '2026-03-02',
  listed: '2026-03-03',
  polling: '2026-03-10',
  /** The evening of the polling day, in UTC: half past three in Denmark, after the polls close at 14.00. */
  evening: '2026-03-10T14:30:00Z',
  certified: '2026-03-11',
  complaints: '2026-03-17',
  final: '2026-03-18',
} as const

/** Three candidates at Perron 4 who play no other part in the tests. */
export const THREE = ['Åse Wang', 'Anker Bro', 'Jens Ærø'] as const

/** One of the cast as an official, for acts that a test needs but does not look at. */
export async function official(house: TestApp, name: CastName): Promise<Official> {
  const accountId = await house.accountOf(name)
  const user = await findSignedIn(house.db, accountId)
  if (!user) throw new Error(`${name} has no account`)
  return { accountId, name: user.name, clock: house.clock, keys: house.by.keys, user }
}

export interface Given {
  area?: string
  candidates?: readonly string[]
  /** The members of the board; the secretary and the chair by default. */
  board?: readonly CastName[]
}

/** An election that is only planned; the clock stands in January. */
export const aPlannedElection = remembered(async function aPlannedElection(
  house: TestApp,
  given: Omit<Given, 'candidates'> = {},
): Promise<ElectionId> {
  const { area = 'perron-4', board = ['signe', 'vera'] } = given
  const secretary = await official(house, 'signe')
  const place = await house.db('areas').where({ slug: area }).first('id')
  const term = await house
    .db('terms')
    .where({ starts_on: isoDate('2026-01-01') })
    .first('id')
  const { id } = await planElection(house.db, secretary, {
    area_id: place?.id ?? NO_ID,
    term_id: term?.id ?? NO_ID,
    polling_on: isoDate(DAYS.polling),
    candidates_by: isoDate(DAYS.deadline),
    place: 'Caféen',
    opens_at: '11.00',
    closes_at: '14.00',
    board: await Promise.all(board.map((name) => house.accountOf(name))),
  })
  return id
})

/** An election that has been called, with its candidates written down; the clock stands in January. */
export const aCalledElection = remembered(async function aCalledElection(
  house: TestApp,
  given: Given = {},
): Promise<ElectionId> {
  const { candidates = THREE, ...planned } = given
  const id = await aPlannedElection(house, planned)
  await callElection(house.db, await official(house, 'signe'), id)
  for (const name of candidates) await aCandidate(house, id, name)
  return id
})

export const aCandidate = remembered(async function aCandidate(
  house: TestApp,
  id: ElectionId,
  name: string,
): Promise<CandidacyId> {
  const secretary = await official(house, 'signe')
  const today = house.clock.today()
  const { candidacy } = await registerCandidacy(house.db, secretary, id, {
    name,
    consented_on: today,
    eligible_as: 'resident',
    eligibility_checked_by: secretary.name,
    eligibility_checked_on: today,
  })
  return candidacy
})

/** A called election with an approved list; the clock stands on the day after the deadline. */
export const aListedElection = remembered(async function aListedElection(
  house: TestApp,
  given: Given = {},
): Promise<ElectionId> {
  const id = await aCalledElection(house, given)
  house.clock.set(DAYS.listed)
  const seen = (await listStanding(house.db, id)).map((candidacy) => candidacy.id)
  await approveList(house.db, await official(house, 'signe'), id, { seen })
  return id
})

/** A listed election with open polls; the clock stands at noon on the polling day. */
export const anOpenElection = remembered(async function anOpenElection(
  house: TestApp,
  given: Given = {},
): Promise<ElectionId> {
  const id = await aListedElection(house, given)
  house.clock.set(`${DAYS.polling}T11:00:00Z`)
  await openPolling(house.db, await official(house, 'signe'), id, {
    opened_at: '11.00',
    first_witness: 'Signe Holm',
    second_witness: 'Dagmar Lind',
  })
  return id
})

/** The election runs under the statutes with these values in the place of their own, and so many seats of each place. */
export async function ruledBy(
  house: TestApp,
  id: ElectionId,
  values: { [R in RuleName]?: RuleValue<R> },
  seats?: number,
): Promise<void> {
  const version = await house
    .db('statutes_versions')
    .whereIn('id', house.db('elections').where({ id }).select('statutes_version_id'))
    .first()
  if (!version) throw new Error(`election ${id} has no statutes`)
  const document = JSON.parse(version.document) as Statutes
  for (const [rule, value] of Object.entries(values))
    Object.assign(document.rules[rule as RuleName] ?? {}, { value })
  if (seats !== undefined) {
    for (const area of document.areas.filter(isPlace)) area.seats = seats
    document.rules.seats.value = document.areas.reduce((sum, area) => sum + area.seats, 0)
  }
  const { id: _id, ...copy } = version
  const statutes_version_id = await insertOne(house.db, 'statutes_versions', {
    ...copy,
    document: JSON.stringify(document),
  })
  await house.db('elections').where({ id }).update({ statutes_version_id })
}

export type Papers = Omit<ClosingForm, 'closed_at'>

export const PAPERS: Papers = { printed: 60, handed_out: 31, exchanged: 0, unused: 29, not_returned: 0 }

/** An open election with the polls closed; the clock stands in the afternoon of the polling day. */
export const aClosedElection = remembered(async function aClosedElection(
  house: TestApp,
  given: Given & { papers?: Papers } = {},
): Promise<ElectionId> {
  const id = await anOpenElection(house, given)
  house.clock.set(DAYS.evening)
  const papers = given.papers ?? PAPERS
  await closePolling(house.db, await official(house, 'signe'), id, { closed_at: '14.00', ...papers })
  return id
})

export interface Figures {
  /** In ballot order. */
  votes: readonly number[]
  blank?: number
  invalid?: number
  /** The reasons of the invalid ballots; each ballot has been written on by default. */
  reasons?: readonly InvalidReason[]
  /** All of the above by default. */
  inBox?: number
  reason?: string
}

/** Anker Bro 14, Jens Ærø 10, Åse Wang 5, 1 blank and 1 invalid: 31 in the box. */
export const FIGURES: Figures = { votes: [14, 10, 5], blank: 1, invalid: 1 }

const FOUND_NOTHING = recordFrom(EXPLANATIONS, () => false)

/** One of the cast enters a count by the act, without its page. */
export const counts = remembered(async function counts(
  house: TestApp,
  id: ElectionId,
  name: CastName,
  figures: Figures = FIGURES,
): Promise<Counted> {
  const { votes, blank = 0, invalid = 0 } = figures
  const { list_version } = await getAnyElection(house.db, id)
  const { round, differing, check } = await loadCounting(house.db, id)
  const standing = await listStanding(house.db, id)
  const by = await official(house, name)
  if (differing.length > 0 && !check)
    await checkDifference(house.db, by, id, { round: round - 1, answers: FOUND_NOTHING })
  return enterCount(house.db, by, id, {
    ballots_in_box: figures.inBox ?? blank + invalid + votes.reduce((sum, one) => sum + one, 0),
    blank,
    invalid,
    votes: standing.map((candidacy, index) => ({ candidacy_id: candidacy.id, votes: votes[index] ?? 0 })),
    invalid_ballots: reasonsOf(figures).map((reason) => ({ reason, note: 'En tegning' })),
    difference_reason: figures.reason,
    counter: by.user.id,
    list_version,
    round,
  })
})

function reasonsOf({ invalid = 0, reasons }: Figures): readonly InvalidReason[] {
  return reasons ?? Array.from({ length: invalid }, () => 'recognisable' as const)
}

/** A closed election with two counts that agree, by Bo and Lis. */
export const aCountedElection = remembered(async function aCountedElection(
  house: TestApp,
  given: Given & { papers?: Papers; figures?: Figures } = {},
): Promise<ElectionId> {
  const id = await aClosedElection(house, given)
  await counts(house, id, 'bo', given.figures)
  await counts(house, id, 'lis', given.figures)
  return id
})

/** The fields that a counter types on the count page; figures in ballot order. */
export function typed(page: Page, figures: Figures): Record<string, string> {
  const { votes, blank = 0, invalid = 0, inBox, reason } = figures
  const fields = page
    .texts('main input[name^="votes_"]')
    .map((_text, index) => page.$('main input[name^="votes_"]').eq(index).attr('name') ?? '')
  const sum = blank + invalid + votes.reduce((all, one) => all + one, 0)
  return {
    ballots_in_box: `${inBox ?? sum}`,
    ...Object.fromEntries(fields.map((field, index) => [field, `${votes[index] ?? 0}`])),
    blank: `${blank}`,
    invalid: `${invalid}`,
    ...Object.fromEntries(
      reasonsOf(figures)
        .map((one, index) => [invalidReasonField(index + 1), one] as const)
        .filter(([field]) => page.$(`main [name=${field}]`).length > 0),
    ),
    ...(reason !== undefined && { difference_reason: reason }),
  }
}

/** The button that saves a count; the other one only fills in zeros. */
export const SAVE_COUNT = 'Gem min optælling'
export const FILL_IN_ZEROS = 'Resten er 0'

/** Opens the count page with a line for each invalid ballot: without JavaScript they come when the form is sent. */
export async function openCount(visitor: Visitor, id: ElectionId, figures: Figures): Promise<Page> {
  const first = await visitor.get(paths.count(id))
  const page =
    first.$(`main a[href="${paths.difference(id)}"].button`).length > 0
      ? await foundNothing(visitor, id)
      : first
  const { invalid = 0 } = figures
  return invalid > 0 ? visitor.submit(page, { invalid: `${invalid}` }, FILL_IN_ZEROS) : page
}

/** Two counts differ: says on the page that nothing was found, and goes on to the count. */
async function foundNothing(visitor: Visitor, id: ElectionId): Promise<Page> {
  const page = await visitor.get(paths.difference(id))
  await visitor.submit(page, Object.fromEntries(EXPLANATIONS.map((one) => [`found_${one}`, 'no'])))
  return visitor.get(paths.count(id))
}

export async function countOnPage(visitor: Visitor, id: ElectionId, figures: Figures): Promise<Page> {
  const page = await openCount(visitor, id, figures)
  return visitor.submit(page, typed(page, figures), SAVE_COUNT)
}

export async function statusOf(house: TestApp, id: ElectionId): Promise<Election['status']> {
  return (await getAnyElection(house.db, id)).status
}

/** The rows of every table that an election writes: the same before and after means that nothing was stored. */
export async function storedOf(house: TestApp): Promise<Record<string, unknown[]>> {
  const tables = [
    ...(['elections', 'election_board', 'candidacies', 'polling_openings', 'polling_closings'] as const),
    ...(['paper_accounts', 'counts', 'count_lines', 'lots', 'certifications'] as const),
    ...(['memberships', 'people', 'audit_events'] as const),
  ]
  const rows = await Promise.all(tables.map((table) => house.db(table).select() as Promise<unknown[]>))
  return Object.fromEntries(tables.map((table, index) => [table, rows[index] ?? []]))
}

/** Runs an act that is refused, and proves that it stored nothing. */
export async function storesNothing<T>(house: TestApp, run: () => Promise<T>): Promise<T> {
  const before = await storedOf(house)
  const answer = await run()
  expect(await storedOf(house)).to.deep.equal(before)
  return answer
}
