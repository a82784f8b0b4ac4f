import type { SignedIn } from '../accounts/accounts.ts'
import { act } from '../core/audit.ts'
import type { Db, Trx } from '../core/db.ts'
import type { AccountId, AreaId, BodyId, ElectionId, PersonId } from '../core/ids.ts'
import { Refused } from '../core/errors.ts'
import { stands } from '../rules/elections/certification.ts'
import type { AccountRow, Role } from '../accounts/tables.ts'
import { listStanding } from './candidates/candidates.ts'
import { getElection, requireAct, subjectOf } from './elections.ts'
import { isLocal, maySitOnBoard, type Official } from './reach.ts'

/** Two people must certify the result. */
const SMALLEST_BOARD = 2

export interface BoardMember {
  id: AccountId
  name: string
  role: Role
  person_id: PersonId | null
}

export async function listBoard(db: Db, electionId: ElectionId): Promise<BoardMember[]> {
  const members = await db('accounts')
    .join('election_board', 'election_board.account_id', 'accounts.id')
    .where({ election_id: electionId })
    .select<BoardMember[]>('accounts.id', 'accounts.name', 'accounts.role', 'accounts.person_id')
  const { compare } = new Intl.Collator('da')
  return members.sort((a, b) => compare(a.name, b.name) || a.id - b.id)
}

export interface BoardChoice extends BoardMember {
  /** Names, of the places that the account is bound to; empty when it is bound to none. */
  places: string[]
  /** Proposed: the secretary and the chair, and of the staff of the place those who will hardly stand. */
  usual: boolean
  /** The account works at the place. */
  isThere: boolean
}

/**
 * The choices may sit on the board of an election in the area, or in any area when none is chosen yet. `at`: where it
 * will hardly be another one, so that some who will be there are proposed.
 */
export async function listBoardChoices(db: Db, areaId?: AreaId, at = areaId): Promise<BoardChoice[]> {
  const accounts = await db('accounts').whereNull('closed_on')
  const places = await listPlacesOfAccounts(db)
  const bodies = await listBodyIds(db, areaId)
  const there = await listBodyIds(db, at)
  const members = await db('memberships').distinct('person_id').pluck('person_id')
  const { compare } = new Intl.Collator('da')
  const choices = accounts
    .map((account) => ({ ...account, at: places.filter(({ account_id }) => account_id === account.id) }))
    .filter(({ role, at }) =>
      maySitOnBoard(
        { role, places: at.map(({ body_id }) => body_id) },
        areaId === undefined ? at.map(({ body_id }) => body_id) : bodies,
      ),
    )
    .sort((a, b) => compare(a.name, b.name) || a.id - b.id)
  const isThere = ({ role, at: places }: (typeof choices)[number]) =>
    isLocal({ role }) && places.some(({ body_id }) => there.includes(body_id))
  // Who has sat in the council may stand again.
  const stay = choices.filter((one) => isThere(one) && !members.some((id) => id === one.person_id))
  const proposed = stay.slice(0, PROPOSED_OF_THE_PLACE)
  return choices.map((one) => ({
    ...{ id: one.id, name: one.name, role: one.role, person_id: one.person_id },
    places: one.at.map((place) => place.name),
    usual: !isLocal(one) || proposed.includes(one),
    isThere: isThere(one),
  }))
}

/** As many as stand at a table, so that one of them can draw a lot while the other one writes. */
const PROPOSED_OF_THE_PLACE = 2

async function listPlacesOfAccounts(db: Db) {
  return db('account_places')
    .join('body_names', 'body_names.body_id', 'account_places.body_id')
    .where({ kind: 'official' })
    .whereNull('valid_until')
    .orderBy('body_names.id')
    .select<{ account_id: AccountId; body_id: BodyId; name: string }[]>(
      'account_places.account_id',
      'account_places.body_id',
      'body_names.name',
    )
}

async function listBodyIds(db: Db, areaId: AreaId | undefined): Promise<BodyId[]> {
  return areaId === undefined ? [] : db('area_bodies').where({ area_id: areaId }).pluck('body_id')
}

/** Replaces the old board, if any. Refuses accounts that cannot sit on it. */
export async function setBoard(
  trx: Trx,
  election: { id: ElectionId; area_id: AreaId },
  accountIds: readonly AccountId[],
): Promise<void> {
  const chosen = [...new Set(accountIds)]
  if (chosen.length < SMALLEST_BOARD) throw new Refused('board_too_small', {}, 'board')
  const choices = await listBoardChoices(trx, election.area_id)
  const candidates = await listStanding(trx, election.id)
  for (const id of chosen) {
    const member = choices.find((choice) => choice.id === id)
    if (!member) throw new Refused('board_member_elsewhere', { name: await nameOf(trx, id) }, 'board')
    if (stands(member, candidates)) throw new Refused('board_member_stands', { name: member.name }, 'board')
  }
  await trx('election_board').where({ election_id: election.id }).delete()
  await trx('election_board').insert(chosen.map((account_id) => ({ election_id: election.id, account_id })))
}

async function nameOf(trx: Trx, accountId: AccountId): Promise<string> {
  const account = await trx('accounts').where({ id: accountId }).first('name')
  return account?.name ?? String(accountId)
}

/** The board can change until the result is certified: a member may be ill, or may have entered a count. */
export async function changeBoard(
  db: Db,
  by: Official,
  id: ElectionId,
  accountIds: readonly AccountId[],
): Promise<{ id: ElectionId }> {
  return act(db, by, async (trx) => {
    const election = await getElection(trx, by.user, id)
    requireAct(election, 'changeBoard')
    await setBoard(trx, election, accountIds)
    const details = { board: [...new Set(accountIds)].sort((a, b) => a - b) }
    return { action: 'election.board_changed', subject: subjectOf(election), details, result: { id } }
  })
}

export function sitsOn(board: readonly Pick<AccountRow, 'id'>[], user: SignedIn): boolean {
  return board.some(({ id }) => id === user.id)
}
