/** @article polling */

import type { AccountId, PersonId } from '../../../core/ids.ts'
import {
  type Actor,
  COUNTERS_NEEDED,
  countPeople,
  isAmong,
  mayCertify,
  mayCount,
  samePerson,
  type Stander,
  stands,
} from '../certification.ts'
import { type Call, mayConfirmLot } from './lot_by_telephone.ts'
import { mayKeep } from '../protocol/differences.ts'
import { maySign } from '../protocol/investigation.ts'

/** What some may do at an election and others not. */
export const DUTIES = [
  'draw_lot',
  'confirm_lot',
  'certify',
  'count',
  'keep_count',
  'investigate',
  'sign_findings',
  'reopen_list',
  'record_incident',
  'sign_incident',
  'enter_papers',
  'run',
  'plan',
] as const
export type Duty = (typeof DUTIES)[number]

/** An open account that reaches the election. */
export interface Colleague extends Actor {
  id: AccountId
  person_id: PersonId | null
  name: string
  isOnBoard: boolean
  /** The election is at a place of their own. */
  isLocal: boolean
  counts: boolean
  runs: boolean
  plans: boolean
}

/** What has been done at the election so far, and by whom. */
export interface DoneSoFar {
  candidates: readonly Stander[]
  /** In any round, and of this one. */
  counters: readonly Actor[]
  countedThisRoundBy: readonly Actor[]
  /** Whose two sheets differ. */
  differingBy: readonly Actor[]
  certifiedBy: readonly Actor[]
  /** A lot by telephone that is not confirmed yet. */
  calls: readonly Call[]
  /** What was found in an investigation that is not closed. */
  signedBy: readonly Actor[]
  /** Of what waits for the signature of another one. */
  writer: Actor | undefined
}

/** By the very rules that refuse the others. */
const MAY: Readonly<Record<Duty, (account: Colleague, done: DoneSoFar) => boolean>> = {
  draw_lot: ({ isOnBoard }) => isOnBoard,
  confirm_lot: (account, { calls }) => mayConfirmLot(calls, account).ok,
  certify: (account, { counters, candidates, certifiedBy: alreadyCertifiedBy }) =>
    mayCertify({ account, boardMemberIds: boardOf(account), counters, candidates, alreadyCertifiedBy }).ok,
  count: (account, { candidates, countedThisRoundBy }) =>
    account.counts && mayCount({ account, candidates, countedThisRoundBy }).ok,
  keep_count: (account, { differingBy: counters, candidates }) =>
    mayKeep({ account, boardMemberIds: boardOf(account), counters, candidates }).ok,
  investigate: (account, { candidates }) => account.isOnBoard && !stands(account, candidates),
  sign_findings: (account, { counters, candidates, signedBy }) =>
    maySign({ account, boardMemberIds: boardOf(account), counters, candidates, signedBy }).ok,
  reopen_list: ({ isOnBoard }) => isOnBoard,
  record_incident: (account, { candidates }) => account.isOnBoard && !stands(account, candidates),
  sign_incident: (account, { candidates, writer }) =>
    account.isOnBoard && !stands(account, candidates) && !(writer && samePerson(account, writer)),
  enter_papers: (account, { candidates }) => account.counts && !stands(account, candidates),
  run: ({ runs }) => runs,
  plan: ({ plans }) => plans,
}

function boardOf({ id, isOnBoard }: Colleague): AccountId[] {
  return isOnBoard ? [id] : []
}

/** Those who may, without the one who asks. Where the staff of the place can, they come alone: they are there. */
export function whoMayDo(
  duty: Duty,
  colleagues: readonly Colleague[],
  done: DoneSoFar,
  asking: Actor | undefined,
): Colleague[] {
  const may = colleagues.filter((one) => !(asking && isAmong(one, [asking])) && MAY[duty](one, done))
  if (duty === 'count') return expectedToCount(may, done)
  const local = AT_THE_PLACE.includes(duty) ? may.filter(({ isLocal }) => isLocal) : []
  return local.length > 0 ? local : may
}

const AT_THE_PLACE: readonly Duty[] = ['enter_papers', 'run']

/** A member of the board who counts cannot certify, so the others come first, and those of the place before them. */
function expectedToCount(may: readonly Colleague[], { countedThisRoundBy }: DoneSoFar): Colleague[] {
  const missing = COUNTERS_NEEDED - countedThisRoundBy.length
  const others = may.filter(({ isOnBoard }) => !isOnBoard)
  const local = may.filter(({ isLocal }) => isLocal)
  const first = [others.filter(({ isLocal }) => isLocal), others, local]
  return first.find((these) => countPeople(these) >= missing) ?? [...may]
}

const BY_THE_BOARD: readonly Duty[] = [
  'draw_lot',
  'confirm_lot',
  'certify',
  'keep_count',
  'investigate',
  'sign_findings',
  'reopen_list',
  'record_incident',
  'sign_incident',
]

/** Who helps where nobody may: another one is put on the board, or gets an account. */
export function helpFor(duty: Duty): 'change_board' | 'open_account' {
  return BY_THE_BOARD.includes(duty) ? 'change_board' : 'open_account'
}
