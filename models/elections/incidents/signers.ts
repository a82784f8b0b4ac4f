import type { SignedIn } from '../../accounts/accounts.ts'
import type { Db } from '../../core/db.ts'
import type { Actor } from '../../rules/elections/certification.ts'
import { maySignIncident, mayWithdrawIncident } from '../../rules/elections/incidents/signing.ts'
import { listBoard, sitsOn } from '../board.ts'
import type { Election } from '../elections.ts'
import type { Incident } from './incidents.ts'
import { incidentPolls } from './recording.ts'

export async function checkIncidentSigner(db: Db, user: SignedIn, election: Election, incident: Incident) {
  return maySignIncident({
    account: actorOf(user),
    writer: await writerOf(db, incident),
    ...(await incidentPolls(db, election)),
    onBoard: sitsOn(await listBoard(db, election.id), user),
  })
}

export async function checkIncidentWriter(db: Db, user: SignedIn, incident: Incident) {
  return mayWithdrawIncident(actorOf(user), await writerOf(db, incident))
}

/** The names of those of the board who can sign what this account wrote. */
async function listIncidentSigners(db: Db, election: Election, writer: Actor): Promise<string[]> {
  const polls = await incidentPolls(db, election)
  const board = await listBoard(db, election.id)
  const ids = board.map(({ id }) => id)
  const open = await db('accounts').whereIn('id', ids).whereNull('closed_on').pluck('id')
  return board
    .filter((account) => open.includes(account.id))
    .filter((account) => maySignIncident({ account, writer, ...polls, onBoard: true }).ok)
    .map(({ name }) => name)
}

export async function signersOf(db: Db, election: Election, incident: Incident): Promise<string[]> {
  return listIncidentSigners(db, election, await writerOf(db, incident))
}

export async function signersBeside(db: Db, election: Election, user: SignedIn): Promise<string[]> {
  return listIncidentSigners(db, election, actorOf(user))
}

async function writerOf(db: Db, { account_id, recorded_by: name }: Incident): Promise<Actor> {
  if (account_id === null) throw new TypeError('this was recorded before two had to sign')
  const account = await db('accounts').where({ id: account_id }).first('person_id')
  return { id: account_id, name, person_id: account?.person_id ?? null }
}

function actorOf({ id, personId, name }: SignedIn): Actor {
  return { id, person_id: personId, name }
}
