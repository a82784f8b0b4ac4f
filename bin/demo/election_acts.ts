import { listStanding } from '../../models/elections/candidates/candidates.ts'
import { allows } from '../../models/rules/elections/acts.ts'
import { addDays } from '../../models/core/dates.ts'
import type { Election } from '../../models/elections/elections.ts'
import { registerCandidacy } from '../../models/elections/candidates/candidacies.ts'
import {
  approveList,
  declareUnfilled,
  decideUncontested,
} from '../../models/elections/candidates/candidate_list.ts'
import { certifyResult, finishElection } from '../../models/elections/result/certification.ts'
import { loadCounting } from '../../models/elections/count/rounds.ts'
import { enterCount } from '../../models/elections/count/counting.ts'
import { recordLot } from '../../models/elections/result/lots.ts'
import { changeTicks, listTicks } from '../../models/elections/readiness/ticks.ts'
import { openPolling } from '../../models/elections/polling/opening.ts'
import { closePolling } from '../../models/elections/polling/polling.ts'
import { changePortrait } from '../../models/elections/candidates/portraits.ts'
import type { Official } from '../../models/elections/reach.ts'
import { getResult } from '../../models/elections/result/loading.ts'
import { SYMBOLS } from '../../models/elections/candidates/portrait.ts'
import type { AreaRow } from '../../models/bodies/tables.ts'
import type { Setting } from './setting.ts'

const BLANK = 2
const INVALID = 1
const EXCHANGED = 1
const UNUSED = 12

const WORDS = [
  'Jeg vil have åbent om søndagen.',
  'Et sted at sove for alle, også dem med hund.',
  'Vi skal høres, før der bliver besluttet noget om os.',
  'Mere tid til at hjælpe hinanden, og færre skemaer.',
] as const

export interface PlannedElection {
  area: AreaRow
  /** Each candidate with the votes that the box turns out to hold. */
  candidates: readonly (readonly [name: string, votes: number])[]
  /** The second counter has a ballot on the wrong pile. */
  countsDiffer?: boolean
}

export async function stand(
  { db, clock, staff }: Setting,
  plan: PlannedElection,
  election: Election,
): Promise<void> {
  const [official] = officialsAt(staff, plan.area)
  const [ground] = election.statutes.rules.candidateEligibility.value.anyOf
  for (const [index, [name]] of plan.candidates.entries()) {
    const { candidacy } = await registerCandidacy(db, official, election.id, {
      name,
      consented_on: clock.today(),
      eligible_as: ground ?? 'resident',
      eligibility_checked_by: official.name,
      eligibility_checked_on: clock.today(),
      of_age: true,
    })
    await changePortrait(db, official, election.id, candidacy, {
      symbol: SYMBOLS[(index * 7 + election.id) % SYMBOLS.length],
      statement: WORDS[(index + election.id) % WORDS.length],
      photo_consent: false,
    })
  }
}

export async function closeList(
  { db, staff }: Setting,
  plan: PlannedElection,
  { id }: Election,
): Promise<void> {
  const [official] = officialsAt(staff, plan.area)
  const standing = await listStanding(db, id)
  if (standing.length === 0) await declareUnfilled(db, official, id)
  else await approveList(db, official, id, { seen: standing.map((candidacy) => candidacy.id) })
}

export async function decideWithoutVote(
  { db, clock, staff }: Setting,
  plan: PlannedElection,
  election: Election,
) {
  if (!allows(election.status, 'decideUncontested') || plan.candidates.length > election.seats) return
  const decision = { decided_by: 'Valgbestyrelsen', decided_on: clock.today() }
  await decideUncontested(db, staff.secretary, election.id, decision)
}

/** What is to be there is looked at the day before. */
export async function getReady(
  { db, staff }: Setting,
  plan: PlannedElection,
  election: Election,
): Promise<void> {
  if (!allows(election.status, 'openPolling')) return
  const [official] = officialsAt(staff, plan.area)
  for (const { place, lines } of await listTicks(db, election)) {
    const chosen = lines.map(({ key }) => key)
    await changeTicks(db, official, election.id, { place, seen: [], chosen })
  }
}

export async function open(
  { db, staff }: Setting,
  plan: PlannedElection,
  { id, status }: Election,
): Promise<void> {
  if (!allows(status, 'openPolling')) return
  const [official, colleague] = officialsAt(staff, plan.area)
  const witnesses = { first_witness: official.name, second_witness: colleague.name }
  await openPolling(db, official, id, { opened_at: '11.00', ...witnesses })
}

export async function close(
  { db, staff }: Setting,
  plan: PlannedElection,
  { id, status }: Election,
): Promise<void> {
  if (!allows(status, 'closePolling')) return
  const [official] = officialsAt(staff, plan.area)
  const handed_out = inBox(plan) + EXCHANGED
  await closePolling(db, official, id, {
    closed_at: '14.00',
    printed: handed_out + UNUSED,
    handed_out,
    exchanged: EXCHANGED,
    unused: UNUSED,
    not_returned: 0,
  })
}

function inBox({ candidates }: PlannedElection): number {
  return candidates.reduce((sum, [, votes]) => sum + votes, 0) + BLANK + INVALID
}

export async function count(
  { db, staff }: Setting,
  plan: PlannedElection,
  election: Election,
  who: 0 | 1,
): Promise<void> {
  if (!allows(election.status, 'enterCount')) return
  const official = officialsAt(staff, plan.area)[who]
  const astray = who === 1 && plan.countsDiffer ? 1 : 0
  const votesOf = new Map(plan.candidates)
  const standing = await listStanding(db, election.id)
  await enterCount(db, official, election.id, {
    votes: standing.map(({ id, name }, index) => ({
      candidacy_id: id,
      votes: (votesOf.get(name) ?? 0) - (index === 0 ? astray : 0),
    })),
    blank: BLANK + astray,
    invalid: INVALID,
    invalid_ballots: Array.from({ length: INVALID }, () => ({ reason: 'recognisable' as const })),
    ballots_in_box: inBox(plan),
    counter: official.user.id,
    list_version: election.list_version,
    round: (await loadCounting(db, election.id)).round,
  })
}

/** The slips are drawn in the open, and the officer writes down on whom the lot fell. */
export async function drawLot(
  { db, staff, chair }: Setting,
  _plan: PlannedElection,
  election: Election,
): Promise<void> {
  if (!allows(election.status, 'drawLot')) return
  const { among, seatsLeft } = await getResult(db, election)
  const witnesses = `${staff.secretary.name} og ${chair.name}`
  const chosen = among.slice(0, seatsLeft)
  await recordLot(db, staff.secretary, election.id, { among, chosen, method: 'slips', witnesses })
}

export async function certify({ db }: Setting, election: Election, official: Official): Promise<void> {
  if (!allows(election.status, 'certify')) return
  const { hash } = await getResult(db, election)
  await certifyResult(db, official, election.id, hash)
}

export async function finish(
  { db, clock, staff }: Setting,
  _plan: PlannedElection,
  election: Election,
): Promise<void> {
  if (!allows(election.status, 'makeFinal')) return
  if (election.complaints_until >= clock.today()) clock.set(addDays(election.complaints_until, 1))
  await finishElection(db, staff.secretary, election.id)
}

function officialsAt({ at }: Setting['staff'], area: AreaRow): readonly [Official, Official] {
  const officials = at.get(area.slug)
  if (!officials) throw new Error(`nobody works at ${area.name}`)
  return officials
}
