import type { SignedIn } from '../accounts/accounts.ts'
import { allows } from '../accounts/permissions.ts'
import type { Db } from '../core/db.ts'
import type { AccountId } from '../core/ids.ts'
import type { Reason } from '../core/errors.ts'
import type { Reachable, WhoMay } from '../core/tasks.ts'
import type { Actor } from '../rules/elections/certification.ts'
import {
  type Colleague,
  type DoneSoFar,
  type Duty,
  helpFor,
  whoMayDo,
} from '../rules/elections/board/duties.ts'
import { listBoard } from './board.ts'
import { listStanding } from './candidates/candidates.ts'
import { loadCounting } from './count/rounds.ts'
import type { Election } from './elections.ts'
import { findOpenInvestigation } from './investigation/listing.ts'
import { hasPart, isLocal, maySitOnBoard } from './reach.ts'
import { listCertifications } from './result/certification.ts'
import { listCalls } from './result/lot_calls.ts'
import { findResult } from './result/loading.ts'

/** What a refused person wanted to do, by the reason of the refusal: the page says who may. */
export const DUTY_OF = {
  not_on_board: 'certify',
  entered_a_count: 'certify',
  already_certified: 'certify',
  already_counted: 'count',
  lot_by_board: 'draw_lot',
  lot_unconfirmed: 'confirm_lot',
  keeper_not_on_board: 'keep_count',
  keeper_counted: 'keep_count',
  investigator_not_on_board: 'investigate',
  signer_counted: 'sign_findings',
  already_signed: 'sign_findings',
  reopening_by_board: 'reopen_list',
  incident_by_board: 'record_incident',
  incident_by_candidate: 'record_incident',
  incident_own: 'sign_incident',
  slips_seen_enough: 'run',
  slip_trial_by_maker: 'run',
} as const satisfies Partial<Record<Reason, Duty>>

/** Null for a refusal that is not about who the reader is. */
export function dutyOf(reason: string): Duty | null {
  const duties: Readonly<Record<string, Duty>> = DUTY_OF
  return duties[reason] ?? null
}

type Account = Reachable & Colleague & { manages: boolean }

/** Who may do it instead of the one who asks, by name and how to reach them; or who can see to it that somebody may. */
export async function whoMay(
  db: Db,
  election: Election,
  duty: Duty,
  { id, name, personId }: SignedIn,
  writer: AccountId | null = null,
): Promise<WhoMay> {
  const accounts = await listColleagues(db, election)
  const asking = { id, name, person_id: personId }
  const may = whoMayDo(duty, accounts, await doneSoFar(db, election, accounts, writer), asking)
  const mine = (these: readonly Colleague[]) =>
    accounts.filter((one) => these.some((other) => other.id === one.id))
  if (may.length > 0) return { duty, people: mine(may).map(reachable) }
  const planners = helpFor(duty) === 'change_board' ? accounts.filter(({ plans }) => plans) : []
  if (planners.length > 0) return { duty: 'change_board', people: planners.map(reachable) }
  return { duty: 'open_account', people: accounts.filter(({ manages }) => manages).map(reachable) }
}

/** Whether a count is this user's to make, and not only possible. */
export async function isExpectedToCount(db: Db, election: Election, user: SignedIn): Promise<boolean> {
  const accounts = await listColleagues(db, election)
  const expected = whoMayDo('count', accounts, await doneSoFar(db, election, accounts, null), undefined)
  return expected.some(({ id }) => id === user.id)
}

function reachable({ name, phone, email }: Account): Reachable {
  return { name, phone, email }
}

async function listColleagues(db: Db, election: Election): Promise<Account[]> {
  const board = (await listBoard(db, election.id)).map(({ id }) => id)
  const bodies = await db('area_bodies').where({ area_id: election.area_id }).pluck('body_id')
  const places = await db('account_places').orderBy('body_id')
  const accounts = await db('accounts').whereNull('closed_on')
  const { compare } = new Intl.Collator('da')
  return accounts
    .map(({ id, name, phone, email, person_id, role }): Account => {
      const at = places.filter(({ account_id }) => account_id === id).map(({ body_id }) => body_id)
      const isThere = at.some((body) => bodies.includes(body))
      const reaches = !isLocal({ role }) || isThere
      return {
        ...{ id, name, phone, email, person_id },
        isOnBoard: board.includes(id) && maySitOnBoard({ role, places: at }, bodies),
        isLocal: isLocal({ role }) && isThere,
        counts: reaches && hasPart({ role }, 'count'),
        runs: reaches && hasPart({ role }, 'run'),
        plans: hasPart({ role }, 'plan'),
        manages: allows(role, 'accounts.manage'),
      }
    })
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
}

async function doneSoFar(
  db: Db,
  election: Election,
  accounts: readonly Account[],
  writer: AccountId | null,
): Promise<DoneSoFar> {
  const { id } = election
  const { counters, enteredBy, differingBy } = await loadCounting(db, id)
  const result = await findResult(db, election)
  const certified = result ? await listCertifications(db, result) : []
  const investigation = await findOpenInvestigation(db, id)
  const actor = (account: AccountId, name: string): Actor => {
    return { id: account, name, person_id: accounts.find((one) => one.id === account)?.person_id ?? null }
  }
  const wrote = accounts.find((one) => one.id === writer)
  return {
    ...{ candidates: await listStanding(db, id), counters, countedThisRoundBy: enteredBy, differingBy },
    certifiedBy: certified.map(({ account_id, certifier }) => actor(account_id, certifier)),
    signedBy: (investigation?.signatures ?? []).map(({ account_id, signer }) => actor(account_id, signer)),
    calls: result ? await listCalls(db, result) : [],
    writer: wrote && actor(wrote.id, wrote.name),
  }
}
